import type { DirectoryClient } from '../kit/directory-client';
import type { Context, InTransaction } from '../kit/context';
import { AppError } from '../kit/errors';
import { inTransaction } from '../kit/transaction';
import {
  foundGroup,
  holdRole,
  nameGroup,
  readHeldGroups,
  removeGroup,
  type Place,
} from './directory-group.service';
import { roleOfGroups, type Held } from './directory.logic';

/** Whether the identity provider has what was changed here. */
export type DirectoryState = 'SYNCED' | 'PENDING';

/** What is told of the directory behind a change of members. */
export interface Told {
  /** Null where the platform runs without a directory. */
  directory: DirectoryState | null;
  /** Whether the membership is gone on both sides, read again behind the change. */
  consistent: boolean;
}

/** A person's side of a workspace, as it is here. */
export interface OwnSide {
  here: Held;
  known: Held;
  isSuspended: boolean;
  isLastOwner: boolean;
  /** Whether a person of that id has signed in once. */
  isKnownPerson: boolean;
  /** The workspace's name; null when there is no such workspace. */
  name: string | null;
}

/** How long a change waits for the directory; it goes on by itself behind that. */
const PATIENCE_MS = 2000;
const RETRY_AFTER_MS = 2000;
/** How many changes tell the directory at once: each holds a connection to the database meanwhile. */
const MAX_TELLING = 4;
/** How many are telling each directory now. */
const tellings = new WeakMap<DirectoryClient, number>();

/**
 * Makes a workspace's group, then the workspace by `commit`, which answers the id of the workspace that the caller has
 * then; all or nothing. Where that is another workspace or none, the group is taken back; if that fails too, the sync
 * finds it later.
 */
export async function withGroup<R extends { id: string }>(
  ctx: Context,
  workspace: { id: string; name: string },
  commit: () => Promise<R>,
): Promise<R> {
  const { directory } = ctx.db.settings;
  if (!directory) return commit();
  let made: R | null = null;
  try {
    await foundGroup(directory, workspace, { userId: ctx.principal.userId!, now: ctx.now() }).catch(
      (error: unknown) => {
        ctx.log.warn({ err: error, workspaceId: workspace.id }, 'the directory made no group');
        const message = 'The identity provider does not answer; nothing was created. Try again.';
        throw new AppError('SERVICE_BUSY', message, { retryAfterMs: RETRY_AFTER_MS });
      },
    );
    made = await commit();
    return made;
  } finally {
    if (made?.id !== workspace.id) await takeBack(ctx, directory, workspace.id);
  }
}

/** Notes that the founder is in the group already; to be called where the workspace is made. */
export function noteFounder({ tx, db }: InTransaction<Context>, { workspaceId, userId }: Place): void {
  if (!db.settings.directory) return;
  tx.send(
    `/* workspace.noteFounder */ INSERT INTO workspace.directory_member (workspace_id, scope_id, user_id, role)
     VALUES ($1, $1, $2, 'OWNER')`,
    [workspaceId, userId],
  );
}

/**
 * Tells the directory at once of a change that was committed, and reads both sides back. A directory that does not
 * answer in time, or is being told of much else, is told by the reaction to the change.
 */
export async function tellDirectory(ctx: Context, ...places: Place[]): Promise<Told> {
  const { directory } = ctx.db.settings;
  const pending: Told = { directory: directory ? 'PENDING' : null, consistent: false };
  const before = directory ? (tellings.get(directory) ?? 0) : 0;
  if (before >= MAX_TELLING) return pending;
  if (directory) tellings.set(directory, before + 1);
  const telling = pushAll(ctx, places).then(
    (sides): Told => ({
      directory: pending.directory && (sides.every(isAgreed) ? 'SYNCED' : 'PENDING'),
      consistent: sides.every((side) => isAgreed(side) && side.here === null),
    }),
    (error: unknown) => {
      ctx.log.warn({ err: error, places }, 'the directory is told later');
      return pending;
    },
  );
  void telling.finally(() => directory && tellings.set(directory, tellings.get(directory)! - 1));
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<Told>((resolve) => {
    timer = setTimeout(() => resolve(pending), PATIENCE_MS);
  });
  return Promise.race([telling, patience]).finally(() => clearTimeout(timer));
}

function isAgreed({ here, there }: { here: Held; there: Held }): boolean {
  return here === there;
}

/** Brings the directory to what a member is here now, unless it is known to have that. A reaction's part. */
export async function pushChange(ctx: InTransaction<Context>, place: Place): Promise<void> {
  const { directory } = ctx.db.settings;
  if (!directory) return;
  const own = await lockSide(ctx, place);
  if (own.here !== own.known) await pushSide(ctx, directory, { ...place, own });
}

