import { actorIdOf, type Context, type InTransaction } from '../kit/context';
import {
  badInput,
  conflict,
  enforce,
  forbidden,
  notFound,
  onUniqueViolation,
  requireVersion,
} from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { isRemembered, once } from '../kit/idempotency';
import { newUuid, tryFromGlobalId } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import { isReadOnly } from '../kit/permission';
import type { StoredEvent } from '../../schema/events';
import { noteFounder, withGroup } from './directory.service';
import type { WorkspaceRole } from './membership.entity';
import { WORKSPACE_COLUMNS, type WorkspaceEntity } from './workspace.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { type Caller, faultOfName, faultOfSlug, refuseCreating } from './workspace.policy';

interface NewWorkspace {
  name: string;
  slug: string;
  idempotencyKey?: string | null;
  clientMutationId?: string | null;
}

/** A workspace as it is now, and what the caller is in it. */
export interface LockedWorkspace {
  workspace: WorkspaceEntity;
  caller: Caller;
}

/** The caller with a role in a workspace, as the policies ask for it. */
export function toCaller(
  { principal }: Context,
  role: WorkspaceRole | null,
  workspace: Pick<WorkspaceEntity, 'archivedAt'> | null = null,
): Caller {
  const isPerson = principal.kind !== 'service';
  const isArchived = workspace !== null && workspace.archivedAt !== null;
  return {
    // Read by the rules that tell people apart, and by no other.
    get userId() {
      return principal.userId;
    },
    ...{ role, isPerson, isReadOnly: isReadOnly(principal), isArchived },
  };
}

/** What the caller is in a workspace that was loaded. */
export async function loadCaller(ctx: WorkspaceContext, workspace: WorkspaceEntity): Promise<Caller> {
  const own = await ctx.loaders.ownRoleByWorkspace.load(workspace.id);
  return toCaller(ctx, own?.role ?? null, workspace);
}

/**
 * Locks a workspace against every other change of it and of its members, and reads what it and the caller are then;
 * NOT_FOUND for whoever cannot see it. All in one round trip: statements are answered in order.
 */
export async function lockWorkspace(
  ctx: InTransaction<WorkspaceContext>,
  workspaceId: string,
): Promise<LockedWorkspace> {
  const [, workspaces, callers] = await Promise.all([
    ctx.tx.query(
      '/* workspace.lock */ SELECT w.id FROM workspace.workspace w WHERE w.id = $1 FOR NO KEY UPDATE',
      [workspaceId],
    ),
    ctx.tx.query<WorkspaceEntity>(
      `/* workspace.readLocked */ SELECT ${WORKSPACE_COLUMNS} FROM workspace.workspace w WHERE w.id = $1`,
      [workspaceId],
    ),
    ctx.tx.query<{ role: WorkspaceRole }>(
      "/* workspace.readOwnRole */ SELECT m.role FROM access.mine m WHERE m.scope_id = $1 AND m.kind = 'workspace'",
      [workspaceId],
    ),
  ]);
  const [workspace] = workspaces;
  if (!workspace) throw notFound('Workspace', 'workspaceId');
  return { workspace, caller: toCaller(ctx, callers[0]?.role ?? null, workspace) };
}

/** Where the events of a workspace belong. */
export function placeOf(workspaceId: string) {
  const topics = [`workspace:${workspaceId}`];
  return { aggregateId: workspaceId, workspaceId, scopeId: workspaceId, topics };
}

/** The workspace as it is after a change that was committed; null for whoever does not see it any more. */
export function reload(ctx: WorkspaceContext, workspaceId: string): Promise<WorkspaceEntity | null> {
  return ctx.loaders.workspaceById.clear(workspaceId).load(workspaceId);
}

/** Refuses a change that was made from what is no longer so; the answer has the workspace as it is. */
export function requireWorkspaceVersion(
  workspace: WorkspaceEntity,
  expected: number | null | undefined,
): void {
  requireVersion(workspace, expected, { what: `The workspace ${workspace.name}`, payload: { workspace } });
}

/** Creates a workspace and makes the caller its owner, both or neither. */
export async function createWorkspace(
  ctx: WorkspaceContext,
  input: NewWorkspace,
): Promise<{ workspace: WorkspaceEntity | null; cursor: string | null }> {
  enforce(refuseCreating(toCaller(ctx, null)));
  const { principal } = ctx;
  if (principal.kind === 'user' && principal.apiKey?.workspaceId)
    throw forbidden('This API key is bound to one workspace.');
  const name = input.name.trim();
  const faultyName = faultOfName(name);
  if (faultyName) throw badInput(faultyName, 'name');
  const faultySlug = faultOfSlug(input.slug);
  if (faultySlug) throw badInput(faultySlug, 'slug');
  const id = newUuid();
  const commit = () => commitWorkspace(ctx, id, { ...input, name });
  const isRepeat = await isRemembered(ctx, 'createWorkspace', input);
  const made = await (isRepeat ? commit() : withGroup(ctx, { id, name }, commit));
  const workspace = await ctx.loaders.workspaceById.load(made.id);
  return { workspace, cursor: made.created && cursorOf(made.created) };
}

function commitWorkspace(ctx: WorkspaceContext, id: string, input: NewWorkspace) {
  const { slug, name } = input;
  return inTransaction(ctx, async (tx) => {
    let created: StoredEvent | null = null;
    const { ids } = await once(tx, 'createWorkspace', input, async () => {
      const creatorId = actorIdOf(ctx)!;
      const place = placeOf(id);
      created = emit(tx, { ...place, type: 'workspace.created', payload: { name, slug, creatorId } });
      emit(tx, { ...place, type: 'workspace.member.added', payload: { userId: creatorId, role: 'OWNER' } });
      noteFounder(tx, { workspaceId: id, userId: creatorId });
      return { id };
    });
    return { id: ids.id, created: created as StoredEvent | null };
  }).catch(onTakenSlug(slug));
}

/** Names the short name that is taken; whatever else went wrong is thrown on. */
export function onTakenSlug(slug: string) {
  return onUniqueViolation('workspace_slug_key', () =>
    conflict(`The short name ${slug} is taken.`, { path: ['slug'] }),
  );
}

/** The one workspace with this id or short name that the caller belongs to. */
export async function findWorkspace(
  ctx: WorkspaceContext,
  by: { id?: string | null; slug?: string | null },
): Promise<WorkspaceEntity | null> {
  if ((by.id == null) === (by.slug == null)) throw badInput('give exactly one of id and slug');
  if (by.slug != null) {
    const slug = by.slug.toLowerCase();
    return faultOfSlug(slug) === null ? ctx.loaders.workspaceBySlug.load(slug) : null;
  }
  const id = tryFromGlobalId('Workspace', by.id!);
  return id === null ? null : ctx.loaders.workspaceById.load(id);
}
