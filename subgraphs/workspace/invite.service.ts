import { createHash, randomBytes } from 'node:crypto';
import { actorIdOf, type InTransaction } from '../kit/context';
import { badInput, conflict, enforce, notFound } from '../kit/errors';
import { emit } from '../kit/events';
import { once } from '../kit/idempotency';
import { newUuid } from '../kit/ids';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { inTransaction, queryRows } from '../kit/transaction';
import { INVITE_COLUMNS, VALID_INVITES, type InviteEntity } from './invite.entity';
import {
  faultOfBounds,
  isThereFor,
  refuseInviting,
  refuseRevoking,
  type InviteBounds,
} from './invite.policy';
import type { WorkspaceRole } from './membership.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { lockWorkspace, placeOf, toCaller } from './workspace.service';

interface NewInvite extends InviteBounds {
  workspaceId: string;
  role: WorkspaceRole;
  idempotencyKey?: string | null;
  clientMutationId?: string | null;
}

/** 256 bits: nobody guesses one. */
const TOKEN_BYTES = 32;

/** What recognises a token; the token itself is kept nowhere. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes an invite, and its token, which is known to the caller alone and not answered again. */
export async function createInvite(
  ctx: WorkspaceContext,
  input: NewInvite,
): Promise<{ invite: InviteEntity | null; token: string | null }> {
  const made = await inTransaction(ctx, async (tx) => {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const { ids, isRepeat } = await once(tx, 'createInvite', input, () =>
      recordInvite(tx, input, hashOf(token)),
    );
    return { id: ids.id, token: isRepeat ? null : token };
  });
  return { invite: await ctx.loaders.inviteById.load(made.id), token: made.token };
}

async function recordInvite(tx: InTransaction<WorkspaceContext>, input: NewInvite, tokenHash: string) {
  const { workspaceId, role, username, expiresAt, maxUses } = input;
  const { caller } = await lockWorkspace(tx, workspaceId);
  enforce(refuseInviting(caller, role));
  const fault = faultOfBounds(input, tx.now());
  if (fault) throw badInput(...fault);
  const inviteeId = username == null ? null : await findInvitee(tx, workspaceId, username);
  const id = newUuid();
  emit(tx, {
    ...placeOf(workspaceId),
    type: 'workspace.invite.created',
    payload: {
      inviteId: id,
      creatorId: actorIdOf(tx)!,
      role,
      expiresAt: expiresAt?.toISOString() ?? null,
      maxUses: inviteeId === null ? (maxUses ?? null) : 1,
      inviteeId,
      tokenHash,
    },
  });
  return { id };
}

async function findInvitee(tx: InTransaction<WorkspaceContext>, workspaceId: string, username: string) {
  const [person] = await tx.tx.query<{ userId: string; isMember: boolean }>(
    `/* workspace.findInvitee */ SELECT p.user_id, m.user_id IS NOT NULL AS is_member FROM access.person p
     LEFT JOIN access.membership m ON m.user_id = p.user_id AND m.scope_id = $1 AND m.active
     WHERE p.username_lower = lower($2) AND p.is_active AND NOT p.is_bot`,
    // A text that the database cannot keep is nobody's name.
    [workspaceId, /[\0\p{Surrogate}]/u.test(username) ? '' : username],
  );
  if (!person) throw notFound(`User ${username}`, 'username');
  if (person.isMember) throw conflict(`${username} is a member already.`, { path: ['username'] });
  return person.userId;
}

/** Ends an invite; one that has ended stays so. */
export async function revokeInvite(
  ctx: WorkspaceContext,
  id: string,
): Promise<{ invite: InviteEntity | null }> {
  await inTransaction(ctx, async (tx) => {
    const [seen] = await readInvite(tx, id);
    if (!seen) throw notFound('Invite', 'inviteId');
    // Whoever it is for sees it, and is no member.
    const caller = seen.isMember ? (await lockWorkspace(tx, seen.workspaceId)).caller : toCaller(tx, null);
    enforce(refuseRevoking(caller));
    const [invite] = await readInvite(tx, id);
    if (!invite || invite.revokedAt) return;
    emit(tx, { ...placeOf(invite.workspaceId), type: 'workspace.invite.revoked', payload: { inviteId: id } });
  });
  return { invite: await ctx.loaders.inviteById.load(id) };
}

/** The invites of a workspace that the caller may see, newest first: all, for its managers. */
export async function listInvites(
  ctx: WorkspaceContext,
  workspaceId: string,
  args: PageArgs,
): Promise<Connection<InviteEntity>> {
  const page = parsePage(args, ['timestamptz', 'uuid']);
  const sql = keysetSql(page, ['i.created_at', 'i.id'], { descending: true, firstParameter: 2 });
  const rows = await queryRows<InviteEntity>(
    ctx,
    `/* workspace.listInvites */ SELECT ${INVITE_COLUMNS} FROM workspace.invite i
     WHERE i.workspace_id = $1${sql.where}${sql.orderAndLimit}`,
    [workspaceId, ...sql.values],
  );
  return toConnection(rows, page, ({ createdAt, id }) => [createdAt.toISOString(), id]);
}

/** The invite with this token, for whoever has it; null when there is none for the caller. */
export async function findInviteByToken(ctx: WorkspaceContext, token: string): Promise<InviteEntity | null> {
  const [invite] = await inTransaction(
    ctx,
    ({ tx }) =>
      tx.query<InviteEntity>(
        `/* workspace.findInviteByToken */ SELECT ${INVITE_COLUMNS} FROM ${VALID_INVITES} WHERE i.token_hash = $1`,
        [hashOf(token)],
      ),
    { as: 'system', reason: 'look an invite up by its token', readOnly: true },
  );
  return invite && isThereFor(invite, ctx.principal.userId) ? invite : null;
}

/** The name of an invite's workspace, which whoever sees the invite may know. */
export async function nameWorkspace(ctx: WorkspaceContext, { workspaceId }: InviteEntity): Promise<string> {
  const visible = await ctx.loaders.workspaceById.load(workspaceId);
  if (visible) return visible.name;
  const [workspace] = await inTransaction(
    ctx,
    ({ tx }) =>
      tx.query<{ name: string }>(
        '/* workspace.nameInviting */ SELECT w.name FROM workspace.workspace w WHERE w.id = $1',
        [workspaceId],
      ),
    { as: 'system', reason: 'name the workspace of an invite', readOnly: true },
  );
  if (!workspace) throw notFound('Workspace');
  return workspace.name;
}

/** Under the lock of the workspace nobody else changes it. */
function readInvite({ tx }: InTransaction<WorkspaceContext>, id: string) {
  return tx.query<InviteEntity & { isMember: boolean }>(
    `/* workspace.readInvite */ SELECT ${INVITE_COLUMNS},
       EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = i.scope_id) AS is_member
     FROM workspace.invite i WHERE i.id = $1`,
    [id],
  );
}
