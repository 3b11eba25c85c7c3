import { makeChatClient, type ChatClient } from './chat-client';
import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

let platform: Platform;
let client: ChatClient;
let acme: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  client = makeChatClient(platform);
  acme = await createSeed(platform).workspace();
}, 60_000);

afterAll(() => platform.close());

describe('E: tags in chat', () => {
  test('E2, E3, E4, E5: only tag lines have results', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ participants: [member] });
    const bob = `@${member.username}`;
    expect((await client.send(owner, chat.id, 'Please #close it')).tagResults).toEqual([]);
    expect((await client.send(owner, chat.id, '#hello #close')).tagResults).toEqual([]);
    expect((await client.send(owner, chat.id, '#Close')).tagResults).toEqual([]);
    const both = await client.send(owner, chat.id, `#remove ${bob} #invite ${bob}`);
    expect(both.tagResults.map((result) => result.tag)).toEqual([`#remove ${bob}`, `#invite ${bob}`]);
    const closing = await client.send(owner, chat.id, 'That was it.\n#close');
    expect(closing.tagResults).toEqual([
      { tag: '#close', applied: true, text: '✅ Chat closed', error: null },
    ]);
    const refused = await client.mutate(member, 'sendMessage', { chatId: chat.id, body: 'Wait' });
    expect(refused.userErrors[0]).toMatchObject({ code: 'FORBIDDEN', message: 'The chat is closed.' });
  });

  test('E14, E15: the bot answers line by line, first what was applied', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat();
    const body = `Come in\n#invite @unknown #invite bob #invite @${member.username.toUpperCase()}\n#close now`;
    const { tagResults } = await client.send(owner, chat.id, body);
    expect(tagResults.map(({ error }) => error && [error.kind, error.code])).toEqual([
      ['SEMANTIC', 'USER_NOT_FOUND'],
      ['SYNTAX', 'INVALID_FORMAT'],
      null,
      ['SYNTAX', 'INVALID_FORMAT'],
    ]);
    const answers = await client.answers(owner, chat.id);
    expect(answers.map((answer) => answer.body.split('\n'))).toEqual([
      [
        `✅ Invited @${member.username.toUpperCase()}`,
        '❌ User @unknown not found',
        '❌ Invalid format. Use @username',
        '❌ Invalid format. #close takes no value',
      ],
    ]);
  });

  test("E16, B4: a member may not apply the admin's tags, and the message is kept", async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ participants: [member] });
    const { tagResults, body } = await client.send(member, chat.id, '#close');
    expect(body).toBe('#close');
    expect(tagResults[0]!.error).toMatchObject({ kind: 'BUSINESS', code: 'FORBIDDEN' });
    expect((await client.mutate(owner, 'closeChat', { chatId: chat.id })).cursor).not.toBeNull();
  });

  test('E17: who only reads a public chat applies nothing', async () => {
    const chat = await acme.chat();
    const { userErrors } = await client.mutate(acme.member, 'sendMessage', {
      chatId: chat.id,
      body: '#close',
    });
    expect(userErrors[0]!.code).toBe('FORBIDDEN');
    expect(await client.messages(acme.member, chat.id)).toEqual([]);
  });

  test('E14: whoever leaves by a tag has the other tags applied first', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ visibility: 'PRIVATE', participants: [member] });
    const { tagResults } = await client.send(member, chat.id, `Bye\n#remove @${member.username} #close`);
    expect(tagResults.map(({ applied }) => applied)).toEqual([true, false]);
    expect(await client.answers(owner, chat.id)).toHaveLength(1);
    expect(await client.messages(member, chat.id)).toEqual([]);
  });

  test('E16: whoever may not leave stays, and the message and its other tags with them', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat({ participants: [member] });
    const sent = await client.send(owner, chat.id, `Bye\n#remove @${owner.username} #close`);
    expect(sent.tagResults.map(({ applied, error }) => [applied, error?.code])).toEqual([
      ...[
        [false, 'CONFLICT'],
        [true, undefined],
      ],
    ]);
    expect((await client.answers(owner, chat.id))[0]!.body.split('\n')).toEqual([
      ...['✅ Chat closed', '❌ The chat needs an admin: make somebody else one first.'],
    ]);

    const opened = await client.mutate(owner, 'openDirectChat', {
      workspaceId: acme.id,
      userIds: [member.id],
    });
    const { tagResults } = await client.send(owner, opened.chat!.id, `#remove @${owner.username}`);
    expect(tagResults).toMatchObject([{ applied: false, error: { kind: 'BUSINESS', code: 'CONFLICT' } }]);
    expect(await client.messages(owner, opened.chat!.id)).not.toEqual([]);
  });

  test('E13, E14: tags of chat and task get one answer', async () => {
    const { owner, member } = acme;
    const chat = await acme.chat();
    const invite = `#invite @${member.username}`;
    const sent = await client.send(owner, chat.id, `Kick-off\n#task Implement OAuth\n${invite} #status Nope`);
    expect(sent.tagResults.map((result) => result.text)).toEqual([`✅ Invited @${member.username}`]);
    const answers = await client.answers(owner, chat.id);
    expect(answers).toHaveLength(1);
    const lines = answers[0]!.body.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^✅ .*Implement OAuth/);
    expect(lines.slice(1)).toEqual([
      `✅ Invited @${member.username}`,
      '❌ Invalid status. Available: To Do, In Progress, Done',
    ]);
    const kept = (await client.messages(owner, chat.id)).find(({ id }) => id === sent.id)!;
    expect(kept.tagResults.map(({ tag, applied }) => [tag, applied])).toEqual([
      ['#task Implement OAuth', true],
      [invite, true],
      ['#status Nope', false],
    ]);
  });

  test('D4: a task turns its discussion into its chat', async () => {
    const chat = await acme.chat({ kind: 'DISCUSSION', visibility: 'PRIVATE' });
    await client.send(acme.owner, chat.id, '#bug Nothing works');
    const document = 'query ($id: ID!) { chat(id: $id) { kind version } }';
    type Data = { chat: { kind: string; version: number } };
    await waitFor(async () => {
      const read = await client.query<Data>(acme.owner, document, { id: chat.id });
      return read.chat.kind === 'BUG' && read.chat.version === 2;
    });
  });

  test('E18: what a message leads to shares its correlation id, each with its cause', async () => {
    const chat = await acme.chat();
    await client.send(acme.owner, chat.id, '#invite @unknown\n#task Trace me');
    await client.answers(acme.owner, chat.id);
    const rows = await platform.sql<{ id: string; type: string; cause: string | null; correlation: string }>(
      `SELECT e.type, c.type AS cause, e.correlation_id AS correlation FROM event.store e
       LEFT JOIN event.store c ON c.id = e.causation_id
       WHERE e.correlation_id = (SELECT m.correlation_id FROM event.store m
         WHERE m.type = 'chat.message.sent' AND m.payload ->> 'body' LIKE '%Trace me')`,
    );
    const causes = rows.map(({ type, cause }) => `${cause} → ${type}`);
    expect(causes).toEqual(
      expect.arrayContaining([
        'null → chat.message.sent',
        'chat.message.sent → chat.message.tags_resolved',
        'chat.message.sent → task.tags.applied',
        'task.tags.applied → chat.message.tags_resolved',
        'chat.message.tags_resolved → chat.message.sent',
      ]),
    );
  });
});
