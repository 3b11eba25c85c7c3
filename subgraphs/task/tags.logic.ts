import type { ParsedTag } from '../../schema/events';
import { invalidFormat, NOT_A_USERNAME, parseUsername, type TagError } from '../kit/tag-results';
import type { TaskPatch } from './task.logic';
import {
  PRIORITIES,
  SEVERITIES,
  STATUSES,
  isCalendarDate,
  labelOf,
  labelsOf,
  refuseSeverity,
  refuseTitle,
  valueOf,
  type TaskType,
} from './task.policy';

/** What a tag asks for; `text` is what the bot says once it is done. */
export type TagAct =
  | { kind: 'create'; type: TaskType; title: string }
  | { kind: 'change'; patch: TaskPatch; text: string }
  | { kind: 'assign'; username: string; text: string };

export type Interpretation = { act: TagAct } | { error: TagError };

const CREATES: Record<string, TaskType> = { task: 'TASK', bug: 'BUG', epic: 'EPIC' };
const CHANGES = {
  status: interpretStatus,
  assignee: interpretAssignee,
  priority: interpretPriority,
  due: interpretDue,
  title: interpretTitle,
  severity: interpretSeverity,
} as const;

/** The refusal of a tag that needs a task where there is none. */
export const NO_TASK: TagError = {
  kind: 'BUSINESS',
  code: 'NO_TASK',
  message: 'No task here. Create one with #task',
};

/** Whether a tag makes a task. */
export function isCreation(tag: ParsedTag): boolean {
  return Object.hasOwn(CREATES, tag.name);
}

/** Whether a tag is for tasks; the others are the chat's own. */
export function isTaskTag(tag: ParsedTag): boolean {
  return isCreation(tag) || Object.hasOwn(CHANGES, tag.name);
}

/** What `#task`, `#bug` and `#epic` ask for. */
export function interpretCreation(tag: ParsedTag): Interpretation {
  if (tag.value === '') return { error: invalidFormat(`Invalid format. Use #${tag.name} <title>`) };
  const refusal = refuseTitle(tag.value);
  if (refusal) return semantic('INVALID_TITLE', refusal);
  return { act: { kind: 'create', type: CREATES[tag.name]!, title: tag.value } };
}

/** What any other tag asks of a task of this type. */
export function interpretChange(tag: ParsedTag, type: TaskType): Interpretation {
  return CHANGES[tag.name as keyof typeof CHANGES](tag.value, type);
}

function interpretStatus(value: string, type: TaskType): Interpretation {
  const status = valueOf(STATUSES[type], value);
  if (!status) return semantic('INVALID_STATUS', `Invalid status. Available: ${labelsOf(STATUSES[type])}`);
  return change({ status }, `Status changed to ${labelOf(status)}`);
}

function interpretAssignee(value: string): Interpretation {
  if (value === '' || value === '@none') return change({ assigneeId: null }, 'Assignee cleared');
  const username = parseUsername(value);
  if (username === null) return { error: NOT_A_USERNAME };
  return { act: { kind: 'assign', username, text: `Assigned to @${username}` } };
}

function interpretPriority(value: string): Interpretation {
  const priority = valueOf(PRIORITIES, value);
  if (!priority) return semantic('INVALID_PRIORITY', `Invalid priority. Available: ${labelsOf(PRIORITIES)}`);
  return change({ priority }, `Priority set to ${labelOf(priority)}`);
}

function interpretDue(value: string): Interpretation {
  if (value === '') return change({ dueDate: null }, 'Due date cleared');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return { error: invalidFormat('Invalid date. Use YYYY-MM-DD') };
  if (!isCalendarDate(value)) return semantic('INVALID_DATE', 'Invalid date. Use YYYY-MM-DD');
  return change({ dueDate: value }, `Due date set to ${value}`);
}

function interpretTitle(value: string): Interpretation {
  if (value === '') return { error: invalidFormat('Invalid format. Use #title <text>') };
  const refusal = refuseTitle(value);
  if (refusal) return semantic('INVALID_TITLE', refusal);
  return change({ title: value }, `Title changed to ${value}`);
}

function interpretSeverity(value: string, type: TaskType): Interpretation {
  const refusal = refuseSeverity(type, 'CRITICAL');
  if (refusal) return { error: { kind: 'BUSINESS', code: 'BUGS_ONLY', message: refusal } };
  const severity = valueOf(SEVERITIES, value);
  if (!severity) return semantic('INVALID_SEVERITY', `Invalid severity. Available: ${labelsOf(SEVERITIES)}`);
  return change({ severity }, `Severity set to ${labelOf(severity)}`);
}

function change(patch: TaskPatch, text: string): Interpretation {
  return { act: { kind: 'change', patch, text } };
}

function semantic(code: string, message: string): Interpretation {
  return { error: { kind: 'SEMANTIC', code, message } };
}
