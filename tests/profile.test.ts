import { SUBGRAPHS } from '../subgraphs';
import { rebuild } from '../subgraphs/kit/rebuild';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededWorkspace } from './seed';

let platform: Platform;
let acme: SeededWorkspace;

type Payload = Record<string, unknown> & { userErrors: { code: string; path: string[] | null }[] };
const PROFILE = 'displayName avatarUrl locale timeZone status { emoji text expiresAt } version';

async function change(person: Person, name: string, input: object): Promise<Payload> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const answer = await platform.query<Record<string, Payload>>(
    person.token,
    `mutation ($input: ${type}) { ${name}(input: $input) { user { ${PROFILE} } clientMutationId userErrors { code path } } }`,
    { input },
  );
  if (!answer.data) throw new Error(answer.text);
  return answer.data[name]!;
}

const update = (person: Person, input: object) => change(person, 'updateProfile', input);
const setStatus = (person: Person, input: object) => change(person, 'setStatus', input);

async function seenBy(person: Person, id: string): Promise<Record<string, unknown>> {
  const answer = await platform.query<{ user: Record<string, unknown> }>(
    person.token,
    `{ user(id: "${id}") { ${PROFILE} } }`,
  );
  expect(answer.errors).toEqual([]);
  return answer.data.user;
}

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace('acme');
});
afterAll(() => platform.close());

test('a profile has picture, language and time zone: absent stays, null clears, and others see them', async () => {
  const { guest, owner } = acme;
  const input = { avatarUrl: 'https://Example.com/g.png', locale: 'de-at', timeZone: 'europe/vienna' };
  const full = { avatarUrl: 'https://example.com/g.png', locale: 'de-AT', timeZone: 'Europe/Vienna' };
  expect(await update(guest, { ...input, clientMutationId: 'm' })).toMatchObject({
    user: { ...full, version: 2 },
    userErrors: [],
    clientMutationId: 'm',
  });
  expect(await update(guest, { displayName: 'Guest G.' })).toMatchObject({
    user: { ...full, displayName: 'Guest G.', version: 3 },
  });
  expect(await update(guest, { avatarUrl: null, timeZone: null })).toMatchObject({
    user: { avatarUrl: null, locale: 'de-AT', timeZone: null, version: 4 },
  });
  expect(await seenBy(owner, guest.id)).toMatchObject({ locale: 'de-AT', displayName: 'Guest G.' });
  // What stays the same is no change.
  expect(await update(guest, { locale: 'DE-at' })).toMatchObject({ user: { version: 4 }, userErrors: [] });
});

test('what the identity provider says later leaves the rest of a profile alone', async () => {
  const person = await platform.seed.person('mover');
  await update(person, { locale: 'fr', displayName: 'Chosen' });
  const token = platform.token('mover', { claims: { email: 'mover@elsewhere.example' } });
  const answer = await platform.query(token, '{ viewer { email locale displayName } }');
  expect(answer.data).toEqual({
    viewer: { email: 'mover@elsewhere.example', locale: 'fr', displayName: 'Chosen' },
  });
});

test.each([
  ['avatarUrl', 'http://example.com/a.png'],
  ['avatarUrl', 'https://user:secret@example.com/'],
  ['locale', 'klingon!'],
  ['timeZone', '+02:00'],
  ['timeZone', 'Mars/Olympus'],
  ['displayName', ''],
])('B16: %s is not %s, and nothing is changed', async (field, value) => {
  const before = await seenBy(acme.member, acme.member.id);
  expect(await update(acme.member, { displayName: 'Other', [field]: value })).toMatchObject({
    user: null,
    userErrors: [{ code: 'BAD_USER_INPUT', path: [field] }],
  });
  expect(await seenBy(acme.member, acme.member.id)).toEqual(before);
});

test('a status is seen by others until it expires or is cleared', async () => {
  const { member, owner } = acme;
  const expiresAt = new Date(platform.clock.now().getTime() + 3_600_000).toISOString();
  expect(await setStatus(member, { emoji: '🌴', text: ' On leave ', expiresAt })).toMatchObject({
    user: { status: { emoji: '🌴', text: 'On leave', expiresAt }, version: 1 },
    userErrors: [],
  });
  expect(await seenBy(owner, member.id)).toMatchObject({
    status: { emoji: '🌴', text: 'On leave', expiresAt },
  });
  platform.clock.advance(3_600_001);
  const late = { ...member, token: platform.token(member.username) };
  const boss = { ...owner, token: platform.token(owner.username) };
  expect(await seenBy(boss, member.id)).toMatchObject({ status: null });
  expect(await setStatus(late, { text: 'Back' })).toMatchObject({
    user: { status: { emoji: null, text: 'Back', expiresAt: null } },
  });
  expect(await change(late, 'clearStatus', { clientMutationId: 'c' })).toMatchObject({
    user: { status: null },
    clientMutationId: 'c',
  });
  expect(await seenBy(boss, member.id)).toMatchObject({ status: null });
});

test('B16: a status is one emoji, a short text or both, with an end in the future', async () => {
  const person = await platform.seed.person('statuses');
  const past = new Date(platform.clock.now().getTime() - 1).toISOString();
  for (const [input, field] of [
    [{}, 'emoji'],
    [{ emoji: 'xx' }, 'emoji'],
    [{ emoji: '🌴🌴' }, 'emoji'],
    [{ text: ' ' }, 'text'],
    [{ text: 'x'.repeat(101) }, 'text'],
    [{ text: 'x', expiresAt: past }, 'expiresAt'],
  ] as const) {
    expect(await setStatus(person, input)).toMatchObject({
      user: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: [field] }],
    });
  }
});

test('B6: a bearer of the realm role viewer changes nothing', async () => {
  const token = platform.token('onlooker', { claims: { realm_access: { roles: ['viewer'] } } });
  const onlooker = { username: 'onlooker', id: '', token };
  for (const [name, input] of [
    ['updateProfile', { locale: 'de' }],
    ['setStatus', { text: 'x' }],
    ['clearStatus', {}],
  ] as const) {
    expect(await change(onlooker, name, input)).toMatchObject({ userErrors: [{ code: 'FORBIDDEN' }] });
  }
});

test('H3: profiles and statuses are what their events make', async () => {
  await setStatus(await platform.seed.person('kept'), { emoji: '🌴', text: 'Kept' });
  for (const { table, missing, surplus } of await rebuild(
    SUBGRAPHS.identity!,
    platform.database.migratorUrl,
    {
      write: false,
    },
  )) {
    expect({ table, missing, surplus }).toEqual({ table, missing: 0, surplus: 0 });
  }
});
