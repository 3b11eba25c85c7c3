import type { StoredEvent } from '../../schema/events';
import type { AddTaskRelationInput, RemoveTaskRelationInput } from '../../schema/generated/task';
import type { Context, InTransaction } from '../kit/context';
import { badInput, notFound } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { fromGlobalId } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import { lockStructure } from './parent.service';
import type { RelationDirection, RelationType } from './relation.entity';
import { describeLoop, findWay, isAcyclic, mirrored } from './relation.logic';
import type { TaskState } from './task.entity';
import { answeringWith, placeOf, requireTask } from './task.service';

type Tx = InTransaction<Context>;

/** Two tasks of one workspace that the caller may change, both locked. */
interface Pair {
  task: TaskState;
  related: TaskState;
  type: RelationType;
  topics: string[];
}

interface Changed {
  taskId: string;
  relatedId: string;
  cursor: string | null;
}

const MAX_RELATIONS = 200;

/** Relates a task to another; what is related so already makes no event. Throws the refusal of a cycle. */
export function addTaskRelation(ctx: Context, input: AddTaskRelationInput): Promise<Changed> {
  return changeRelation(ctx, input, async (tx, pair) => {
    if (await isRelated(tx, pair)) return null;
    await requireFewRelations(tx, pair);
    if (isAcyclic(pair.type)) await refuseCycle(tx, pair);
    return 'task.relation.added';
  });
}

/** Takes a relation away; where there is none, nothing happens. */
export function removeTaskRelation(ctx: Context, input: RemoveTaskRelationInput): Promise<Changed> {
  return changeRelation(ctx, input, async (tx, pair) =>
    (await isRelated(tx, pair)) ? 'task.relation.removed' : null,
  );
}

type RelationEvent = 'task.relation.added' | 'task.relation.removed';

async function changeRelation(
  ctx: Context,
  input: AddTaskRelationInput,
  decide: (tx: Tx, pair: Pair) => Promise<RelationEvent | null>,
): Promise<Changed> {
  const taskId = fromGlobalId('Task', input.taskId, 'taskId');
  const relatedId = fromGlobalId('Task', input.relatedTaskId, 'relatedTaskId');
  const event = await inTransaction(ctx, async (tx) => {
    const pair = await lockPair(tx, { taskId, relatedId, type: input.type });
    return answeringWith(pair.task, async () => {
      const type = await decide(tx, pair);
      return type && emitBoth(tx, pair, type);
    });
  });
  return { taskId, relatedId, cursor: event && cursorOf(event) };
}

async function lockPair(
  ctx: Tx,
  { taskId, relatedId, type }: { taskId: string; relatedId: string; type: RelationType },
): Promise<Pair> {
  // In one order, whichever of the two is named first.
  await ctx.tx.query(
    '/* task.lockPair */ SELECT t.id FROM task.task t WHERE t.id = ANY ($1::uuid[]) ORDER BY t.id FOR NO KEY UPDATE OF t',
    [[taskId, relatedId]],
  );
  const { task, place } = await requireTask(ctx, taskId, 'taskId');
  return answeringWith(task, async () => {
    if (relatedId === taskId) throw badInput('A task has no relation to itself', 'relatedTaskId');
    const { task: related } = await requireTask(ctx, relatedId, 'relatedTaskId');
    if (related.workspaceId !== task.workspaceId) throw notFound('Task', 'relatedTaskId');
    return { task, related, type, topics: place.topics };
  });
}

/** Each of the two tells it by an event of its own, since it is a change of both. */
function emitBoth(ctx: Tx, { task, related, type, topics }: Pair, event: RelationEvent): StoredEvent {
  const payload = ({ id, scopeId }: TaskState, direction: RelationDirection) => ({
    ...{ type, direction, otherId: id, otherScopeId: scopeId },
  });
  const told = emit(ctx, { type: event, ...placeOf(task), payload: payload(related, 'OUTWARD'), topics });
  emit(ctx, { type: event, ...placeOf(related), payload: payload(task, mirrored(type)), topics });
  return told;
}

async function isRelated(ctx: Tx, { task, related, type }: Pair): Promise<boolean> {
  const rows = await ctx.tx.query(
    `/* task.findRelation */ SELECT 1 FROM task.relation r
     WHERE r.task_id = $1 AND r.type = $2 AND r.direction = 'OUTWARD' AND r.other_id = $3`,
    [task.id, type, related.id],
  );
  return rows.length > 0;
}

async function requireFewRelations(ctx: Tx, { task, related }: Pair): Promise<void> {
  const counts = await ctx.tx.query<{ taskId: string; count: number }>(
    `/* task.countRelations */ SELECT r.task_id, count(*)::int AS count FROM task.relation r
     WHERE r.task_id = ANY ($1::uuid[]) GROUP BY r.task_id`,
    [[task.id, related.id]],
  );
  for (const { taskId, count } of counts) {
    const { key } = taskId === task.id ? task : related;
    if (count >= MAX_RELATIONS)
      throw badInput(`${key} has ${MAX_RELATIONS} relations already`, 'relatedTaskId');
  }
}

/**
 * Refuses a relation whose other end leads back to its beginning, naming the way. Two that would close a cycle together
 * wait for each other. Relations that the caller does not see are passed over: no refusal tells of them.
 */
async function refuseCycle(ctx: Tx, { task, related, type }: Pair): Promise<void> {
  await lockStructure(ctx, task.workspaceId);
  const steps = await ctx.tx.query<{ from: string; to: string; key: string }>(
    `/* task.followRelations */ WITH RECURSIVE reached (task_id, other_id) AS (
       SELECT r.task_id, r.other_id FROM task.relation r
       WHERE r.task_id = $1 AND r.type = $2 AND r.direction = 'OUTWARD'
       UNION
       SELECT r.task_id, r.other_id FROM reached e JOIN task.relation r ON r.task_id = e.other_id
       WHERE r.type = $2 AND r.direction = 'OUTWARD'
     ) SELECT e.task_id AS "from", e.other_id AS "to", t.key FROM reached e JOIN task.task t ON t.id = e.other_id`,
    [related.id, type],
  );
  const way = findWay(steps, related.id, task.id);
  if (!way) return;
  const keys = new Map(steps.map(({ to, key }) => [to, key])).set(related.id, related.key);
  const loop = describeLoop([task.key, ...way.map((id) => keys.get(id)!)]);
  throw badInput(`That would be a cycle: ${loop}`, 'relatedTaskId');
}
