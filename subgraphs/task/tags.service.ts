import type { ParsedTag, StoredEvent, TagResult } from '../../schema/events';
import type { Context, InTransaction } from '../kit/context';
import { AppError, forbidden } from '../kit/errors';
import { emit } from '../kit/events';
import { newUuid } from '../kit/ids';
import { applied, refused, unknownUser } from '../kit/tag-results';
import {
  NO_TASK,
  interpretChange,
  interpretCreation,
  isCreation,
  isTaskTag,
  type TagAct,
} from './tags.logic';
import { TASK_STATE_COLUMNS, type TaskState } from './task.entity';
import { withChanges, type TaskChange, type TaskPatch } from './task.logic';
import {
  emitChanges,
  emitTask,
  placeOf,
  planChanges,
  planTask,
  requireWorkplace,
  type NewTask,
  type Workplace,
} from './task.service';

type Tx = InTransaction<Context>;
type Message = StoredEvent<'chat.message.sent'>;

/** What is to be written for one tag that was applied. */
type Step = { create: NewTask } | { task: TaskState; changes: TaskChange[] };

/** The tags of one message while they are being decided. */
interface Session {
  ctx: Tx;
  message: Message;
  place: Workplace;
  /** The task whose chat it is. */
  ownTask: TaskState | null;
  /** What the next tag acts on: the chat's own task, then the one made last; null where there is none. */
  target: TaskState | null;
  /** The first task that a tag was about. */
  concerned: TaskState | null;
  steps: Step[];
  /** The tasks that the steps are about, as they will be. */
  pending: Map<string, TaskState>;
}

/**
 * Applies the task tags of a person's message, each by itself, with the commands and rules of the mutations and the
 * sender's permission. All are decided first; then `task.tags.applied` (on the first task concerned; `tags.refused`
 * where there is none) tells what became of them and is the cause of the changes. A task made by the first tag is
 * created before that event, since its creation opens its stream. A message is decided once, however often it comes.
 */
export async function applyTags(ctx: Tx, message: Message): Promise<void> {
  const tags = message.payload.tags.filter(isTaskTag);
  if (message.payload.isAutomatic || tags.length === 0) return;
  if (await isDecided(ctx, message)) return;
  const place = await requireWorkplace(ctx, message.workspaceId!);
  const ownTask = await lockTaskOfChat(ctx, message.aggregateId);
  const begun = { target: ownTask, concerned: null, steps: [], pending: new Map() };
  const session: Session = { ctx, message, place, ownTask, ...begun };
  const results: TagResult[] = [];
  for (const tag of tags) results.push(await decide(session, tag));
  emitDecision(session, results);
}

async function isDecided(ctx: Tx, { payload, scopeId }: Message): Promise<boolean> {
  const [state] = await ctx.tx.query<{ isDecided: boolean; isWritable: boolean }>(
    `/* task.findTagDecision */ SELECT EXISTS (SELECT 1 FROM task.tag_decision d WHERE d.message_id = $1) AS is_decided,
       EXISTS (SELECT 1 FROM access.writable w WHERE w.scope_id = $2) AS is_writable`,
    [payload.messageId, scopeId],
  );
  if (!state!.isWritable) throw forbidden('The sender may no longer write in this chat.');
  return state!.isDecided;
}

async function lockTaskOfChat(ctx: Tx, chatId: string): Promise<TaskState | null> {
  const [task] = await ctx.tx.query<TaskState>(
    `/* task.lockTaskOfChat */ SELECT ${TASK_STATE_COLUMNS} FROM task.task t WHERE t.chat_id = $1 FOR NO KEY UPDATE OF t`,
    [chatId],
  );
  return task ?? null;
}

async function decide(session: Session, tag: ParsedTag): Promise<TagResult> {
  try {
    return isCreation(tag) ? await decideCreation(session, tag) : await decideChange(session, tag);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(tag, { kind: 'BUSINESS', code: error.code, message: error.message });
  }
}