/** Tells the directory what a workspace is called now. A reaction's part. */
export async function pushName(ctx: InTransaction<Context>, workspaceId: string): Promise<void> {
  const { directory } = ctx.db.settings;
  if (!directory) return;
  const [workspace] = await ctx.tx.query<{ id: string; name: string }>(
    '/* workspace.readName */ SELECT w.id, w.name FROM workspace.workspace w WHERE w.id = $1',
    [workspaceId],
  );
  if (workspace) await nameGroup(directory, workspace);
}

/** Removes the group of a workspace that is gone. A reaction's part. */
export async function dropGroup(ctx: Context, workspaceId: string): Promise<void> {
  const { directory } = ctx.db.settings;
  if (directory) await removeGroup(directory, workspaceId);
}

/**
 * Locks a person in a workspace against everybody else who tells the directory, then reads how things stand here:
 * whoever tells last tells what is true.
 */
export async function lockSide({ tx }: InTransaction<Context>, place: Place): Promise<OwnSide> {
  const key = `${place.workspaceId}:${place.userId}`;
  const [, side] = await Promise.all([
    tx.query('/* workspace.lockDirectoryMember */ SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [
      key,
    ]),
    readSide(tx, place),
  ]);
  return side;
}

/** How a person stands in a workspace here. */
export async function readSide(
  tx: InTransaction<Context>['tx'],
  { workspaceId, userId }: Place,
): Promise<OwnSide> {
  const [side] = await tx.query<OwnSide>(
    `/* workspace.readSide */ SELECT w.name, CASE WHEN m.active THEN m.role END AS here, d.role AS known,
       coalesce(m.state = 'SUSPENDED', false) AS is_suspended,
       NOT EXISTS (SELECT 1 FROM access.membership o
                   JOIN access.person q ON q.user_id = o.user_id AND q.is_active
                   WHERE o.scope_id = $1 AND o.active AND o.role = 'OWNER' AND o.user_id <> $2) AS is_last_owner,
       EXISTS (SELECT 1 FROM access.person p WHERE p.user_id = $2 AND NOT p.is_bot) AS is_known_person
     FROM (SELECT $1::uuid AS id) AS g
     LEFT JOIN workspace.workspace w ON w.id = g.id
     LEFT JOIN access.membership m ON m.scope_id = g.id AND m.user_id = $2
     LEFT JOIN workspace.directory_member d ON d.workspace_id = g.id AND d.user_id = $2`,
    [workspaceId, userId],
  );
  return side!;
}

/** Notes on what both sides agree. */
export function noteAgreement(
  { tx }: InTransaction<Context>,
  { workspaceId, userId }: Place,
  role: Held,
): void {
  if (role === null) {
    const text =
      '/* workspace.forgetAgreement */ DELETE FROM workspace.directory_member d WHERE d.workspace_id = $1 AND d.user_id = $2';
    tx.send(text, [workspaceId, userId]);
    return;
  }
  tx.send(
    `/* workspace.noteAgreement */ INSERT INTO workspace.directory_member AS d (workspace_id, scope_id, user_id, role)
     VALUES ($1, $1, $2, $3)
     ON CONFLICT (workspace_id, user_id) DO UPDATE SET role = excluded.role`,
    [workspaceId, userId, role],
  );
}

/** One after the other, so that each change holds one connection. */
async function pushAll(ctx: Context, places: readonly Place[]) {
  const sides: { here: Held; there: Held }[] = [];
  for (const place of places) sides.push(await pushMember(ctx, place));
  return sides;
}

/** Pushes what is here, and answers both sides as they are read then. */
function pushMember(ctx: Context, place: Place): Promise<{ here: Held; there: Held }> {
  const { directory } = ctx.db.settings;
  return inTransaction(
    ctx,
    async (tx) => {
      const own = await lockSide(tx, place);
      if (!directory) return { here: own.here, there: own.here };
      if (own.here !== own.known) return pushSide(tx, directory, { ...place, own });
      const held = await readHeldGroups(directory, place);
      const roles = held.map((group) => group.role);
      return { here: own.here, there: roleOfGroups(roles, own.known) };
    },
    { as: 'system', reason: 'tell the directory of a member' },
  );
}

async function pushSide(
  ctx: InTransaction<Context>,
  directory: DirectoryClient,
  { own, ...place }: Place & { own: OwnSide },
): Promise<{ here: Held; there: Held }> {
  const held = await readHeldGroups(directory, place);
  await holdRole(directory, { ...place, name: own.name ?? '', now: ctx.now() }, held, own.here);
  noteAgreement(ctx, place, own.here);
  return { here: own.here, there: own.here };
}

async function takeBack(ctx: Context, directory: DirectoryClient, workspaceId: string): Promise<void> {
  await removeGroup(directory, workspaceId).catch((error: unknown) => {
    ctx.log.warn({ err: error, workspaceId }, 'a group is left over until the sync removes it');
  });
}
