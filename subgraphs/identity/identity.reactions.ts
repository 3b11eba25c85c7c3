import type { EventType } from '../../schema/events';
import type { Reactions } from '../kit/subgraph';
import { eraseWorkspace } from './erasure.service';
import type { IdentityLoaders } from './identity.loaders';
import { continueFanOut, takeFromRemoved, tellOf } from './notification-delivery.service';
import { signOutOfAll, signOutOfOne } from './sign-out.service';

/** What identity does about others' events, about the fan-outs that it has begun, and about sessions that it has ended. */
export const identityReactions = {
  'chat.message.sent': tellOf,
  'chat.message.edited': tellOf,
  'chat.participant.added': tellOf,
  'task.created': tellOf,
  'task.assignee.changed': tellOf,
  'task.status.changed': tellOf,
  'workspace.member.added': tellOf,
  'workspace.invite.created': tellOf,
  'fanout.continued': continueFanOut,
  'workspace.member.removed': takeFromRemoved,
  'workspace.erased': eraseWorkspace,
  'session.revoked': signOutOfOne,
  'session.all_revoked': signOutOfAll,
} satisfies Reactions<IdentityLoaders>;

/** What people are told of is what others did, and directories know no people: all of it is done by the system. */
export const identityReactsAsSystem = Object.keys(identityReactions) as EventType[];
