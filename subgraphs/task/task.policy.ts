import type { Principal } from '../kit/context';
import { isReadOnly, isSystemAdmin } from '../kit/permission';

export type TaskType = 'TASK' | 'BUG' | 'EPIC';
export type StatusCategory = 'TO_DO' | 'IN_PROGRESS' | 'IN_REVIEW' | 'DONE';
export type Priority = 'HIGH' | 'MEDIUM' | 'LOW';
export type Severity = 'CRITICAL' | 'MAJOR' | 'MINOR' | 'TRIVIAL';
export type TaskStatus =
  'TO_DO' | 'IN_PROGRESS' | 'DONE' | 'NEW' | 'INVESTIGATING' | 'FIXED' | 'VERIFIED' | 'PLANNED' | 'COMPLETED';

/** The statuses of each type in the order in which work goes through them; the first is where it begins. */
export const STATUSES: Record<TaskType, readonly TaskStatus[]> = {
  TASK: ['TO_DO', 'IN_PROGRESS', 'DONE'],
  BUG: ['NEW', 'INVESTIGATING', 'FIXED', 'VERIFIED'],
  EPIC: ['PLANNED', 'IN_PROGRESS', 'COMPLETED'],
};

const CATEGORIES: Record<TaskStatus, StatusCategory> = {
  TO_DO: 'TO_DO',
  NEW: 'TO_DO',
  PLANNED: 'TO_DO',
  IN_PROGRESS: 'IN_PROGRESS',
  INVESTIGATING: 'IN_PROGRESS',
  FIXED: 'IN_REVIEW',
  DONE: 'DONE',
  VERIFIED: 'DONE',
  COMPLETED: 'DONE',
};

/** The columns of a new board, from left to right. */
export const BOARD_COLUMN_CATEGORIES: readonly StatusCategory[] = [
  'TO_DO',
  'IN_PROGRESS',
  'IN_REVIEW',
  'DONE',
];
export const PRIORITIES: readonly Priority[] = ['HIGH', 'MEDIUM', 'LOW'];
export const SEVERITIES: readonly Severity[] = ['CRITICAL', 'MAJOR', 'MINOR', 'TRIVIAL'];

export const MAX_TITLE = 500;
const MAX_DESCRIPTION = 40_000;
const MAX_ESTIMATE = 10_000;

/** How people write an enum value: `IN_PROGRESS` is "In Progress". */
export function labelOf(value: string): string {
  return value
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ');
}

/** The labels of values, as a refusal lists them. */
export function labelsOf(values: readonly string[]): string {
  return values.map(labelOf).join(', ');
}

/** The value with exactly this label, or null. */
export function valueOf<V extends string>(values: readonly V[], label: string): V | null {
  return values.find((value) => labelOf(value) === label) ?? null;
}

export function categoryOf(status: TaskStatus): StatusCategory {
  return CATEGORIES[status];
}

/** The status that a type has in a category, or null; no type has two in one. */
export function statusIn(type: TaskType, category: StatusCategory): TaskStatus | null {
  return STATUSES[type].find((status) => CATEGORIES[status] === category) ?? null;
}

/** Why a status is not legal for a type, or null. Any status of the type may follow any other. */
export function refuseStatus(type: TaskType, status: TaskStatus): string | null {
  if (STATUSES[type].includes(status)) return null;
  return `Invalid status. Available: ${labelsOf(STATUSES[type])}`;
}

/** Why a severity is not legal for a type, or null. */
export function refuseSeverity(type: TaskType, severity: Severity | null): string | null {
  return severity === null || type === 'BUG' ? null : 'Severity is for bugs only';
}

/** Why a title is not acceptable, or null. */
export function refuseTitle(title: string): string | null {
  return refuseLine('Title', title, MAX_TITLE);
}

/** Why a description is not acceptable, or null. */
export function refuseDescription(text: string): string | null {
  // Characters are counted only where the code units leave a doubt.
  const length = text.length > MAX_DESCRIPTION ? [...text].length : text.length;
  if (length > MAX_DESCRIPTION) return `Description must have at most ${MAX_DESCRIPTION} characters`;
  if (!/\p{Surrogate}|[^\P{Cc}\t\n\r]/u.test(text)) return null;
  return 'Description must not contain control characters but tab and line break';
}

/** Why an estimate is not acceptable, or null. */
export function refuseEstimate(estimate: number): string | null {
  return estimate >= 0 && estimate <= MAX_ESTIMATE ? null : `Estimate must be between 0 and ${MAX_ESTIMATE}`;
}

/** Why a line of text is not acceptable, or null. */
export function refuseLine(what: string, text: string, max: number): string | null {
  const length = [...text].length;
  if (length < 1 || length > max) return `${what} must have 1 to ${max} characters`;
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return `${what} must not contain control characters`;
  return null;
}

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && !text.startsWith('0000');
}

/** Whether a caller with this role in the workspace may look at its tasks: those in chats that they read. */
export function maySeeTasks(principal: Principal, role: string | null): boolean {
  return role !== null || isSystemAdmin(principal);
}

/** Whether a caller with this role in the workspace may look at its boards. */
export function maySeeBoards(principal: Principal, role: string | null): boolean {
  return (role !== null && role !== 'GUEST') || isSystemAdmin(principal);
}

/** Whether a caller with this role in the workspace may make and change its tasks and boards. */
export function mayWrite(principal: Principal, role: string | null): boolean {
  if (role === null || role === 'GUEST') return false;
  return !isReadOnly(principal);
}
