import type { EventPayload, EventType } from '../../schema/events';
import type { RelationDirection, RelationType } from './relation.entity';

/** What an entry of a task's history is about. */
export type ActivityKind = (typeof KINDS)[ActivityEvent];

/** The events of a task that its history tells, and what each is about. */
export const KINDS = {
  'task.created': 'CREATED',
  'task.title.changed': 'TITLE',
  'task.description.changed': 'DESCRIPTION',
  'task.status.changed': 'STATUS',
  'task.assignee.changed': 'ASSIGNEE',
  'task.priority.changed': 'PRIORITY',
  'task.severity.changed': 'SEVERITY',
  'task.due_date.changed': 'DUE_DATE',
  'task.estimate.changed': 'ESTIMATE',
  'task.labels.changed': 'LABELS',
  'task.parent.changed': 'PARENT',
  'task.relation.added': 'RELATIONS',
  'task.relation.removed': 'RELATIONS',
} as const satisfies Partial<Record<EventType, string>>;

export type ActivityEvent = keyof typeof KINDS;
export const ACTIVITY_EVENTS = Object.keys(KINDS) as ActivityEvent[];

/** An entry of a task's history: an event of the task, as the store has it. */
export interface TaskActivityRow {
  version: number;
  type: ActivityEvent;
  payload: unknown;
  occurredAt: Date;
  actorId: string | null;
}

/** What was, or what came to be: one of these. */
export interface TaskActivityValueRow {
  value?: string;
  userId?: string;
  taskId?: string;
  labelIds?: string[];
  relation?: { type: RelationType; direction: RelationDirection };
}

type Ends = Record<'from' | 'to', string | number | null>;

/** What an entry changed from or to; null where there was nothing. */
export function endOf({ type, payload }: TaskActivityRow, end: 'from' | 'to'): TaskActivityValueRow | null {
  if (type === 'task.created') return null;
  if (type === 'task.labels.changed') {
    const { added, removed } = payload as EventPayload<'task.labels.changed'>;
    const labelIds = end === 'from' ? removed : added;
    return labelIds.length > 0 ? { labelIds } : null;
  }
  if (type === 'task.relation.added' || type === 'task.relation.removed') {
    const { otherId, type: kind, direction } = payload as EventPayload<typeof type>;
    const isThere = (end === 'to') === (type === 'task.relation.added');
    return isThere ? { taskId: otherId, relation: { type: kind, direction } } : null;
  }
  const value = (payload as Ends)[end];
  if (value === null) return null;
  if (type === 'task.assignee.changed') return { userId: String(value) };
  if (type === 'task.parent.changed') return { taskId: String(value) };
  return { value: String(value) };
}
