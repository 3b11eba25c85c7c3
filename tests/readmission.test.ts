import type { Admission } from '../gateway/live/admission';
import { createFeed, type Group, type Member } from '../gateway/live/group';
import { readmit } from '../gateway/live/readmission';

/** How often permission is asked for when many changes want it decided anew. */
function memberOfNothing(): Member {
  const group = {} as Group;
  return {
    ...{ viewer: {}, sink: {}, position: 0, admittedSeq: 0, admittedAt: 0, refusals: 0 },
    ...{ isBeingReadmitted: false, wantsReadmission: false, feed: createFeed(group, 0) },
  } as unknown as Member;
}

test('however many changes want permission decided anew, one question waits behind the one that is asked', async () => {
  const answers: ((admission: Admission) => void)[] = [];
  const admission = (head: number) => ({ topic: 't', head, after: null, audience: null });
  const heads: number[] = [];
  const parts = {
    ask: () => new Promise<Admission>((resolve) => answers.push(resolve)),
    onAdmitted: (_: Member, { head }: Admission) => void heads.push(head),
    lastWords: () => Promise.resolve(),
    end: () => undefined,
    now: () => new Date(),
  };
  const member = memberOfNothing();
  const first = readmit(parts, member);
  await Promise.all(Array.from({ length: 100 }, () => readmit(parts, member)));
  expect(answers).toHaveLength(1);
  answers[0]!(admission(1));
  await new Promise((resolve) => setImmediate(resolve));
  // What came behind the first question is not answered by it.
  expect(answers).toHaveLength(2);
  answers[1]!(admission(2));
  await first;
  expect(heads).toEqual([1, 2]);
  const later = readmit(parts, member);
  expect(answers).toHaveLength(3);
  answers[2]!(admission(3));
  await later;
});
