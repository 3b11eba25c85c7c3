import { AppError, badInput, enforce } from '../kit/errors';
import { emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import { applyPatch, faultOfSettings, isSame, type Settings, type SettingsPatch } from './settings.policy';
import type { WorkspaceEntity } from './workspace.entity';
import type { WorkspaceContext } from './workspace.loaders';
import { faultOfName, faultOfSlug, refuse } from './workspace.policy';
import { lockWorkspace, onTakenSlug, placeOf, reload, requireWorkspaceVersion } from './workspace.service';

interface Versioned {
  workspaceId: string;
  expectedVersion?: number | null;
}

/** Gives a workspace another name or short name; the same ones again change nothing. */
export async function updateWorkspace(
  ctx: WorkspaceContext,
  input: Versioned & { name?: string | null; slug?: string | null },
): Promise<{ workspace: WorkspaceEntity | null }> {
  const { workspaceId, expectedVersion } = input;
  await inTransaction(ctx, async (tx) => {
    const { workspace, caller } = await lockWorkspace(tx, workspaceId);
    enforce(refuse(caller, 'manageSettings'));
    const name = input.name === undefined ? workspace.name : (input.name?.trim() ?? '');
    const slug = input.slug === undefined ? workspace.slug : (input.slug ?? '');
    const faultyName = faultOfName(name);
    if (faultyName) throw badInput(faultyName, 'name');
    const faultySlug = faultOfSlug(slug);
    if (faultySlug) throw badInput(faultySlug, 'slug');
    requireWorkspaceVersion(workspace, expectedVersion);
    if (name === workspace.name && slug === workspace.slug) return;
    emit(tx, { ...placeOf(workspaceId), type: 'workspace.renamed', payload: { name, slug } });
  }).catch(onTakenSlug(input.slug ?? ''));
  return { workspace: await reload(ctx, workspaceId) };
}

/** Changes how a workspace looks and what it keeps; what is so already changes nothing. */
export async function updateWorkspaceSettings(
  ctx: WorkspaceContext,
  input: Versioned & SettingsPatch,
): Promise<{ workspace: WorkspaceEntity | null }> {
  const { workspaceId, expectedVersion, ...patch } = input;
  await inTransaction(ctx, async (tx) => {
    const { workspace, caller } = await lockWorkspace(tx, workspaceId);
    enforce(refuse(caller, 'manageSettings'));
    const current = settingsOf(workspace);
    const next = applyPatch(current, patch);
    const fault = faultOfSettings(next);
    if (fault) throw new AppError('BAD_USER_INPUT', fault.message, { path: fault.path });
    requireWorkspaceVersion(workspace, expectedVersion);
    if (isSame(current, next)) return;
    emit(tx, { ...placeOf(workspaceId), type: 'workspace.settings.changed', payload: { ...next } });
  });
  return { workspace: await reload(ctx, workspaceId) };
}

function settingsOf(workspace: WorkspaceEntity): Settings {
  const { logoUrl, primaryColor, accentColor, theme, locale, messageDays } = workspace;
  return { logoUrl, primaryColor, accentColor, theme, locale, messageDays };
}
