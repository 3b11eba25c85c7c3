import type { EventPayload, StoredEvent } from '../../schema/events';
import type { CreateTaskInput, UpdateTaskInput } from '../../schema/generated/task';
import { actorIdOf, type Context, type InTransaction } from '../kit/context';
import { encodeCursor } from '../kit/cursor';
import { AppError, badInput, enforce, forbidden, notFound, requireVersion } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { once } from '../kit/idempotency';
import { fromGlobalId, newUuid } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import { ARCHIVED } from '../kit/permission';
import { defaultRank } from './board.logic';
import { takeNumber } from './counter.service';
import { checkLabels, planLabels } from './labelling.service';
import { checkPatch, withSubscribers } from './patch.service';
import { TASK_STATE_COLUMNS, type TaskState } from './task.entity';
import { changesOf, type LabelPatch, type TaskChange, type TaskPatch } from './task.logic';
import { requireParent } from './parent.service';
import { placeAfter, requireRoom, type Place } from './wip.service';
import { STATUSES, categoryOf, mayWrite, type TaskType } from './task.policy';

type Tx = InTransaction<Context>;

/** What a use case knows of the workspace that it works in. */
export interface Workplace {
  workspaceId: string;
  /** The caller's role. */
  role: string;
  /** The topics of its boards. */
  topics: string[];
}

/** A task that is yet to be made: what the caller decides of it. The parent is one of the same workspace. */
export interface TaskDraft extends Omit<TaskPatch, 'title' | 'status' | 'labels'> {
  workspaceId: string;
  /** Whose readers will see it. */
  scopeId: string;
  type: TaskType;
  title: string;
  labelIds?: readonly string[];
  chatId: string;
  sourceChatId: string | null;
  sourceMessageId: string | null;
  parentId: string | null;
}

/** Creates a task by itself, seen by the whole workspace. */
export async function createTask(
  ctx: Context,
  input: CreateTaskInput,
): Promise<{ taskId: string; cursor: string }> {
  const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
  const { ids } = await inTransaction(ctx, async (tx) => {
    const place = await requireWorkplace(tx, workspaceId);
    return once(tx, 'createTask', input, async () => {
      const draft = draftOf(input, workspaceId);
      const task = await planTask(tx, draft);
      emitTask(tx, task, { topics: place.topics });
      return { taskId: task.id };
    });
  });
  // Its creation is the first event of a task.
  return { taskId: ids.taskId, cursor: encodeCursor(`task:${ids.taskId}`, 1) };
}

function draftOf(input: CreateTaskInput, workspaceId: string): TaskDraft {
  return {
    ...fieldsOf(input),
    workspaceId,
    scopeId: workspaceId,
    title: input.title.trim(),
    chatId: newUuid(),
    sourceChatId: null,
    sourceMessageId: null,
    parentId: input.parentId == null ? null : fromGlobalId('Task', input.parentId, 'parentId'),
  };
}

/** What is the same of a new task wherever it comes from. */
export function fieldsOf(input: Omit<CreateTaskInput, 'workspaceId' | 'title' | 'parentId'>) {
  return {
    type: input.type ?? 'TASK',
    description: descriptionOf(input.description) ?? null,
    assigneeId: input.assigneeId == null ? null : fromGlobalId('User', input.assigneeId, 'assigneeId'),
    priority: input.priority ?? null,
    severity: input.severity ?? null,
    dueDate: input.dueDate ?? null,
    estimate: input.estimate ?? null,
    labelIds: labelIdsOf(input.labelIds ?? [], 'labelIds'),
  } satisfies Partial<TaskDraft>;
}

/** Changes fields of a task: all or none. What is so already makes no event; without any change the cursor is null. */
export async function updateTask(
  ctx: Context,
  input: UpdateTaskInput,
): Promise<{ taskId: string; cursor: string | null }> {
  const taskId = fromGlobalId('Task', input.id, 'id');
  const events = await inTransaction(ctx, async (tx) => {
    const { task, place } = await requireTask(tx, taskId);
    return answeringWith(task, async () => {
      requireVersion(task, input.expectedVersion, { what: task.key });
      const changes = await planChanges(tx, task, patchOf(input));
      return emitChanges(tx, task, changes, { topics: place.topics });
    });
  });
  const last = events.at(-1);
  return { taskId, cursor: last ? cursorOf(last) : null };
}

