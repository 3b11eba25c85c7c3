import { NOTIFICATION_KINDS, type NotificationKind } from '../../schema/events';
import { forbidden } from '../kit/errors';
import { emit } from '../kit/events';
import { inTransaction, queryRows } from '../kit/transaction';
import type { IdentityContext } from './identity.loaders';
import { inboxOf } from './inbox.service';
import type { NotificationPreferenceRow } from './notification.entity';
import { refuseChangingInbox, refuseWholeInbox } from './notification.policy';

/** What the caller wants to be told of, each kind once; whoever has chosen nothing is told of everything. */
export async function listPreferences(ctx: IdentityContext): Promise<NotificationPreferenceRow[]> {
  const chosen = await queryRows<NotificationPreferenceRow>(
    ctx,
    '/* identity.listPreferences */ SELECT p.kind, p.is_in_app FROM identity.notification_preference p WHERE p.user_id = $1',
    [ctx.principal.userId],
  );
  const choices = new Map(chosen.map(({ kind, isInApp }) => [kind, isInApp]));
  return NOTIFICATION_KINDS.map((kind) => ({ kind, isInApp: choices.get(kind) ?? true }));
}

/** Chooses whether to be told of one kind of thing from now on. */
export async function updatePreference(
  ctx: IdentityContext,
  { kind, isInApp }: { kind: NotificationKind; isInApp: boolean },
): Promise<{ preference: NotificationPreferenceRow }> {
  const refusal = refuseChangingInbox(ctx.principal) ?? refuseWholeInbox(ctx.principal);
  if (refusal) throw forbidden(refusal);
  await inTransaction(ctx, async (tx) => {
    // Two changes of one person wait for each other, so that the later event is the one that counts.
    tx.tx.send('/* identity.lockPreferences */ SELECT pg_advisory_xact_lock(hashtextextended($1, 12))', [
      ctx.principal.userId,
    ]);
    const current = (await listPreferences(tx)).find((preference) => preference.kind === kind)!;
    if (current.isInApp === isInApp) return;
    const inbox = inboxOf(ctx.principal.userId!);
    emit(tx, { type: 'inbox.preference.changed', ...inbox, payload: { kind, isInApp } });
  });
  return { preference: { kind, isInApp } };
}
