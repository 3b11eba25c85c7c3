// Made by `npm run codegen` from schema/*.graphql. Do not edit.
import { parse, type DocumentNode } from 'graphql';
import type { StoredEvent } from '../events';
import type { LiveEvent } from '../../subgraphs/kit/subgraph';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserEntity, UserConnectionRow } from '../../subgraphs/identity/user.entity';
import type { PresenceEventRow } from '../../subgraphs/identity/presence.entity';
import type { SessionEntity } from '../../subgraphs/identity/session.entity';
import type { ApiKeyRow } from '../../subgraphs/identity/api-key.entity';
import type { DeadLetterRow } from '../../subgraphs/identity/dead-letter.entity';
import type {
  NotificationEntity,
  NotificationConnectionRow,
  NotificationPreferenceRow,
} from '../../subgraphs/identity/notification.entity';
import type { AuditEventRow } from '../../subgraphs/identity/audit.entity';
import type { IdentityContext } from '../../subgraphs/identity/identity.loaders';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** A point in time, RFC 3339 in UTC, with milliseconds: `2026-12-24T18:00:00.000Z`. */
  DateTime: { input: Date; output: Date | string };
  /** A calendar date without a time zone, `YYYY-MM-DD`. */
  LocalDate: { input: string; output: string };
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown };
};

/** Anything with a global id. */
export type Node = {
  /** The global id: a type prefix and 128 bits, opaque by contract. */
  id: Scalars['ID']['output'];
};

/** Up or down. */
export type OrderDirection =
  /** The smallest first. */
  | 'ASC'
  /** The largest first. */
  | 'DESC';

/** Comparisons of a text, whatever the case: all that are given must hold. */
export type StringFilter = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these; at most 100. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Holds this somewhere. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Begins with this. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** Where a page of a list begins and ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether a page follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether a page precedes. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last edge; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** What every mutation answers. */
export type Payload = {
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Why a change was refused. */
export type UserError = {
  /** What kind of refusal it is. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A refusal that needs no more than its code and message. */
export type PlainError = UserError & {
  __typename?: 'PlainError';
  /** What kind of refusal it is. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Somebody else changed the entity first, or the name is taken. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always CONFLICT. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The version that the entity has now; null when the conflict is not about a version. */
  currentVersion?: Maybe<Scalars['Int']['output']>;
};

/** The workspace has used up what it may use of something. */
export type QuotaError = UserError & {
  __typename?: 'QuotaError';
  /** Always QUOTA_EXCEEDED. */
  code: UserErrorCode;
  /** A sentence for a person; it names the quota and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** How much the workspace may use. */
  limit: Scalars['Int']['output'];
  /** How much it has used. */
  used: Scalars['Int']['output'];
  /** When the count begins anew; null when it does not. */
  resetAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The refusals that a mutation may answer. */
export type UserErrorCode =
  /** The input is well-formed but not acceptable. */
  | 'BAD_USER_INPUT'
  /** The thing does not exist, or the caller cannot see it. */
  | 'NOT_FOUND'
  /** The thing is visible, and the caller may not do this to it. */
  | 'FORBIDDEN'
  /** The entity has changed since, or the name is taken. */
  | 'CONFLICT'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The workspace has used up what it may use. */
  | 'QUOTA_EXCEEDED'
  /** The message is older than its author may change it. */
  | 'EDIT_WINDOW_CLOSED'
  /** The invite's time is over. */
  | 'INVITE_EXPIRED'
  /** The invite was used as often as it may be. */
  | 'INVITE_EXHAUSTED';

export type Query = {
  __typename?: 'Query';
  /** The signed-in user. Requires: any signed-in caller. */
  viewer?: Maybe<User>;
  /**
   * One user, by exactly one of the three keys (none or several: BAD_USER_INPUT); null when there is no such
   * user or none whom the caller shares a workspace with. Requires: any signed-in caller.
   */
  user?: Maybe<User>;
  /**
   * The people who share a workspace with the caller, the caller among them; active ones unless the filter says otherwise.
   * Suggestions for mentions are `filter: { workspaceId, search }`. Requires: any signed-in caller.
   */
  users: UserConnection;
  /** Any entity by its global id; null when it does not exist or is not visible. Requires: what the entity's own query requires. */
  node?: Maybe<Node>;
  /** Entities by their global ids, in the same order, with null for what does not exist or is not visible; at most 100. Requires: what the entities' own queries require. */
  nodes: Array<Maybe<Node>>;
  /** What this platform is. Requires: any signed-in caller. */
  serverInfo: ServerInfo;
  /** Reactions that failed after all retries, newest first. Requires: realm role system-admin. */
  deadLetters: DeadLetterConnection;
  /**
   * The audit log: who did, or was refused, what is relevant to security, newest first. A workspace that does not exist,
   * or that the caller does not belong to, is NOT_FOUND; without a workspace the log is the whole platform's. Requires:
   * workspace role ADMIN, or realm role system-admin.
   */
  auditEvents: AuditEventConnection;
};

export type QueryUserArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  username?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
};

export type QueryUsersArgs = {
  filter?: InputMaybe<UserFilter>;
  orderBy?: InputMaybe<UserOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};

export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};

export type QueryDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type QueryAuditEventsArgs = {
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<AuditEventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Makes an API key, which calls on its owner's behalf as far as its scopes reach; at most 50 per person. Audited.
   * Requires: any signed-in person; membership of the workspace that it is bound to.
   */
  createApiKey: CreateApiKeyPayload;
  /** Changes an API key. Audited. Requires: oneself. */
  updateApiKey: UpdateApiKeyPayload;
  /** Deletes an API key for good. Audited. Requires: oneself. */
  deleteApiKey: DeleteApiKeyPayload;
  /** Changes the caller's own profile. Requires: any signed-in caller. */
  updateProfile: UpdateProfilePayload;
  /** Sets the caller's status in place of the one before. Requires: any signed-in caller. */
  setStatus: SetStatusPayload;
  /** Clears the caller's status. Requires: any signed-in caller. */
  clearStatus: ClearStatusPayload;
  /**
   * Switches an account off: the user's sessions end, and whoever signs in again belongs to no workspace and may change
   * nothing; lists, suggestions and counts leave the user out, and what they wrote keeps its author. Repeating it changes nothing. Audited. Requires: realm role system-admin.
   */
  deactivateUser: DeactivateUserPayload;
  /** Switches an account on again. Repeating it changes nothing. Audited. Requires: realm role system-admin. */
  reactivateUser: ReactivateUserPayload;
  /**
   * Ends a session of the caller's everywhere: within five seconds its tokens and sockets are refused by all parts of the
   * platform, and the identity provider, where its directory is connected, ends it too. Repeating it changes nothing. Audited. Requires: any signed-in caller.
   */
  revokeSession: RevokeSessionPayload;
  /** Ends all sessions of the caller's but the one that asks. Audited. Requires: any signed-in caller. */
  revokeOtherSessions: RevokeOtherSessionsPayload;
  /**
   * Ends all sessions of the caller's, the one that asks among them, and every token issued until now. Audited. Requires:
   * any signed-in caller.
   */
  revokeAllSessions: RevokeAllSessionsPayload;
  /** Hands a dead letter's event to its handler once more. Audited. Requires: realm role system-admin. */
  replayDeadLetter: ReplayDeadLetterPayload;
  /**
   * Marks the caller as away, or as back; it counts while the caller is connected. SERVICE_BUSY while presence cannot be
   * had. Requires: any signed-in caller.
   */
  setPresence: SetPresencePayload;
  /** Marks one notification as read. Repeating it changes nothing. Requires: that it is one's own. */
  markNotificationRead: MarkNotificationReadPayload;
  /** Marks everything as read that is in the inbox now, without what is snoozed. Requires: any signed-in caller. */
  markAllNotificationsRead: MarkAllNotificationsReadPayload;
  /** Deletes one notification. Requires: that it is one's own. */
  deleteNotification: DeleteNotificationPayload;
  /** Hides a notification until a time, or brings it back. Requires: that it is one's own. */
  snoozeNotification: SnoozeNotificationPayload;
  /**
   * Chooses whether to be told of one kind of thing from now on. Requires: any signed-in caller, by no API key that is
   * bound to a workspace.
   */
  updateNotificationPreference: UpdateNotificationPreferencePayload;
  /** Gives a dead letter up. Audited. Requires: realm role system-admin. */
  discardDeadLetter: DiscardDeadLetterPayload;
};

export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};

export type MutationUpdateApiKeyArgs = {
  input: UpdateApiKeyInput;
};

export type MutationDeleteApiKeyArgs = {
  input: DeleteApiKeyInput;
};

export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

export type MutationSetStatusArgs = {
  input: SetStatusInput;
};

export type MutationClearStatusArgs = {
  input: ClearStatusInput;
};

export type MutationDeactivateUserArgs = {
  input: DeactivateUserInput;
};

export type MutationReactivateUserArgs = {
  input: ReactivateUserInput;
};

export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
};

export type MutationRevokeOtherSessionsArgs = {
  input: RevokeOtherSessionsInput;
};

export type MutationRevokeAllSessionsArgs = {
  input: RevokeAllSessionsInput;
};

export type MutationReplayDeadLetterArgs = {
  input: ReplayDeadLetterInput;
};

export type MutationSetPresenceArgs = {
  input: SetPresenceInput;
};

export type MutationMarkNotificationReadArgs = {
  input: MarkNotificationReadInput;
};

export type MutationMarkAllNotificationsReadArgs = {
  input: MarkAllNotificationsReadInput;
};

export type MutationDeleteNotificationArgs = {
  input: DeleteNotificationInput;
};

export type MutationSnoozeNotificationArgs = {
  input: SnoozeNotificationInput;
};

export type MutationUpdateNotificationPreferenceArgs = {
  input: UpdateNotificationPreferenceInput;
};

export type MutationDiscardDeadLetterArgs = {
  input: DiscardDeadLetterInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * When people of a workspace come, go, or are away: told at most once, from now on, and not kept. Ends with FORBIDDEN
   * once the caller is no member any more. Requires: membership.
   */
  presenceEvents?: Maybe<PresenceEvent>;
  /**
   * What happens in the caller's own inbox, in order and without a gap: notifications that come, are read, snoozed, back
   * or deleted. Requires: any signed-in caller, by no API key that is bound to a workspace.
   */
  inboxEvents?: Maybe<InboxEventEnvelope>;
};

export type SubscriptionPresenceEventsArgs = {
  workspaceId: Scalars['ID']['input'];
};

export type SubscriptionInboxEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A person, or the platform's bot. The account itself is Keycloak's. */
export type User = Node & {
  __typename?: 'User';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The login name, unique without regard to case. */
  username: Scalars['String']['output'];
  /** The name shown to others. */
  displayName: Scalars['String']['output'];
  /** The e-mail address; null for anybody but oneself. Requires: oneself. */
  email?: Maybe<Scalars['String']['output']>;
  /** Whether this is the platform's bot. */
  isBot: Scalars['Boolean']['output'];
  /** Whether the account is in use; whoever is deactivated changes nothing and stands in no list. */
  isActive: Scalars['Boolean']['output'];
  /** The picture shown beside the name, an https address; null when there is none. */
  avatarUrl?: Maybe<Scalars['String']['output']>;
  /** The language and region that the user reads in, a BCP 47 tag such as `de-AT`; null when not chosen. */
  locale?: Maybe<Scalars['String']['output']>;
  /** Where the user's clock is, an IANA name such as `Europe/Vienna`; null when not chosen. */
  timeZone?: Maybe<Scalars['String']['output']>;
  /** What the user says of themselves just now; null when nothing, and once it has expired. */
  status?: Maybe<UserStatus>;
  /** The realm roles; null for anybody but oneself. Requires: oneself. */
  systemRoles?: Maybe<Array<Scalars['String']['output']>>;
  /** The user's API keys, by date of making; null for anybody but oneself. Requires: oneself, signed in. */
  apiKeys?: Maybe<ApiKeyConnection>;
  /** Whether the user is connected now; null for bots, for whoever shares no workspace with the caller now, and while it cannot be told. */
  presence?: Maybe<PresenceState>;
  /**
   * The sign-ins that the platform has seen, newest first, each by its own device; null for anybody but oneself.
   * Requires: oneself.
   */
  sessions?: Maybe<SessionConnection>;
  /**
   * What the user was told of and has not deleted, newest first; what is snoozed only when the filter asks for it. Null
   * for anybody but oneself; an API key that is bound to a workspace sees what happened there. Requires: oneself.
   */
  notifications?: Maybe<NotificationConnection>;
  /** What the user wants to be told of, each kind once; null for anybody but oneself. Requires: oneself. */
  notificationPreferences?: Maybe<Array<NotificationPreference>>;
  /**
   * The place that the stream of `inboxEvents` has come to: read it before the inbox, then subscribe with `after` it, and
   * nothing is missed. Null for anybody but oneself, and by an API key that is bound to a workspace. Requires: oneself.
   */
  inboxCursor?: Maybe<Scalars['String']['output']>;
  /** When the user was first seen. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts the changes of the profile. */
  version: Scalars['Int']['output'];
};

