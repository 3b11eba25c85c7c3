import type { StoredEvent } from '../../schema/events';
import type { InTransaction } from '../kit/context';
import { dropKeysOfWorkspace } from './api-key.service';
import type { IdentityContext } from './identity.loaders';
import { forgetWorkspace } from './notification-delivery.service';

/** Removes what people have of a deleted workspace: notifications, and API keys that were bound to it. */
export async function eraseWorkspace(
  ctx: InTransaction<IdentityContext>,
  event: StoredEvent<'workspace.erased'>,
): Promise<void> {
  await forgetWorkspace(ctx, event);
  await dropKeysOfWorkspace(ctx, event.aggregateId);
}
