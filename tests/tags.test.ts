import { makeChatClient, type ChatClient, type Message } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Seed, type SeededWorkspace } from './seed';
import { makeTaskClient, type TaskClient } from './task-client';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let tasks: TaskClient;
let seed: Seed;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  tasks = makeTaskClient(client);
  seed = createSeed(platform);
  acme = await seed.workspace();
}, 60_000);

afterAll(() => platform.close());

const textsOf = (message: Message) => message.tagResults.map((result) => result.text);

describe('E1–E5: how tags are written', () => {
  test('E1, F1: each management tag changes its field of the task', async () => {
    const { owner, member } = acme;
    const chat = await tasks.discussion(acme, 'bug', 'Crash on start');
    const body = `#status Investigating\n#assignee @${member.username}\n#priority High\n#due 2026-12-24\n#title Crash at sign-in\n#severity Major`;
    const message = await tasks.say(member, chat.id, body, 6);
    expect(textsOf(message)).toEqual([
      '✅ Status changed to Investigating',
      `✅ Assigned to @${member.username}`,
      '✅ Priority set to High',
      '✅ Due date set to 2026-12-24',
      '✅ Title changed to Crash at sign-in',
      '✅ Severity set to Major',
    ]);
    expect(await tasks.taskOf(owner, chat.id)).toMatchObject({
      status: 'INVESTIGATING',
      assignee: { username: member.username },
      priority: 'HIGH',
      dueDate: '2026-12-24',
      title: 'Crash at sign-in',
      severity: 'MAJOR',
    });
    const cleared = await tasks.say(owner, chat.id, '#assignee @none #due', 2);
    expect(textsOf(cleared)).toEqual(['✅ Assignee cleared', '✅ Due date cleared']);
    expect(await tasks.taskOf(owner, chat.id)).toMatchObject({ assignee: null, dueDate: null });
  });

  test('E2: a tag is read in the first line and on lines of its own after text, not inside a sentence', async () => {
    const { owner } = acme;
    const chat = await tasks.discussion(acme, 'task', 'Positions');
    await tasks.say(owner, chat.id, '#status In Progress', 1);
    expect(await tasks.taskOf(owner, chat.id)).toMatchObject({ status: 'IN_PROGRESS' });
    await tasks.say(owner, chat.id, 'It is finished.\n#status Done', 1);
    expect(await tasks.taskOf(owner, chat.id)).toMatchObject({ status: 'DONE' });
    const sentence = await client.send(owner, chat.id, 'Please set #status To Do again');
    const next = await tasks.say(owner, chat.id, '#priority Low', 1);
    expect(await tasks.taskOf(owner, chat.id)).toMatchObject({ status: 'DONE', priority: 'LOW' });
    const messages = await client.messages(owner, chat.id);
    expect(messages.find(({ id }) => id === sentence.id)!.tagResults).toEqual([]);
    expect(next.tagResults).toHaveLength(1);
  });

  test('E3: several tags on one line are applied', async () => {
    const chat = await tasks.discussion(acme, 'task', 'Two at once');
    const { username } = acme.member;
    const message = await tasks.say(acme.owner, chat.id, `#status Done #assignee @${username}`, 2);
    expect(textsOf(message)).toEqual(['✅ Status changed to Done', `✅ Assigned to @${username}`]);
    expect(await tasks.taskOf(acme.owner, chat.id)).toMatchObject({ status: 'DONE', assignee: { username } });
  });

  test('E4, E5: names and values keep their case, and unknown words are text', async () => {
    const { owner } = acme;
    const chat = await tasks.discussion(acme, 'task', 'Case');
    const message = await tasks.say(owner, chat.id, '#Status Done\n#hello\n#status done', 1);
    expect(message.tagResults).toEqual([
      {
        tag: '#status done',
        applied: false,
        text: '❌ Invalid status. Available: To Do, In Progress, Done',
        error: {
          kind: 'SEMANTIC',
          code: 'INVALID_STATUS',
          message: 'Invalid status. Available: To Do, In Progress, Done',
        },
      },
    ]);
    expect(await tasks.taskOf(owner, chat.id)).toMatchObject({ status: 'TO_DO' });
  });
});

