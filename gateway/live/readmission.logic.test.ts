import { refusal } from './errors';
import type { Member } from './group';
import { concerns, readmit, READMIT_MS } from './readmission';

const NOW = 1_000_000_000;

/** How old the decision on a member counts once it could not be had, in milliseconds. */
async function ageAfter(error: Error): Promise<number> {
  const member = { feed: {}, refusals: 0 } as unknown as Member;
  await readmit(
    {
      ask: () => Promise.reject(error),
      onAdmitted: () => undefined,
      lastWords: () => Promise.resolve(),
      end: () => undefined,
      now: () => new Date(NOW),
    },
    member,
  );
  return NOW - member.admittedAt;
}

test.each([
  ['the subgraph is away', refusal('SUBGRAPH_UNAVAILABLE', 'away')],
  ['its database is busy', refusal('SERVICE_BUSY', 'busy')],
  ['something else is wrong', new Error('wrong')],
])('D9: a decision that could not be had because %s is asked for again within seconds', async (_, error) => {
  const dueInMs = READMIT_MS - (await ageAfter(error));
  expect(dueInMs).toBeGreaterThan(0);
  expect(dueInMs).toBeLessThanOrEqual(3000);
});

test('one that was made is not asked for again before its time', async () => {
  expect(await ageAfter(refusal('CURSOR_EXPIRED', 'gone'))).toBe(0);
});

test('what anyone of a workspace may read no more concerns nobody who is known to read in another', () => {
  const reads = (userId: string, workspaceId: string | null) =>
    ({
      viewer: { principal: { userId } },
      audience: workspaceId === null ? null : { workspaceId },
    }) as unknown as Member;
  const members = [reads('a', 'here'), reads('b', 'there'), reads('c', null), reads('d', 'there')];
  const concerned = (narrowed: Parameters<typeof concerns>[0]) =>
    members.map((member) => concerns(narrowed, member));
  const none = new Set<string>();
  expect(concerned({ users: new Set(['b']), workspaces: none })).toEqual([false, true, false, false]);
  expect(concerned({ users: none, workspaces: new Set(['here']) })).toEqual([true, false, true, false]);
  expect(concerned({ users: 'everybody', workspaces: none })).toEqual([true, true, true, true]);
  expect(concerned({ users: none, workspaces: none })).toEqual([false, false, false, false]);
});
