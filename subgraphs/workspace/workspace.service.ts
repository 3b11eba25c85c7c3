import { actorIdOf, type Context } from '../kit/context';
import { AppError, badInput, conflict, onUniqueViolation } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { once } from '../kit/idempotency';
import { newUuid, tryFromGlobalId } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import type { StoredEvent } from '../../schema/events';
import type { WorkspaceRole } from './membership.entity';
import type { WorkspaceEntity } from './workspace.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { faultOfName, faultOfSlug, refuseCreating, type Caller, type Refusal } from './workspace.policy';

interface NewWorkspace {
  name: string;
  slug: string;
  idempotencyKey?: string | null;
  clientMutationId?: string | null;
}

/** The caller with a role in a workspace, as the policies ask for it. */
export function toCaller({ principal }: Context, role: WorkspaceRole | null): Caller {
  const isPerson = principal.kind === 'user';
  const isReadOnly = isPerson && principal.roles.includes('viewer');
  return { userId: principal.userId, role, isPerson, isReadOnly };
}

/** Throws the refusal as FORBIDDEN, if there is one. */
export function requireAllowed(refusal: Refusal | null): void {
  if (refusal) throw new AppError('FORBIDDEN', refusal.message, { requiredRole: refusal.requiredRole });
}

/** Creates a workspace and makes the caller its owner, both or neither. */
export async function createWorkspace(
  ctx: WorkspaceContext,
  input: NewWorkspace,
): Promise<{ workspace: WorkspaceEntity | null; cursor: string | null }> {
  requireAllowed(refuseCreating(toCaller(ctx, null)));
  const name = input.name.trim();
  const faultyName = faultOfName(name);
  if (faultyName) throw badInput(faultyName, 'name');
  const faultySlug = faultOfSlug(input.slug);
  if (faultySlug) throw badInput(faultySlug, 'slug');
  const { slug } = input;
  const made = await inTransaction(ctx, async (tx) => {
    let created: StoredEvent | null = null;
    const { ids } = await once(tx, 'createWorkspace', input, async () => {
      const id = newUuid();
      const creatorId = actorIdOf(ctx)!;
      const place = { aggregateId: id, workspaceId: id, scopeId: id, topics: [`workspace:${id}`] };
      created = emit(tx, { ...place, type: 'workspace.created', payload: { name, slug, creatorId } });
      emit(tx, { ...place, type: 'workspace.member.added', payload: { userId: creatorId, role: 'OWNER' } });
      return { id };
    });
    return { id: ids.id, created: created as StoredEvent | null };
  }).catch(
    onUniqueViolation('workspace_slug_key', () =>
      conflict(`The short name ${slug} is taken.`, { path: ['slug'] }),
    ),
  );
  const workspace = await ctx.loaders.workspaceById.load(made.id);
  return { workspace, cursor: made.created && cursorOf(made.created) };
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