describe('E6: creation', () => {
  test('in a channel: a task with a new chat, linked to where it came from; the tags that follow act on it', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ participants: [member] });
    const body = `Kick-off\n#task Implement OAuth\n#priority High #assignee @${member.username} #due 2026-12-24`;
    const message = await tasks.say(owner, chat.id, body, 4);
    const [task] = await tasks.tasksFrom(member, message.id);
    expect(task).toMatchObject({
      type: 'TASK',
      title: 'Implement OAuth',
      priority: 'HIGH',
      dueDate: '2026-12-24',
      assignee: { username: member.username },
      parent: null,
      sourceChat: { id: chat.id },
      sourceMessage: { id: message.id },
    });
    expect(textsOf(message)[0]).toBe(`✅ Created task ${task!.key}: Implement OAuth`);
    expect(await tasks.taskOf(owner, chat.id)).toBeNull();
    const own = await waitFor(async () => (await tasks.tasksFrom(owner, message.id))[0]!.chat, {
      what: 'its own chat',
    });
    expect(own.kind).toBe('TASK');
    expect(await tasks.taskOf(owner, own.id)).toMatchObject({ key: task!.key });
  });

  test.each([
    ['task', 'TASK', 'TO_DO'],
    ['bug', 'BUG', 'NEW'],
    ['epic', 'EPIC', 'PLANNED'],
  ] as const)('#%s turns a discussion into its chat (D4)', async (tag, type, status) => {
    const chat = await tasks.discussion(acme, tag, 'Out of a discussion');
    const task = await tasks.taskOf(acme.member, chat.id);
    expect(task).toMatchObject({ type, status, chat: { id: chat.id }, sourceChat: { id: chat.id } });
    await waitFor(async () => (await tasks.taskOf(acme.member, chat.id))!.chat!.kind === type, {
      what: 'its kind',
    });
  });

  test("in a task's chat: a child, which the tags behind it act on", async () => {
    const chat = await tasks.discussion(acme, 'epic', 'Single sign-on');
    const epic = await tasks.taskOf(acme.owner, chat.id);
    const message = await tasks.say(
      acme.owner,
      chat.id,
      '#status In Progress\n#bug Token expires #severity Minor',
      3,
    );
    const [child] = await tasks.tasksFrom(acme.owner, message.id);
    expect(child).toMatchObject({ type: 'BUG', severity: 'MINOR', parent: { key: epic!.key } });
    expect(await tasks.taskOf(acme.owner, chat.id)).toMatchObject({ key: epic!.key, status: 'IN_PROGRESS' });
  });

  test('without a title nothing is made, and what follows does not fall on another task', async () => {
    const chat = await tasks.discussion(acme, 'task', 'The one');
    const message = await tasks.say(acme.owner, chat.id, '#bug\n#status Done', 2);
    expect(message.tagResults.map(({ error }) => [error?.kind, error?.message])).toEqual([
      ['SYNTAX', 'Invalid format. Use #bug <title>'],
      ['BUSINESS', 'No task here. Create one with #task'],
    ]);
    expect(await tasks.taskOf(acme.owner, chat.id)).toMatchObject({ status: 'TO_DO' });
  });

  test('a task of a private chat is hidden from everybody else', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ visibility: 'PRIVATE' });
    const message = await tasks.say(owner, chat.id, '#task A secret', 1);
    const [task] = await tasks.tasksFrom(owner, message.id);
    const stranger = (await seed.workspace('globex')).owner;
    for (const { token } of [member, acme.guest, stranger]) {
      const document = 'query ($id: ID!) { node(id: $id) { id } task(id: $id) { id } }';
      const { data } = await platform.query(token, document, { id: task!.id });
      expect(data).toEqual({ node: null, task: null });
    }
  });
});

/** The statuses that each tag of creation leads to, as people write them. */
const STATUSES = {
  task: ['To Do', 'In Progress', 'Done'],
  bug: ['New', 'Investigating', 'Fixed', 'Verified'],
  epic: ['Planned', 'In Progress', 'Completed'],
};
type Creation = keyof typeof STATUSES;
const SEVERITIES = ['Critical', 'Major', 'Minor', 'Trivial'];

