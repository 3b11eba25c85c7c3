import type { EventPayload } from '../../schema/events';
import type { TaskEntity, TaskState } from './task.entity';

/** What to change in a task: an absent field stays. */
export type TaskPatch = Partial<
  Pick<TaskEntity, 'title' | 'status' | 'assigneeId' | 'priority' | 'severity' | 'dueDate'>
>;

/** Which event says that a field changed, in the order in which several are told. */
const EVENT_OF = {
  title: 'task.title.changed',
  status: 'task.status.changed',
  assigneeId: 'task.assignee.changed',
  priority: 'task.priority.changed',
  severity: 'task.severity.changed',
  dueDate: 'task.due_date.changed',
} as const satisfies Record<keyof TaskPatch, string>;

export type FieldEvent = (typeof EVENT_OF)[keyof TaskPatch];

/** One changed field of a task, as its event tells it. */
export interface TaskChange {
  type: FieldEvent;
  payload: EventPayload<FieldEvent>;
}

/** The fields of the schema's Task that an event changes. */
export const CHANGED_FIELDS: Record<FieldEvent, readonly string[]> = {
  'task.title.changed': ['title'],
  'task.status.changed': ['status', 'statusCategory'],
  'task.assignee.changed': ['assignee'],
  'task.priority.changed': ['priority'],
  'task.severity.changed': ['severity'],
  'task.due_date.changed': ['dueDate'],
};

/** The changes that bring a task to what the patch says; none for fields that are so already. */
export function changesOf(task: TaskState, patch: TaskPatch): TaskChange[] {
  const fields = Object.keys(EVENT_OF) as (keyof TaskPatch)[];
  return fields
    .filter((field) => patch[field] !== undefined && patch[field] !== task[field])
    .map((field) => ({
      type: EVENT_OF[field],
      payload: {
        from: task[field],
        to: patch[field],
        ...(field === 'status' && { assigneeId: task.assigneeId, creatorId: task.creatorId }),
      } as TaskChange['payload'],
    }));
}

/** The prefix of a workspace's task keys: up to four letters and digits of its slug. */
export function keyPrefix(slug: string): string {
  return (
    slug
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .slice(0, 4) || 'T'
  );
}
