import { randomUUID } from 'node:crypto';
import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

const DAY_MS = 86_400_000;

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({ without: ['chat', 'task', 'workflow'] });
});
afterAll(() => platform.close());

const signIn = () => platform.token('bob', { claims: { sid: randomUUID() } });
const see = (token: string) => platform.query(token, '{ viewer { id } }');
const REVOKE = 'mutation { revokeOtherSessions(input: {}) { revokedCount } }';
const REVOKE_ALL = 'mutation { revokeAllSessions(input: {}) { revokedCount } }';
const count = async (table: string) =>
  Number((await platform.sql<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]!.count);
/** The issuer, told of what was ended here, tells it back, which renews the revocation: not once the clock has moved. */
const toldBack = (revocations: number) =>
  waitFor(async () => (await count("event.store WHERE type = 'session.revoked'")) === 2 * revocations, {
    what: 'the issuer to tell of the sessions that ended',
  });
/** The jobs run when a worker starts. */
const runJobs = () => platform.stop('worker').then(() => platform.start('worker'));

async function differences() {
  const comparisons = await rebuild(SUBGRAPHS.identity!, platform.database.migratorUrl, { write: false });
  return comparisons.filter(({ missing, surplus }) => missing + surplus > 0);
}

test('A10: sessions and revocations are forgotten a month after they have ended, and not before', async () => {
  for (let i = 0; i < 3; i++) await see(signIn());
  await platform.query(signIn(), REVOKE);
  expect([await count('identity.session'), await count('access.revoked_session')]).toEqual([4, 3]);

  await toldBack(3);
  platform.clock.advance(29 * DAY_MS);
  await see(signIn());
  await runJobs();
  expect([await count('identity.session'), await count('access.revoked_session')]).toEqual([5, 3]);

  platform.clock.advance(2 * DAY_MS);
  await runJobs();
  await waitFor(async () => (await count('identity.session')) === 1, { what: 'sessions to be forgotten' });
  await waitFor(async () => (await count('access.revoked_session')) === 0, {
    what: 'revocations to be forgotten',
  });
  expect(await differences()).toEqual([]);
});

test('A9: a session that was forgotten is recorded anew when it is used again, and can be ended', async () => {
  const sid = randomUUID();
  const token = () => platform.token('carol', { claims: { sid } });
  await see(token());
  const stored = () =>
    platform.sql<{ id: string }>(
      `SELECT s.id FROM identity.session s JOIN access.person p ON p.user_id = s.user_id
       WHERE p.username_lower = 'carol'`,
    );
  const [first] = await stored();
  platform.clock.advance(31 * DAY_MS);
  await runJobs();
  await waitFor(async () => (await stored()).length === 0, { what: 'the session to be forgotten' });
  const again = token();
  await see(again);
  expect(await stored()).toEqual([first]);
  await platform.query(again, REVOKE_ALL);
  await waitFor(async () => (await see(again)).status === 401, { what: 'the session to end' });
  expect(await differences()).toEqual([]);
});