/** Every tag with every value it may have, and some that it may not: what is written, and what the bot says of it. */
function tagTable(type: Creation, member: string): [string, string][] {
  const own = STATUSES[type];
  const row = (name: string, value: string, said: string | null, refusal: string): [string, string] => [
    `#${name} ${value}`.trim(),
    said === null ? `❌ ${refusal}` : `✅ ${said}`,
  ];
  const status = (value: string) =>
    row(
      'status',
      value,
      own.includes(value) ? `Status changed to ${value}` : null,
      `Invalid status. Available: ${own.join(', ')}`,
    );
  const priority = (value: string, isKnown = true) =>
    row(
      'priority',
      value,
      isKnown ? `Priority set to ${value}` : null,
      'Invalid priority. Available: High, Medium, Low',
    );
  const severity = (value: string, isKnown = true) =>
    row(
      'severity',
      value,
      type === 'bug' && isKnown ? `Severity set to ${value}` : null,
      type === 'bug' ? `Invalid severity. Available: ${SEVERITIES.join(', ')}` : 'Severity is for bugs only',
    );
  return [
    ...[...new Set(Object.values(STATUSES).flat()), own[0]!.toUpperCase(), ''].map(status),
    ...['High', 'Medium', 'Low'].map((value) => priority(value)),
    ...['high', 'Urgent', ''].map((value) => priority(value, false)),
    ...SEVERITIES.map((value) => severity(value)),
    ...['major', 'Blocker', ''].map((value) => severity(value, false)),
    ['#due', '✅ Due date cleared'],
    ['#due 2026-12-24', '✅ Due date set to 2026-12-24'],
    ['#due 2026-02-30', '❌ Invalid date. Use YYYY-MM-DD'],
    ['#due 20/11/2026', '❌ Invalid date. Use YYYY-MM-DD'],
    ['#assignee', '✅ Assignee cleared'],
    ['#assignee @none', '✅ Assignee cleared'],
    [`#assignee @${member}`, `✅ Assigned to @${member}`],
    [`#assignee ${member}`, '❌ Invalid format. Use @username'],
    ['#assignee @unknown', '❌ User @unknown not found'],
    ['#title A better title', '✅ Title changed to A better title'],
    ['#title', '❌ Invalid format. Use #title <text>'],
  ];
}

describe('E7–E12: what the values may be', () => {
  test.each(Object.keys(STATUSES) as Creation[])(
    'E7, E8, E9, E10, E11, E12: every tag with every value on a %s',
    async (type) => {
      const chat = await tasks.discussion(acme, type, 'All tags');
      const table = tagTable(type, acme.member.username);
      const body = table.map(([tag]) => tag).join('\n');
      const message = await tasks.say(acme.owner, chat.id, body, table.length);
      expect(message.tagResults.map(({ tag, text }) => [tag, text])).toEqual(table);
      expect(await tasks.taskOf(acme.owner, chat.id)).toMatchObject({
        status: STATUSES[type].at(-1)!.toUpperCase().replace(' ', '_'),
        priority: 'LOW',
        severity: type === 'bug' ? 'TRIVIAL' : null,
        dueDate: '2026-12-24',
        assignee: { username: acme.member.username },
        title: 'A better title',
      });
    },
  );

  test('E8, E9, E10, E11: assignees, priorities, dates and titles that are refused change nothing', async () => {
    const chat = await tasks.discussion(acme, 'task', 'Refusals');
    const before = await tasks.taskOf(acme.owner, chat.id);
    const stranger = (await seed.workspace('initech')).owner;
    const refused: [string, string, string][] = [
      ['#assignee alex', 'SYNTAX', 'Invalid format. Use @username'],
      ['#assignee @unknown', 'SEMANTIC', 'User @unknown not found'],
      [`#assignee @${stranger.username}`, 'SEMANTIC', `User @${stranger.username} not found`],
      ['#priority Urgent', 'SEMANTIC', 'Invalid priority. Available: High, Medium, Low'],
      ['#priority high', 'SEMANTIC', 'Invalid priority. Available: High, Medium, Low'],
      ['#due 2026-02-30', 'SEMANTIC', 'Invalid date. Use YYYY-MM-DD'],
      ['#due 20/11/2026', 'SYNTAX', 'Invalid date. Use YYYY-MM-DD'],
      ['#title', 'SYNTAX', 'Invalid format. Use #title <text>'],
      [`#title ${'x'.repeat(10_000)}`, 'SEMANTIC', 'Title must have 1 to 500 characters'],
    ];
    const body = refused.map(([tag]) => tag).join('\n');
    const { tagResults } = await tasks.say(acme.owner, chat.id, body, refused.length);
    expect(tagResults.map(({ tag, error }) => [tag, error?.kind, error?.message])).toEqual(refused);
    expect(tagResults.map(({ text }) => text)).toEqual(refused.map(([, , message]) => `❌ ${message}`));
    expect(await tasks.taskOf(acme.owner, chat.id)).toEqual(before);
  });
});