function patchOf(input: UpdateTaskInput): TaskPatch {
  if (input.title === null) throw badInput('Title cannot be cleared', 'title');
  if (input.status === null) throw badInput('Status cannot be cleared', 'status');
  const { assigneeId, parentId } = input;
  return {
    title: input.title?.trim(),
    description: descriptionOf(input.description),
    status: input.status,
    assigneeId: assigneeId == null ? assigneeId : fromGlobalId('User', assigneeId, 'assigneeId'),
    priority: input.priority,
    severity: input.severity,
    dueDate: input.dueDate,
    estimate: input.estimate,
    parentId: parentId == null ? parentId : fromGlobalId('Task', parentId, 'parentId'),
    labels: labelPatchOf(input),
  };
}

/** A blank description is none. */
function descriptionOf(text: string | null | undefined): string | null | undefined {
  return text === undefined || text?.trim() ? text : null;
}

function labelPatchOf({ labelIds, addLabelIds, removeLabelIds }: UpdateTaskInput): LabelPatch | undefined {
  if (labelIds === undefined && addLabelIds == null && removeLabelIds == null) return undefined;
  const add = labelIdsOf(addLabelIds ?? [], 'addLabelIds');
  const remove = labelIdsOf(removeLabelIds ?? [], 'removeLabelIds');
  if (labelIds === undefined) return { add, remove };
  if (addLabelIds == null && removeLabelIds == null) return { set: labelIdsOf(labelIds ?? [], 'labelIds') };
  throw badInput('give either labelIds, or addLabelIds and removeLabelIds', 'labelIds');
}

function labelIdsOf(ids: readonly string[], field: string): string[] {
  return ids.map((id) => fromGlobalId('Label', id, field));
}

/** The workspace that the caller wants to write in; NOT_FOUND for whoever does not belong to it, FORBIDDEN for readers. */
export async function requireWorkplace(ctx: Tx, workspaceId: string): Promise<Workplace> {
  const [found] = await ctx.tx.query<{ role: string; boardIds: string[]; isArchived: boolean }>(
    `/* task.findWorkplace */ SELECT m.role, a.archived AS is_archived, ARRAY(SELECT b.id FROM task.board b WHERE b.workspace_id = m.scope_id) AS board_ids
     FROM access.mine m JOIN access.scope a ON a.scope_id = m.scope_id WHERE m.scope_id = $1`,
    [workspaceId],
  );
  if (!found) throw notFound('Workspace', 'workspaceId');
  if (!mayWrite(ctx.principal, found.role) || actorIdOf(ctx) === null) throw refuseWriting();
  if (found.isArchived) enforce(ARCHIVED);
  return { workspaceId, role: found.role, topics: found.boardIds.map((id) => `board:${id}`) };
}

/** A task that the caller may change, locked; NOT_FOUND when it cannot be seen, FORBIDDEN when only read. */
export async function requireTask(
  ctx: Tx,
  taskId: string,
  field = 'id',
): Promise<{ task: TaskState; place: Workplace }> {
  const [task] = await ctx.tx.query<TaskState>(
    `/* task.lockTask */ SELECT ${TASK_STATE_COLUMNS} FROM task.task t WHERE t.id = $1 FOR NO KEY UPDATE OF t`,
    [taskId],
  );
  if (task) return { task, place: await answeringWith(task, () => requireWorkplace(ctx, task.workspaceId)) };
  // A lock passes over rows that may be read and not changed.
  const [readable] = await ctx.tx.query<TaskState>(
    `/* task.findTask */ SELECT ${TASK_STATE_COLUMNS} FROM task.task t WHERE t.id = $1`,
    [taskId],
  );
  if (!readable) throw notFound('Task', field);
  return answeringWith(readable, async () => {
    await requireWorkplace(ctx, readable.workspaceId);
    throw forbidden('You may read the chat that this task came from and not write in it.', 'MEMBER');
  });
}