/** A person, or the platform's bot. The account itself is Keycloak's. */
export type UserApiKeysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A person, or the platform's bot. The account itself is Keycloak's. */
export type UserSessionsArgs = {
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A person, or the platform's bot. The account itself is Keycloak's. */
export type UserNotificationsArgs = {
  filter?: InputMaybe<NotificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Whether somebody is connected. */
export type PresenceState =
  /** Connected by a socket or more. */
  | 'ONLINE'
  /** Connected, and marked as away. */
  | 'AWAY'
  /** Not connected for some seconds or more. */
  | 'OFFLINE';

/** What somebody connected may be. */
export type SettablePresence =
  /** Back. */
  | 'ONLINE'
  /** Away. */
  | 'AWAY';

/** That somebody came, went or is away. */
export type PresenceEvent = {
  __typename?: 'PresenceEvent';
  /** Whose presence changed; null when the profile cannot be had. */
  user?: Maybe<User>;
  /** What it is now. */
  presence: PresenceState;
  /** When it was noticed. */
  changedAt: Scalars['DateTime']['output'];
};

/** What to be. */
export type SetPresenceInput = {
  /** Away, or back. */
  state: SettablePresence;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The caller, whose presence was set. */
export type SetPresencePayload = Payload & {
  __typename?: 'SetPresencePayload';
  /** The caller; null when refused. */
  user?: Maybe<User>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What somebody says of themselves just now. */
export type UserStatus = {
  __typename?: 'UserStatus';
  /** One emoji; null when there is text alone. */
  emoji?: Maybe<Scalars['String']['output']>;
  /** A short text; null when there is an emoji alone. */
  text?: Maybe<Scalars['String']['output']>;
  /** When it ends by itself; null when it stays. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Which people to show: whoever meets all that is given. */
export type UserFilter = {
  /** A part of the username or the display name, whatever the case; 1 to 100 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Compares the username, whatever the case. */
  username?: InputMaybe<StringFilter>;
  /** Compares the display name, whatever the case. */
  displayName?: InputMaybe<StringFilter>;
  /** Members of this workspace alone. */
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the account is in use; true when absent. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** All of these must hold; at most 10. */
  and?: InputMaybe<Array<UserCondition>>;
  /** One of these must hold; at most 10. */
  or?: InputMaybe<Array<UserCondition>>;
  /** This must not hold. */
  not?: InputMaybe<UserCondition>;
};

/** A condition on a user's names: all that is given must hold. */
export type UserCondition = {
  /** Compares the username, whatever the case. */
  username?: InputMaybe<StringFilter>;
  /** Compares the display name, whatever the case. */
  displayName?: InputMaybe<StringFilter>;
};

/** The order of a list of users. */
export type UserOrder = {
  /** By what. */
  field: UserOrderField;
  /** Up or down. */
  direction: OrderDirection;
};

/** By what users can be ordered. */
export type UserOrderField =
  /** The login name, whatever the case. */
  | 'USERNAME'
  /** The name shown to others, whatever the case. */
  | 'DISPLAY_NAME'
  /** When the user was first seen. */
  | 'CREATED_AT';

/** A page of users. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The edges of this page. */
  edges: Array<UserEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<User>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A user and the user's place in the list. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** The user. */
  node: User;
  /** The user's place. */
  cursor: Scalars['String']['output'];
};

/** A sign-in by one device, as the identity provider knows it. */
export type Session = {
  __typename?: 'Session';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Where it was first used from; null when that is not known. */
  ipAddress?: Maybe<Scalars['String']['output']>;
  /** What the client said that it is; null when it said nothing. */
  userAgent?: Maybe<Scalars['String']['output']>;
  /** The browser and system that the client names, such as `Firefox on Linux`. */
  device: Scalars['String']['output'];
  /** When it was first used. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last used, to the minute or so. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** When the newest of its tokens expires. */
  expiresAt: Scalars['DateTime']['output'];
  /** Whether this request comes by it. */
  isCurrent: Scalars['Boolean']['output'];
  /** Whether it counts: neither ended nor expired. */
  isActive: Scalars['Boolean']['output'];
};

/** A page of sessions. */
export type SessionConnection = {
  __typename?: 'SessionConnection';
  /** The edges of this page. */
  edges: Array<SessionEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Session>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A session and its place in the list. */
export type SessionEdge = {
  __typename?: 'SessionEdge';
  /** The session. */
  node: Session;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** Which session to end. */
export type RevokeSessionInput = {
  /** The session's id. */
  id: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The session that has ended. */
export type RevokeSessionPayload = Payload & {
  __typename?: 'RevokeSessionPayload';
  /** The session; null when refused. */
  session?: Maybe<Session>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Ends all other sessions. */
export type RevokeOtherSessionsInput = {
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** How many sessions have ended. */
export type RevokeOtherSessionsPayload = Payload & {
  __typename?: 'RevokeOtherSessionsPayload';
  /** How many counted until now; null when refused. */
  revokedCount?: Maybe<Scalars['Int']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Ends all sessions. */
export type RevokeAllSessionsInput = {
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** How many sessions have ended. */
export type RevokeAllSessionsPayload = Payload & {
  __typename?: 'RevokeAllSessionsPayload';
  /** How many counted until now; null when refused. */
  revokedCount?: Maybe<Scalars['Int']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A key by which a person's programs call, as far as its scopes reach. The key itself is shown once, when it is made. */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The name that its owner gave it. */
  name: Scalars['String']['output'];
  /** The beginning of the key, by which it is recognised; the rest is a secret. */
  prefix: Scalars['String']['output'];
  /** What it may do. */
  scopes: Array<ApiKeyScope>;
  /** The one workspace in which it acts; null when it acts in all of its owner's. */
  workspaceId?: Maybe<Scalars['ID']['output']>;
  /** Whether its owner lets it be used. */
  isEnabled: Scalars['Boolean']['output'];
  /** How many requests a minute it may send; null for the platform's default of 600. */
  rateLimitPerMinute?: Maybe<Scalars['Int']['output']>;
  /** When it ceases to count; null for never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last used, to the minute; null for never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts its changes. */
  version: Scalars['Int']['output'];
};

/** What an API key may do, within what its owner may. */
export type ApiKeyScope =
  /** Queries and subscriptions. */
  | 'READ'
  /** Mutations that ask for no more than this. */
  | 'WRITE'
  /** Putting workflows to work. */
  | 'DEPLOY'
  /** Running workspaces: members, settings, invites, deletion. */
  | 'MANAGE';

/** A page of API keys. */
export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  /** The edges of this page. */
  edges: Array<ApiKeyEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<ApiKey>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An API key and its place in the list. */
export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  /** The API key. */
  node: ApiKey;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** The new API key. */
export type CreateApiKeyInput = {
  /** The name by which its owner knows it, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** What it may do; at least one. */
  scopes: Array<ApiKeyScope>;
  /** The one workspace in which it is to act; absent for all of its owner's. */
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
  /** When it ceases to count; in the future. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How many requests a minute it may send, 1 to 100000; absent for the platform's default of 600. */
  rateLimitPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** The same key with the same input gives the first answer again for 24 hours, without the secret; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new API key. */
export type CreateApiKeyPayload = Payload & {
  __typename?: 'CreateApiKeyPayload';
  /** The API key; null when refused. */
  apiKey?: Maybe<ApiKey>;
  /** The key itself, to be sent as `Authorization: Bearer`. Shown this once; null when refused, and when repeated. */
  secret?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What to change of an API key; an absent field stays. */
export type UpdateApiKeyInput = {
  /** The API key. */
  id: Scalars['ID']['input'];
  /** The name by which its owner knows it, 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether it may be used. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many requests a minute it may send, 1 to 100000; null for the platform's default. */
  rateLimitPerMinute?: InputMaybe<Scalars['Int']['input']>;
  /** When it ceases to count; null for never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The version that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The changed API key. */
export type UpdateApiKeyPayload = Payload & {
  __typename?: 'UpdateApiKeyPayload';
  /** The API key; null when refused. */
  apiKey?: Maybe<ApiKey>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which API key to delete. */
export type DeleteApiKeyInput = {
  /** The API key. */
  id: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What became of the deletion. */
export type DeleteApiKeyPayload = Payload & {
  __typename?: 'DeleteApiKeyPayload';
  /** The id of the deleted key; null when refused. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What runs here. */
export type ServerInfo = {
  __typename?: 'ServerInfo';
  /** The version of the platform. */
  version: Scalars['String']['output'];
};

/** An event whose handler failed after all retries. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The handler that failed, `<subgraph>.<event type>`. */
  handler: Scalars['String']['output'];
  /** The event's type. */
  eventType: Scalars['String']['output'];
  /** The event's id. */
  eventId: Scalars['String']['output'];
  /** The aggregate that the event belongs to, `<type>:<uuid>`. */
  aggregate: Scalars['String']['output'];
  /** The last error, without secrets. */
  error: Scalars['String']['output'];
  /** How often the handler was tried. */
  attempts: Scalars['Int']['output'];
  /** Whether it waits, was replayed or was discarded. */
  state: DeadLetterState;
  /** When the last attempt failed. */
  failedAt: Scalars['DateTime']['output'];
};

/** What has become of a dead letter. */
export type DeadLetterState =
  /** It waits for a person. */
  | 'WAITING'
  /** A replay was asked for and has not ended. */
  | 'REPLAYING'
  /** The replay succeeded. */
  | 'REPLAYED'
  /** It was given up. */
  | 'DISCARDED';

/** Something that a person is told of; seen by that person alone, and while they may see what it is about. */
export type Notification = Node & {
  __typename?: 'Notification';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** What sort of thing it tells of. */
  kind: NotificationKind;
  /** What it is about, as it is now: a message that was deleted is empty; null once it is gone or hidden. */
  subject?: Maybe<Node>;
  /** Who did it; null when the platform did, or somebody whom the caller does not see. */
  actor?: Maybe<User>;
  /** The workspace in which it happened; null when it was in none, or in one that the caller does not see. */
  workspace?: Maybe<Workspace>;
  /** When it happened. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was read; null while it is unread. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when it is hidden from the inbox; null while it is there. */
  snoozedUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** What people are told of. Nobody is told of what they did themselves. */
export type NotificationKind =
  /** A message in a direct chat. */
  | 'DIRECT_MESSAGE'
  /** A message with one's `@name`. */
  | 'MENTION'
  /** A message with `@channel` in a chat in which one takes part. */
  | 'CHANNEL_MENTION'
  /** A reply in a thread that one follows. */
  | 'THREAD_REPLY'
  /** One was let into a private chat. */
  | 'CHAT_ADDED'
  /** A task became one's own. */
  | 'TASK_ASSIGNED'
  /** A task that one is subscribed to, as its creator and assignee are, got another status. */
  | 'TASK_STATUS_CHANGED'
  /** One is invited to a workspace. */
  | 'WORKSPACE_INVITE'
  /** One was added to a workspace. */
  | 'WORKSPACE_MEMBER_ADDED';

/** A page of notifications. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** The edges of this page. */
  edges: Array<NotificationEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Notification>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are in all under this filter. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** How many are unread in the inbox, whatever the filter. */
  unreadCount: Scalars['Int']['output'];
};

/** A notification and its place in the list. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** The notification. */
  node: Notification;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** Which notifications to list; all conditions hold together. */
export type NotificationFilter = {
  /** The unread ones alone, or the read ones alone. */
  isUnread?: InputMaybe<Scalars['Boolean']['input']>;
  /** Instead of what is in the inbox, what is snoozed. */
  isSnoozed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of which kinds. */
  kind?: InputMaybe<NotificationKindFilter>;
};

/** Compares the kind of a notification. */
export type NotificationKindFilter = {
  /** Is this one. */
  eq?: InputMaybe<NotificationKind>;
  /** Is one of these. */
  in?: InputMaybe<Array<NotificationKind>>;
};

/** Whether a person is told of one kind of thing. */
export type NotificationPreference = {
  __typename?: 'NotificationPreference';
  /** Which kind. */
  kind: NotificationKind;
  /** Whether it comes to the inbox. */
  isInApp: Scalars['Boolean']['output'];
};

/** An event of one's own inbox, with its place in the stream. */
export type InboxEventEnvelope = {
  __typename?: 'InboxEventEnvelope';
  /** The place: resume with `after: <cursor>`. */
  cursor: Scalars['String']['output'];
  /** The id that all events of one client request share. */
  correlationId: Scalars['String']['output'];
  /** What happened. */
  event: InboxEvent;
};

/** What may happen in an inbox. */
export type InboxEvent =
  NotificationCreated | NotificationRead | NotificationSnoozed | NotificationUnsnoozed | NotificationDeleted;

/** Somebody did something that one is told of. */
export type NotificationCreated = {
  __typename?: 'NotificationCreated';
  /** The notification as it is now; null once deleted or hidden. */
  notification?: Maybe<Notification>;
};

/** Notifications were marked as read. */
export type NotificationRead = {
  __typename?: 'NotificationRead';
  /** Which ones; at most 500, more come in further events. */
  notificationIds: Array<Scalars['ID']['output']>;
};

/** A notification is hidden from the inbox for a time. */
export type NotificationSnoozed = {
  __typename?: 'NotificationSnoozed';
  /** The notification as it is now; null once deleted or hidden. */
  notification?: Maybe<Notification>;
};

/** A snoozed notification is back: it was due, or was brought back. */
export type NotificationUnsnoozed = {
  __typename?: 'NotificationUnsnoozed';
  /** The notification as it is now; null once deleted or hidden. */
  notification?: Maybe<Notification>;
};

/** Notifications are gone: deleted, or of a workspace to which one does not belong any more. */
export type NotificationDeleted = {
  __typename?: 'NotificationDeleted';
  /** Which ones; at most 500, more come in further events. */
  notificationIds: Array<Scalars['ID']['output']>;
};

/** Which notification was read. */
export type MarkNotificationReadInput = {
  /** The notification. */
  notificationId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The notification that was read. */
export type MarkNotificationReadPayload = Payload & {
  __typename?: 'MarkNotificationReadPayload';
  /** The notification; null when refused. */
  notification?: Maybe<Notification>;
  /** The place of the change in the stream of `inboxEvents`; null when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Nothing but the mark. */
export type MarkAllNotificationsReadInput = {
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** How much was read. */
export type MarkAllNotificationsReadPayload = Payload & {
  __typename?: 'MarkAllNotificationsReadPayload';
  /** How many were unread until now; null when refused. */
  readCount?: Maybe<Scalars['Int']['output']>;
  /** The place of the change in the stream of `inboxEvents`; null when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which notification to delete. */
export type DeleteNotificationInput = {
  /** The notification. */
  notificationId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** Which notification is gone. */
export type DeleteNotificationPayload = Payload & {
  __typename?: 'DeleteNotificationPayload';
  /** The id that it had; null when refused. */
  notificationId?: Maybe<Scalars['ID']['output']>;
  /** The place of the change in the stream of `inboxEvents`; null when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which notification to hide, and until when. */
export type SnoozeNotificationInput = {
  /** The notification. */
  notificationId: Scalars['ID']['input'];
  /** In the future, and within a year; without it the notification is back at once. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The notification that is hidden, or back. */
export type SnoozeNotificationPayload = Payload & {
  __typename?: 'SnoozeNotificationPayload';
  /** The notification; null when refused. */
  notification?: Maybe<Notification>;
  /** The place of the change in the stream of `inboxEvents`; null when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whether to be told of one kind of thing. */
export type UpdateNotificationPreferenceInput = {
  /** Which kind. */
  kind: NotificationKind;
  /** Whether it comes to the inbox. */
  isInApp: Scalars['Boolean']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What was chosen. */
export type UpdateNotificationPreferencePayload = Payload & {
  __typename?: 'UpdateNotificationPreferencePayload';
  /** The preference; null when refused. */
  preference?: Maybe<NotificationPreference>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  /** The edges of this page. */
  edges: Array<DeadLetterEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<DeadLetter>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A dead letter and its place in the list. */
export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  /** The dead letter. */
  node: DeadLetter;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** What to change in one's own profile; an absent field stays, and null clears. */
export type UpdateProfileInput = {
  /** The name shown to others, 1 to 100 characters; it cannot be cleared. */
  displayName?: InputMaybe<Scalars['String']['input']>;
  /** An https address of a picture, at most 2000 characters. */
  avatarUrl?: InputMaybe<Scalars['String']['input']>;
  /** A BCP 47 language tag, such as `de-AT`. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** An IANA time zone, such as `Europe/Vienna`. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The changed profile. */
export type UpdateProfilePayload = Payload & {
  __typename?: 'UpdateProfilePayload';
  /** The user; null when refused. */
  user?: Maybe<User>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The new status. */
export type SetStatusInput = {
  /** One emoji. */
  emoji?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters; the emoji, the text or both must be given. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** When it ends by itself, in the future; absent: it stays. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The user with the new status. */
export type SetStatusPayload = Payload & {
  __typename?: 'SetStatusPayload';
  /** The user; null when refused. */
  user?: Maybe<User>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Nothing but the mark. */
export type ClearStatusInput = {
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The user without a status. */
export type ClearStatusPayload = Payload & {
  __typename?: 'ClearStatusPayload';
  /** The user; null when refused. */
  user?: Maybe<User>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to switch off. */
export type DeactivateUserInput = {
  /** The user. */
  userId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The user who is switched off. */
export type DeactivateUserPayload = Payload & {
  __typename?: 'DeactivateUserPayload';
  /** The user; null when refused. */
  user?: Maybe<User>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to switch on again. */
export type ReactivateUserInput = {
  /** The user. */
  userId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The user who is switched on again. */
export type ReactivateUserPayload = Payload & {
  __typename?: 'ReactivateUserPayload';
  /** The user; null when refused. */
  user?: Maybe<User>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which dead letter to replay. */
export type ReplayDeadLetterInput = {
  /** The dead letter's id. */
  id: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The dead letter that will be replayed. */
export type ReplayDeadLetterPayload = Payload & {
  __typename?: 'ReplayDeadLetterPayload';
  /** The dead letter; null when refused. */
  deadLetter?: Maybe<DeadLetter>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which dead letter to discard. */
export type DiscardDeadLetterInput = {
  /** The dead letter's id. */
  id: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The dead letter that was discarded. */
export type DiscardDeadLetterPayload = Payload & {
  __typename?: 'DiscardDeadLetterPayload';
  /** The dead letter; null when refused. */
  deadLetter?: Maybe<DeadLetter>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** An entry of the audit log. Nobody changes or removes one. */
export type AuditEvent = {
  __typename?: 'AuditEvent';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** What was done: an event's type (`workspace.member.removed`), a refused field's name, or `admin.read`. */
  action: Scalars['String']['output'];
  /** Whether it was done or refused. */
  outcome: AuditOutcome;
  /** Why it was refused; null for what was done. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /**
   * Who acted; null for the platform itself, and for who is not visible, such as a system administrator who does not
   * belong to the workspace.
   */
  actor?: Maybe<User>;
  /** The global id of who acted, visible or not; null for the platform itself. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** The API key by which the actor called; null for a token of the identity provider. */
  apiKeyId?: Maybe<Scalars['String']['output']>;
  /** Where the actor's client was, as the gateway saw it; null when nobody knows. */
  ipAddress?: Maybe<Scalars['String']['output']>;
  /** What the actor's client said that it is; null when it said nothing. */
  userAgent?: Maybe<Scalars['String']['output']>;
  /** The type of what was acted on, in lower case; null when it was nothing in particular. */
  targetType?: Maybe<Scalars['String']['output']>;
  /** The uuid of what was acted on; null when it was nothing in particular. */
  targetId?: Maybe<Scalars['String']['output']>;
  /** What was acted on; null when it is no entity, is gone or is not visible. */
  target?: Maybe<Node>;
  /** Whom the act concerned, where that is another than the target; null when nobody or not visible. */
  subject?: Maybe<User>;
  /** The workspace in which it happened; null outside of one, or when it is gone or not visible. */
  workspace?: Maybe<Workspace>;
  /** The correlation id of the request that caused it. */
  correlationId: Scalars['String']['output'];
};

/** What became of an act. */
export type AuditOutcome =
  /** It was done. */
  | 'SUCCESS'
  /** It was refused. */
  | 'FAILURE';

/** Which entries of the audit log: all that is given must hold. */
export type AuditEventFilter = {
  /** Comparisons of the action. */
  action?: InputMaybe<StringFilter>;
  /** Acts of this user. */
  actorId?: InputMaybe<Scalars['ID']['input']>;
  /** Acts with this outcome. */
  outcome?: InputMaybe<AuditOutcome>;
  /** Acts at this time or later. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Acts before this time. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of the audit log. */
export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  /** The edges of this page. */
  edges: Array<AuditEventEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<AuditEvent>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An entry of the audit log and its place in it. */
export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  /** The entry. */
  node: AuditEvent;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

export type Workspace = Node & {
  __typename?: 'Workspace';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Chat = Node & {
  __typename?: 'Chat';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Message = Node & {
  __typename?: 'Message';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Task = Node & {
  __typename?: 'Task';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Board = Node & {
  __typename?: 'Board';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Label = Node & {
  __typename?: 'Label';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Workflow = Node & {
  __typename?: 'Workflow';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Execution = Node & {
  __typename?: 'Execution';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Invite = Node & {
  __typename?: 'Invite';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type Integration = Node & {
  __typename?: 'Integration';
  id: Scalars['ID']['output'];
  nodeRef: Scalars['ID']['output'];
};

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
  reference: TReference,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<
  TResult,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

/** A subscription's field is resolved with the event as its source; what admits a caller stands in the manifest. */
export type SubscriptionResolver<
  TResult,
  _TKey extends string,
  _TParent = unknown,
  TContext = unknown,
  TArgs = unknown,
> = {
  resolve: (
    event: LiveEvent,
    args: TArgs,
    context: TContext,
    info: GraphQLResolveInfo,
  ) => Promise<TResult> | TResult;
};

export type TypeResolveFn<
  TTypes,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
> = (parent: TParent, context: TContext, info: GraphQLResolveInfo) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
  Notification: Notification;
  Workspace: Workspace;
  Chat: Chat;
  Message: Message;
  Task: Task;
  Board: Board;
  Label: Label;
  Workflow: Workflow;
  Execution: Execution;
  Invite: Invite;
  Integration: Integration;
};

/** References by which the gateway asks for entities; with several keys, any one of them. */
export type FederationReferenceTypes = {
  User: { __typename: 'User'; id?: string; nodeRef?: string };
  Notification: { __typename: 'Notification'; id?: string; nodeRef?: string };
  Workspace: { __typename: 'Workspace'; nodeRef: string };
  Chat: { __typename: 'Chat'; nodeRef: string };
  Message: { __typename: 'Message'; nodeRef: string };
  Task: { __typename: 'Task'; nodeRef: string };
  Board: { __typename: 'Board'; nodeRef: string };
  Label: { __typename: 'Label'; nodeRef: string };
  Workflow: { __typename: 'Workflow'; nodeRef: string };
  Execution: { __typename: 'Execution'; nodeRef: string };
  Invite: { __typename: 'Invite'; nodeRef: string };
  Integration: { __typename: 'Integration'; nodeRef: string };
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | UserEntity
    | NotificationEntity
    | { __typename: 'Workspace'; nodeRef: string }
    | { __typename: 'Chat'; nodeRef: string }
    | { __typename: 'Message'; nodeRef: string }
    | { __typename: 'Task'; nodeRef: string }
    | { __typename: 'Board'; nodeRef: string }
    | { __typename: 'Label'; nodeRef: string }
    | { __typename: 'Workflow'; nodeRef: string }
    | { __typename: 'Execution'; nodeRef: string }
    | { __typename: 'Invite'; nodeRef: string }
    | { __typename: 'Integration'; nodeRef: string };
  Payload:
    | (Omit<SetPresencePayload, 'user' | 'userErrors'> & {
        user?: Maybe<_RefType['User']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<RevokeSessionPayload, 'session' | 'userErrors'> & {
        session?: Maybe<_RefType['Session']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<RevokeOtherSessionsPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<RevokeAllSessionsPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<CreateApiKeyPayload, 'apiKey' | 'userErrors'> & {
        apiKey?: Maybe<_RefType['ApiKey']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateApiKeyPayload, 'apiKey' | 'userErrors'> & {
        apiKey?: Maybe<_RefType['ApiKey']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DeleteApiKeyPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<MarkNotificationReadPayload, 'notification' | 'userErrors'> & {
        notification?: Maybe<_RefType['Notification']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<MarkAllNotificationsReadPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<DeleteNotificationPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<SnoozeNotificationPayload, 'notification' | 'userErrors'> & {
        notification?: Maybe<_RefType['Notification']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateNotificationPreferencePayload, 'preference' | 'userErrors'> & {
        preference?: Maybe<_RefType['NotificationPreference']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateProfilePayload, 'user' | 'userErrors'> & {
        user?: Maybe<_RefType['User']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<SetStatusPayload, 'user' | 'userErrors'> & {
        user?: Maybe<_RefType['User']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<ClearStatusPayload, 'user' | 'userErrors'> & {
        user?: Maybe<_RefType['User']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DeactivateUserPayload, 'user' | 'userErrors'> & {
        user?: Maybe<_RefType['User']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<ReactivateUserPayload, 'user' | 'userErrors'> & {
        user?: Maybe<_RefType['User']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<ReplayDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
        deadLetter?: Maybe<_RefType['DeadLetter']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DiscardDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
        deadLetter?: Maybe<_RefType['DeadLetter']>;
        userErrors: Array<_RefType['UserError']>;
      });
  UserError: PlainError | ConflictError | QuotaError;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  OrderDirection: OrderDirection;
  StringFilter: StringFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Payload']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PlainError: ResolverTypeWrapper<PlainError>;
  ConflictError: ResolverTypeWrapper<ConflictError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  QuotaError: ResolverTypeWrapper<QuotaError>;
  UserErrorCode: UserErrorCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserEntity>;
  PresenceState: PresenceState;
  SettablePresence: SettablePresence;
  PresenceEvent: ResolverTypeWrapper<PresenceEventRow>;
  SetPresenceInput: SetPresenceInput;
  SetPresencePayload: ResolverTypeWrapper<
    Omit<SetPresencePayload, 'user' | 'userErrors'> & {
      user?: Maybe<ResolversTypes['User']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UserStatus: ResolverTypeWrapper<UserStatus>;
  UserFilter: UserFilter;
  UserCondition: UserCondition;
  UserOrder: UserOrder;
  UserOrderField: UserOrderField;
  UserConnection: ResolverTypeWrapper<UserConnectionRow>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  Session: ResolverTypeWrapper<SessionEntity>;
  SessionConnection: ResolverTypeWrapper<
    Omit<SessionConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['SessionEdge']>;
      nodes: Array<ResolversTypes['Session']>;
    }
  >;
  SessionEdge: ResolverTypeWrapper<Omit<SessionEdge, 'node'> & { node: ResolversTypes['Session'] }>;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: ResolverTypeWrapper<
    Omit<RevokeSessionPayload, 'session' | 'userErrors'> & {
      session?: Maybe<ResolversTypes['Session']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  RevokeOtherSessionsInput: RevokeOtherSessionsInput;
  RevokeOtherSessionsPayload: ResolverTypeWrapper<
    Omit<RevokeOtherSessionsPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  RevokeAllSessionsInput: RevokeAllSessionsInput;
  RevokeAllSessionsPayload: ResolverTypeWrapper<
    Omit<RevokeAllSessionsPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  ApiKey: ResolverTypeWrapper<ApiKeyRow>;
  ApiKeyScope: ApiKeyScope;
  ApiKeyConnection: ResolverTypeWrapper<
    Omit<ApiKeyConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['ApiKeyEdge']>;
      nodes: Array<ResolversTypes['ApiKey']>;
    }
  >;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<
    Omit<CreateApiKeyPayload, 'apiKey' | 'userErrors'> & {
      apiKey?: Maybe<ResolversTypes['ApiKey']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateApiKeyInput: UpdateApiKeyInput;
  UpdateApiKeyPayload: ResolverTypeWrapper<
    Omit<UpdateApiKeyPayload, 'apiKey' | 'userErrors'> & {
      apiKey?: Maybe<ResolversTypes['ApiKey']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DeleteApiKeyInput: DeleteApiKeyInput;
  DeleteApiKeyPayload: ResolverTypeWrapper<
    Omit<DeleteApiKeyPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  ServerInfo: ResolverTypeWrapper<ServerInfo>;
  DeadLetter: ResolverTypeWrapper<DeadLetterRow>;
  DeadLetterState: DeadLetterState;
  Notification: ResolverTypeWrapper<NotificationEntity>;
  NotificationKind: NotificationKind;
  NotificationConnection: ResolverTypeWrapper<NotificationConnectionRow>;
  NotificationEdge: ResolverTypeWrapper<
    Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }
  >;
  NotificationFilter: NotificationFilter;
  NotificationKindFilter: NotificationKindFilter;
  NotificationPreference: ResolverTypeWrapper<NotificationPreferenceRow>;
  InboxEventEnvelope: ResolverTypeWrapper<LiveEvent>;
  InboxEvent: ResolverTypeWrapper<LiveEvent>;
  NotificationCreated: ResolverTypeWrapper<StoredEvent<'inbox.notification.created'>>;
  NotificationRead: ResolverTypeWrapper<StoredEvent<'inbox.notification.read'>>;
  NotificationSnoozed: ResolverTypeWrapper<StoredEvent<'inbox.notification.snoozed'>>;
  NotificationUnsnoozed: ResolverTypeWrapper<StoredEvent<'inbox.notification.unsnoozed'>>;
  NotificationDeleted: ResolverTypeWrapper<StoredEvent<'inbox.notification.deleted'>>;
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: ResolverTypeWrapper<
    Omit<MarkNotificationReadPayload, 'notification' | 'userErrors'> & {
      notification?: Maybe<ResolversTypes['Notification']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  MarkAllNotificationsReadInput: MarkAllNotificationsReadInput;
  MarkAllNotificationsReadPayload: ResolverTypeWrapper<
    Omit<MarkAllNotificationsReadPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  DeleteNotificationInput: DeleteNotificationInput;
  DeleteNotificationPayload: ResolverTypeWrapper<
    Omit<DeleteNotificationPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  SnoozeNotificationInput: SnoozeNotificationInput;
  SnoozeNotificationPayload: ResolverTypeWrapper<
    Omit<SnoozeNotificationPayload, 'notification' | 'userErrors'> & {
      notification?: Maybe<ResolversTypes['Notification']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateNotificationPreferenceInput: UpdateNotificationPreferenceInput;
  UpdateNotificationPreferencePayload: ResolverTypeWrapper<
    Omit<UpdateNotificationPreferencePayload, 'preference' | 'userErrors'> & {
      preference?: Maybe<ResolversTypes['NotificationPreference']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DeadLetterConnection: ResolverTypeWrapper<
    Omit<DeadLetterConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['DeadLetterEdge']>;
      nodes: Array<ResolversTypes['DeadLetter']>;
    }
  >;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<
    Omit<UpdateProfilePayload, 'user' | 'userErrors'> & {
      user?: Maybe<ResolversTypes['User']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  SetStatusInput: SetStatusInput;
  SetStatusPayload: ResolverTypeWrapper<
    Omit<SetStatusPayload, 'user' | 'userErrors'> & {
      user?: Maybe<ResolversTypes['User']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  ClearStatusInput: ClearStatusInput;
  ClearStatusPayload: ResolverTypeWrapper<
    Omit<ClearStatusPayload, 'user' | 'userErrors'> & {
      user?: Maybe<ResolversTypes['User']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DeactivateUserInput: DeactivateUserInput;
  DeactivateUserPayload: ResolverTypeWrapper<
    Omit<DeactivateUserPayload, 'user' | 'userErrors'> & {
      user?: Maybe<ResolversTypes['User']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  ReactivateUserInput: ReactivateUserInput;
  ReactivateUserPayload: ResolverTypeWrapper<
    Omit<ReactivateUserPayload, 'user' | 'userErrors'> & {
      user?: Maybe<ResolversTypes['User']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  ReplayDeadLetterPayload: ResolverTypeWrapper<
    Omit<ReplayDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
      deadLetter?: Maybe<ResolversTypes['DeadLetter']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DiscardDeadLetterInput: DiscardDeadLetterInput;
  DiscardDeadLetterPayload: ResolverTypeWrapper<
    Omit<DiscardDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
      deadLetter?: Maybe<ResolversTypes['DeadLetter']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  AuditEvent: ResolverTypeWrapper<AuditEventRow>;
  AuditOutcome: AuditOutcome;
  AuditEventFilter: AuditEventFilter;
  AuditEventConnection: ResolverTypeWrapper<
    Omit<AuditEventConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['AuditEventEdge']>;
      nodes: Array<ResolversTypes['AuditEvent']>;
    }
  >;
  AuditEventEdge: ResolverTypeWrapper<Omit<AuditEventEdge, 'node'> & { node: ResolversTypes['AuditEvent'] }>;
  Workspace: ResolverTypeWrapper<{ __typename: 'Workspace'; nodeRef: string }>;
  Chat: ResolverTypeWrapper<{ __typename: 'Chat'; nodeRef: string }>;
  Message: ResolverTypeWrapper<{ __typename: 'Message'; nodeRef: string }>;
  Task: ResolverTypeWrapper<{ __typename: 'Task'; nodeRef: string }>;
  Board: ResolverTypeWrapper<{ __typename: 'Board'; nodeRef: string }>;
  Label: ResolverTypeWrapper<{ __typename: 'Label'; nodeRef: string }>;
  Workflow: ResolverTypeWrapper<{ __typename: 'Workflow'; nodeRef: string }>;
  Execution: ResolverTypeWrapper<{ __typename: 'Execution'; nodeRef: string }>;
  Invite: ResolverTypeWrapper<{ __typename: 'Invite'; nodeRef: string }>;
  Integration: ResolverTypeWrapper<{ __typename: 'Integration'; nodeRef: string }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  JSON: Scalars['JSON']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  StringFilter: StringFilter;
  PageInfo: PageInfo;
  Payload: ResolversInterfaceTypes<ResolversParentTypes>['Payload'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PlainError: PlainError;
  ConflictError: ConflictError;
  Int: Scalars['Int']['output'];
  QuotaError: QuotaError;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  User: UserEntity;
  PresenceEvent: PresenceEventRow;
  SetPresenceInput: SetPresenceInput;
  SetPresencePayload: Omit<SetPresencePayload, 'user' | 'userErrors'> & {
    user?: Maybe<ResolversParentTypes['User']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UserStatus: UserStatus;
  UserFilter: UserFilter;
  UserCondition: UserCondition;
  UserOrder: UserOrder;
  UserConnection: UserConnectionRow;
  UserEdge: Omit<UserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  Session: SessionEntity;
  SessionConnection: Omit<SessionConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['SessionEdge']>;
    nodes: Array<ResolversParentTypes['Session']>;
  };
  SessionEdge: Omit<SessionEdge, 'node'> & { node: ResolversParentTypes['Session'] };
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: Omit<RevokeSessionPayload, 'session' | 'userErrors'> & {
    session?: Maybe<ResolversParentTypes['Session']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  RevokeOtherSessionsInput: RevokeOtherSessionsInput;
  RevokeOtherSessionsPayload: Omit<RevokeOtherSessionsPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  RevokeAllSessionsInput: RevokeAllSessionsInput;
  RevokeAllSessionsPayload: Omit<RevokeAllSessionsPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ApiKey: ApiKeyRow;
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['ApiKeyEdge']>;
    nodes: Array<ResolversParentTypes['ApiKey']>;
  };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey' | 'userErrors'> & {
    apiKey?: Maybe<ResolversParentTypes['ApiKey']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateApiKeyInput: UpdateApiKeyInput;
  UpdateApiKeyPayload: Omit<UpdateApiKeyPayload, 'apiKey' | 'userErrors'> & {
    apiKey?: Maybe<ResolversParentTypes['ApiKey']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeleteApiKeyInput: DeleteApiKeyInput;
  DeleteApiKeyPayload: Omit<DeleteApiKeyPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ServerInfo: ServerInfo;
  DeadLetter: DeadLetterRow;
  Notification: NotificationEntity;
  NotificationConnection: NotificationConnectionRow;
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NotificationFilter: NotificationFilter;
  NotificationKindFilter: NotificationKindFilter;
  NotificationPreference: NotificationPreferenceRow;
  InboxEventEnvelope: LiveEvent;
  InboxEvent: LiveEvent;
  NotificationCreated: StoredEvent<'inbox.notification.created'>;
  NotificationRead: StoredEvent<'inbox.notification.read'>;
  NotificationSnoozed: StoredEvent<'inbox.notification.snoozed'>;
  NotificationUnsnoozed: StoredEvent<'inbox.notification.unsnoozed'>;
  NotificationDeleted: StoredEvent<'inbox.notification.deleted'>;
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: Omit<MarkNotificationReadPayload, 'notification' | 'userErrors'> & {
    notification?: Maybe<ResolversParentTypes['Notification']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  MarkAllNotificationsReadInput: MarkAllNotificationsReadInput;
  MarkAllNotificationsReadPayload: Omit<MarkAllNotificationsReadPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeleteNotificationInput: DeleteNotificationInput;
  DeleteNotificationPayload: Omit<DeleteNotificationPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  SnoozeNotificationInput: SnoozeNotificationInput;
  SnoozeNotificationPayload: Omit<SnoozeNotificationPayload, 'notification' | 'userErrors'> & {
    notification?: Maybe<ResolversParentTypes['Notification']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateNotificationPreferenceInput: UpdateNotificationPreferenceInput;
  UpdateNotificationPreferencePayload: Omit<
    UpdateNotificationPreferencePayload,
    'preference' | 'userErrors'
  > & {
    preference?: Maybe<ResolversParentTypes['NotificationPreference']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['DeadLetterEdge']>;
    nodes: Array<ResolversParentTypes['DeadLetter']>;
  };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user' | 'userErrors'> & {
    user?: Maybe<ResolversParentTypes['User']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  SetStatusInput: SetStatusInput;
  SetStatusPayload: Omit<SetStatusPayload, 'user' | 'userErrors'> & {
    user?: Maybe<ResolversParentTypes['User']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ClearStatusInput: ClearStatusInput;
  ClearStatusPayload: Omit<ClearStatusPayload, 'user' | 'userErrors'> & {
    user?: Maybe<ResolversParentTypes['User']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeactivateUserInput: DeactivateUserInput;
  DeactivateUserPayload: Omit<DeactivateUserPayload, 'user' | 'userErrors'> & {
    user?: Maybe<ResolversParentTypes['User']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ReactivateUserInput: ReactivateUserInput;
  ReactivateUserPayload: Omit<ReactivateUserPayload, 'user' | 'userErrors'> & {
    user?: Maybe<ResolversParentTypes['User']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  ReplayDeadLetterPayload: Omit<ReplayDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
    deadLetter?: Maybe<ResolversParentTypes['DeadLetter']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DiscardDeadLetterInput: DiscardDeadLetterInput;
  DiscardDeadLetterPayload: Omit<DiscardDeadLetterPayload, 'deadLetter' | 'userErrors'> & {
    deadLetter?: Maybe<ResolversParentTypes['DeadLetter']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  AuditEvent: AuditEventRow;
  AuditEventFilter: AuditEventFilter;
  AuditEventConnection: Omit<AuditEventConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['AuditEventEdge']>;
    nodes: Array<ResolversParentTypes['AuditEvent']>;
  };
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  Workspace: { __typename: 'Workspace'; nodeRef: string };
  Chat: { __typename: 'Chat'; nodeRef: string };
  Message: { __typename: 'Message'; nodeRef: string };
  Task: { __typename: 'Task'; nodeRef: string };
  Board: { __typename: 'Board'; nodeRef: string };
  Label: { __typename: 'Label'; nodeRef: string };
  Workflow: { __typename: 'Workflow'; nodeRef: string };
  Execution: { __typename: 'Execution'; nodeRef: string };
  Invite: { __typename: 'Invite'; nodeRef: string };
  Integration: { __typename: 'Integration'; nodeRef: string };
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type NodeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node'],
> = {
  __resolveType: TypeResolveFn<
    | 'User'
    | 'Notification'
    | 'Workspace'
    | 'Chat'
    | 'Message'
    | 'Task'
    | 'Board'
    | 'Label'
    | 'Workflow'
    | 'Execution'
    | 'Invite'
    | 'Integration',
    ParentType,
    ContextType
  >;
};

export type PageInfoResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload'],
> = {
  __resolveType: TypeResolveFn<
    | 'SetPresencePayload'
    | 'RevokeSessionPayload'
    | 'RevokeOtherSessionsPayload'
    | 'RevokeAllSessionsPayload'
    | 'CreateApiKeyPayload'
    | 'UpdateApiKeyPayload'
    | 'DeleteApiKeyPayload'
    | 'MarkNotificationReadPayload'
    | 'MarkAllNotificationsReadPayload'
    | 'DeleteNotificationPayload'
    | 'SnoozeNotificationPayload'
    | 'UpdateNotificationPreferencePayload'
    | 'UpdateProfilePayload'
    | 'SetStatusPayload'
    | 'ClearStatusPayload'
    | 'DeactivateUserPayload'
    | 'ReactivateUserPayload'
    | 'ReplayDeadLetterPayload'
    | 'DiscardDeadLetterPayload',
    ParentType,
    ContextType
  >;
};

export type UserErrorResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError'],
> = {
  __resolveType: TypeResolveFn<'PlainError' | 'ConflictError' | 'QuotaError', ParentType, ContextType>;
};

export type PlainErrorResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['PlainError'] = ResolversParentTypes['PlainError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuotaErrorResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['QuotaError'] = ResolversParentTypes['QuotaError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  viewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, Partial<QueryUserArgs>>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<QueryUsersArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<
    Array<Maybe<ResolversTypes['Node']>>,
    ParentType,
    ContextType,
    RequireFields<QueryNodesArgs, 'ids'>
  >;
  serverInfo?: Resolver<ResolversTypes['ServerInfo'], ParentType, ContextType>;
  deadLetters?: Resolver<
    ResolversTypes['DeadLetterConnection'],
    ParentType,
    ContextType,
    Partial<QueryDeadLettersArgs>
  >;
  auditEvents?: Resolver<
    ResolversTypes['AuditEventConnection'],
    ParentType,
    ContextType,
    Partial<QueryAuditEventsArgs>
  >;
};

export type MutationResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  createApiKey?: Resolver<
    ResolversTypes['CreateApiKeyPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateApiKeyArgs, 'input'>
  >;
  updateApiKey?: Resolver<
    ResolversTypes['UpdateApiKeyPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateApiKeyArgs, 'input'>
  >;
  deleteApiKey?: Resolver<
    ResolversTypes['DeleteApiKeyPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteApiKeyArgs, 'input'>
  >;
  updateProfile?: Resolver<
    ResolversTypes['UpdateProfilePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateProfileArgs, 'input'>
  >;
  setStatus?: Resolver<
    ResolversTypes['SetStatusPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSetStatusArgs, 'input'>
  >;
  clearStatus?: Resolver<
    ResolversTypes['ClearStatusPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationClearStatusArgs, 'input'>
  >;
  deactivateUser?: Resolver<
    ResolversTypes['DeactivateUserPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeactivateUserArgs, 'input'>
  >;
  reactivateUser?: Resolver<
    ResolversTypes['ReactivateUserPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationReactivateUserArgs, 'input'>
  >;
  revokeSession?: Resolver<
    ResolversTypes['RevokeSessionPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRevokeSessionArgs, 'input'>
  >;
  revokeOtherSessions?: Resolver<
    ResolversTypes['RevokeOtherSessionsPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRevokeOtherSessionsArgs, 'input'>
  >;
  revokeAllSessions?: Resolver<
    ResolversTypes['RevokeAllSessionsPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRevokeAllSessionsArgs, 'input'>
  >;
  replayDeadLetter?: Resolver<
    ResolversTypes['ReplayDeadLetterPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationReplayDeadLetterArgs, 'input'>
  >;
  setPresence?: Resolver<
    ResolversTypes['SetPresencePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSetPresenceArgs, 'input'>
  >;
  markNotificationRead?: Resolver<
    ResolversTypes['MarkNotificationReadPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationMarkNotificationReadArgs, 'input'>
  >;
  markAllNotificationsRead?: Resolver<
    ResolversTypes['MarkAllNotificationsReadPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationMarkAllNotificationsReadArgs, 'input'>
  >;
  deleteNotification?: Resolver<
    ResolversTypes['DeleteNotificationPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteNotificationArgs, 'input'>
  >;
  snoozeNotification?: Resolver<
    ResolversTypes['SnoozeNotificationPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSnoozeNotificationArgs, 'input'>
  >;
  updateNotificationPreference?: Resolver<
    ResolversTypes['UpdateNotificationPreferencePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateNotificationPreferenceArgs, 'input'>
  >;
  discardDeadLetter?: Resolver<
    ResolversTypes['DiscardDeadLetterPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDiscardDeadLetterArgs, 'input'>
  >;
};

export type SubscriptionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription'],
> = {
  presenceEvents?: SubscriptionResolver<
    Maybe<ResolversTypes['PresenceEvent']>,
    'presenceEvents',
    ParentType,
    ContextType,
    RequireFields<SubscriptionPresenceEventsArgs, 'workspaceId'>
  >;
  inboxEvents?: SubscriptionResolver<
    Maybe<ResolversTypes['InboxEventEnvelope']>,
    'inboxEvents',
    ParentType,
    ContextType,
    Partial<SubscriptionInboxEventsArgs>
  >;
};

export type UserResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'],
  FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['User']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isBot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  avatarUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['UserStatus']>, ParentType, ContextType>;
  systemRoles?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  apiKeys?: Resolver<
    Maybe<ResolversTypes['ApiKeyConnection']>,
    ParentType,
    ContextType,
    Partial<UserApiKeysArgs>
  >;
  presence?: Resolver<Maybe<ResolversTypes['PresenceState']>, ParentType, ContextType>;
  sessions?: Resolver<
    Maybe<ResolversTypes['SessionConnection']>,
    ParentType,
    ContextType,
    Partial<UserSessionsArgs>
  >;
  notifications?: Resolver<
    Maybe<ResolversTypes['NotificationConnection']>,
    ParentType,
    ContextType,
    Partial<UserNotificationsArgs>
  >;
  notificationPreferences?: Resolver<
    Maybe<Array<ResolversTypes['NotificationPreference']>>,
    ParentType,
    ContextType
  >;
  inboxCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PresenceEventResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['PresenceEvent'] = ResolversParentTypes['PresenceEvent'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['PresenceState'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SetPresencePayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['SetPresencePayload'] = ResolversParentTypes['SetPresencePayload'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserStatusResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UserStatus'] = ResolversParentTypes['UserStatus'],
> = {
  emoji?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserConnectionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge'],
> = {
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  device?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SessionConnectionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['SessionConnection'] = ResolversParentTypes['SessionConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['SessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SessionEdgeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['SessionEdge'] = ResolversParentTypes['SessionEdge'],
> = {
  node?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RevokeSessionPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['RevokeSessionPayload'] =
    ResolversParentTypes['RevokeSessionPayload'],
> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeOtherSessionsPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['RevokeOtherSessionsPayload'] =
    ResolversParentTypes['RevokeOtherSessionsPayload'],
> = {
  revokedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeAllSessionsPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['RevokeAllSessionsPayload'] =
    ResolversParentTypes['RevokeAllSessionsPayload'],
> = {
  revokedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
  workspaceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rateLimitPerMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge'],
> = {
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['CreateApiKeyPayload'] =
    ResolversParentTypes['CreateApiKeyPayload'],
> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateApiKeyPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UpdateApiKeyPayload'] =
    ResolversParentTypes['UpdateApiKeyPayload'],
> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteApiKeyPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeleteApiKeyPayload'] =
    ResolversParentTypes['DeleteApiKeyPayload'],
> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServerInfoResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ServerInfo'] = ResolversParentTypes['ServerInfo'],
> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  handler?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aggregate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeadLetterState'], ParentType, ContextType>;
  failedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type NotificationResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'],
  FederationReferenceType extends FederationReferenceTypes['Notification'] =
    FederationReferenceTypes['Notification'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Notification']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  snoozedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationConnectionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['NotificationConnection'] =
    ResolversParentTypes['NotificationConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge'],
> = {
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationPreferenceResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['NotificationPreference'] =
    ResolversParentTypes['NotificationPreference'],
> = {
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  isInApp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InboxEventEnvelopeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['InboxEventEnvelope'] = ResolversParentTypes['InboxEventEnvelope'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['InboxEvent'], ParentType, ContextType>;
};

export type InboxEventResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['InboxEvent'] = ResolversParentTypes['InboxEvent'],
> = {
  __resolveType: TypeResolveFn<
    | 'NotificationCreated'
    | 'NotificationRead'
    | 'NotificationSnoozed'
    | 'NotificationUnsnoozed'
    | 'NotificationDeleted',
    ParentType,
    ContextType
  >;
};

export type NotificationCreatedResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['NotificationCreated'] =
    ResolversParentTypes['NotificationCreated'],
> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationReadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['NotificationRead'] = ResolversParentTypes['NotificationRead'],
> = {
  notificationIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationSnoozedResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['NotificationSnoozed'] =
    ResolversParentTypes['NotificationSnoozed'],
> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationUnsnoozedResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['NotificationUnsnoozed'] =
    ResolversParentTypes['NotificationUnsnoozed'],
> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationDeletedResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['NotificationDeleted'] =
    ResolversParentTypes['NotificationDeleted'],
> = {
  notificationIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkNotificationReadPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['MarkNotificationReadPayload'] =
    ResolversParentTypes['MarkNotificationReadPayload'],
> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkAllNotificationsReadPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['MarkAllNotificationsReadPayload'] =
    ResolversParentTypes['MarkAllNotificationsReadPayload'],
> = {
  readCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteNotificationPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeleteNotificationPayload'] =
    ResolversParentTypes['DeleteNotificationPayload'],
> = {
  notificationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SnoozeNotificationPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['SnoozeNotificationPayload'] =
    ResolversParentTypes['SnoozeNotificationPayload'],
> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateNotificationPreferencePayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UpdateNotificationPreferencePayload'] =
    ResolversParentTypes['UpdateNotificationPreferencePayload'],
> = {
  preference?: Resolver<Maybe<ResolversTypes['NotificationPreference']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeadLetterConnection'] =
    ResolversParentTypes['DeadLetterConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge'],
> = {
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['UpdateProfilePayload'] =
    ResolversParentTypes['UpdateProfilePayload'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetStatusPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['SetStatusPayload'] = ResolversParentTypes['SetStatusPayload'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClearStatusPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ClearStatusPayload'] = ResolversParentTypes['ClearStatusPayload'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeactivateUserPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DeactivateUserPayload'] =
    ResolversParentTypes['DeactivateUserPayload'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactivateUserPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ReactivateUserPayload'] =
    ResolversParentTypes['ReactivateUserPayload'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReplayDeadLetterPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['ReplayDeadLetterPayload'] =
    ResolversParentTypes['ReplayDeadLetterPayload'],
> = {
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DiscardDeadLetterPayloadResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['DiscardDeadLetterPayload'] =
    ResolversParentTypes['DiscardDeadLetterPayload'],
> = {
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditEventResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuditOutcome'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  actorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  apiKeyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targetId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['AuditEventConnection'] =
    ResolversParentTypes['AuditEventConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge'],
> = {
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkspaceResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace'],
  FederationReferenceType extends FederationReferenceTypes['Workspace'] =
    FederationReferenceTypes['Workspace'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Workspace']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Chat'] = ResolversParentTypes['Chat'],
  FederationReferenceType extends FederationReferenceTypes['Chat'] = FederationReferenceTypes['Chat'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Chat']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'],
  FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Message']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task'],
  FederationReferenceType extends FederationReferenceTypes['Task'] = FederationReferenceTypes['Task'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Task']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoardResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Board'] = ResolversParentTypes['Board'],
  FederationReferenceType extends FederationReferenceTypes['Board'] = FederationReferenceTypes['Board'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Board']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LabelResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Label'] = ResolversParentTypes['Label'],
  FederationReferenceType extends FederationReferenceTypes['Label'] = FederationReferenceTypes['Label'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Label']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkflowResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Workflow'] = ResolversParentTypes['Workflow'],
  FederationReferenceType extends FederationReferenceTypes['Workflow'] = FederationReferenceTypes['Workflow'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Workflow']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExecutionResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Execution'] = ResolversParentTypes['Execution'],
  FederationReferenceType extends FederationReferenceTypes['Execution'] =
    FederationReferenceTypes['Execution'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Execution']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InviteResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Invite'] = ResolversParentTypes['Invite'],
  FederationReferenceType extends FederationReferenceTypes['Invite'] = FederationReferenceTypes['Invite'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Invite']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationResolvers<
  ContextType = IdentityContext,
  ParentType extends ResolversParentTypes['Integration'] = ResolversParentTypes['Integration'],
  FederationReferenceType extends FederationReferenceTypes['Integration'] =
    FederationReferenceTypes['Integration'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Integration']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = IdentityContext> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payload?: PayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PlainError?: PlainErrorResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  QuotaError?: QuotaErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  PresenceEvent?: PresenceEventResolvers<ContextType>;
  SetPresencePayload?: SetPresencePayloadResolvers<ContextType>;
  UserStatus?: UserStatusResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  RevokeSessionPayload?: RevokeSessionPayloadResolvers<ContextType>;
  RevokeOtherSessionsPayload?: RevokeOtherSessionsPayloadResolvers<ContextType>;
  RevokeAllSessionsPayload?: RevokeAllSessionsPayloadResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  UpdateApiKeyPayload?: UpdateApiKeyPayloadResolvers<ContextType>;
  DeleteApiKeyPayload?: DeleteApiKeyPayloadResolvers<ContextType>;
  ServerInfo?: ServerInfoResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NotificationPreference?: NotificationPreferenceResolvers<ContextType>;
  InboxEventEnvelope?: InboxEventEnvelopeResolvers<ContextType>;
  InboxEvent?: InboxEventResolvers<ContextType>;
  NotificationCreated?: NotificationCreatedResolvers<ContextType>;
  NotificationRead?: NotificationReadResolvers<ContextType>;
  NotificationSnoozed?: NotificationSnoozedResolvers<ContextType>;
  NotificationUnsnoozed?: NotificationUnsnoozedResolvers<ContextType>;
  NotificationDeleted?: NotificationDeletedResolvers<ContextType>;
  MarkNotificationReadPayload?: MarkNotificationReadPayloadResolvers<ContextType>;
  MarkAllNotificationsReadPayload?: MarkAllNotificationsReadPayloadResolvers<ContextType>;
  DeleteNotificationPayload?: DeleteNotificationPayloadResolvers<ContextType>;
  SnoozeNotificationPayload?: SnoozeNotificationPayloadResolvers<ContextType>;
  UpdateNotificationPreferencePayload?: UpdateNotificationPreferencePayloadResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  SetStatusPayload?: SetStatusPayloadResolvers<ContextType>;
  ClearStatusPayload?: ClearStatusPayloadResolvers<ContextType>;
  DeactivateUserPayload?: DeactivateUserPayloadResolvers<ContextType>;
  ReactivateUserPayload?: ReactivateUserPayloadResolvers<ContextType>;
  ReplayDeadLetterPayload?: ReplayDeadLetterPayloadResolvers<ContextType>;
  DiscardDeadLetterPayload?: DiscardDeadLetterPayloadResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  Chat?: ChatResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  Board?: BoardResolvers<ContextType>;
  Label?: LabelResolvers<ContextType>;
  Workflow?: WorkflowResolvers<ContextType>;
  Execution?: ExecutionResolvers<ContextType>;
  Invite?: InviteResolvers<ContextType>;
  Integration?: IntegrationResolvers<ContextType>;
};
/** The SDL of the subgraph, with the common part. */
export const sdl: DocumentNode = parse(`extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: [
      "@key"
      "@shareable"
      "@external"
      "@requires"
      "@provides"
      "@inaccessible"
      "@tag"
      "@composeDirective"
    ]
  )
  @link(url: "https://tributary.example/spec/v1.0", import: ["@auth", "@audience"])
  @composeDirective(name: "@auth")
  @composeDirective(name: "@audience")

"""
States which permission a field asks for. The owner's policy enforces it; the description repeats it.
"""
directive @auth(
  "Scopes that an API key must carry."
  scopes: [String!]
  "The lowest role in the workspace that may use the field."
  workspaceRole: String
  "The realm role that the field asks for."
  realmRole: String
) on FIELD_DEFINITION

"""
States on what a value depends, so that live updates may be executed once for all who share it:
\`[]\` the same for all, \`workspace\`, \`chat\`, \`role\`, \`viewer\`. Unmarked means viewer.
"""
directive @audience(
  "The dimensions on which the value depends."
  by: [String!]!
) on FIELD_DEFINITION | OBJECT | INTERFACE

"A point in time, RFC 3339 in UTC, with milliseconds: \`2026-12-24T18:00:00.000Z\`."
scalar DateTime

"A calendar date without a time zone, \`YYYY-MM-DD\`."
scalar LocalDate

"Any JSON value."
scalar JSON

"Anything with a global id."
interface Node @audience(by: []) {
  "The global id: a type prefix and 128 bits, opaque by contract."
  id: ID!
}

"Up or down."
enum OrderDirection {
  "The smallest first."
  ASC
  "The largest first."
  DESC
}

"Comparisons of a text, whatever the case: all that are given must hold."
input StringFilter {
  "Equal to this."
  eq: String
  "Equal to one of these; at most 100."
  in: [String!]
  "Holds this somewhere."
  contains: String
  "Begins with this."
  startsWith: String
}

"Where a page of a list begins and ends."
type PageInfo @shareable @audience(by: []) {
  "Whether a page follows."
  hasNextPage: Boolean!
  "Whether a page precedes."
  hasPreviousPage: Boolean!
  "The cursor of the first edge; null on an empty page."
  startCursor: String
  "The cursor of the last edge; null on an empty page."
  endCursor: String
}

"What every mutation answers."
interface Payload @audience(by: ["viewer"]) {
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Why a change was refused."
interface UserError @audience(by: []) {
  "What kind of refusal it is."
  code: UserErrorCode!
  "A sentence for a person; it names the thing and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
}

"A refusal that needs no more than its code and message."
type PlainError implements UserError @shareable @audience(by: []) {
  "What kind of refusal it is."
  code: UserErrorCode!
  "A sentence for a person; it names the thing and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
}

"Somebody else changed the entity first, or the name is taken."
type ConflictError implements UserError @shareable @audience(by: []) {
  "Always CONFLICT."
  code: UserErrorCode!
  "A sentence for a person; it names the thing."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
  "The version that the entity has now; null when the conflict is not about a version."
  currentVersion: Int
}

"The workspace has used up what it may use of something."
type QuotaError implements UserError @shareable @audience(by: []) {
  "Always QUOTA_EXCEEDED."
  code: UserErrorCode!
  "A sentence for a person; it names the quota and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
  "How much the workspace may use."
  limit: Int!
  "How much it has used."
  used: Int!
  "When the count begins anew; null when it does not."
  resetAt: DateTime
}

"The refusals that a mutation may answer."
enum UserErrorCode {
  "The input is well-formed but not acceptable."
  BAD_USER_INPUT
  "The thing does not exist, or the caller cannot see it."
  NOT_FOUND
  "The thing is visible, and the caller may not do this to it."
  FORBIDDEN
  "The entity has changed since, or the name is taken."
  CONFLICT
  "The idempotency key was used with another input."
  IDEMPOTENCY_KEY_REUSED
  "The workspace has used up what it may use."
  QUOTA_EXCEEDED
  "The message is older than its author may change it."
  EDIT_WINDOW_CLOSED
  "The invite's time is over."
  INVITE_EXPIRED
  "The invite was used as often as it may be."
  INVITE_EXHAUSTED
}

type Query @audience(by: ["viewer"]) {
  "The signed-in user. Requires: any signed-in caller."
  viewer: User @auth @audience(by: ["viewer"])
  """
  One user, by exactly one of the three keys (none or several: BAD_USER_INPUT); null when there is no such
  user or none whom the caller shares a workspace with. Requires: any signed-in caller.
  """
  user(
    "The global id."
    id: ID
    "The username, compared without regard to case."
    username: String
    "The e-mail address, compared without regard to case."
    email: String
  ): User @auth
  """
  The people who share a workspace with the caller, the caller among them; active ones unless the filter says otherwise.
  Suggestions for mentions are \`filter: { workspaceId, search }\`. Requires: any signed-in caller.
  """
  users(
    "Whom to show; everybody when absent."
    filter: UserFilter
    "In which order; by username when absent."
    orderBy: UserOrder
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): UserConnection! @auth
  "Any entity by its global id; null when it does not exist or is not visible. Requires: what the entity's own query requires."
  node("The global id." id: ID!): Node @auth
  "Entities by their global ids, in the same order, with null for what does not exist or is not visible; at most 100. Requires: what the entities' own queries require."
  nodes("The global ids." ids: [ID!]!): [Node]! @auth
  "What this platform is. Requires: any signed-in caller."
  serverInfo: ServerInfo! @auth @audience(by: [])
  "Reactions that failed after all retries, newest first. Requires: realm role system-admin."
  deadLetters(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): DeadLetterConnection! @auth
  """
  The audit log: who did, or was refused, what is relevant to security, newest first. A workspace that does not exist,
  or that the caller does not belong to, is NOT_FOUND; without a workspace the log is the whole platform's. Requires:
  workspace role ADMIN, or realm role system-admin.
  """
  auditEvents(
    "The workspace whose log is read. Requires: needed for anybody but system administrators."
    workspaceId: ID
    "Which entries."
    filter: AuditEventFilter
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): AuditEventConnection! @auth(scopes: ["manage"], workspaceRole: "ADMIN")
}

type Mutation @audience(by: ["viewer"]) {
  """
  Makes an API key, which calls on its owner's behalf as far as its scopes reach; at most 50 per person. Audited.
  Requires: any signed-in person; membership of the workspace that it is bound to.
  """
  createApiKey("The new key." input: CreateApiKeyInput!): CreateApiKeyPayload! @auth(scopes: ["account"])
  "Changes an API key. Audited. Requires: oneself."
  updateApiKey("What to change." input: UpdateApiKeyInput!): UpdateApiKeyPayload! @auth(scopes: ["account"])
  "Deletes an API key for good. Audited. Requires: oneself."
  deleteApiKey("Which one." input: DeleteApiKeyInput!): DeleteApiKeyPayload! @auth(scopes: ["account"])
  "Changes the caller's own profile. Requires: any signed-in caller."
  updateProfile("What to change." input: UpdateProfileInput!): UpdateProfilePayload!
    @auth(scopes: ["account"])
  "Sets the caller's status in place of the one before. Requires: any signed-in caller."
  setStatus("The status." input: SetStatusInput!): SetStatusPayload! @auth(scopes: ["account"])
  "Clears the caller's status. Requires: any signed-in caller."
  clearStatus("Nothing more is needed." input: ClearStatusInput!): ClearStatusPayload!
    @auth(scopes: ["account"])
  """
  Switches an account off: the user's sessions end, and whoever signs in again belongs to no workspace and may change
  nothing; lists, suggestions and counts leave the user out, and what they wrote keeps its author. Repeating it changes nothing. Audited. Requires: realm role system-admin.
  """
  deactivateUser("Whom." input: DeactivateUserInput!): DeactivateUserPayload!
    @auth(realmRole: "system-admin", scopes: ["account"])
  "Switches an account on again. Repeating it changes nothing. Audited. Requires: realm role system-admin."
  reactivateUser("Whom." input: ReactivateUserInput!): ReactivateUserPayload!
    @auth(realmRole: "system-admin", scopes: ["account"])
  """
  Ends a session of the caller's everywhere: within five seconds its tokens and sockets are refused by all parts of the
  platform, and the identity provider, where its directory is connected, ends it too. Repeating it changes nothing. Audited. Requires: any signed-in caller.
  """
  revokeSession("Which one." input: RevokeSessionInput!): RevokeSessionPayload! @auth(scopes: ["account"])
  "Ends all sessions of the caller's but the one that asks. Audited. Requires: any signed-in caller."
  revokeOtherSessions(
    "Nothing more is needed."
    input: RevokeOtherSessionsInput!
  ): RevokeOtherSessionsPayload! @auth(scopes: ["account"])
  """
  Ends all sessions of the caller's, the one that asks among them, and every token issued until now. Audited. Requires:
  any signed-in caller.
  """
  revokeAllSessions("Nothing more is needed." input: RevokeAllSessionsInput!): RevokeAllSessionsPayload!
    @auth(scopes: ["account"])
  "Hands a dead letter's event to its handler once more. Audited. Requires: realm role system-admin."
  replayDeadLetter("Which one." input: ReplayDeadLetterInput!): ReplayDeadLetterPayload!
    @auth(realmRole: "system-admin")
  """
  Marks the caller as away, or as back; it counts while the caller is connected. SERVICE_BUSY while presence cannot be
  had. Requires: any signed-in caller.
  """
  setPresence("What to be." input: SetPresenceInput!): SetPresencePayload! @auth(scopes: ["account"])
  "Marks one notification as read. Repeating it changes nothing. Requires: that it is one's own."
  markNotificationRead("Which one." input: MarkNotificationReadInput!): MarkNotificationReadPayload! @auth
  "Marks everything as read that is in the inbox now, without what is snoozed. Requires: any signed-in caller."
  markAllNotificationsRead(
    "Nothing more is needed."
    input: MarkAllNotificationsReadInput!
  ): MarkAllNotificationsReadPayload! @auth
  "Deletes one notification. Requires: that it is one's own."
  deleteNotification("Which one." input: DeleteNotificationInput!): DeleteNotificationPayload! @auth
  "Hides a notification until a time, or brings it back. Requires: that it is one's own."
  snoozeNotification(
    "Which one, and until when."
    input: SnoozeNotificationInput!
  ): SnoozeNotificationPayload! @auth
  """
  Chooses whether to be told of one kind of thing from now on. Requires: any signed-in caller, by no API key that is
  bound to a workspace.
  """
  updateNotificationPreference(
    "Which kind, and whether."
    input: UpdateNotificationPreferenceInput!
  ): UpdateNotificationPreferencePayload! @auth
  "Gives a dead letter up. Audited. Requires: realm role system-admin."
  discardDeadLetter("Which one." input: DiscardDeadLetterInput!): DiscardDeadLetterPayload!
    @auth(realmRole: "system-admin")
}

type Subscription {
  """
  When people of a workspace come, go, or are away: told at most once, from now on, and not kept. Ends with FORBIDDEN
  once the caller is no member any more. Requires: membership.
  """
  presenceEvents("The workspace's global id." workspaceId: ID!): PresenceEvent
    @auth(workspaceRole: "GUEST")
    @audience(by: ["workspace"])
  """
  What happens in the caller's own inbox, in order and without a gap: notifications that come, are read, snoozed, back
  or deleted. Requires: any signed-in caller, by no API key that is bound to a workspace.
  """
  inboxEvents(
    "Resume behind this cursor; only what comes from now on when absent. Older than what is kept: CURSOR_EXPIRED."
    after: String
  ): InboxEventEnvelope @auth @audience(by: ["viewer"])
}

"A person, or the platform's bot. The account itself is Keycloak's."
type User implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The login name, unique without regard to case."
  username: String!
  "The name shown to others."
  displayName: String!
  "The e-mail address; null for anybody but oneself. Requires: oneself."
  email: String @audience(by: ["viewer"])
  "Whether this is the platform's bot."
  isBot: Boolean!
  "Whether the account is in use; whoever is deactivated changes nothing and stands in no list."
  isActive: Boolean!
  "The picture shown beside the name, an https address; null when there is none."
  avatarUrl: String
  "The language and region that the user reads in, a BCP 47 tag such as \`de-AT\`; null when not chosen."
  locale: String
  "Where the user's clock is, an IANA name such as \`Europe/Vienna\`; null when not chosen."
  timeZone: String
  "What the user says of themselves just now; null when nothing, and once it has expired."
  status: UserStatus
  "The realm roles; null for anybody but oneself. Requires: oneself."
  systemRoles: [String!] @audience(by: ["viewer"])
  "The user's API keys, by date of making; null for anybody but oneself. Requires: oneself, signed in."
  apiKeys(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): ApiKeyConnection @auth(scopes: ["account"]) @audience(by: ["viewer"])
  "Whether the user is connected now; null for bots, for whoever shares no workspace with the caller now, and while it cannot be told."
  presence: PresenceState
  """
  The sign-ins that the platform has seen, newest first, each by its own device; null for anybody but oneself.
  Requires: oneself.
  """
  sessions(
    "Only those that count, or only those that have ended; all when absent."
    isActive: Boolean
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): SessionConnection @auth(scopes: ["account"]) @audience(by: ["viewer"])
  """
  What the user was told of and has not deleted, newest first; what is snoozed only when the filter asks for it. Null
  for anybody but oneself; an API key that is bound to a workspace sees what happened there. Requires: oneself.
  """
  notifications(
    "Which ones; all that are in the inbox when absent."
    filter: NotificationFilter
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): NotificationConnection @audience(by: ["viewer"])
  "What the user wants to be told of, each kind once; null for anybody but oneself. Requires: oneself."
  notificationPreferences: [NotificationPreference!] @audience(by: ["viewer"])
  """
  The place that the stream of \`inboxEvents\` has come to: read it before the inbox, then subscribe with \`after\` it, and
  nothing is missed. Null for anybody but oneself, and by an API key that is bound to a workspace. Requires: oneself.
  """
  inboxCursor: String @audience(by: ["viewer"])
  "When the user was first seen."
  createdAt: DateTime!
  "Counts the changes of the profile."
  version: Int!
}

"Whether somebody is connected."
enum PresenceState {
  "Connected by a socket or more."
  ONLINE
  "Connected, and marked as away."
  AWAY
  "Not connected for some seconds or more."
  OFFLINE
}

"What somebody connected may be."
enum SettablePresence {
  "Back."
  ONLINE
  "Away."
  AWAY
}

"That somebody came, went or is away."
type PresenceEvent @audience(by: ["workspace"]) {
  "Whose presence changed; null when the profile cannot be had."
  user: User
  "What it is now."
  presence: PresenceState!
  "When it was noticed."
  changedAt: DateTime!
}

"What to be."
input SetPresenceInput {
  "Away, or back."
  state: SettablePresence!
  "Given back unchanged."
  clientMutationId: String
}

"The caller, whose presence was set."
type SetPresencePayload implements Payload @audience(by: ["viewer"]) {
  "The caller; null when refused."
  user: User
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What somebody says of themselves just now."
type UserStatus @audience(by: ["workspace"]) {
  "One emoji; null when there is text alone."
  emoji: String
  "A short text; null when there is an emoji alone."
  text: String
  "When it ends by itself; null when it stays."
  expiresAt: DateTime
}

"Which people to show: whoever meets all that is given."
input UserFilter {
  "A part of the username or the display name, whatever the case; 1 to 100 characters."
  search: String
  "Compares the username, whatever the case."
  username: StringFilter
  "Compares the display name, whatever the case."
  displayName: StringFilter
  "Members of this workspace alone."
  workspaceId: ID
  "Whether the account is in use; true when absent."
  isActive: Boolean
  "All of these must hold; at most 10."
  and: [UserCondition!]
  "One of these must hold; at most 10."
  or: [UserCondition!]
  "This must not hold."
  not: UserCondition
}

"A condition on a user's names: all that is given must hold."
input UserCondition {
  "Compares the username, whatever the case."
  username: StringFilter
  "Compares the display name, whatever the case."
  displayName: StringFilter
}

"The order of a list of users."
input UserOrder {
  "By what."
  field: UserOrderField!
  "Up or down."
  direction: OrderDirection!
}

"By what users can be ordered."
enum UserOrderField {
  "The login name, whatever the case."
  USERNAME
  "The name shown to others, whatever the case."
  DISPLAY_NAME
  "When the user was first seen."
  CREATED_AT
}

"A page of users."
type UserConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [UserEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [User!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
  "How many there are in all."
  totalCount: Int
}

"A user and the user's place in the list."
type UserEdge @audience(by: ["viewer"]) {
  "The user."
  node: User!
  "The user's place."
  cursor: String!
}

"A sign-in by one device, as the identity provider knows it."
type Session @audience(by: ["viewer"]) {
  "The global id."
  id: ID!
  "Where it was first used from; null when that is not known."
  ipAddress: String
  "What the client said that it is; null when it said nothing."
  userAgent: String
  "The browser and system that the client names, such as \`Firefox on Linux\`."
  device: String!
  "When it was first used."
  createdAt: DateTime!
  "When it was last used, to the minute or so."
  lastSeenAt: DateTime!
  "When the newest of its tokens expires."
  expiresAt: DateTime!
  "Whether this request comes by it."
  isCurrent: Boolean!
  "Whether it counts: neither ended nor expired."
  isActive: Boolean!
}

"A page of sessions."
type SessionConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [SessionEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Session!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"A session and its place in the list."
type SessionEdge @audience(by: ["viewer"]) {
  "The session."
  node: Session!
  "Its place."
  cursor: String!
}

"Which session to end."
input RevokeSessionInput {
  "The session's id."
  id: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The session that has ended."
type RevokeSessionPayload implements Payload @audience(by: ["viewer"]) {
  "The session; null when refused."
  session: Session
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Ends all other sessions."
input RevokeOtherSessionsInput {
  "Given back unchanged."
  clientMutationId: String
}

"How many sessions have ended."
type RevokeOtherSessionsPayload implements Payload @audience(by: ["viewer"]) {
  "How many counted until now; null when refused."
  revokedCount: Int
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Ends all sessions."
input RevokeAllSessionsInput {
  "Given back unchanged."
  clientMutationId: String
}

"How many sessions have ended."
type RevokeAllSessionsPayload implements Payload @audience(by: ["viewer"]) {
  "How many counted until now; null when refused."
  revokedCount: Int
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"A key by which a person's programs call, as far as its scopes reach. The key itself is shown once, when it is made."
type ApiKey @audience(by: ["viewer"]) {
  "The global id."
  id: ID!
  "The name that its owner gave it."
  name: String!
  "The beginning of the key, by which it is recognised; the rest is a secret."
  prefix: String!
  "What it may do."
  scopes: [ApiKeyScope!]!
  "The one workspace in which it acts; null when it acts in all of its owner's."
  workspaceId: ID
  "Whether its owner lets it be used."
  isEnabled: Boolean!
  "How many requests a minute it may send; null for the platform's default of 600."
  rateLimitPerMinute: Int
  "When it ceases to count; null for never."
  expiresAt: DateTime
  "When it was last used, to the minute; null for never."
  lastUsedAt: DateTime
  "When it was made."
  createdAt: DateTime!
  "Counts its changes."
  version: Int!
}

"What an API key may do, within what its owner may."
enum ApiKeyScope {
  "Queries and subscriptions."
  READ
  "Mutations that ask for no more than this."
  WRITE
  "Putting workflows to work."
  DEPLOY
  "Running workspaces: members, settings, invites, deletion."
  MANAGE
}

"A page of API keys."
type ApiKeyConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [ApiKeyEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [ApiKey!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"An API key and its place in the list."
type ApiKeyEdge @audience(by: ["viewer"]) {
  "The API key."
  node: ApiKey!
  "Its place."
  cursor: String!
}

"The new API key."
input CreateApiKeyInput {
  "The name by which its owner knows it, 1 to 100 characters."
  name: String!
  "What it may do; at least one."
  scopes: [ApiKeyScope!]!
  "The one workspace in which it is to act; absent for all of its owner's."
  workspaceId: ID
  "When it ceases to count; in the future."
  expiresAt: DateTime
  "How many requests a minute it may send, 1 to 100000; absent for the platform's default of 600."
  rateLimitPerMinute: Int
  "The same key with the same input gives the first answer again for 24 hours, without the secret; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new API key."
type CreateApiKeyPayload implements Payload @audience(by: ["viewer"]) {
  "The API key; null when refused."
  apiKey: ApiKey
  "The key itself, to be sent as \`Authorization: Bearer\`. Shown this once; null when refused, and when repeated."
  secret: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What to change of an API key; an absent field stays."
input UpdateApiKeyInput {
  "The API key."
  id: ID!
  "The name by which its owner knows it, 1 to 100 characters."
  name: String
  "Whether it may be used."
  isEnabled: Boolean
  "How many requests a minute it may send, 1 to 100000; null for the platform's default."
  rateLimitPerMinute: Int
  "When it ceases to count; null for never."
  expiresAt: DateTime
  "The version that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The changed API key."
type UpdateApiKeyPayload implements Payload @audience(by: ["viewer"]) {
  "The API key; null when refused."
  apiKey: ApiKey
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which API key to delete."
input DeleteApiKeyInput {
  "The API key."
  id: ID!
  "Given back unchanged."
  clientMutationId: String
}

"What became of the deletion."
type DeleteApiKeyPayload implements Payload @audience(by: ["viewer"]) {
  "The id of the deleted key; null when refused."
  deletedId: ID
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What runs here."
type ServerInfo @audience(by: []) {
  "The version of the platform."
  version: String!
}

"An event whose handler failed after all retries."
type DeadLetter @audience(by: ["viewer"]) {
  "The global id."
  id: ID!
  "The handler that failed, \`<subgraph>.<event type>\`."
  handler: String!
  "The event's type."
  eventType: String!
  "The event's id."
  eventId: String!
  "The aggregate that the event belongs to, \`<type>:<uuid>\`."
  aggregate: String!
  "The last error, without secrets."
  error: String!
  "How often the handler was tried."
  attempts: Int!
  "Whether it waits, was replayed or was discarded."
  state: DeadLetterState!
  "When the last attempt failed."
  failedAt: DateTime!
}

"What has become of a dead letter."
enum DeadLetterState {
  "It waits for a person."
  WAITING
  "A replay was asked for and has not ended."
  REPLAYING
  "The replay succeeded."
  REPLAYED
  "It was given up."
  DISCARDED
}

"Something that a person is told of; seen by that person alone, and while they may see what it is about."
type Notification implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["viewer"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "What sort of thing it tells of."
  kind: NotificationKind!
  "What it is about, as it is now: a message that was deleted is empty; null once it is gone or hidden."
  subject: Node
  "Who did it; null when the platform did, or somebody whom the caller does not see."
  actor: User
  "The workspace in which it happened; null when it was in none, or in one that the caller does not see."
  workspace: Workspace
  "When it happened."
  createdAt: DateTime!
  "When it was read; null while it is unread."
  readAt: DateTime
  "Until when it is hidden from the inbox; null while it is there."
  snoozedUntil: DateTime
}

"What people are told of. Nobody is told of what they did themselves."
enum NotificationKind {
  "A message in a direct chat."
  DIRECT_MESSAGE
  "A message with one's \`@name\`."
  MENTION
  "A message with \`@channel\` in a chat in which one takes part."
  CHANNEL_MENTION
  "A reply in a thread that one follows."
  THREAD_REPLY
  "One was let into a private chat."
  CHAT_ADDED
  "A task became one's own."
  TASK_ASSIGNED
  "A task that one is subscribed to, as its creator and assignee are, got another status."
  TASK_STATUS_CHANGED
  "One is invited to a workspace."
  WORKSPACE_INVITE
  "One was added to a workspace."
  WORKSPACE_MEMBER_ADDED
}

"A page of notifications."
type NotificationConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [NotificationEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Notification!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
  "How many there are in all under this filter."
  totalCount: Int
  "How many are unread in the inbox, whatever the filter."
  unreadCount: Int!
}

"A notification and its place in the list."
type NotificationEdge @audience(by: ["viewer"]) {
  "The notification."
  node: Notification!
  "Its place."
  cursor: String!
}

"Which notifications to list; all conditions hold together."
input NotificationFilter {
  "The unread ones alone, or the read ones alone."
  isUnread: Boolean
  "Instead of what is in the inbox, what is snoozed."
  isSnoozed: Boolean
  "Of which kinds."
  kind: NotificationKindFilter
}

"Compares the kind of a notification."
input NotificationKindFilter {
  "Is this one."
  eq: NotificationKind
  "Is one of these."
  in: [NotificationKind!]
}

"Whether a person is told of one kind of thing."
type NotificationPreference @audience(by: ["viewer"]) {
  "Which kind."
  kind: NotificationKind!
  "Whether it comes to the inbox."
  isInApp: Boolean!
}

"An event of one's own inbox, with its place in the stream."
type InboxEventEnvelope @audience(by: ["viewer"]) {
  "The place: resume with \`after: <cursor>\`."
  cursor: String!
  "The id that all events of one client request share."
  correlationId: String!
  "What happened."
  event: InboxEvent!
}

"What may happen in an inbox."
union InboxEvent =
  | NotificationCreated
  | NotificationRead
  | NotificationSnoozed
  | NotificationUnsnoozed
  | NotificationDeleted

"Somebody did something that one is told of."
type NotificationCreated @audience(by: ["viewer"]) {
  "The notification as it is now; null once deleted or hidden."
  notification: Notification
}

"Notifications were marked as read."
type NotificationRead @audience(by: ["viewer"]) {
  "Which ones; at most 500, more come in further events."
  notificationIds: [ID!]!
}

"A notification is hidden from the inbox for a time."
type NotificationSnoozed @audience(by: ["viewer"]) {
  "The notification as it is now; null once deleted or hidden."
  notification: Notification
}

"A snoozed notification is back: it was due, or was brought back."
type NotificationUnsnoozed @audience(by: ["viewer"]) {
  "The notification as it is now; null once deleted or hidden."
  notification: Notification
}

"Notifications are gone: deleted, or of a workspace to which one does not belong any more."
type NotificationDeleted @audience(by: ["viewer"]) {
  "Which ones; at most 500, more come in further events."
  notificationIds: [ID!]!
}

"Which notification was read."
input MarkNotificationReadInput {
  "The notification."
  notificationId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The notification that was read."
type MarkNotificationReadPayload implements Payload @audience(by: ["viewer"]) {
  "The notification; null when refused."
  notification: Notification
  "The place of the change in the stream of \`inboxEvents\`; null when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Nothing but the mark."
input MarkAllNotificationsReadInput {
  "Given back unchanged."
  clientMutationId: String
}

"How much was read."
type MarkAllNotificationsReadPayload implements Payload @audience(by: ["viewer"]) {
  "How many were unread until now; null when refused."
  readCount: Int
  "The place of the change in the stream of \`inboxEvents\`; null when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which notification to delete."
input DeleteNotificationInput {
  "The notification."
  notificationId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"Which notification is gone."
type DeleteNotificationPayload implements Payload @audience(by: ["viewer"]) {
  "The id that it had; null when refused."
  notificationId: ID
  "The place of the change in the stream of \`inboxEvents\`; null when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which notification to hide, and until when."
input SnoozeNotificationInput {
  "The notification."
  notificationId: ID!
  "In the future, and within a year; without it the notification is back at once."
  until: DateTime
  "Given back unchanged."
  clientMutationId: String
}

"The notification that is hidden, or back."
type SnoozeNotificationPayload implements Payload @audience(by: ["viewer"]) {
  "The notification; null when refused."
  notification: Notification
  "The place of the change in the stream of \`inboxEvents\`; null when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whether to be told of one kind of thing."
input UpdateNotificationPreferenceInput {
  "Which kind."
  kind: NotificationKind!
  "Whether it comes to the inbox."
  isInApp: Boolean!
  "Given back unchanged."
  clientMutationId: String
}

"What was chosen."
type UpdateNotificationPreferencePayload implements Payload @audience(by: ["viewer"]) {
  "The preference; null when refused."
  preference: NotificationPreference
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"A page of dead letters."
type DeadLetterConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [DeadLetterEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [DeadLetter!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"A dead letter and its place in the list."
type DeadLetterEdge @audience(by: ["viewer"]) {
  "The dead letter."
  node: DeadLetter!
  "Its place."
  cursor: String!
}

"What to change in one's own profile; an absent field stays, and null clears."
input UpdateProfileInput {
  "The name shown to others, 1 to 100 characters; it cannot be cleared."
  displayName: String
  "An https address of a picture, at most 2000 characters."
  avatarUrl: String
  "A BCP 47 language tag, such as \`de-AT\`."
  locale: String
  "An IANA time zone, such as \`Europe/Vienna\`."
  timeZone: String
  "The version that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The changed profile."
type UpdateProfilePayload implements Payload @audience(by: ["viewer"]) {
  "The user; null when refused."
  user: User
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The new status."
input SetStatusInput {
  "One emoji."
  emoji: String
  "1 to 100 characters; the emoji, the text or both must be given."
  text: String
  "When it ends by itself, in the future; absent: it stays."
  expiresAt: DateTime
  "Given back unchanged."
  clientMutationId: String
}

"The user with the new status."
type SetStatusPayload implements Payload @audience(by: ["viewer"]) {
  "The user; null when refused."
  user: User
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Nothing but the mark."
input ClearStatusInput {
  "Given back unchanged."
  clientMutationId: String
}

"The user without a status."
type ClearStatusPayload implements Payload @audience(by: ["viewer"]) {
  "The user; null when refused."
  user: User
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to switch off."
input DeactivateUserInput {
  "The user."
  userId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The user who is switched off."
type DeactivateUserPayload implements Payload @audience(by: ["viewer"]) {
  "The user; null when refused."
  user: User
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to switch on again."
input ReactivateUserInput {
  "The user."
  userId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The user who is switched on again."
type ReactivateUserPayload implements Payload @audience(by: ["viewer"]) {
  "The user; null when refused."
  user: User
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which dead letter to replay."
input ReplayDeadLetterInput {
  "The dead letter's id."
  id: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The dead letter that will be replayed."
type ReplayDeadLetterPayload implements Payload @audience(by: ["viewer"]) {
  "The dead letter; null when refused."
  deadLetter: DeadLetter
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which dead letter to discard."
input DiscardDeadLetterInput {
  "The dead letter's id."
  id: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The dead letter that was discarded."
type DiscardDeadLetterPayload implements Payload @audience(by: ["viewer"]) {
  "The dead letter; null when refused."
  deadLetter: DeadLetter
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"An entry of the audit log. Nobody changes or removes one."
type AuditEvent @audience(by: ["viewer"]) {
  "The global id."
  id: ID!
  "What was done: an event's type (\`workspace.member.removed\`), a refused field's name, or \`admin.read\`."
  action: String!
  "Whether it was done or refused."
  outcome: AuditOutcome!
  "Why it was refused; null for what was done."
  reason: String
  "When it happened."
  occurredAt: DateTime!
  """
  Who acted; null for the platform itself, and for who is not visible, such as a system administrator who does not
  belong to the workspace.
  """
  actor: User
  "The global id of who acted, visible or not; null for the platform itself."
  actorId: ID
  "The API key by which the actor called; null for a token of the identity provider."
  apiKeyId: String
  "Where the actor's client was, as the gateway saw it; null when nobody knows."
  ipAddress: String
  "What the actor's client said that it is; null when it said nothing."
  userAgent: String
  "The type of what was acted on, in lower case; null when it was nothing in particular."
  targetType: String
  "The uuid of what was acted on; null when it was nothing in particular."
  targetId: String
  "What was acted on; null when it is no entity, is gone or is not visible."
  target: Node
  "Whom the act concerned, where that is another than the target; null when nobody or not visible."
  subject: User
  "The workspace in which it happened; null outside of one, or when it is gone or not visible."
  workspace: Workspace
  "The correlation id of the request that caused it."
  correlationId: String!
}

"What became of an act."
enum AuditOutcome {
  "It was done."
  SUCCESS
  "It was refused."
  FAILURE
}

"Which entries of the audit log: all that is given must hold."
input AuditEventFilter {
  "Comparisons of the action."
  action: StringFilter
  "Acts of this user."
  actorId: ID
  "Acts with this outcome."
  outcome: AuditOutcome
  "Acts at this time or later."
  since: DateTime
  "Acts before this time."
  until: DateTime
}

"A page of the audit log."
type AuditEventConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [AuditEventEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [AuditEvent!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"An entry of the audit log and its place in it."
type AuditEventEdge @audience(by: ["viewer"]) {
  "The entry."
  node: AuditEvent!
  "Its place."
  cursor: String!
}

type Workspace implements Node @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Chat implements Node @key(fields: "nodeRef") @audience(by: ["chat"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Message implements Node @key(fields: "nodeRef") @audience(by: ["chat"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Task implements Node @key(fields: "nodeRef") @audience(by: ["chat"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Board implements Node @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Label implements Node @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Workflow implements Node @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Execution implements Node @key(fields: "nodeRef") @audience(by: ["viewer"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Invite implements Node @key(fields: "nodeRef") @audience(by: ["viewer"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}

type Integration implements Node @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  id: ID! @external
  nodeRef: ID! @inaccessible
}
`);