async function decideCreation(session: Session, tag: ParsedTag): Promise<TagResult> {
  // What follows is meant for the new task; should it be refused, nothing else is changed in its place.
  session.target = null;
  const interpretation = interpretCreation(tag);
  if ('error' in interpretation) return refused(tag, interpretation.error);
  const act = interpretation.act as Extract<TagAct, { kind: 'create' }>;
  const { ctx, message, ownTask } = session;
  const becomesTaskChat = message.payload.chatKind === 'DISCUSSION' && ownTask === null;
  const draft = {
    workspaceId: session.place.workspaceId,
    scopeId: message.scopeId,
    type: act.type,
    title: act.title,
    chatId: becomesTaskChat ? message.aggregateId : newUuid(),
    sourceChatId: message.aggregateId,
    sourceMessageId: message.payload.messageId,
    parentId: ownTask?.id ?? null,
  };
  const task = await planTask(ctx, draft, [...session.pending.values()]);
  session.steps.push({ create: task });
  session.pending.set(task.id, task);
  session.target = task;
  session.concerned ??= task;
  if (becomesTaskChat) session.ownTask = task;
  return applied(tag, `Created ${act.type.toLowerCase()} ${task.key}: ${task.title}`);
}

async function decideChange(session: Session, tag: ParsedTag): Promise<TagResult> {
  const task = session.target;
  if (!task) return refused(tag, NO_TASK);
  session.concerned ??= task;
  const interpretation = interpretChange(tag, task.type);
  if ('error' in interpretation) return refused(tag, interpretation.error);
  const act = interpretation.act as Exclude<TagAct, { kind: 'create' }>;
  const patch = act.kind === 'change' ? act.patch : await assigning(session, act.username);
  if (!patch) return refused(tag, unknownUser((act as { username: string }).username));
  const changes = await planChanges(session.ctx, task, patch, [...session.pending.values()]);
  if (changes.length > 0) session.steps.push({ task, changes });
  session.target = withChanges(task, patch);
  session.pending.set(task.id, session.target);
  if (session.ownTask?.id === task.id) session.ownTask = session.target;
  return applied(tag, act.text);
}

/** Makes a member of the workspace the assignee; whoever is no member is answered like a name that nobody has. */
async function assigning({ ctx, place }: Session, username: string): Promise<TaskPatch | null> {
  const [member] = await ctx.tx.query<{ userId: string }>(
    `/* task.findMemberByName */ SELECT p.user_id FROM access.person p
     JOIN access.membership m ON m.user_id = p.user_id AND m.scope_id = $1 AND m.active
     WHERE p.username_lower = lower($2) AND p.is_active`,
    [place.workspaceId, username],
  );
  return member ? { assigneeId: member.userId } : null;
}

function emitDecision(session: Session, results: TagResult[]): void {
  const { ctx, message, place, concerned, steps } = session;
  const decisionId = newUuid();
  const announcement = { topics: place.topics, causationId: decisionId };
  const perform = (step: Step) =>
    'create' in step
      ? emitTask(ctx, step.create, announcement)
      : emitChanges(ctx, step.task, step.changes, announcement);
  const opening =
    concerned === null ? [] : steps.filter((s) => 'create' in s && s.create.id === concerned.id);
  opening.forEach(perform);
  const payload = { messageId: message.payload.messageId, chatId: message.aggregateId, results };
  const decision = { id: decisionId, payload, causationId: message.id };
  if (concerned) emit(ctx, { ...decision, type: 'task.tags.applied', ...placeOf(concerned) });
  else emit(ctx, { ...decision, type: 'tags.refused', ...refusedAt(message) });
  steps.filter((step) => !opening.includes(step)).forEach(perform);
}

function refusedAt({ payload, workspaceId, scopeId }: Message) {
  return { aggregateId: payload.messageId, workspaceId, scopeId };
}
