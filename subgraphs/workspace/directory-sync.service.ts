import type { DirectoryClient } from '../kit/directory-client';
import type { Context, InTransaction } from '../kit/context';
import { isDirectoryFault } from '../kit/directory-client';
import { controlTopics, emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import {
  hasSubgroups,
  holdRole,
  openGroup,
  readHeldGroups,
  removeGroup,
  type Place,
} from './directory-group.service';
import {
  GROUP_ROLES,
  decideStep,
  isOldGroup,
  isUuid,
  mergeSides,
  roleOfGroups,
  type Held,
} from './directory.logic';
import { lockSide, noteAgreement, readSide, type OwnSide } from './directory.service';
import type { WorkspaceRole } from './membership.entity';
import type { WorkspaceContext } from './workspace.loaders';

interface Checked {
  id: string;
  name: string;
  /** The subgroups when everybody was last compared; null where nobody was. */
  subgroupIds: string[] | null;
}

interface Known {
  userId: string;
  here: Held;
  known: Held;
}

/** How many workspaces one run compares: those that were not compared for longest. */
const BATCH = 100;
const PAGE = 500;
const REASON = 'keep the directory and the members in step';

/**
 * Compares workspaces with their groups: what was changed in the directory is done here, what it has missed is pushed,
 * and groups without a workspace are removed.
 */
export async function syncDirectory(ctx: WorkspaceContext): Promise<void> {
  const { directory } = ctx.db.settings;
  if (!directory) return;
  for (const workspace of await takeDue(ctx)) {
    const refused = goOn(ctx, { workspaceId: workspace.id });
    await syncWorkspace(ctx, directory, workspace).catch(refused);
    await dropIfDeleted(ctx, directory, workspace).catch(refused);
  }
  await removeLeftovers(ctx, directory);
}

/**
 * The workspaces whose turn it is; they count as compared, so that one which fails does not keep others waiting. A new
 * one, whose group was made with it, queues behind those that are there.
 */
function takeDue(ctx: Context): Promise<Checked[]> {
  return asSystem(ctx, ({ tx }) =>
    tx.query<Checked>(
      `/* workspace.takeDue */ WITH due AS (
         SELECT w.id, w.name, d.subgroup_ids FROM workspace.workspace w
         LEFT JOIN workspace.directory_check d ON d.workspace_id = w.id
         ORDER BY coalesce(d.checked_at, w.created_at), w.id LIMIT $2
       ), noted AS (
         INSERT INTO workspace.directory_check AS c (workspace_id, scope_id, checked_at) SELECT id, id, $1 FROM due
         ON CONFLICT (workspace_id) DO UPDATE SET checked_at = excluded.checked_at
       )
       SELECT id, name, subgroup_ids FROM due`,
      [ctx.now(), BATCH],
    ),
  );
}

async function syncWorkspace(ctx: Context, directory: DirectoryClient, workspace: Checked): Promise<void> {
  const group = await openGroup(directory, workspace, ctx.now());
  const subgroupIds = GROUP_ROLES.map((role) => group.children[role]!);
  let failures = 0;
  const there = await readThere(directory, group.children);
  const rows = await readKnown(ctx, workspace.id, [...there.keys()]);
  for (const { userId, here, known } of rows) {
    const roles = there.get(userId) ?? [];
    const step = mergeSides({ here, known, there: roleOfGroups(roles, known) });
    if (step === 'none' && roles.length < 2) continue;
    const place = { workspaceId: workspace.id, userId };
    const refused = goOn(ctx, place);
    await settle(ctx, directory, { ...place, subgroupIds: workspace.subgroupIds }).catch((error: unknown) => {
      // Whoever the directory does not know is never in a group again.
      if (!isDirectoryFault(error) || error.status !== 404) failures++;
      refused(error);
    });
  }
  const isNews = workspace.subgroupIds?.join() !== subgroupIds.join();
  if (isNews && failures === 0) await noteGroup(ctx, workspace.id, subgroupIds);
}

/** Notes that everybody was compared by these subgroups: who is not in them from now on was taken out. */
async function noteGroup(ctx: Context, workspaceId: string, subgroupIds: readonly string[]): Promise<void> {
  await asSystem(ctx, ({ tx }) =>
    tx.query(
      '/* workspace.noteGroup */ UPDATE workspace.directory_check SET subgroup_ids = $2 WHERE workspace_id = $1',
      [workspaceId, subgroupIds],
    ),
  );
}

/** The group of a workspace that was deleted while it was compared has been removed, and may have been made again. */
async function dropIfDeleted(ctx: Context, directory: DirectoryClient, { id }: Checked): Promise<void> {
  const found = await asSystem(ctx, ({ tx }) =>
    tx.query('/* workspace.findCompared */ SELECT 1 FROM workspace.workspace w WHERE w.id = $1', [id]),
  );
  if (found.length === 0) await removeGroup(directory, id);
}

/** The roles of everybody in the group's subgroups. */
async function readThere(
  directory: DirectoryClient,
  children: Readonly<Record<string, string>>,
): Promise<Map<string, WorkspaceRole[]>> {
  const there = new Map<string, WorkspaceRole[]>();
  for (const role of GROUP_ROLES) {
    for (const userId of await directory.listMembers(children[role]!)) {
      there.set(userId, [...(there.get(userId) ?? []), role]);
    }
  }
  return there;
}

/** Everybody who is a member, was one when both sides agreed, or is in the group and has signed in once. */
function readKnown(ctx: Context, workspaceId: string, there: readonly string[]): Promise<Known[]> {
  return asSystem(ctx, ({ tx }) =>
    tx.query<Known>(
      `/* workspace.readKnown */ SELECT u.user_id, CASE WHEN m.active THEN m.role END AS here, d.role AS known
       FROM (
         SELECT o.user_id FROM access.membership o WHERE o.scope_id = $1 AND o.active
         UNION SELECT k.user_id FROM workspace.directory_member k WHERE k.workspace_id = $1
         UNION SELECT p.user_id FROM access.person p WHERE p.user_id = ANY ($2::uuid[]) AND NOT p.is_bot
       ) AS u
       LEFT JOIN access.membership m ON m.scope_id = $1 AND m.user_id = u.user_id
       LEFT JOIN workspace.directory_member d ON d.workspace_id = $1 AND d.user_id = u.user_id`,
      [workspaceId, there.filter(isUuid)],
    ),
  );
}

/**
 * Makes both sides agree about one person, by what they say while nobody else tells the directory. Who is in no subgroup
 * was taken out where everybody was compared by these before, and may have been in a lost one elsewhere.
 */
function settle(
  ctx: Context,
  directory: DirectoryClient,
  { subgroupIds, ...place }: Place & Pick<Checked, 'subgroupIds'>,
): Promise<void> {
  return asSystem(ctx, async (tx) => {
    let own = await lockSide(tx, place);
    const held = await readHeldGroups(directory, place);
    const there = roleOfGroups(
      held.map((group) => group.role),
      own.known,
    );
    const isChanged = mergeSides({ ...own, there }) === 'apply';
    const isGroupBroken =
      isChanged && there === null && !(await hasSubgroups(directory, place.workspaceId, subgroupIds));
    if (isChanged) own = await lockWorkspace(tx, place);
    if (own.name === null) return;
    const step = decideStep({ ...own, there }, { ...own, isGroupBroken });
    if (step === 'apply' && !own.isKnownPerson) return;
    if (step === 'apply') emitChange(tx, place, { from: own.here, to: there });
    const agreed = step === 'apply' ? there : own.here;
    await holdRole(directory, { ...place, name: own.name, now: ctx.now() }, held, agreed);
    noteAgreement(tx, place, agreed);
    if (step !== 'none')
      ctx.log.info({ ...place, step, role: agreed }, 'the directory and the members agree');
  });
}

/** Locks the workspace as every change of members does, and reads how things stand behind that. */
async function lockWorkspace({ tx }: InTransaction<Context>, place: Place): Promise<OwnSide> {
  const text =
    '/* workspace.lock */ SELECT w.id FROM workspace.workspace w WHERE w.id = $1 FOR NO KEY UPDATE';
  const [, side] = await Promise.all([tx.query(text, [place.workspaceId]), readSide(tx, place)]);
  return side;
}

/** Records what somebody did in the directory; nobody here is its actor. */
function emitChange(
  tx: InTransaction<Context>,
  { workspaceId, userId }: Place,
  { from, to }: { from: Held; to: Held },
): void {
  const place = { aggregateId: workspaceId, workspaceId, scopeId: workspaceId };
  const topics = [`workspace:${workspaceId}`];
  if (to === null) {
    const ending = [...topics, ...controlTopics(workspaceId, userId)];
    emit(tx, { ...place, topics: ending, type: 'workspace.member.removed', payload: { userId } });
  } else if (from === null) {
    emit(tx, { ...place, topics, type: 'workspace.member.added', payload: { userId, role: to } });
  } else {
    const changing = [...topics, ...controlTopics(workspaceId, userId)];
    const payload = { userId, from, to };
    emit(tx, { ...place, topics: changing, type: 'workspace.member.role_changed', payload });
  }
}

/** Removes the groups that the platform made for workspaces which never came to be, or are gone. */
async function removeLeftovers(ctx: Context, directory: DirectoryClient): Promise<void> {
  for (let first = 0; ; first += PAGE) {
    const page = await directory.listGroups(first, PAGE);
    const old = page.filter((group) => isOldGroup(group, ctx.now()));
    const names = old.map(({ name }) => name);
    const needed = await asSystem(ctx, ({ tx }) =>
      tx.query<{ id: string }>(
        '/* workspace.findNeeded */ SELECT w.id FROM workspace.workspace w WHERE w.id = ANY ($1::uuid[])',
        [names],
      ),
    );
    const kept = new Set(needed.map(({ id }) => id));
    const leftover = old.filter(({ name }) => !kept.has(name));
    for (const { id, name } of leftover) {
      await directory.deleteGroup(id);
      ctx.log.info({ workspaceId: name }, 'removed a group without a workspace');
    }
    if (page.length < PAGE) return;
    first -= leftover.length;
  }
}

/** One failure does not keep the rest waiting; a directory that does not answer ends the run. */
function goOn(ctx: Context, place: object): (error: unknown) => void {
  return (error) => {
    if (isDirectoryFault(error) && error.status === null) throw error;
    ctx.log.warn({ err: error, ...place }, 'the directory and the members differ');
  };
}

function asSystem<R>(ctx: Context, work: (tx: InTransaction<Context>) => Promise<R>): Promise<R> {
  return inTransaction(ctx, work, { as: 'system', reason: REASON });
}
