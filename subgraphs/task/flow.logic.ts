import type { TaskState } from './task.entity';
import type { StatusCategory } from './task.policy';

type Times = Pick<TaskState, 'createdAt' | 'startedAt' | 'reviewedAt' | 'completedAt'>;

/** How a task flows through its work. */
export interface Flow {
  /** Since when it is at its commitment point or beyond; null before, and where there is none. */
  committedAt: Date | null;
  /** From there to its completion, in whole seconds. */
  leadTime: number | null;
  /** The part of it in which somebody worked on it, in whole seconds. */
  cycleTime: number | null;
}

/** The flow of a task that is committed once its status reaches the category; null: never. */
export function flowOf(task: Times, commitment: StatusCategory | null): Flow {
  const committedAt = commitment === null ? null : sinceWhen(task, commitment);
  const { startedAt, completedAt } = task;
  if (committedAt === null || completedAt === null) return { committedAt, leadTime: null, cycleTime: null };
  const begun = startedAt !== null && startedAt > committedAt ? startedAt : committedAt;
  return {
    committedAt,
    leadTime: secondsBetween(committedAt, completedAt),
    cycleTime: secondsBetween(begun, completedAt),
  };
}

function sinceWhen(task: Times, category: StatusCategory): Date | null {
  if (category === 'TO_DO') return task.createdAt;
  if (category === 'IN_PROGRESS') return task.startedAt;
  return category === 'IN_REVIEW' ? task.reviewedAt : task.completedAt;
}

function secondsBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / 1000);
}