/** What those are told who may read and not write. */
export function refuseWriting(): AppError {
  return forbidden('Changing tasks and boards requires the workspace role MEMBER.', 'MEMBER');
}

/** Runs `work` so that its refusals answer the task as it is beside the error. */
export async function answeringWith<R>(task: TaskState, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, error.message, { ...error.details, payload: { task } });
  }
}

/** A task that is about to be written, with its labels. */
export type NewTask = TaskState & { labelIds: readonly string[] };

/** Decides a new task and takes its number; neither it nor the `pending` tasks are written yet. Throws the refusal. */
export async function planTask(ctx: Tx, draft: TaskDraft, pending: readonly Place[] = []): Promise<NewTask> {
  const status = STATUSES[draft.type][0]!;
  const task: NewTask = {
    ...draft,
    id: newUuid(),
    creatorId: actorIdOf(ctx)!,
    number: 0,
    key: '',
    status,
    category: categoryOf(status),
    assigneeId: draft.assigneeId ?? null,
    priority: draft.priority ?? null,
    severity: draft.severity ?? null,
    dueDate: draft.dueDate ?? null,
    description: draft.description ?? null,
    estimate: draft.estimate ?? null,
    labelIds: await checkLabels(ctx, draft.workspaceId, draft.labelIds ?? []),
    rank: '',
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
    startedAt: null,
    reviewedAt: null,
    completedAt: null,
    version: 1,
  };
  await checkPatch(ctx, task, draft);
  // One that is made with it is there for certain, and a part of none that could be found.
  const hasParent = task.parentId !== null && !pending.some(({ id }) => id === task.parentId);
  if (hasParent) await requireParent(ctx, task, task.parentId!);
  await requireRoom(ctx, task, { labels: { added: [...task.labelIds], removed: [] }, pending });
  // Last, so that a refused task takes no number.
  const { number, prefix } = await takeNumber(ctx, draft.workspaceId);
  return { ...task, number, key: `${prefix}-${number}`, rank: defaultRank(number) };
}

/** Decides the changes that bring a task to the patch; nothing is written yet. Throws the refusal. */
export async function planChanges(
  ctx: Tx,
  task: TaskState,
  patch: TaskPatch,
  pending: readonly Place[] = [],
): Promise<TaskChange[]> {
  await checkPatch(ctx, task, patch);
  const { parentId } = patch;
  if (parentId != null && parentId !== task.parentId) await requireParent(ctx, task, parentId);
  const labels = patch.labels && (await planLabels(ctx, task, patch.labels));
  const after = placeAfter(task, patch);
  const path = patch.status === undefined ? undefined : ['status'];
  if (after) await requireRoom(ctx, after, { labels: labels?.payload, pending, path });
  const changes = await withSubscribers(ctx, task, changesOf(task, patch));
  return labels ? [...changes, labels] : changes;
}

interface Announcement {
  /** The boards of the workspace. */
  topics: readonly string[];
  causationId?: string;
}

/** Writes a planned task. */
export function emitTask(
  ctx: Tx,
  task: NewTask,
  { topics, causationId }: Announcement,
): StoredEvent<'task.created'> {
  const { number, key, type, title, status, assigneeId, creatorId, priority, severity, dueDate } = task;
  const { description, estimate, chatId, sourceChatId, sourceMessageId, parentId } = task;
  const facts = { number, key, type, title, status, assigneeId, creatorId, priority, severity, dueDate };
  const origin = { chatId, sourceChatId, sourceMessageId, parentId };
  const labelIds = [...task.labelIds];
  const payload: EventPayload<'task.created'> = { ...facts, ...origin, description, estimate, labelIds };
  return emit(ctx, { type: 'task.created', ...placeOf(task), payload, topics, causationId });
}

/** Writes planned changes of a task, one event each. */
export function emitChanges(
  ctx: Tx,
  task: TaskState,
  changes: readonly TaskChange[],
  { topics, causationId }: Announcement,
): StoredEvent[] {
  return changes.map((change) => emit(ctx, { ...change, ...placeOf(task), topics, causationId }));
}

/** Where the events of a task belong. */
export function placeOf({ id, workspaceId, scopeId }: TaskState) {
  return { aggregateId: id, workspaceId, scopeId };
}
