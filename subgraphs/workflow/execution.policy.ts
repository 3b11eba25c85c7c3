import type { ExecutionStatus } from './execution.entity';
import type { NodeRunStatus } from './node-run.entity';

/** The most runs that may lie between a person's act and what a run does. */
export const MAX_DEPTH = 5;

/**
 * Whether a message may start workflows: what bots and workflows post never does, and whatever is too many runs away
 * from a person's act is refused, so that no circle of workflows runs for ever.
 */
export function decideTrigger(message: {
  isAutomatic: boolean;
  depth: number;
}): 'IGNORE' | 'REFUSE' | 'START' {
  if (message.isAutomatic) return 'IGNORE';
  return message.depth >= MAX_DEPTH ? 'REFUSE' : 'START';
}

export const hasEnded = (status: ExecutionStatus | NodeRunStatus) =>
  status === 'COMPLETED' || status === 'FAILED';
