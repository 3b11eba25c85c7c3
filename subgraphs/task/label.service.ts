import type { StoredEvent } from '../../schema/events';
import type { CreateLabelInput, DeleteLabelInput, UpdateLabelInput } from '../../schema/generated/task';
import { actorIdOf, type Context, type InTransaction } from '../kit/context';
import { encodeCursor } from '../kit/cursor';
import { badInput, conflict, notFound, onUniqueViolation, requireVersion } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { once } from '../kit/idempotency';
import { fromGlobalId, newUuid } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import { LABEL_COLUMNS, type LabelEntity } from './label.entity';
import { refuseColor, refuseLabelName } from './label.policy';
import { requireWorkplace, type Workplace } from './task.service';

type Tx = InTransaction<Context>;

/** Creates a label, for all tasks of the workspace. */
export async function createLabel(
  ctx: Context,
  input: CreateLabelInput,
): Promise<{ labelId: string; cursor: string }> {
  const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
  const name = input.name.trim();
  const create = async (tx: Tx) => {
    await requireWorkplace(tx, workspaceId);
    return once(tx, 'createLabel', input, async () => {
      const payload = { ...factsOf({ name, color: input.color }), creatorId: actorIdOf(tx)! };
      const labelId = newUuid();
      const place = { aggregateId: labelId, workspaceId, scopeId: workspaceId };
      emit(tx, { type: 'label.created', ...place, payload });
      return { labelId };
    });
  };
  const { ids } = await inTransaction(ctx, create).catch(onTakenName(name));
  // Its creation is the first event of a label.
  return { labelId: ids.labelId, cursor: encodeCursor(`label:${ids.labelId}`, 1) };
}

/** Renames a label or gives it another colour, on every task that has it; what is so already makes no event. */
export async function updateLabel(
  ctx: Context,
  input: UpdateLabelInput,
): Promise<{ labelId: string; cursor: string | null }> {
  const labelId = fromGlobalId('Label', input.id, 'id');
  if (input.name === null) throw badInput('Name cannot be cleared', 'name');
  if (input.color === null) throw badInput('Color cannot be cleared', 'color');
  const change = async (tx: Tx): Promise<StoredEvent | null> => {
    const { label, place } = await lockLabel(tx, labelId);
    requireVersion(label, input.expectedVersion, { what: `The label "${label.name}"`, payload: { label } });
    const facts = factsOf({ name: input.name?.trim() ?? label.name, color: input.color ?? label.color });
    if (facts.name === label.name && facts.color === label.color) return null;
    return emit(tx, { type: 'label.changed', ...placeOf(label), payload: facts, topics: place.topics });
  };
  const event = await inTransaction(ctx, change).catch(onTakenName(input.name?.trim() ?? ''));
  return { labelId, cursor: event && cursorOf(event) };
}

/** Deletes a label; tasks that have it have it no more. */
export async function deleteLabel(
  ctx: Context,
  input: DeleteLabelInput,
): Promise<{ deletedId: string; cursor: string | null }> {
  const labelId = fromGlobalId('Label', input.id, 'id');
  const event = await inTransaction(ctx, async (tx) => {
    const { label, place } = await lockLabel(tx, labelId);
    return emit(tx, { type: 'label.deleted', ...placeOf(label), payload: {}, topics: place.topics });
  });
  return { deletedId: labelId, cursor: cursorOf(event) };
}

/** A label that the caller may change, locked; NOT_FOUND when it cannot be seen, FORBIDDEN when only read. */
async function lockLabel(ctx: Tx, labelId: string): Promise<{ label: LabelEntity; place: Workplace }> {
  const [seen] = await ctx.tx.query<{ workspaceId: string }>(
    '/* task.findLabel */ SELECT l.workspace_id FROM task.label l WHERE l.id = $1',
    [labelId],
  );
  if (!seen) throw notFound('Label', 'id');
  const place = await requireWorkplace(ctx, seen.workspaceId);
  const [label] = await ctx.tx.query<LabelEntity>(
    `/* task.lockLabel */ SELECT ${LABEL_COLUMNS} FROM task.label l WHERE l.id = $1 FOR NO KEY UPDATE OF l`,
    [labelId],
  );
  if (!label) throw notFound('Label', 'id');
  return { label, place };
}

function factsOf({ name, color }: { name: string; color: string }): { name: string; color: string } {
  const fault = refuseLabelName(name);
  if (fault !== null) throw badInput(fault, 'name');
  const colorFault = refuseColor(color);
  if (colorFault !== null) throw badInput(colorFault, 'color');
  return { name, color: color.toLowerCase() };
}

const onTakenName = (name: string) =>
  onUniqueViolation('label_name_key', () =>
    conflict(`The workspace has a label named "${name}" already.`, { path: ['name'] }),
  );

function placeOf({ id, workspaceId }: LabelEntity) {
  return { aggregateId: id, workspaceId, scopeId: workspaceId };
}
