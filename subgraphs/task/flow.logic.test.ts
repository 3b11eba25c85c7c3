import { flowOf } from './flow.logic';
import type { StatusCategory } from './task.policy';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
const begun = { createdAt: at(0), startedAt: at(100), reviewedAt: null, completedAt: null };
const done = { createdAt: at(0), startedAt: at(100), reviewedAt: at(160), completedAt: at(190.9) };

describe('the flow of a task', () => {
  test.each<[StatusCategory | null, object]>([
    [null, { committedAt: null, leadTime: null, cycleTime: null }],
    ['TO_DO', { committedAt: at(0), leadTime: 190, cycleTime: 90 }],
    ['IN_PROGRESS', { committedAt: at(100), leadTime: 90, cycleTime: 90 }],
    ['IN_REVIEW', { committedAt: at(160), leadTime: 30, cycleTime: 30 }],
    ['DONE', { committedAt: at(190.9), leadTime: 0, cycleTime: 0 }],
  ])('committed at %s and done', (commitment, flow) => {
    expect(flowOf(done, commitment)).toEqual(flow);
  });

  test.each<[StatusCategory, Date | null]>([
    ['TO_DO', at(0)],
    ['IN_PROGRESS', at(100)],
    ['IN_REVIEW', null],
    ['DONE', null],
  ])('committed at %s and under way', (commitment, committedAt) => {
    expect(flowOf(begun, commitment)).toEqual({ committedAt, leadTime: null, cycleTime: null });
  });
});
