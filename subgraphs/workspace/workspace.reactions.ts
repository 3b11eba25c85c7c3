import type { StoredEvent } from '../../schema/events';
import type { Context, InTransaction } from '../kit/context';
import type { Reactions } from '../kit/subgraph';
import { dropGroup, pushChange, pushName } from './directory.service';
import type { WorkspaceLoaders } from './workspace.loaders';

/** Tells the directory what the member is now, whatever the event said. */
const push = (
  ctx: InTransaction<Context>,
  { aggregateId, payload }: Pick<StoredEvent, 'aggregateId'> & { payload: { userId: string } },
) => pushChange(ctx, { workspaceId: aggregateId, userId: payload.userId });

/** What workspace does about events: its own reach the directory. */
export const workspaceReactions: Reactions<WorkspaceLoaders> = {
  'workspace.member.added': push,
  'workspace.member.role_changed': push,
  'workspace.member.suspended': push,
  'workspace.member.reinstated': push,
  'workspace.member.removed': push,
  'workspace.renamed': (ctx, event) => pushName(ctx, event.aggregateId),
  'workspace.deleted': (ctx, event) => dropGroup(ctx, event.aggregateId),
};
