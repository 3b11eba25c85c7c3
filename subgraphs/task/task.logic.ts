import type { EventPayload, EventType } from '../../schema/events';
import type { TaskEntity, TaskState } from './task.entity';
import { categoryOf, type TaskStatus } from './task.policy';

/** What to change in a task's own fields: an absent field stays. */
type FieldPatch = Partial<
  Pick<
    TaskEntity,
    | 'title'
    | 'description'
    | 'status'
    | 'assigneeId'
    | 'priority'
    | 'severity'
    | 'dueDate'
    | 'estimate'
    | 'parentId'
  >
>;

/** Which labels a task is to have: just these, or these more and those no more. */
export type LabelPatch = { set: readonly string[] } | { add: readonly string[]; remove: readonly string[] };

/** What to change in a task: an absent field stays. */
export interface TaskPatch extends FieldPatch {
  labels?: LabelPatch;
}

/** Which event says that a field changed, in the order in which several are told. */
const EVENT_OF = {
  title: 'task.title.changed',
  description: 'task.description.changed',
  status: 'task.status.changed',
  assigneeId: 'task.assignee.changed',
  priority: 'task.priority.changed',
  severity: 'task.severity.changed',
  dueDate: 'task.due_date.changed',
  estimate: 'task.estimate.changed',
  parentId: 'task.parent.changed',
} as const satisfies Record<keyof FieldPatch, string>;

export type FieldEvent = (typeof EVENT_OF)[keyof FieldPatch] | 'task.labels.changed';

/** One changed field of a task, as its event tells it. */
export type TaskChange = { [T in FieldEvent]: { type: T; payload: EventPayload<T> } }[FieldEvent];

/** The fields of the schema's Task that an event of it changes. */
export const CHANGED_FIELDS = {
  'task.title.changed': ['title'],
  'task.description.changed': ['description'],
  'task.status.changed': ['status', 'statusCategory'],
  'task.assignee.changed': ['assignee', 'subscribers', 'viewerIsSubscribed'],
  'task.priority.changed': ['priority'],
  'task.severity.changed': ['severity'],
  'task.due_date.changed': ['dueDate'],
  'task.estimate.changed': ['estimate'],
  'task.parent.changed': ['parent'],
  'task.relation.added': ['relations'],
  'task.relation.removed': ['relations'],
  'task.labels.changed': ['labels'],
  'task.subscriber.added': ['subscribers', 'viewerIsSubscribed'],
  'task.subscriber.removed': ['subscribers', 'viewerIsSubscribed'],
} as const satisfies Partial<Record<EventType, readonly string[]>>;

/** The changes that bring a task to what the patch says; none for fields that are so already. */
export function changesOf(task: TaskState, patch: TaskPatch): TaskChange[] {
  const fields = Object.keys(EVENT_OF) as (keyof FieldPatch)[];
  return fields
    .filter((field) => patch[field] !== undefined && patch[field] !== task[field])
    .map((field) => ({
      type: EVENT_OF[field],
      payload: {
        from: task[field],
        to: patch[field],
        ...(field === 'status' && { assigneeId: task.assigneeId, creatorId: task.creatorId }),
      },
    })) as TaskChange[];
}

/** The task as it is after changes that are not yet committed. */
export function withChanges(task: TaskState, patch: TaskPatch): TaskState {
  const status: TaskStatus = patch.status ?? task.status;
  const version = task.version + changesOf(task, patch).length;
  return { ...task, ...patch, category: categoryOf(status), version };
}

export type LabelChange = Extract<TaskChange, { type: 'task.labels.changed' }>;

/** The change that brings a task from the labels that it has to those that the patch says; null when it has them. */
export function labelChange(present: readonly string[], patch: LabelPatch): LabelChange | null {
  const wanted = new Set('set' in patch ? patch.set : present);
  if ('add' in patch) {
    for (const id of patch.add) wanted.add(id);
    for (const id of patch.remove) wanted.delete(id);
  }
  const added = [...wanted].filter((id) => !present.includes(id));
  const removed = present.filter((id) => !wanted.has(id));
  if (added.length === 0 && removed.length === 0) return null;
  return { type: 'task.labels.changed', payload: { added, removed } };
}

/** A title from what a message says in plain text: its first line, up to so many characters; empty where there is none. */
export function titleFrom(text: string, most: number): string {
  const lines = text.split('\n').map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim());
  return [...(lines.find((line) => line !== '') ?? '')].slice(0, most).join('').trim();
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
