import { sdl } from '../../schema/generated/identity';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
import { auditResolvers } from './audit.resolvers';
import { ApiKeyEntity, ApiKeySecretEntity } from './api-key.entity';
import { apiKeyProjections } from './api-key.projection';
import { apiKeyResolvers } from './api-key.resolvers';
import { deadLetterResolvers } from './dead-letter.resolvers';
import { exchangeApiKey } from './exchange.service';
import { makeIdentityLoaders } from './identity.loaders';
import { identityReactions, identityReactsAsSystem } from './identity.reactions';
import { NotificationEntity, PreferenceEntity } from './notification.entity';
import { notificationProjections } from './notification.projection';
import { notificationResolvers, notificationSubscriptions } from './notification.resolvers';
import { unsnoozeDue } from './notification.service';
import { presenceResolvers, presenceSubscriptions } from './presence.resolvers';
import { sweepPresence } from './presence.service';
import { SessionEntity } from './session.entity';
import { sessionProjections } from './session.projection';
import { sessionResolvers } from './session.resolvers';
import { forgetSessions } from './session-retention.service';
import { receiveLogout, touchCaller } from './session.service';
import { UserEntity } from './user.entity';
import { userProjections } from './user.projection';
import { profileResolvers } from './profile.resolvers';
import { userResolvers } from './user.resolvers';
import { ensureBot } from './user.service';

/** Who people are, and what operators look after. */
export const identity = defineSubgraph({
  name: 'identity',
  sdl,
  resolvers: mergeResolvers(
    userResolvers,
    sessionResolvers,
    apiKeyResolvers,
    profileResolvers,
    deadLetterResolvers,
    auditResolvers,
    presenceResolvers,
    notificationResolvers,
  ),
  entities: [
    UserEntity,
    SessionEntity,
    ApiKeyEntity,
    ApiKeySecretEntity,
    NotificationEntity,
    PreferenceEntity,
  ],
  loaders: makeIdentityLoaders,
  sharedRows: { 'access.person': 'true', 'access.revoked_session': 'true' },
  unprojectedColumns: [
    'access.revoked_session.changed_in',
    'identity.session.last_seen_at',
    ...['key_id', 'owner_id', 'secret_hash', 'last_used_at', 'owner_roles', 'owner_seen_at'].map(
      (column) => `identity.api_key_secret.${column}`,
    ),
    'identity.session.expires_at',
  ],
  projections: {
    ...userProjections,
    ...sessionProjections,
    ...apiKeyProjections,
    ...notificationProjections,
  },
  reactions: identityReactions,
  reactsAsSystem: identityReactsAsSystem,
  subscriptions: { ...presenceSubscriptions, ...notificationSubscriptions },
  jobs: {
    sweepPresence: { everyMs: 1000, run: sweepPresence },
    forgetSessions: { everyMs: 3_600_000, run: forgetSessions },
    unsnoozeDue: { everyMs: 15_000, run: unsnoozeDue },
  },
  internalRoutes: { touch: touchCaller, exchange: exchangeApiKey },
  httpRoutes: { '/backchannel-logout': receiveLogout },
  onStart: ensureBot,
});
