import { VARIABLES } from '../subgraphs/kit/variables';
import { startPlatform, type Platform } from './platform';
import { createSeed, type SeededChat, type SeededWorkspace } from './seed';
import { waitFor } from './wait';

const LETTERS = `query ($first: Int, $after: String) { deadLetters(first: $first, after: $after) {
  nodes { id handler eventType eventId aggregate error attempts state } pageInfo { hasNextPage endCursor } } }`;
const settle = (verb: string) => {
  const name = `${verb}DeadLetter`;
  const input = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}DeadLetterInput!`;
  return `mutation ($input: ${input}) { ${name}(input: $input) { deadLetter { id state } userErrors { code message } } }`;
};

interface Letter {
  id: string;
  handler: string;
  error: string;
  attempts: number;
  state: string;
  eventId: string;
}

/** Five times as long as by default: nothing is tried again while a test looks at what failed. */
const RETRY_BASE_MS = 5000;
let platform: Platform;
let workspace: SeededWorkspace;
let chat: SeededChat;

beforeAll(async () => {
  platform = await startPlatform({ variables: { RETRY_BASE_MS: String(RETRY_BASE_MS) } });
  workspace = await createSeed(platform).workspace();
  chat = await workspace.chat({ participants: [workspace.member] });
  await platform.sql(`CREATE FUNCTION task.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.title LIKE 'poison%' THEN RAISE EXCEPTION 'the database is poisoned'; END IF; RETURN NEW; END $$`);
});

afterAll(() => platform.close());

const poison = () =>
  platform.sql(
    'CREATE TRIGGER refuse BEFORE INSERT ON task.task FOR EACH ROW EXECUTE FUNCTION task.refuse()',
  );
const cure = () => platform.sql('DROP TRIGGER refuse ON task.task');
const root = () => platform.token('root');

interface CursorRow {
  attempts: number;
  due_at: Date | null;
}

const failing = async () =>
  (
    await platform.sql<CursorRow>(
      "SELECT attempts, due_at FROM event.cursor WHERE last_error LIKE '%poisoned%'",
    )
  )[0];

async function list(): Promise<Letter[]> {
  const answer = await platform.query<{ deadLetters: { nodes: Letter[] } }>(root(), LETTERS);
  return answer.data.deadLetters.nodes;
}

/** Sends a tag whose handler fails, and moves the clock until it has become a dead letter. */
async function makeLetter(title: string): Promise<{ letter: Letter; delays: number[] }> {
  const known = new Set((await list()).map(({ id }) => id));
  await chat.send(workspace.owner, `#task ${title}`);
  const delays: number[] = [];
  for (let attempt = 1; attempt <= 5; attempt++) {
    const row = await waitFor(async () => {
      const found = await failing();
      return found?.attempts === attempt ? found : null;
    });
    const delay = row.due_at!.getTime() - platform.clock.now().getTime();
    delays.push(delay);
    platform.clock.advance(delay);
  }
  const letter = await waitFor(async () => (await list()).find(({ id }) => !known.has(id)));
  return { letter, delays };
}

test('H8: a handler that fails is tried again after 1, 2, 4, 8 and 16 s, then there is one dead letter', async () => {
  await poison();
  const { letter, delays } = await makeLetter('poison 1');
  await cure();
  expect(VARIABLES.RETRY_BASE_MS!.fallback).toBe('1000');
  delays.forEach((delay, i) => {
    expect(delay).toBeLessThanOrEqual(RETRY_BASE_MS * 2 ** i);
    expect(delay).toBeGreaterThan(RETRY_BASE_MS * 2 ** i - 4500);
  });
  expect(letter).toMatchObject({
    handler: 'task.chat.message.sent',
    eventType: 'chat.message.sent',
    attempts: 6,
    state: 'WAITING',
    error: expect.stringContaining('the database is poisoned') as string,
  });
  expect((await list()).filter(({ eventId }) => eventId === letter.eventId)).toHaveLength(1);
});

test('H8: the aggregate goes on behind a dead letter', async () => {
  await chat.send(workspace.owner, '#task healthy');
  const found = () => platform.sql("SELECT 1 FROM task.task WHERE title = 'healthy'");
  await waitFor(async () => (await found()).length === 1);
});

test('H9: a system administrator replays a dead letter, once', async () => {
  const [letter] = await list();
  const replay = () =>
    platform.query<Record<string, { userErrors: { code: string }[] }>>(root(), settle('replay'), {
      input: { id: letter!.id },
    });
  expect((await replay()).data.replayDeadLetter!.userErrors).toEqual([]);
  const made = () => platform.sql("SELECT 1 FROM task.task WHERE title = 'poison 1'");
  await waitFor(async () => (await made()).length === 1);
  await waitFor(async () =>
    (await list()).find(({ id, state }) => id === letter!.id && state === 'REPLAYED'),
  );
  expect((await replay()).data.replayDeadLetter!.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  expect(await made()).toHaveLength(1);
  const audit = await platform.sql("SELECT 1 FROM event.store WHERE type = 'deadletter.replayed'");
  expect(audit).toHaveLength(1);
});

test('H7: it is remembered for a week which events were replayed', async () => {
  const remembered = () => platform.sql('SELECT 1 FROM event.processed');
  const restartWorker = () => platform.stop('worker').then(() => platform.start('worker'));
  expect(await remembered()).toHaveLength(1);
  const day = 24 * 60 * 60 * 1000;
  const age = (days: number) =>
    platform.sql('UPDATE event.processed SET processed_at = $1', [
      new Date(platform.clock.now().getTime() - days * day),
    ]);
  await platform.sql(
    "INSERT INTO event.processed SELECT gen_random_uuid(), 'old', outcome, detail, $1 FROM event.processed",
    [new Date(platform.clock.now().getTime() - 8 * day)],
  );
  await restartWorker();
  await waitFor(async () => (await remembered()).length === 1);
  await age(8);
  await restartWorker();
  await waitFor(async () => (await remembered()).length === 0);
});

test('H9: a replay that fails again leaves the dead letter waiting', async () => {
  await poison();
  const { letter } = await makeLetter('poison 2');
  await platform.query(root(), settle('replay'), { input: { id: letter.id } });
  await waitFor(async () =>
    (await list()).find(
      ({ id, attempts, state }) => id === letter.id && attempts === 7 && state === 'WAITING',
    ),
  );
  await cure();
});

test('H9: a system administrator discards a dead letter', async () => {
  const [letter] = (await list()).filter(({ state }) => state === 'WAITING');
  const answer = await platform.query<Record<string, { deadLetter: Letter }>>(root(), settle('discard'), {
    input: { id: letter!.id },
  });
  expect(answer.data.discardDeadLetter!.deadLetter.state).toBe('DISCARDED');
  expect(await platform.sql("SELECT 1 FROM task.task WHERE title = 'poison 2'")).toHaveLength(0);
});

test('H9: nobody else sees, replays or discards dead letters', async () => {
  const [letter] = await list();
  const { token } = workspace.owner;
  const listed = await platform.query(token, LETTERS);
  expect(listed.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  for (const verb of ['replay', 'discard']) {
    const answer = await platform.query<Record<string, { userErrors: { code: string }[] }>>(
      token,
      settle(verb),
      { input: { id: letter!.id } },
    );
    expect(answer.data[`${verb}DeadLetter`]!.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  }
});
