// Made by `npm run codegen` from schema/*.graphql. Do not edit.
import { parse, type DocumentNode } from 'graphql';
import type { StoredEvent } from '../events';
import type { LiveEvent } from '../../subgraphs/kit/subgraph';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WorkspaceQuotaRow } from '../../subgraphs/workspace/quota.service';
import type { WorkspaceEntity, WorkspaceSettingsRow } from '../../subgraphs/workspace/workspace.entity';
import type {
  WorkspaceMembershipRow,
  WorkspaceMembershipConnectionRow,
} from '../../subgraphs/workspace/membership.entity';
import type { InviteEntity } from '../../subgraphs/workspace/invite.entity';
import type { IntegrationEntity } from '../../subgraphs/workspace/integration.entity';
import type { WorkspaceContext } from '../../subgraphs/workspace/workspace.loaders';
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
  /** One integration; null when it does not exist or is not visible. Requires: workspace role MEMBER. */
  integration?: Maybe<Integration>;
  /**
   * One workspace, by exactly one of the two keys (none or both: BAD_USER_INPUT); null when there is none or the
   * caller is not a member. Requires: membership.
   */
  workspace?: Maybe<Workspace>;
  /**
   * An invite, by exactly one of the two keys (none or both: BAD_USER_INPUT): what it is worth, before joining. Null when
   * there is none, it was revoked, or it is for somebody else. Requires: the token; by id, workspace role ADMIN or being
   * the person whom it is for.
   */
  invite?: Maybe<Invite>;
};

export type QueryIntegrationArgs = {
  id: Scalars['ID']['input'];
};

export type QueryWorkspaceArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};

export type QueryInviteArgs = {
  token?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Names something that work comes to a workspace from; a name that another one has: CONFLICT. Requires: workspace role ADMIN. */
  createIntegration: CreateIntegrationPayload;
  /** Sets what a workspace may use of something. Audited. Requires: realm role system-admin. */
  setWorkspaceQuota: SetWorkspaceQuotaPayload;
  /**
   * Makes an invite: a link by which others join. The token is shown this once; repeating the key answers the same invite
   * without it. Requires: workspace role ADMIN; for the role OWNER: OWNER.
   */
  createInvite: CreateInvitePayload;
  /** Ends an invite; whoever joined by it stays. Revoking again changes nothing. Requires: workspace role ADMIN. */
  revokeInvite: RevokeInvitePayload;
  /**
   * Makes the caller a member by an invite; a member stays what they are, and the invite is not used up. INVITE_EXPIRED and
   * INVITE_EXHAUSTED say why one is worth nothing any more; a suspended member is FORBIDDEN. Requires: the invite's token,
   * or being the person whom it is for.
   */
  joinWorkspace: JoinWorkspacePayload;
  /** Creates a workspace whose owner is the caller. Requires: any signed-in user. */
  createWorkspace: CreateWorkspacePayload;
  /** Adds a user to a workspace. Adding a member again changes nothing. Requires: workspace role ADMIN; to add an OWNER: OWNER. */
  addWorkspaceMember: AddWorkspaceMemberPayload;
  /** Removes a user from a workspace and so from all its chats. The last owner cannot be removed. Requires: workspace role ADMIN; to remove an OWNER: OWNER. */
  removeWorkspaceMember: RemoveWorkspaceMemberPayload;
  /**
   * Takes the caller out of a workspace and so out of all its chats. The last owner cannot leave. Requires: membership, in
   * whatever role.
   */
  leaveWorkspace: LeaveWorkspacePayload;
  /**
   * Gives a member another role; the same again changes nothing. The last owner stays one. Requires: workspace role ADMIN;
   * for an OWNER, or the role OWNER: OWNER.
   */
  changeMemberRole: ChangeMemberRolePayload;
  /**
   * Takes a member's access until it is given back: a suspended member sees nothing of the workspace and joins by no
   * invite. Suspending again changes nothing. Requires: workspace role ADMIN; for an OWNER: OWNER.
   */
  suspendMember: SuspendMemberPayload;
  /** Gives a suspended member access again, in the same role. Requires: workspace role ADMIN; for an OWNER: OWNER. */
  reinstateMember: ReinstateMemberPayload;
  /** Makes another member an owner and the caller an admin. Requires: workspace role OWNER. */
  transferOwnership: TransferOwnershipPayload;
  /** Gives a workspace another name or short name. Requires: workspace role ADMIN. */
  updateWorkspace: UpdateWorkspacePayload;
  /** Changes how a workspace looks and what it keeps: what is absent stays, null clears. Requires: workspace role ADMIN. */
  updateWorkspaceSettings: UpdateWorkspaceSettingsPayload;
  /**
   * Makes a workspace one that is read and not written in: every change in it is FORBIDDEN until it is unarchived or
   * deleted. Archiving again changes nothing. Requires: workspace role OWNER.
   */
  archiveWorkspace: ArchiveWorkspacePayload;
  /** Makes an archived workspace one that is written in again. Requires: workspace role OWNER. */
  unarchiveWorkspace: UnarchiveWorkspacePayload;
  /**
   * Deletes a workspace with all that belongs to it, for good: at once it is there for nobody, and soon nothing of it is
   * kept but the entry of the audit log that says so. Requires: workspace role OWNER.
   */
  deleteWorkspace: DeleteWorkspacePayload;
};

export type MutationCreateIntegrationArgs = {
  input: CreateIntegrationInput;
};

export type MutationSetWorkspaceQuotaArgs = {
  input: SetWorkspaceQuotaInput;
};

export type MutationCreateInviteArgs = {
  input: CreateInviteInput;
};

export type MutationRevokeInviteArgs = {
  input: RevokeInviteInput;
};

export type MutationJoinWorkspaceArgs = {
  input: JoinWorkspaceInput;
};

export type MutationCreateWorkspaceArgs = {
  input: CreateWorkspaceInput;
};

export type MutationAddWorkspaceMemberArgs = {
  input: AddWorkspaceMemberInput;
};

export type MutationRemoveWorkspaceMemberArgs = {
  input: RemoveWorkspaceMemberInput;
};

export type MutationLeaveWorkspaceArgs = {
  input: LeaveWorkspaceInput;
};

export type MutationChangeMemberRoleArgs = {
  input: ChangeMemberRoleInput;
};

export type MutationSuspendMemberArgs = {
  input: SuspendMemberInput;
};

export type MutationReinstateMemberArgs = {
  input: ReinstateMemberInput;
};

export type MutationTransferOwnershipArgs = {
  input: TransferOwnershipInput;
};

export type MutationUpdateWorkspaceArgs = {
  input: UpdateWorkspaceInput;
};

export type MutationUpdateWorkspaceSettingsArgs = {
  input: UpdateWorkspaceSettingsInput;
};

export type MutationArchiveWorkspaceArgs = {
  input: ArchiveWorkspaceInput;
};

export type MutationUnarchiveWorkspaceArgs = {
  input: UnarchiveWorkspaceInput;
};

export type MutationDeleteWorkspaceArgs = {
  input: DeleteWorkspaceInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * What happens in a workspace as a whole, in order and without a gap: members, name, settings, public chats that are
   * made, changed, closed, made private or deleted; never what is said in them, nor anything of a private chat. Ends with FORBIDDEN right behind the event that took the caller's access. Requires: workspace role MEMBER.
   */
  workspaceEvents?: Maybe<WorkspaceEventEnvelope>;
};

export type SubscriptionWorkspaceEventsArgs = {
  workspaceId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What a workspace may use of something, and what it has used. */
export type WorkspaceQuota = {
  __typename?: 'WorkspaceQuota';
  /** Of what. */
  kind: QuotaKind;
  /** How much it may use. */
  limit: Scalars['Int']['output'];
  /** How much it has used; null while it cannot be told. */
  used?: Maybe<Scalars['Int']['output']>;
  /** When the count begins anew; null when it does not. */
  resetAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What a workspace may use only so much of. */
export type QuotaKind =
  /** Workflows that there are; 100 unless set otherwise. */
  | 'MAX_WORKFLOWS'
  /** Executions of workflows in a day, which begins at midnight UTC; 10000 unless set otherwise. */
  | 'MAX_EXECUTIONS_PER_DAY'
  /** Megabytes that are kept; 10240 unless set otherwise. */
  | 'MAX_STORAGE_MB'
  /** Requests in an hour by API keys that are bound to the workspace; 10000 unless set otherwise. */
  | 'MAX_API_CALLS_PER_HOUR';

/** What a workspace is to be able to use. */
export type SetWorkspaceQuotaInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** Of what. */
  kind: QuotaKind;
  /** How much, from 0; null or absent for the platform's default. */
  limit?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The quota as it is now. */
export type SetWorkspaceQuotaPayload = Payload & {
  __typename?: 'SetWorkspaceQuotaPayload';
  /** The quota; null when refused. */
  quota?: Maybe<WorkspaceQuota>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A tenant: the people of one organisation and all that they share. */
export type Workspace = Node & {
  __typename?: 'Workspace';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The name shown to people. */
  name: Scalars['String']['output'];
  /** The short name used in links; unique without regard to case. */
  slug: Scalars['String']['output'];
  /** How it looks and what it keeps. */
  settings: WorkspaceSettings;
  /** Whether it is read and not written in. */
  isArchived: Scalars['Boolean']['output'];
  /** When it was archived; null while it is not. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who belongs to it, by date of joining; suspended members are left out unless asked for. Requires: membership. */
  members: WorkspaceMembershipConnection;
  /** Its invites that the caller may see, newest first: to members, those for themselves alone. Requires: workspace role ADMIN. */
  invites: InviteConnection;
  /** What it may use and has used, one of each kind. Requires: membership. */
  quotas: Array<WorkspaceQuota>;
  /** The caller's own role; null for a system administrator who is no member. */
  viewerRole?: Maybe<WorkspaceRole>;
  /** Whether the caller may add and remove members. */
  viewerCanManageMembers: Scalars['Boolean']['output'];
  /** Whether the caller may change its name, look and rules. */
  viewerCanManageSettings: Scalars['Boolean']['output'];
  /** Whether the caller may create chats. */
  viewerCanCreateChat: Scalars['Boolean']['output'];
  /** Whether the caller may make invites. */
  viewerCanInvite: Scalars['Boolean']['output'];
  /** Whether the caller may hand over the ownership. */
  viewerCanTransferOwnership: Scalars['Boolean']['output'];
  /** Whether the caller may archive it, or end that. */
  viewerCanArchive: Scalars['Boolean']['output'];
  /** Whether the caller may delete it. */
  viewerCanDelete: Scalars['Boolean']['output'];
  /**
   * The place that the stream of `workspaceEvents` has come to. Read it before what is to be kept up to date, then
   * subscribe with `after` it: nothing is missed.
   */
  eventsCursor: Scalars['String']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts the changes of the workspace's own fields. */
  version: Scalars['Int']['output'];
  /** What work comes to it from, oldest first; none for guests. Requires: workspace role MEMBER. */
  integrations?: Maybe<IntegrationConnection>;
};

/** A tenant: the people of one organisation and all that they share. */
export type WorkspaceMembersArgs = {
  filter?: InputMaybe<WorkspaceMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A tenant: the people of one organisation and all that they share. */
export type WorkspaceInvitesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A tenant: the people of one organisation and all that they share. */
export type WorkspaceIntegrationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** How a workspace looks, and what it keeps. */
export type WorkspaceSettings = {
  __typename?: 'WorkspaceSettings';
  /** The address of its logo, https; null without one. */
  logoUrl?: Maybe<Scalars['String']['output']>;
  /** The colour of its signs, `#1a2b3c`; null for the platform's own. */
  primaryColor?: Maybe<Scalars['String']['output']>;
  /** The second colour, `#1a2b3c`; null for the platform's own. */
  accentColor?: Maybe<Scalars['String']['output']>;
  /** Light or dark. */
  theme: WorkspaceTheme;
  /** The language that people are met in who have named none of their own, BCP 47. */
  locale: Scalars['String']['output'];
  /** How long what is said is kept. */
  retention: WorkspaceRetention;
};

/** How long what is said in a workspace is kept. */
export type WorkspaceRetention = {
  __typename?: 'WorkspaceRetention';
  /** For how many days messages are kept; null for ever. */
  messageDays?: Maybe<Scalars['Int']['output']>;
};

/** Light or dark. */
export type WorkspaceTheme =
  /** As the reader's device has it. */
  | 'SYSTEM'
  /** Dark on light. */
  | 'LIGHT'
  /** Light on dark. */
  | 'DARK';

/** Whether a membership gives access. */
export type MembershipState =
  /** It does. */
  | 'ACTIVE'
  /** It was taken away until it is given back. */
  | 'SUSPENDED';

/** Which members: all that is given must hold. */
export type WorkspaceMemberFilter = {
  /** What they may do. */
  role?: InputMaybe<WorkspaceRoleFilter>;
  /** Whether they have access; SUSPENDED finds nobody for whoever may not manage members. Absent: ACTIVE alone. */
  state?: InputMaybe<MembershipStateFilter>;
  /** How the login name begins, whatever the case; at most 100 characters. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Comparisons of a role: all that are given must hold. */
export type WorkspaceRoleFilter = {
  /** Equal to this. */
  eq?: InputMaybe<WorkspaceRole>;
  /** Equal to one of these. */
  in?: InputMaybe<Array<WorkspaceRole>>;
};

/** Comparisons of a membership's state: all that are given must hold. */
export type MembershipStateFilter = {
  /** Equal to this. */
  eq?: InputMaybe<MembershipState>;
  /** Equal to one of these. */
  in?: InputMaybe<Array<MembershipState>>;
};

/** One event of a workspace, with its place in the stream. */
export type WorkspaceEventEnvelope = {
  __typename?: 'WorkspaceEventEnvelope';
  /** The place: resume with `after: <cursor>`. */
  cursor: Scalars['String']['output'];
  /** The id that all events of one client request share. */
  correlationId: Scalars['String']['output'];
  /** What happened. */
  event: WorkspaceEvent;
};

/** What may happen in a workspace as a whole. */
export type WorkspaceEvent =
  | WorkspaceRenamed
  | WorkspaceSettingsChanged
  | WorkspaceArchived
  | WorkspaceUnarchived
  | WorkspaceMemberAdded
  | WorkspaceMemberRemoved
  | WorkspaceMemberRoleChanged
  | WorkspaceMemberSuspended
  | WorkspaceMemberReinstated
  | ChatCreated
  | ChatUpdated
  | ChatWithdrawn
  | ChatDeleted;

/** The workspace has another name or short name. */
export type WorkspaceRenamed = {
  __typename?: 'WorkspaceRenamed';
  /** The workspace as it is now. */
  workspace?: Maybe<Workspace>;
};

/** The workspace has other settings. */
export type WorkspaceSettingsChanged = {
  __typename?: 'WorkspaceSettingsChanged';
  /** The workspace as it is now. */
  workspace?: Maybe<Workspace>;
};

/** The workspace is no longer written in. */
export type WorkspaceArchived = {
  __typename?: 'WorkspaceArchived';
  /** The workspace as it is now. */
  workspace?: Maybe<Workspace>;
};

/** The workspace is written in again. */
export type WorkspaceUnarchived = {
  __typename?: 'WorkspaceUnarchived';
  /** The workspace as it is now. */
  workspace?: Maybe<Workspace>;
};

/** Somebody was added or joined. */
export type WorkspaceMemberAdded = {
  __typename?: 'WorkspaceMemberAdded';
  /** Who. */
  user?: Maybe<User>;
  /** As what. */
  role: WorkspaceRole;
};

/** Somebody was removed or left. */
export type WorkspaceMemberRemoved = {
  __typename?: 'WorkspaceMemberRemoved';
  /** Who. */
  user?: Maybe<User>;
};

/** Somebody has another role. */
export type WorkspaceMemberRoleChanged = {
  __typename?: 'WorkspaceMemberRoleChanged';
  /** Who. */
  user?: Maybe<User>;
  /** What it was before. */
  from: WorkspaceRole;
  /** What it became. */
  to: WorkspaceRole;
};

/** Somebody's access was taken for a time. */
export type WorkspaceMemberSuspended = {
  __typename?: 'WorkspaceMemberSuspended';
  /** Who. */
  user?: Maybe<User>;
};

/** Somebody who was suspended has access again. */
export type WorkspaceMemberReinstated = {
  __typename?: 'WorkspaceMemberReinstated';
  /** Who. */
  user?: Maybe<User>;
  /** As what. */
  role: WorkspaceRole;
};

/** A chat was made that the workspace's members may read. */
export type ChatCreated = {
  __typename?: 'ChatCreated';
  /** The chat as it is now; null where the caller may not read it any more. */
  chat?: Maybe<Chat>;
};

/** Name, topic, description or visibility of the chat were changed. */
export type ChatUpdated = {
  __typename?: 'ChatUpdated';
  /** The chat as it is now; null where the caller may not read it any more. */
  chat?: Maybe<Chat>;
  /** Which of its fields were changed: name, topic, description, visibility, kind, isClosed. */
  changedFields: Array<Scalars['String']['output']>;
};

/** A public chat was made private: whoever does not take part in it sees nothing of it any more. */
export type ChatWithdrawn = {
  __typename?: 'ChatWithdrawn';
  /** Its global id. */
  chatId: Scalars['ID']['output'];
};

/** A public chat was deleted. */
export type ChatDeleted = {
  __typename?: 'ChatDeleted';
  /** Its former global id. */
  chatId: Scalars['ID']['output'];
};

export type Chat = {
  __typename?: 'Chat';
  id: Scalars['ID']['output'];
};

/** How far a change of members has come in the identity provider's groups. Here it holds at once either way. */
export type DirectoryState =
  /** The groups say the same. */
  | 'SYNCED'
  /** The groups are told later, for as often as it takes. */
  | 'PENDING';

/** What a member may do in a workspace. */
export type WorkspaceRole =
  /** Everything, ownership included. */
  | 'OWNER'
  /** Manages members and settings. */
  | 'ADMIN'
  /** Reads and writes. */
  | 'MEMBER'
  /** Reads only, and only the chats that the guest is in. */
  | 'GUEST';

/** That a user belongs to a workspace. */
export type WorkspaceMembership = {
  __typename?: 'WorkspaceMembership';
  /** The workspace. */
  workspace: Workspace;
  /** The user; null while the user's profile cannot be had. */
  user?: Maybe<User>;
  /** What the member may do. */
  role: WorkspaceRole;
  /** Whether the membership gives access. */
  state: MembershipState;
  /** When the role or the state last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** Whether the caller may give this member another role. */
  viewerCanChangeRole: Scalars['Boolean']['output'];
  /** Whether the caller may suspend and reinstate this member. */
  viewerCanSuspend: Scalars['Boolean']['output'];
  /** Whether the caller may remove this member, or is the member and may leave. */
  viewerCanRemove: Scalars['Boolean']['output'];
};

/** What makes people members of a workspace: a link for whoever has it, or a word to one person. */
export type Invite = Node & {
  __typename?: 'Invite';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The workspace; null for whoever is no member. */
  workspace?: Maybe<Workspace>;
  /** The workspace's name, also for whoever has not joined yet. */
  workspaceName: Scalars['String']['output'];
  /** What members who join by it may do. */
  role: WorkspaceRole;
  /** Whether it can be used. */
  state: InviteState;
  /** When it ends by itself; null when it does not. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often it can be used; null when as often as one likes. */
  maxUses?: Maybe<Scalars['Int']['output']>;
  /** How often it was used. */
  usedCount: Scalars['Int']['output'];
  /** How often it can still be used; null when as often as one likes. */
  usesLeft?: Maybe<Scalars['Int']['output']>;
  /** Whether it is for one person alone, rather than for whoever has the link. */
  isPersonal: Scalars['Boolean']['output'];
  /** The one person whom it is for; null when there is none, and for whoever shares no workspace with that person. */
  invitee?: Maybe<User>;
  /** Who made it. */
  creator?: Maybe<User>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
};

/** Whether an invite can be used. */
export type InviteState =
  /** It can be used. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** It was used as often as it may be. */
  | 'EXHAUSTED'
  /** It was revoked, or who made it lost the right to invite into its role. */
  | 'REVOKED';

/** A page of invites. */
export type InviteConnection = {
  __typename?: 'InviteConnection';
  /** The edges of this page. */
  edges: Array<InviteEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Invite>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An invite and its place in the list. */
export type InviteEdge = {
  __typename?: 'InviteEdge';
  /** The invite. */
  node: Invite;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** A page of members. */
export type WorkspaceMembershipConnection = {
  __typename?: 'WorkspaceMembershipConnection';
  /** The edges of this page. */
  edges: Array<WorkspaceMembershipEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<WorkspaceMembership>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A member and the member's place in the list. */
export type WorkspaceMembershipEdge = {
  __typename?: 'WorkspaceMembershipEdge';
  /** The membership. */
  node: WorkspaceMembership;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  /** The workspaces that the user belongs to, by date of joining; empty for anybody but oneself. Requires: oneself. */
  memberships?: Maybe<WorkspaceMembershipConnection>;
};

export type UserMembershipsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** The new workspace. */
export type CreateWorkspaceInput = {
  /** The name shown to people, 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The short name used in links: 2 to 40 of a-z, 0-9 and hyphen, beginning and ending with a letter or digit. */
  slug: Scalars['String']['input'];
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new workspace. */
export type CreateWorkspacePayload = Payload & {
  __typename?: 'CreateWorkspacePayload';
  /** The workspace; null when refused. */
  workspace?: Maybe<Workspace>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to add to which workspace. */
export type AddWorkspaceMemberInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The login name of a user who has signed in at least once, compared without regard to case. */
  username: Scalars['String']['input'];
  /** What the member may do. */
  role: WorkspaceRole;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new membership. */
export type AddWorkspaceMemberPayload = Payload & {
  __typename?: 'AddWorkspaceMemberPayload';
  /** The membership; null when refused. */
  membership?: Maybe<WorkspaceMembership>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Whether the identity provider's groups have the change already; null when refused, and on a platform without them. */
  directory?: Maybe<DirectoryState>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to remove from which workspace. */
export type RemoveWorkspaceMemberInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The workspace that the member was removed from. */
export type RemoveWorkspaceMemberPayload = Payload & {
  __typename?: 'RemoveWorkspaceMemberPayload';
  /** The workspace; null when refused, and for whoever removed themselves. */
  workspace?: Maybe<Workspace>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Whether the identity provider's groups have the change already; null when refused, and on a platform without them. */
  directory?: Maybe<DirectoryState>;
  /** Whether the membership is gone on both sides, read again behind the change; null when refused. */
  consistent?: Maybe<Scalars['Boolean']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The new invite. */
export type CreateInviteInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** What members who join by it may do. */
  role: WorkspaceRole;
  /** When it ends by itself, in the future; absent: it does not. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How often it can be used, 1 to 100000; absent: as often as one likes. */
  maxUses?: InputMaybe<Scalars['Int']['input']>;
  /**
   * The login name of the one person whom it is for, who can join without the token and only once; compared without regard
   * to case. Absent: it is for whoever has the token.
   */
  username?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new invite, and its secret. */
export type CreateInvitePayload = Payload & {
  __typename?: 'CreateInvitePayload';
  /** The invite; null when refused. */
  invite?: Maybe<Invite>;
  /** The secret part of the link, which is not kept: null when refused, and when the idempotency key was repeated. */
  token?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which invite to end. */
export type RevokeInviteInput = {
  /** The invite. */
  inviteId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The invite that was ended. */
export type RevokeInvitePayload = Payload & {
  __typename?: 'RevokeInvitePayload';
  /** The invite; null when refused. */
  invite?: Maybe<Invite>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** By which invite to join: exactly one of the two. */
export type JoinWorkspaceInput = {
  /** The secret part of the link. */
  token?: InputMaybe<Scalars['String']['input']>;
  /** The invite, for the one person whom it is for. */
  inviteId?: InputMaybe<Scalars['ID']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new membership. */
export type JoinWorkspacePayload = Payload & {
  __typename?: 'JoinWorkspacePayload';
  /** The membership; null when refused. */
  membership?: Maybe<WorkspaceMembership>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Whether the identity provider's groups have the change already; null when refused, and on a platform without them. */
  directory?: Maybe<DirectoryState>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which workspace to leave. */
export type LeaveWorkspaceInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The workspace that was left. */
export type LeaveWorkspacePayload = Payload & {
  __typename?: 'LeaveWorkspacePayload';
  /** Its global id; null when refused. */
  workspaceId?: Maybe<Scalars['ID']['output']>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Whether the identity provider's groups have the change already; null when refused, and on a platform without them. */
  directory?: Maybe<DirectoryState>;
  /** Whether the membership is gone on both sides, read again behind the change; null when refused. */
  consistent?: Maybe<Scalars['Boolean']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whose role to change, and to what. */
export type ChangeMemberRoleInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
  /** What the member may do from now on. */
  role: WorkspaceRole;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The membership as it is now. */
export type ChangeMemberRolePayload = Payload & {
  __typename?: 'ChangeMemberRolePayload';
  /** The membership; null when refused. */
  membership?: Maybe<WorkspaceMembership>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Whether the identity provider's groups have the change already; null when refused, and on a platform without them. */
  directory?: Maybe<DirectoryState>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to suspend. */
export type SuspendMemberInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The membership as it is now. */
export type SuspendMemberPayload = Payload & {
  __typename?: 'SuspendMemberPayload';
  /** The membership; null when refused. */
  membership?: Maybe<WorkspaceMembership>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Whether the identity provider's groups have the change already; null when refused, and on a platform without them. */
  directory?: Maybe<DirectoryState>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to give access again. */
export type ReinstateMemberInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The membership as it is now. */
export type ReinstateMemberPayload = Payload & {
  __typename?: 'ReinstateMemberPayload';
  /** The membership; null when refused. */
  membership?: Maybe<WorkspaceMembership>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Whether the identity provider's groups have the change already; null when refused, and on a platform without them. */
  directory?: Maybe<DirectoryState>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Who is to be an owner instead of the caller. */
export type TransferOwnershipInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The workspace that has another owner. */
export type TransferOwnershipPayload = Payload & {
  __typename?: 'TransferOwnershipPayload';
  /** The workspace; null when refused, and for whoever does not see it any more. */
  workspace?: Maybe<Workspace>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Whether the identity provider's groups have the change already; null when refused, and on a platform without them. */
  directory?: Maybe<DirectoryState>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The name and short name: what is absent stays. */
export type UpdateWorkspaceInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The name shown to people, 1 to 100 characters; it cannot be cleared. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The short name used in links, as when creating; it cannot be cleared. Taken: CONFLICT. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The version that the workspace must have; CONFLICT otherwise. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The workspace as it is now. */
export type UpdateWorkspacePayload = Payload & {
  __typename?: 'UpdateWorkspacePayload';
  /** The workspace as it is now; null when refused, but for a CONFLICT about the version. */
  workspace?: Maybe<Workspace>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The settings: what is absent stays, null clears. */
export type UpdateWorkspaceSettingsInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The address of the logo: https, at most 2000 characters. */
  logoUrl?: InputMaybe<Scalars['String']['input']>;
  /** The colour of its signs: `#1a2b3c`. */
  primaryColor?: InputMaybe<Scalars['String']['input']>;
  /** The second colour: `#1a2b3c`. */
  accentColor?: InputMaybe<Scalars['String']['input']>;
  /** Light or dark; null for SYSTEM. */
  theme?: InputMaybe<WorkspaceTheme>;
  /** A language tag, BCP 47; null for `en`. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** How long what is said is kept. */
  retention?: InputMaybe<WorkspaceRetentionInput>;
  /** The version that the workspace must have; CONFLICT otherwise. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** How long what is said is kept: what is absent stays. */
export type WorkspaceRetentionInput = {
  /** For how many days messages are kept, 1 to 3650; null for ever. */
  messageDays?: InputMaybe<Scalars['Int']['input']>;
};

/** The workspace as it is now. */
export type UpdateWorkspaceSettingsPayload = Payload & {
  __typename?: 'UpdateWorkspaceSettingsPayload';
  /** The workspace as it is now; null when refused, but for a CONFLICT about the version. */
  workspace?: Maybe<Workspace>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which workspace to archive. */
export type ArchiveWorkspaceInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The version that the workspace must have; CONFLICT otherwise. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The workspace as it is now. */
export type ArchiveWorkspacePayload = Payload & {
  __typename?: 'ArchiveWorkspacePayload';
  /** The workspace as it is now; null when refused, but for a CONFLICT about the version. */
  workspace?: Maybe<Workspace>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which workspace is to be written in again. */
export type UnarchiveWorkspaceInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The version that the workspace must have; CONFLICT otherwise. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The workspace as it is now. */
export type UnarchiveWorkspacePayload = Payload & {
  __typename?: 'UnarchiveWorkspacePayload';
  /** The workspace as it is now; null when refused, but for a CONFLICT about the version. */
  workspace?: Maybe<Workspace>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which workspace to delete. */
export type DeleteWorkspaceInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** Its short name, to be sure that this is the one. */
  confirmSlug: Scalars['String']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The workspace that is gone. */
export type DeleteWorkspacePayload = Payload & {
  __typename?: 'DeleteWorkspacePayload';
  /** Its former global id; null when refused. */
  workspaceId?: Maybe<Scalars['ID']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What work comes to a workspace from. A board may belong to one. */
export type Integration = Node & {
  __typename?: 'Integration';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The workspace that it belongs to. */
  workspace?: Maybe<Workspace>;
  /** Which sort it is. */
  kind: IntegrationKind;
  /** The name, 1 to 100 characters. */
  name: Scalars['String']['output'];
  /** What it is called where it is, such as an address or the key of a project. */
  externalReference?: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
};

/** Which sort an integration is. */
export type IntegrationKind =
  /** A repository or project on GitHub. */
  | 'GITHUB'
  /** A repository or project on GitLab. */
  | 'GITLAB'
  /** A project in Jira. */
  | 'JIRA'
  /** A team in Linear. */
  | 'LINEAR'
  /** A mailbox. */
  | 'EMAIL'
  /** Whoever calls an address of ours. */
  | 'WEBHOOK'
  /** Any other. */
  | 'OTHER';

/** A page of integrations. */
export type IntegrationConnection = {
  __typename?: 'IntegrationConnection';
  /** The edges of this page. */
  edges: Array<IntegrationEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Integration>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One integration and its place in the list. */
export type IntegrationEdge = {
  __typename?: 'IntegrationEdge';
  /** The integration. */
  node: Integration;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** The new integration. */
export type CreateIntegrationInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** Which sort it is. */
  kind: IntegrationKind;
  /** The name, 1 to 100 characters; unique in the workspace without regard to case. */
  name: Scalars['String']['input'];
  /** What it is called where it is, 1 to 500 characters. */
  externalReference?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new integration. */
export type CreateIntegrationPayload = Payload & {
  __typename?: 'CreateIntegrationPayload';
  /** The integration; null when refused. */
  integration?: Maybe<Integration>;
  /** Always null: an integration has no stream of its own. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
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
  Workspace: Workspace;
  Invite: Invite;
  User: User;
  Integration: Integration;
};

/** References by which the gateway asks for entities; with several keys, any one of them. */
export type FederationReferenceTypes = {
  Workspace: { __typename: 'Workspace'; id?: string; nodeRef?: string };
  Chat: { __typename: 'Chat'; id: string };
  Invite: { __typename: 'Invite'; id?: string; nodeRef?: string };
  User: { __typename: 'User'; id: string };
  Integration: { __typename: 'Integration'; id?: string; nodeRef?: string };
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: WorkspaceEntity | InviteEntity | IntegrationEntity;
  Payload:
    | (Omit<SetWorkspaceQuotaPayload, 'quota' | 'userErrors'> & {
        quota?: Maybe<_RefType['WorkspaceQuota']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<CreateWorkspacePayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<AddWorkspaceMemberPayload, 'membership' | 'userErrors'> & {
        membership?: Maybe<_RefType['WorkspaceMembership']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<RemoveWorkspaceMemberPayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<CreateInvitePayload, 'invite' | 'userErrors'> & {
        invite?: Maybe<_RefType['Invite']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<RevokeInvitePayload, 'invite' | 'userErrors'> & {
        invite?: Maybe<_RefType['Invite']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<JoinWorkspacePayload, 'membership' | 'userErrors'> & {
        membership?: Maybe<_RefType['WorkspaceMembership']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<LeaveWorkspacePayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<ChangeMemberRolePayload, 'membership' | 'userErrors'> & {
        membership?: Maybe<_RefType['WorkspaceMembership']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<SuspendMemberPayload, 'membership' | 'userErrors'> & {
        membership?: Maybe<_RefType['WorkspaceMembership']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<ReinstateMemberPayload, 'membership' | 'userErrors'> & {
        membership?: Maybe<_RefType['WorkspaceMembership']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<TransferOwnershipPayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateWorkspacePayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateWorkspaceSettingsPayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<ArchiveWorkspacePayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UnarchiveWorkspacePayload, 'workspace' | 'userErrors'> & {
        workspace?: Maybe<_RefType['Workspace']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DeleteWorkspacePayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<CreateIntegrationPayload, 'integration' | 'userErrors'> & {
        integration?: Maybe<_RefType['Integration']>;
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
  WorkspaceQuota: ResolverTypeWrapper<WorkspaceQuotaRow>;
  QuotaKind: QuotaKind;
  SetWorkspaceQuotaInput: SetWorkspaceQuotaInput;
  SetWorkspaceQuotaPayload: ResolverTypeWrapper<
    Omit<SetWorkspaceQuotaPayload, 'quota' | 'userErrors'> & {
      quota?: Maybe<ResolversTypes['WorkspaceQuota']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  Workspace: ResolverTypeWrapper<WorkspaceEntity>;
  WorkspaceSettings: ResolverTypeWrapper<WorkspaceSettingsRow>;
  WorkspaceRetention: ResolverTypeWrapper<WorkspaceRetention>;
  WorkspaceTheme: WorkspaceTheme;
  MembershipState: MembershipState;
  WorkspaceMemberFilter: WorkspaceMemberFilter;
  WorkspaceRoleFilter: WorkspaceRoleFilter;
  MembershipStateFilter: MembershipStateFilter;
  WorkspaceEventEnvelope: ResolverTypeWrapper<LiveEvent>;
  WorkspaceEvent: ResolverTypeWrapper<LiveEvent>;
  WorkspaceRenamed: ResolverTypeWrapper<StoredEvent<'workspace.renamed'>>;
  WorkspaceSettingsChanged: ResolverTypeWrapper<StoredEvent<'workspace.settings.changed'>>;
  WorkspaceArchived: ResolverTypeWrapper<StoredEvent<'workspace.archived'>>;
  WorkspaceUnarchived: ResolverTypeWrapper<StoredEvent<'workspace.unarchived'>>;
  WorkspaceMemberAdded: ResolverTypeWrapper<StoredEvent<'workspace.member.added'>>;
  WorkspaceMemberRemoved: ResolverTypeWrapper<StoredEvent<'workspace.member.removed'>>;
  WorkspaceMemberRoleChanged: ResolverTypeWrapper<StoredEvent<'workspace.member.role_changed'>>;
  WorkspaceMemberSuspended: ResolverTypeWrapper<StoredEvent<'workspace.member.suspended'>>;
  WorkspaceMemberReinstated: ResolverTypeWrapper<StoredEvent<'workspace.member.reinstated'>>;
  ChatCreated: ResolverTypeWrapper<StoredEvent<'chat.created'>>;
  ChatUpdated: ResolverTypeWrapper<StoredEvent<'chat.updated'>>;
  ChatWithdrawn: ResolverTypeWrapper<LiveEvent>;
  ChatDeleted: ResolverTypeWrapper<StoredEvent<'chat.deleted'>>;
  Chat: ResolverTypeWrapper<{ __typename: 'Chat'; id: string }>;
  DirectoryState: DirectoryState;
  WorkspaceRole: WorkspaceRole;
  WorkspaceMembership: ResolverTypeWrapper<WorkspaceMembershipRow>;
  Invite: ResolverTypeWrapper<InviteEntity>;
  InviteState: InviteState;
  InviteConnection: ResolverTypeWrapper<
    Omit<InviteConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['InviteEdge']>;
      nodes: Array<ResolversTypes['Invite']>;
    }
  >;
  InviteEdge: ResolverTypeWrapper<Omit<InviteEdge, 'node'> & { node: ResolversTypes['Invite'] }>;
  WorkspaceMembershipConnection: ResolverTypeWrapper<WorkspaceMembershipConnectionRow>;
  WorkspaceMembershipEdge: ResolverTypeWrapper<
    Omit<WorkspaceMembershipEdge, 'node'> & { node: ResolversTypes['WorkspaceMembership'] }
  >;
  User: ResolverTypeWrapper<{ __typename: 'User'; id: string }>;
  CreateWorkspaceInput: CreateWorkspaceInput;
  CreateWorkspacePayload: ResolverTypeWrapper<
    Omit<CreateWorkspacePayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  AddWorkspaceMemberInput: AddWorkspaceMemberInput;
  AddWorkspaceMemberPayload: ResolverTypeWrapper<
    Omit<AddWorkspaceMemberPayload, 'membership' | 'userErrors'> & {
      membership?: Maybe<ResolversTypes['WorkspaceMembership']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  RemoveWorkspaceMemberInput: RemoveWorkspaceMemberInput;
  RemoveWorkspaceMemberPayload: ResolverTypeWrapper<
    Omit<RemoveWorkspaceMemberPayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  CreateInviteInput: CreateInviteInput;
  CreateInvitePayload: ResolverTypeWrapper<
    Omit<CreateInvitePayload, 'invite' | 'userErrors'> & {
      invite?: Maybe<ResolversTypes['Invite']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  RevokeInviteInput: RevokeInviteInput;
  RevokeInvitePayload: ResolverTypeWrapper<
    Omit<RevokeInvitePayload, 'invite' | 'userErrors'> & {
      invite?: Maybe<ResolversTypes['Invite']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  JoinWorkspaceInput: JoinWorkspaceInput;
  JoinWorkspacePayload: ResolverTypeWrapper<
    Omit<JoinWorkspacePayload, 'membership' | 'userErrors'> & {
      membership?: Maybe<ResolversTypes['WorkspaceMembership']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  LeaveWorkspaceInput: LeaveWorkspaceInput;
  LeaveWorkspacePayload: ResolverTypeWrapper<
    Omit<LeaveWorkspacePayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  ChangeMemberRoleInput: ChangeMemberRoleInput;
  ChangeMemberRolePayload: ResolverTypeWrapper<
    Omit<ChangeMemberRolePayload, 'membership' | 'userErrors'> & {
      membership?: Maybe<ResolversTypes['WorkspaceMembership']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  SuspendMemberInput: SuspendMemberInput;
  SuspendMemberPayload: ResolverTypeWrapper<
    Omit<SuspendMemberPayload, 'membership' | 'userErrors'> & {
      membership?: Maybe<ResolversTypes['WorkspaceMembership']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  ReinstateMemberInput: ReinstateMemberInput;
  ReinstateMemberPayload: ResolverTypeWrapper<
    Omit<ReinstateMemberPayload, 'membership' | 'userErrors'> & {
      membership?: Maybe<ResolversTypes['WorkspaceMembership']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  TransferOwnershipInput: TransferOwnershipInput;
  TransferOwnershipPayload: ResolverTypeWrapper<
    Omit<TransferOwnershipPayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateWorkspaceInput: UpdateWorkspaceInput;
  UpdateWorkspacePayload: ResolverTypeWrapper<
    Omit<UpdateWorkspacePayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateWorkspaceSettingsInput: UpdateWorkspaceSettingsInput;
  WorkspaceRetentionInput: WorkspaceRetentionInput;
  UpdateWorkspaceSettingsPayload: ResolverTypeWrapper<
    Omit<UpdateWorkspaceSettingsPayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  ArchiveWorkspaceInput: ArchiveWorkspaceInput;
  ArchiveWorkspacePayload: ResolverTypeWrapper<
    Omit<ArchiveWorkspacePayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UnarchiveWorkspaceInput: UnarchiveWorkspaceInput;
  UnarchiveWorkspacePayload: ResolverTypeWrapper<
    Omit<UnarchiveWorkspacePayload, 'workspace' | 'userErrors'> & {
      workspace?: Maybe<ResolversTypes['Workspace']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DeleteWorkspaceInput: DeleteWorkspaceInput;
  DeleteWorkspacePayload: ResolverTypeWrapper<
    Omit<DeleteWorkspacePayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  Integration: ResolverTypeWrapper<IntegrationEntity>;
  IntegrationKind: IntegrationKind;
  IntegrationConnection: ResolverTypeWrapper<
    Omit<IntegrationConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['IntegrationEdge']>;
      nodes: Array<ResolversTypes['Integration']>;
    }
  >;
  IntegrationEdge: ResolverTypeWrapper<
    Omit<IntegrationEdge, 'node'> & { node: ResolversTypes['Integration'] }
  >;
  CreateIntegrationInput: CreateIntegrationInput;
  CreateIntegrationPayload: ResolverTypeWrapper<
    Omit<CreateIntegrationPayload, 'integration' | 'userErrors'> & {
      integration?: Maybe<ResolversTypes['Integration']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
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
  WorkspaceQuota: WorkspaceQuotaRow;
  SetWorkspaceQuotaInput: SetWorkspaceQuotaInput;
  SetWorkspaceQuotaPayload: Omit<SetWorkspaceQuotaPayload, 'quota' | 'userErrors'> & {
    quota?: Maybe<ResolversParentTypes['WorkspaceQuota']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  Workspace: WorkspaceEntity;
  WorkspaceSettings: WorkspaceSettingsRow;
  WorkspaceRetention: WorkspaceRetention;
  WorkspaceMemberFilter: WorkspaceMemberFilter;
  WorkspaceRoleFilter: WorkspaceRoleFilter;
  MembershipStateFilter: MembershipStateFilter;
  WorkspaceEventEnvelope: LiveEvent;
  WorkspaceEvent: LiveEvent;
  WorkspaceRenamed: StoredEvent<'workspace.renamed'>;
  WorkspaceSettingsChanged: StoredEvent<'workspace.settings.changed'>;
  WorkspaceArchived: StoredEvent<'workspace.archived'>;
  WorkspaceUnarchived: StoredEvent<'workspace.unarchived'>;
  WorkspaceMemberAdded: StoredEvent<'workspace.member.added'>;
  WorkspaceMemberRemoved: StoredEvent<'workspace.member.removed'>;
  WorkspaceMemberRoleChanged: StoredEvent<'workspace.member.role_changed'>;
  WorkspaceMemberSuspended: StoredEvent<'workspace.member.suspended'>;
  WorkspaceMemberReinstated: StoredEvent<'workspace.member.reinstated'>;
  ChatCreated: StoredEvent<'chat.created'>;
  ChatUpdated: StoredEvent<'chat.updated'>;
  ChatWithdrawn: LiveEvent;
  ChatDeleted: StoredEvent<'chat.deleted'>;
  Chat: { __typename: 'Chat'; id: string };
  WorkspaceMembership: WorkspaceMembershipRow;
  Invite: InviteEntity;
  InviteConnection: Omit<InviteConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['InviteEdge']>;
    nodes: Array<ResolversParentTypes['Invite']>;
  };
  InviteEdge: Omit<InviteEdge, 'node'> & { node: ResolversParentTypes['Invite'] };
  WorkspaceMembershipConnection: WorkspaceMembershipConnectionRow;
  WorkspaceMembershipEdge: Omit<WorkspaceMembershipEdge, 'node'> & {
    node: ResolversParentTypes['WorkspaceMembership'];
  };
  User: { __typename: 'User'; id: string };
  CreateWorkspaceInput: CreateWorkspaceInput;
  CreateWorkspacePayload: Omit<CreateWorkspacePayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  AddWorkspaceMemberInput: AddWorkspaceMemberInput;
  AddWorkspaceMemberPayload: Omit<AddWorkspaceMemberPayload, 'membership' | 'userErrors'> & {
    membership?: Maybe<ResolversParentTypes['WorkspaceMembership']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  RemoveWorkspaceMemberInput: RemoveWorkspaceMemberInput;
  RemoveWorkspaceMemberPayload: Omit<RemoveWorkspaceMemberPayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  CreateInviteInput: CreateInviteInput;
  CreateInvitePayload: Omit<CreateInvitePayload, 'invite' | 'userErrors'> & {
    invite?: Maybe<ResolversParentTypes['Invite']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  RevokeInviteInput: RevokeInviteInput;
  RevokeInvitePayload: Omit<RevokeInvitePayload, 'invite' | 'userErrors'> & {
    invite?: Maybe<ResolversParentTypes['Invite']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  JoinWorkspaceInput: JoinWorkspaceInput;
  JoinWorkspacePayload: Omit<JoinWorkspacePayload, 'membership' | 'userErrors'> & {
    membership?: Maybe<ResolversParentTypes['WorkspaceMembership']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  LeaveWorkspaceInput: LeaveWorkspaceInput;
  LeaveWorkspacePayload: Omit<LeaveWorkspacePayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ChangeMemberRoleInput: ChangeMemberRoleInput;
  ChangeMemberRolePayload: Omit<ChangeMemberRolePayload, 'membership' | 'userErrors'> & {
    membership?: Maybe<ResolversParentTypes['WorkspaceMembership']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  SuspendMemberInput: SuspendMemberInput;
  SuspendMemberPayload: Omit<SuspendMemberPayload, 'membership' | 'userErrors'> & {
    membership?: Maybe<ResolversParentTypes['WorkspaceMembership']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ReinstateMemberInput: ReinstateMemberInput;
  ReinstateMemberPayload: Omit<ReinstateMemberPayload, 'membership' | 'userErrors'> & {
    membership?: Maybe<ResolversParentTypes['WorkspaceMembership']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  TransferOwnershipInput: TransferOwnershipInput;
  TransferOwnershipPayload: Omit<TransferOwnershipPayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateWorkspaceInput: UpdateWorkspaceInput;
  UpdateWorkspacePayload: Omit<UpdateWorkspacePayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateWorkspaceSettingsInput: UpdateWorkspaceSettingsInput;
  WorkspaceRetentionInput: WorkspaceRetentionInput;
  UpdateWorkspaceSettingsPayload: Omit<UpdateWorkspaceSettingsPayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ArchiveWorkspaceInput: ArchiveWorkspaceInput;
  ArchiveWorkspacePayload: Omit<ArchiveWorkspacePayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UnarchiveWorkspaceInput: UnarchiveWorkspaceInput;
  UnarchiveWorkspacePayload: Omit<UnarchiveWorkspacePayload, 'workspace' | 'userErrors'> & {
    workspace?: Maybe<ResolversParentTypes['Workspace']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeleteWorkspaceInput: DeleteWorkspaceInput;
  DeleteWorkspacePayload: Omit<DeleteWorkspacePayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  Integration: IntegrationEntity;
  IntegrationConnection: Omit<IntegrationConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['IntegrationEdge']>;
    nodes: Array<ResolversParentTypes['Integration']>;
  };
  IntegrationEdge: Omit<IntegrationEdge, 'node'> & { node: ResolversParentTypes['Integration'] };
  CreateIntegrationInput: CreateIntegrationInput;
  CreateIntegrationPayload: Omit<CreateIntegrationPayload, 'integration' | 'userErrors'> & {
    integration?: Maybe<ResolversParentTypes['Integration']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
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
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node'],
> = {
  __resolveType: TypeResolveFn<'Workspace' | 'Invite' | 'Integration', ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload'],
> = {
  __resolveType: TypeResolveFn<
    | 'SetWorkspaceQuotaPayload'
    | 'CreateWorkspacePayload'
    | 'AddWorkspaceMemberPayload'
    | 'RemoveWorkspaceMemberPayload'
    | 'CreateInvitePayload'
    | 'RevokeInvitePayload'
    | 'JoinWorkspacePayload'
    | 'LeaveWorkspacePayload'
    | 'ChangeMemberRolePayload'
    | 'SuspendMemberPayload'
    | 'ReinstateMemberPayload'
    | 'TransferOwnershipPayload'
    | 'UpdateWorkspacePayload'
    | 'UpdateWorkspaceSettingsPayload'
    | 'ArchiveWorkspacePayload'
    | 'UnarchiveWorkspacePayload'
    | 'DeleteWorkspacePayload'
    | 'CreateIntegrationPayload',
    ParentType,
    ContextType
  >;
};

export type UserErrorResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError'],
> = {
  __resolveType: TypeResolveFn<'PlainError' | 'ConflictError' | 'QuotaError', ParentType, ContextType>;
};

export type PlainErrorResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['PlainError'] = ResolversParentTypes['PlainError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuotaErrorResolvers<
  ContextType = WorkspaceContext,
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
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  integration?: Resolver<
    Maybe<ResolversTypes['Integration']>,
    ParentType,
    ContextType,
    RequireFields<QueryIntegrationArgs, 'id'>
  >;
  workspace?: Resolver<
    Maybe<ResolversTypes['Workspace']>,
    ParentType,
    ContextType,
    Partial<QueryWorkspaceArgs>
  >;
  invite?: Resolver<Maybe<ResolversTypes['Invite']>, ParentType, ContextType, Partial<QueryInviteArgs>>;
};

export type MutationResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  createIntegration?: Resolver<
    ResolversTypes['CreateIntegrationPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateIntegrationArgs, 'input'>
  >;
  setWorkspaceQuota?: Resolver<
    ResolversTypes['SetWorkspaceQuotaPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSetWorkspaceQuotaArgs, 'input'>
  >;
  createInvite?: Resolver<
    ResolversTypes['CreateInvitePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateInviteArgs, 'input'>
  >;
  revokeInvite?: Resolver<
    ResolversTypes['RevokeInvitePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRevokeInviteArgs, 'input'>
  >;
  joinWorkspace?: Resolver<
    ResolversTypes['JoinWorkspacePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationJoinWorkspaceArgs, 'input'>
  >;
  createWorkspace?: Resolver<
    ResolversTypes['CreateWorkspacePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateWorkspaceArgs, 'input'>
  >;
  addWorkspaceMember?: Resolver<
    ResolversTypes['AddWorkspaceMemberPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationAddWorkspaceMemberArgs, 'input'>
  >;
  removeWorkspaceMember?: Resolver<
    ResolversTypes['RemoveWorkspaceMemberPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveWorkspaceMemberArgs, 'input'>
  >;
  leaveWorkspace?: Resolver<
    ResolversTypes['LeaveWorkspacePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationLeaveWorkspaceArgs, 'input'>
  >;
  changeMemberRole?: Resolver<
    ResolversTypes['ChangeMemberRolePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationChangeMemberRoleArgs, 'input'>
  >;
  suspendMember?: Resolver<
    ResolversTypes['SuspendMemberPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSuspendMemberArgs, 'input'>
  >;
  reinstateMember?: Resolver<
    ResolversTypes['ReinstateMemberPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationReinstateMemberArgs, 'input'>
  >;
  transferOwnership?: Resolver<
    ResolversTypes['TransferOwnershipPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationTransferOwnershipArgs, 'input'>
  >;
  updateWorkspace?: Resolver<
    ResolversTypes['UpdateWorkspacePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateWorkspaceArgs, 'input'>
  >;
  updateWorkspaceSettings?: Resolver<
    ResolversTypes['UpdateWorkspaceSettingsPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateWorkspaceSettingsArgs, 'input'>
  >;
  archiveWorkspace?: Resolver<
    ResolversTypes['ArchiveWorkspacePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationArchiveWorkspaceArgs, 'input'>
  >;
  unarchiveWorkspace?: Resolver<
    ResolversTypes['UnarchiveWorkspacePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUnarchiveWorkspaceArgs, 'input'>
  >;
  deleteWorkspace?: Resolver<
    ResolversTypes['DeleteWorkspacePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteWorkspaceArgs, 'input'>
  >;
};

export type SubscriptionResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription'],
> = {
  workspaceEvents?: SubscriptionResolver<
    Maybe<ResolversTypes['WorkspaceEventEnvelope']>,
    'workspaceEvents',
    ParentType,
    ContextType,
    RequireFields<SubscriptionWorkspaceEventsArgs, 'workspaceId'>
  >;
};

export type WorkspaceQuotaResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceQuota'] = ResolversParentTypes['WorkspaceQuota'],
> = {
  kind?: Resolver<ResolversTypes['QuotaKind'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  used?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SetWorkspaceQuotaPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['SetWorkspaceQuotaPayload'] =
    ResolversParentTypes['SetWorkspaceQuotaPayload'],
> = {
  quota?: Resolver<Maybe<ResolversTypes['WorkspaceQuota']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace'],
  FederationReferenceType extends FederationReferenceTypes['Workspace'] =
    FederationReferenceTypes['Workspace'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Workspace']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['WorkspaceSettings'], ParentType, ContextType>;
  isArchived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  members?: Resolver<
    ResolversTypes['WorkspaceMembershipConnection'],
    ParentType,
    ContextType,
    Partial<WorkspaceMembersArgs>
  >;
  invites?: Resolver<
    ResolversTypes['InviteConnection'],
    ParentType,
    ContextType,
    Partial<WorkspaceInvitesArgs>
  >;
  quotas?: Resolver<Array<ResolversTypes['WorkspaceQuota']>, ParentType, ContextType>;
  viewerRole?: Resolver<Maybe<ResolversTypes['WorkspaceRole']>, ParentType, ContextType>;
  viewerCanManageMembers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanManageSettings?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanCreateChat?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanInvite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanTransferOwnership?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanArchive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanDelete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  eventsCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  integrations?: Resolver<
    Maybe<ResolversTypes['IntegrationConnection']>,
    ParentType,
    ContextType,
    Partial<WorkspaceIntegrationsArgs>
  >;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceSettingsResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceSettings'] = ResolversParentTypes['WorkspaceSettings'],
> = {
  logoUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  primaryColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accentColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['WorkspaceTheme'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retention?: Resolver<ResolversTypes['WorkspaceRetention'], ParentType, ContextType>;
};

export type WorkspaceRetentionResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceRetention'] = ResolversParentTypes['WorkspaceRetention'],
> = {
  messageDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WorkspaceEventEnvelopeResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceEventEnvelope'] =
    ResolversParentTypes['WorkspaceEventEnvelope'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['WorkspaceEvent'], ParentType, ContextType>;
};

export type WorkspaceEventResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceEvent'] = ResolversParentTypes['WorkspaceEvent'],
> = {
  __resolveType: TypeResolveFn<
    | 'WorkspaceRenamed'
    | 'WorkspaceSettingsChanged'
    | 'WorkspaceArchived'
    | 'WorkspaceUnarchived'
    | 'WorkspaceMemberAdded'
    | 'WorkspaceMemberRemoved'
    | 'WorkspaceMemberRoleChanged'
    | 'WorkspaceMemberSuspended'
    | 'WorkspaceMemberReinstated'
    | 'ChatCreated'
    | 'ChatUpdated'
    | 'ChatWithdrawn'
    | 'ChatDeleted',
    ParentType,
    ContextType
  >;
};

export type WorkspaceRenamedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceRenamed'] = ResolversParentTypes['WorkspaceRenamed'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceSettingsChangedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceSettingsChanged'] =
    ResolversParentTypes['WorkspaceSettingsChanged'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceArchivedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceArchived'] = ResolversParentTypes['WorkspaceArchived'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceUnarchivedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceUnarchived'] =
    ResolversParentTypes['WorkspaceUnarchived'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceMemberAddedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMemberAdded'] =
    ResolversParentTypes['WorkspaceMemberAdded'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['WorkspaceRole'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceMemberRemovedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMemberRemoved'] =
    ResolversParentTypes['WorkspaceMemberRemoved'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceMemberRoleChangedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMemberRoleChanged'] =
    ResolversParentTypes['WorkspaceMemberRoleChanged'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['WorkspaceRole'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['WorkspaceRole'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceMemberSuspendedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMemberSuspended'] =
    ResolversParentTypes['WorkspaceMemberSuspended'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceMemberReinstatedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMemberReinstated'] =
    ResolversParentTypes['WorkspaceMemberReinstated'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['WorkspaceRole'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatCreatedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ChatCreated'] = ResolversParentTypes['ChatCreated'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatUpdatedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ChatUpdated'] = ResolversParentTypes['ChatUpdated'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  changedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatWithdrawnResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ChatWithdrawn'] = ResolversParentTypes['ChatWithdrawn'],
> = {
  chatId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatDeletedResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ChatDeleted'] = ResolversParentTypes['ChatDeleted'],
> = {
  chatId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Chat'] = ResolversParentTypes['Chat'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WorkspaceMembershipResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMembership'] =
    ResolversParentTypes['WorkspaceMembership'],
> = {
  workspace?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['WorkspaceRole'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MembershipState'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewerCanChangeRole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanSuspend?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanRemove?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InviteResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Invite'] = ResolversParentTypes['Invite'],
  FederationReferenceType extends FederationReferenceTypes['Invite'] = FederationReferenceTypes['Invite'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Invite']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  workspaceName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['WorkspaceRole'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['InviteState'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maxUses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  usedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isPersonal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  invitee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  creator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InviteConnectionResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['InviteConnection'] = ResolversParentTypes['InviteConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['InviteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Invite']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InviteEdgeResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['InviteEdge'] = ResolversParentTypes['InviteEdge'],
> = {
  node?: Resolver<ResolversTypes['Invite'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkspaceMembershipConnectionResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMembershipConnection'] =
    ResolversParentTypes['WorkspaceMembershipConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['WorkspaceMembershipEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkspaceMembership']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WorkspaceMembershipEdgeResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['WorkspaceMembershipEdge'] =
    ResolversParentTypes['WorkspaceMembershipEdge'],
> = {
  node?: Resolver<ResolversTypes['WorkspaceMembership'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'],
  FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['User']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  memberships?: Resolver<
    Maybe<ResolversTypes['WorkspaceMembershipConnection']>,
    ParentType,
    ContextType,
    Partial<UserMembershipsArgs>
  >;
};

export type CreateWorkspacePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['CreateWorkspacePayload'] =
    ResolversParentTypes['CreateWorkspacePayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddWorkspaceMemberPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['AddWorkspaceMemberPayload'] =
    ResolversParentTypes['AddWorkspaceMemberPayload'],
> = {
  membership?: Resolver<Maybe<ResolversTypes['WorkspaceMembership']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directory?: Resolver<Maybe<ResolversTypes['DirectoryState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveWorkspaceMemberPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['RemoveWorkspaceMemberPayload'] =
    ResolversParentTypes['RemoveWorkspaceMemberPayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directory?: Resolver<Maybe<ResolversTypes['DirectoryState']>, ParentType, ContextType>;
  consistent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateInvitePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['CreateInvitePayload'] =
    ResolversParentTypes['CreateInvitePayload'],
> = {
  invite?: Resolver<Maybe<ResolversTypes['Invite']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeInvitePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['RevokeInvitePayload'] =
    ResolversParentTypes['RevokeInvitePayload'],
> = {
  invite?: Resolver<Maybe<ResolversTypes['Invite']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JoinWorkspacePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['JoinWorkspacePayload'] =
    ResolversParentTypes['JoinWorkspacePayload'],
> = {
  membership?: Resolver<Maybe<ResolversTypes['WorkspaceMembership']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directory?: Resolver<Maybe<ResolversTypes['DirectoryState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LeaveWorkspacePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['LeaveWorkspacePayload'] =
    ResolversParentTypes['LeaveWorkspacePayload'],
> = {
  workspaceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directory?: Resolver<Maybe<ResolversTypes['DirectoryState']>, ParentType, ContextType>;
  consistent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeMemberRolePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ChangeMemberRolePayload'] =
    ResolversParentTypes['ChangeMemberRolePayload'],
> = {
  membership?: Resolver<Maybe<ResolversTypes['WorkspaceMembership']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directory?: Resolver<Maybe<ResolversTypes['DirectoryState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SuspendMemberPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['SuspendMemberPayload'] =
    ResolversParentTypes['SuspendMemberPayload'],
> = {
  membership?: Resolver<Maybe<ResolversTypes['WorkspaceMembership']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directory?: Resolver<Maybe<ResolversTypes['DirectoryState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReinstateMemberPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ReinstateMemberPayload'] =
    ResolversParentTypes['ReinstateMemberPayload'],
> = {
  membership?: Resolver<Maybe<ResolversTypes['WorkspaceMembership']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directory?: Resolver<Maybe<ResolversTypes['DirectoryState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferOwnershipPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['TransferOwnershipPayload'] =
    ResolversParentTypes['TransferOwnershipPayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directory?: Resolver<Maybe<ResolversTypes['DirectoryState']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateWorkspacePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['UpdateWorkspacePayload'] =
    ResolversParentTypes['UpdateWorkspacePayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateWorkspaceSettingsPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['UpdateWorkspaceSettingsPayload'] =
    ResolversParentTypes['UpdateWorkspaceSettingsPayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArchiveWorkspacePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['ArchiveWorkspacePayload'] =
    ResolversParentTypes['ArchiveWorkspacePayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnarchiveWorkspacePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['UnarchiveWorkspacePayload'] =
    ResolversParentTypes['UnarchiveWorkspacePayload'],
> = {
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteWorkspacePayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['DeleteWorkspacePayload'] =
    ResolversParentTypes['DeleteWorkspacePayload'],
> = {
  workspaceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['Integration'] = ResolversParentTypes['Integration'],
  FederationReferenceType extends FederationReferenceTypes['Integration'] =
    FederationReferenceTypes['Integration'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Integration']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IntegrationKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  externalReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationConnectionResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['IntegrationConnection'] =
    ResolversParentTypes['IntegrationConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['IntegrationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Integration']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IntegrationEdgeResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['IntegrationEdge'] = ResolversParentTypes['IntegrationEdge'],
> = {
  node?: Resolver<ResolversTypes['Integration'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateIntegrationPayloadResolvers<
  ContextType = WorkspaceContext,
  ParentType extends ResolversParentTypes['CreateIntegrationPayload'] =
    ResolversParentTypes['CreateIntegrationPayload'],
> = {
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = WorkspaceContext> = {
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
  WorkspaceQuota?: WorkspaceQuotaResolvers<ContextType>;
  SetWorkspaceQuotaPayload?: SetWorkspaceQuotaPayloadResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  WorkspaceSettings?: WorkspaceSettingsResolvers<ContextType>;
  WorkspaceRetention?: WorkspaceRetentionResolvers<ContextType>;
  WorkspaceEventEnvelope?: WorkspaceEventEnvelopeResolvers<ContextType>;
  WorkspaceEvent?: WorkspaceEventResolvers<ContextType>;
  WorkspaceRenamed?: WorkspaceRenamedResolvers<ContextType>;
  WorkspaceSettingsChanged?: WorkspaceSettingsChangedResolvers<ContextType>;
  WorkspaceArchived?: WorkspaceArchivedResolvers<ContextType>;
  WorkspaceUnarchived?: WorkspaceUnarchivedResolvers<ContextType>;
  WorkspaceMemberAdded?: WorkspaceMemberAddedResolvers<ContextType>;
  WorkspaceMemberRemoved?: WorkspaceMemberRemovedResolvers<ContextType>;
  WorkspaceMemberRoleChanged?: WorkspaceMemberRoleChangedResolvers<ContextType>;
  WorkspaceMemberSuspended?: WorkspaceMemberSuspendedResolvers<ContextType>;
  WorkspaceMemberReinstated?: WorkspaceMemberReinstatedResolvers<ContextType>;
  ChatCreated?: ChatCreatedResolvers<ContextType>;
  ChatUpdated?: ChatUpdatedResolvers<ContextType>;
  ChatWithdrawn?: ChatWithdrawnResolvers<ContextType>;
  ChatDeleted?: ChatDeletedResolvers<ContextType>;
  Chat?: ChatResolvers<ContextType>;
  WorkspaceMembership?: WorkspaceMembershipResolvers<ContextType>;
  Invite?: InviteResolvers<ContextType>;
  InviteConnection?: InviteConnectionResolvers<ContextType>;
  InviteEdge?: InviteEdgeResolvers<ContextType>;
  WorkspaceMembershipConnection?: WorkspaceMembershipConnectionResolvers<ContextType>;
  WorkspaceMembershipEdge?: WorkspaceMembershipEdgeResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  CreateWorkspacePayload?: CreateWorkspacePayloadResolvers<ContextType>;
  AddWorkspaceMemberPayload?: AddWorkspaceMemberPayloadResolvers<ContextType>;
  RemoveWorkspaceMemberPayload?: RemoveWorkspaceMemberPayloadResolvers<ContextType>;
  CreateInvitePayload?: CreateInvitePayloadResolvers<ContextType>;
  RevokeInvitePayload?: RevokeInvitePayloadResolvers<ContextType>;
  JoinWorkspacePayload?: JoinWorkspacePayloadResolvers<ContextType>;
  LeaveWorkspacePayload?: LeaveWorkspacePayloadResolvers<ContextType>;
  ChangeMemberRolePayload?: ChangeMemberRolePayloadResolvers<ContextType>;
  SuspendMemberPayload?: SuspendMemberPayloadResolvers<ContextType>;
  ReinstateMemberPayload?: ReinstateMemberPayloadResolvers<ContextType>;
  TransferOwnershipPayload?: TransferOwnershipPayloadResolvers<ContextType>;
  UpdateWorkspacePayload?: UpdateWorkspacePayloadResolvers<ContextType>;
  UpdateWorkspaceSettingsPayload?: UpdateWorkspaceSettingsPayloadResolvers<ContextType>;
  ArchiveWorkspacePayload?: ArchiveWorkspacePayloadResolvers<ContextType>;
  UnarchiveWorkspacePayload?: UnarchiveWorkspacePayloadResolvers<ContextType>;
  DeleteWorkspacePayload?: DeleteWorkspacePayloadResolvers<ContextType>;
  Integration?: IntegrationResolvers<ContextType>;
  IntegrationConnection?: IntegrationConnectionResolvers<ContextType>;
  IntegrationEdge?: IntegrationEdgeResolvers<ContextType>;
  CreateIntegrationPayload?: CreateIntegrationPayloadResolvers<ContextType>;
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
  "One integration; null when it does not exist or is not visible. Requires: workspace role MEMBER."
  integration("The global id." id: ID!): Integration @auth(workspaceRole: "MEMBER")
  """
  One workspace, by exactly one of the two keys (none or both: BAD_USER_INPUT); null when there is none or the
  caller is not a member. Requires: membership.
  """
  workspace(
    "The global id."
    id: ID
    "The short name used in links, compared without regard to case."
    slug: String
  ): Workspace @auth(workspaceRole: "GUEST")
  """
  An invite, by exactly one of the two keys (none or both: BAD_USER_INPUT): what it is worth, before joining. Null when
  there is none, it was revoked, or it is for somebody else. Requires: the token; by id, workspace role ADMIN or being
  the person whom it is for.
  """
  invite("The secret part of the link." token: String, "The global id." id: ID): Invite
    @auth
    @audience(by: ["viewer"])
}

type Mutation @audience(by: ["viewer"]) {
  "Names something that work comes to a workspace from; a name that another one has: CONFLICT. Requires: workspace role ADMIN."
  createIntegration("The new integration." input: CreateIntegrationInput!): CreateIntegrationPayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  "Sets what a workspace may use of something. Audited. Requires: realm role system-admin."
  setWorkspaceQuota("Of what, and how much." input: SetWorkspaceQuotaInput!): SetWorkspaceQuotaPayload!
    @auth(scopes: ["account"], realmRole: "system-admin")
  """
  Makes an invite: a link by which others join. The token is shown this once; repeating the key answers the same invite
  without it. Requires: workspace role ADMIN; for the role OWNER: OWNER.
  """
  createInvite("The new invite." input: CreateInviteInput!): CreateInvitePayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  "Ends an invite; whoever joined by it stays. Revoking again changes nothing. Requires: workspace role ADMIN."
  revokeInvite("Which one." input: RevokeInviteInput!): RevokeInvitePayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  """
  Makes the caller a member by an invite; a member stays what they are, and the invite is not used up. INVITE_EXPIRED and
  INVITE_EXHAUSTED say why one is worth nothing any more; a suspended member is FORBIDDEN. Requires: the invite's token,
  or being the person whom it is for.
  """
  joinWorkspace("By which invite." input: JoinWorkspaceInput!): JoinWorkspacePayload!
    @auth(scopes: ["account"])
  "Creates a workspace whose owner is the caller. Requires: any signed-in user."
  createWorkspace("The new workspace." input: CreateWorkspaceInput!): CreateWorkspacePayload! @auth
  "Adds a user to a workspace. Adding a member again changes nothing. Requires: workspace role ADMIN; to add an OWNER: OWNER."
  addWorkspaceMember("Whom, where, as what." input: AddWorkspaceMemberInput!): AddWorkspaceMemberPayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  "Removes a user from a workspace and so from all its chats. The last owner cannot be removed. Requires: workspace role ADMIN; to remove an OWNER: OWNER."
  removeWorkspaceMember("Whom, and where." input: RemoveWorkspaceMemberInput!): RemoveWorkspaceMemberPayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  """
  Takes the caller out of a workspace and so out of all its chats. The last owner cannot leave. Requires: membership, in
  whatever role.
  """
  leaveWorkspace("Which one." input: LeaveWorkspaceInput!): LeaveWorkspacePayload!
    @auth(scopes: ["manage"], workspaceRole: "GUEST")
  """
  Gives a member another role; the same again changes nothing. The last owner stays one. Requires: workspace role ADMIN;
  for an OWNER, or the role OWNER: OWNER.
  """
  changeMemberRole("Whose, where, and to what." input: ChangeMemberRoleInput!): ChangeMemberRolePayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  """
  Takes a member's access until it is given back: a suspended member sees nothing of the workspace and joins by no
  invite. Suspending again changes nothing. Requires: workspace role ADMIN; for an OWNER: OWNER.
  """
  suspendMember("Whom, and where." input: SuspendMemberInput!): SuspendMemberPayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  "Gives a suspended member access again, in the same role. Requires: workspace role ADMIN; for an OWNER: OWNER."
  reinstateMember("Whom, and where." input: ReinstateMemberInput!): ReinstateMemberPayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  "Makes another member an owner and the caller an admin. Requires: workspace role OWNER."
  transferOwnership("To whom, and where." input: TransferOwnershipInput!): TransferOwnershipPayload!
    @auth(scopes: ["manage"], workspaceRole: "OWNER")
  "Gives a workspace another name or short name. Requires: workspace role ADMIN."
  updateWorkspace("What changes." input: UpdateWorkspaceInput!): UpdateWorkspacePayload!
    @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  """
  Changes how a workspace looks and what it keeps: what is absent stays, null clears. Requires: workspace role ADMIN.
  """
  updateWorkspaceSettings(
    "What changes."
    input: UpdateWorkspaceSettingsInput!
  ): UpdateWorkspaceSettingsPayload! @auth(scopes: ["manage"], workspaceRole: "ADMIN")
  """
  Makes a workspace one that is read and not written in: every change in it is FORBIDDEN until it is unarchived or
  deleted. Archiving again changes nothing. Requires: workspace role OWNER.
  """
  archiveWorkspace("Which one." input: ArchiveWorkspaceInput!): ArchiveWorkspacePayload!
    @auth(scopes: ["manage"], workspaceRole: "OWNER")
  "Makes an archived workspace one that is written in again. Requires: workspace role OWNER."
  unarchiveWorkspace("Which one." input: UnarchiveWorkspaceInput!): UnarchiveWorkspacePayload!
    @auth(scopes: ["manage"], workspaceRole: "OWNER")
  """
  Deletes a workspace with all that belongs to it, for good: at once it is there for nobody, and soon nothing of it is
  kept but the entry of the audit log that says so. Requires: workspace role OWNER.
  """
  deleteWorkspace("Which one, named twice." input: DeleteWorkspaceInput!): DeleteWorkspacePayload!
    @auth(scopes: ["manage"], workspaceRole: "OWNER")
}

type Subscription {
  """
  What happens in a workspace as a whole, in order and without a gap: members, name, settings, public chats that are
  made, changed, closed, made private or deleted; never what is said in them, nor anything of a private chat. Ends with FORBIDDEN right behind the event that took the caller's access. Requires: workspace role MEMBER.
  """
  workspaceEvents(
    "The workspace's global id."
    workspaceId: ID!
    "Resume behind this cursor; only what comes from now on when absent. Older than what is kept: CURSOR_EXPIRED."
    after: String
  ): WorkspaceEventEnvelope @auth(workspaceRole: "MEMBER") @audience(by: ["workspace"])
}

"What a workspace may use of something, and what it has used."
type WorkspaceQuota @audience(by: ["workspace"]) {
  "Of what."
  kind: QuotaKind!
  "How much it may use."
  limit: Int!
  "How much it has used; null while it cannot be told."
  used: Int
  "When the count begins anew; null when it does not."
  resetAt: DateTime
}

"What a workspace may use only so much of."
enum QuotaKind {
  "Workflows that there are; 100 unless set otherwise."
  MAX_WORKFLOWS
  "Executions of workflows in a day, which begins at midnight UTC; 10000 unless set otherwise."
  MAX_EXECUTIONS_PER_DAY
  "Megabytes that are kept; 10240 unless set otherwise."
  MAX_STORAGE_MB
  "Requests in an hour by API keys that are bound to the workspace; 10000 unless set otherwise."
  MAX_API_CALLS_PER_HOUR
}

"What a workspace is to be able to use."
input SetWorkspaceQuotaInput {
  "The workspace."
  workspaceId: ID!
  "Of what."
  kind: QuotaKind!
  "How much, from 0; null or absent for the platform's default."
  limit: Int
  "Given back unchanged."
  clientMutationId: String
}

"The quota as it is now."
type SetWorkspaceQuotaPayload implements Payload @audience(by: ["viewer"]) {
  "The quota; null when refused."
  quota: WorkspaceQuota
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"A tenant: the people of one organisation and all that they share."
type Workspace implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The name shown to people."
  name: String!
  "The short name used in links; unique without regard to case."
  slug: String!
  "How it looks and what it keeps."
  settings: WorkspaceSettings!
  "Whether it is read and not written in."
  isArchived: Boolean!
  "When it was archived; null while it is not."
  archivedAt: DateTime
  "Who belongs to it, by date of joining; suspended members are left out unless asked for. Requires: membership."
  members(
    "Which members; all active ones when absent."
    filter: WorkspaceMemberFilter
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): WorkspaceMembershipConnection! @audience(by: ["workspace", "role"])
  "Its invites that the caller may see, newest first: to members, those for themselves alone. Requires: workspace role ADMIN."
  invites(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): InviteConnection! @audience(by: ["viewer"])
  "What it may use and has used, one of each kind. Requires: membership."
  quotas: [WorkspaceQuota!]!
  "The caller's own role; null for a system administrator who is no member."
  viewerRole: WorkspaceRole @audience(by: ["workspace", "role"])
  "Whether the caller may add and remove members."
  viewerCanManageMembers: Boolean! @audience(by: ["workspace", "role"])
  "Whether the caller may change its name, look and rules."
  viewerCanManageSettings: Boolean! @audience(by: ["workspace", "role"])
  "Whether the caller may create chats."
  viewerCanCreateChat: Boolean! @audience(by: ["workspace", "role"])
  "Whether the caller may make invites."
  viewerCanInvite: Boolean! @audience(by: ["workspace", "role"])
  "Whether the caller may hand over the ownership."
  viewerCanTransferOwnership: Boolean! @audience(by: ["workspace", "role"])
  "Whether the caller may archive it, or end that."
  viewerCanArchive: Boolean! @audience(by: ["workspace", "role"])
  "Whether the caller may delete it."
  viewerCanDelete: Boolean! @audience(by: ["workspace", "role"])
  """
  The place that the stream of \`workspaceEvents\` has come to. Read it before what is to be kept up to date, then
  subscribe with \`after\` it: nothing is missed.
  """
  eventsCursor: String!
  "When it was created."
  createdAt: DateTime!
  "Counts the changes of the workspace's own fields."
  version: Int!
  "What work comes to it from, oldest first; none for guests. Requires: workspace role MEMBER."
  integrations(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): IntegrationConnection
}

"How a workspace looks, and what it keeps."
type WorkspaceSettings @audience(by: ["workspace"]) {
  "The address of its logo, https; null without one."
  logoUrl: String
  "The colour of its signs, \`#1a2b3c\`; null for the platform's own."
  primaryColor: String
  "The second colour, \`#1a2b3c\`; null for the platform's own."
  accentColor: String
  "Light or dark."
  theme: WorkspaceTheme!
  "The language that people are met in who have named none of their own, BCP 47."
  locale: String!
  "How long what is said is kept."
  retention: WorkspaceRetention!
}

"How long what is said in a workspace is kept."
type WorkspaceRetention @audience(by: ["workspace"]) {
  "For how many days messages are kept; null for ever."
  messageDays: Int
}

"Light or dark."
enum WorkspaceTheme {
  "As the reader's device has it."
  SYSTEM
  "Dark on light."
  LIGHT
  "Light on dark."
  DARK
}

"Whether a membership gives access."
enum MembershipState {
  "It does."
  ACTIVE
  "It was taken away until it is given back."
  SUSPENDED
}

"Which members: all that is given must hold."
input WorkspaceMemberFilter {
  "What they may do."
  role: WorkspaceRoleFilter
  "Whether they have access; SUSPENDED finds nobody for whoever may not manage members. Absent: ACTIVE alone."
  state: MembershipStateFilter
  "How the login name begins, whatever the case; at most 100 characters."
  search: String
}

"Comparisons of a role: all that are given must hold."
input WorkspaceRoleFilter {
  "Equal to this."
  eq: WorkspaceRole
  "Equal to one of these."
  in: [WorkspaceRole!]
}

"Comparisons of a membership's state: all that are given must hold."
input MembershipStateFilter {
  "Equal to this."
  eq: MembershipState
  "Equal to one of these."
  in: [MembershipState!]
}

"One event of a workspace, with its place in the stream."
type WorkspaceEventEnvelope @audience(by: ["workspace"]) {
  "The place: resume with \`after: <cursor>\`."
  cursor: String!
  "The id that all events of one client request share."
  correlationId: String!
  "What happened."
  event: WorkspaceEvent!
}

"What may happen in a workspace as a whole."
union WorkspaceEvent =
  | WorkspaceRenamed
  | WorkspaceSettingsChanged
  | WorkspaceArchived
  | WorkspaceUnarchived
  | WorkspaceMemberAdded
  | WorkspaceMemberRemoved
  | WorkspaceMemberRoleChanged
  | WorkspaceMemberSuspended
  | WorkspaceMemberReinstated
  | ChatCreated
  | ChatUpdated
  | ChatWithdrawn
  | ChatDeleted

"The workspace has another name or short name."
type WorkspaceRenamed @audience(by: ["workspace"]) {
  "The workspace as it is now."
  workspace: Workspace
}

"The workspace has other settings."
type WorkspaceSettingsChanged @audience(by: ["workspace"]) {
  "The workspace as it is now."
  workspace: Workspace
}

"The workspace is no longer written in."
type WorkspaceArchived @audience(by: ["workspace"]) {
  "The workspace as it is now."
  workspace: Workspace
}

"The workspace is written in again."
type WorkspaceUnarchived @audience(by: ["workspace"]) {
  "The workspace as it is now."
  workspace: Workspace
}

"Somebody was added or joined."
type WorkspaceMemberAdded @audience(by: ["workspace"]) {
  "Who."
  user: User
  "As what."
  role: WorkspaceRole!
}

"Somebody was removed or left."
type WorkspaceMemberRemoved @audience(by: ["workspace"]) {
  "Who."
  user: User
}

"Somebody has another role."
type WorkspaceMemberRoleChanged @audience(by: ["workspace"]) {
  "Who."
  user: User
  "What it was before."
  from: WorkspaceRole!
  "What it became."
  to: WorkspaceRole!
}

"Somebody's access was taken for a time."
type WorkspaceMemberSuspended @audience(by: ["workspace"]) {
  "Who."
  user: User
}

"Somebody who was suspended has access again."
type WorkspaceMemberReinstated @audience(by: ["workspace"]) {
  "Who."
  user: User
  "As what."
  role: WorkspaceRole!
}

"A chat was made that the workspace's members may read."
type ChatCreated @audience(by: ["workspace"]) {
  "The chat as it is now; null where the caller may not read it any more."
  chat: Chat
}

"Name, topic, description or visibility of the chat were changed."
type ChatUpdated @shareable @audience(by: ["chat"]) {
  "The chat as it is now; null where the caller may not read it any more."
  chat: Chat
  "Which of its fields were changed: name, topic, description, visibility, kind, isClosed."
  changedFields: [String!]!
}

"A public chat was made private: whoever does not take part in it sees nothing of it any more."
type ChatWithdrawn @audience(by: ["workspace"]) {
  "Its global id."
  chatId: ID!
}

"A public chat was deleted."
type ChatDeleted @audience(by: ["workspace"]) {
  "Its former global id."
  chatId: ID!
}

type Chat @key(fields: "id", resolvable: false) @audience(by: ["chat"]) {
  id: ID!
}

"How far a change of members has come in the identity provider's groups. Here it holds at once either way."
enum DirectoryState {
  "The groups say the same."
  SYNCED
  "The groups are told later, for as often as it takes."
  PENDING
}

"What a member may do in a workspace."
enum WorkspaceRole {
  "Everything, ownership included."
  OWNER
  "Manages members and settings."
  ADMIN
  "Reads and writes."
  MEMBER
  "Reads only, and only the chats that the guest is in."
  GUEST
}

"That a user belongs to a workspace."
type WorkspaceMembership @audience(by: ["workspace"]) {
  "The workspace."
  workspace: Workspace!
  "The user; null while the user's profile cannot be had."
  user: User
  "What the member may do."
  role: WorkspaceRole!
  "Whether the membership gives access."
  state: MembershipState!
  "When the role or the state last changed."
  changedAt: DateTime!
  "Whether the caller may give this member another role."
  viewerCanChangeRole: Boolean! @audience(by: ["viewer"])
  "Whether the caller may suspend and reinstate this member."
  viewerCanSuspend: Boolean! @audience(by: ["viewer"])
  "Whether the caller may remove this member, or is the member and may leave."
  viewerCanRemove: Boolean! @audience(by: ["viewer"])
}

"What makes people members of a workspace: a link for whoever has it, or a word to one person."
type Invite implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["viewer"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The workspace; null for whoever is no member."
  workspace: Workspace
  "The workspace's name, also for whoever has not joined yet."
  workspaceName: String!
  "What members who join by it may do."
  role: WorkspaceRole!
  "Whether it can be used."
  state: InviteState!
  "When it ends by itself; null when it does not."
  expiresAt: DateTime
  "How often it can be used; null when as often as one likes."
  maxUses: Int
  "How often it was used."
  usedCount: Int!
  "How often it can still be used; null when as often as one likes."
  usesLeft: Int
  "Whether it is for one person alone, rather than for whoever has the link."
  isPersonal: Boolean!
  "The one person whom it is for; null when there is none, and for whoever shares no workspace with that person."
  invitee: User
  "Who made it."
  creator: User
  "When it was made."
  createdAt: DateTime!
}

"Whether an invite can be used."
enum InviteState {
  "It can be used."
  ACTIVE
  "Its time is over."
  EXPIRED
  "It was used as often as it may be."
  EXHAUSTED
  "It was revoked, or who made it lost the right to invite into its role."
  REVOKED
}

"A page of invites."
type InviteConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [InviteEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Invite!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"An invite and its place in the list."
type InviteEdge @audience(by: ["viewer"]) {
  "The invite."
  node: Invite!
  "Its place."
  cursor: String!
}

"A page of members."
type WorkspaceMembershipConnection @audience(by: ["workspace"]) {
  "The edges of this page."
  edges: [WorkspaceMembershipEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [WorkspaceMembership!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
  "How many there are in all."
  totalCount: Int
}

"A member and the member's place in the list."
type WorkspaceMembershipEdge @audience(by: ["workspace"]) {
  "The membership."
  node: WorkspaceMembership!
  "Its place."
  cursor: String!
}

type User @key(fields: "id") @audience(by: ["workspace"]) {
  id: ID!
  "The workspaces that the user belongs to, by date of joining; empty for anybody but oneself. Requires: oneself."
  memberships(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): WorkspaceMembershipConnection @audience(by: ["viewer"])
}

"The new workspace."
input CreateWorkspaceInput {
  "The name shown to people, 1 to 100 characters."
  name: String!
  "The short name used in links: 2 to 40 of a-z, 0-9 and hyphen, beginning and ending with a letter or digit."
  slug: String!
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new workspace."
type CreateWorkspacePayload implements Payload @audience(by: ["viewer"]) {
  "The workspace; null when refused."
  workspace: Workspace
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to add to which workspace."
input AddWorkspaceMemberInput {
  "The workspace."
  workspaceId: ID!
  "The login name of a user who has signed in at least once, compared without regard to case."
  username: String!
  "What the member may do."
  role: WorkspaceRole!
  "Given back unchanged."
  clientMutationId: String
}

"The new membership."
type AddWorkspaceMemberPayload implements Payload @audience(by: ["viewer"]) {
  "The membership; null when refused."
  membership: WorkspaceMembership
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Whether the identity provider's groups have the change already; null when refused, and on a platform without them."
  directory: DirectoryState
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to remove from which workspace."
input RemoveWorkspaceMemberInput {
  "The workspace."
  workspaceId: ID!
  "The user."
  userId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The workspace that the member was removed from."
type RemoveWorkspaceMemberPayload implements Payload @audience(by: ["viewer"]) {
  "The workspace; null when refused, and for whoever removed themselves."
  workspace: Workspace
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Whether the identity provider's groups have the change already; null when refused, and on a platform without them."
  directory: DirectoryState
  "Whether the membership is gone on both sides, read again behind the change; null when refused."
  consistent: Boolean
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The new invite."
input CreateInviteInput {
  "The workspace."
  workspaceId: ID!
  "What members who join by it may do."
  role: WorkspaceRole!
  "When it ends by itself, in the future; absent: it does not."
  expiresAt: DateTime
  "How often it can be used, 1 to 100000; absent: as often as one likes."
  maxUses: Int
  """
  The login name of the one person whom it is for, who can join without the token and only once; compared without regard
  to case. Absent: it is for whoever has the token.
  """
  username: String
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new invite, and its secret."
type CreateInvitePayload implements Payload @audience(by: ["viewer"]) {
  "The invite; null when refused."
  invite: Invite
  "The secret part of the link, which is not kept: null when refused, and when the idempotency key was repeated."
  token: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which invite to end."
input RevokeInviteInput {
  "The invite."
  inviteId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The invite that was ended."
type RevokeInvitePayload implements Payload @audience(by: ["viewer"]) {
  "The invite; null when refused."
  invite: Invite
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"By which invite to join: exactly one of the two."
input JoinWorkspaceInput {
  "The secret part of the link."
  token: String
  "The invite, for the one person whom it is for."
  inviteId: ID
  "Given back unchanged."
  clientMutationId: String
}

"The new membership."
type JoinWorkspacePayload implements Payload @audience(by: ["viewer"]) {
  "The membership; null when refused."
  membership: WorkspaceMembership
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Whether the identity provider's groups have the change already; null when refused, and on a platform without them."
  directory: DirectoryState
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which workspace to leave."
input LeaveWorkspaceInput {
  "The workspace."
  workspaceId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The workspace that was left."
type LeaveWorkspacePayload implements Payload @audience(by: ["viewer"]) {
  "Its global id; null when refused."
  workspaceId: ID
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Whether the identity provider's groups have the change already; null when refused, and on a platform without them."
  directory: DirectoryState
  "Whether the membership is gone on both sides, read again behind the change; null when refused."
  consistent: Boolean
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whose role to change, and to what."
input ChangeMemberRoleInput {
  "The workspace."
  workspaceId: ID!
  "The user."
  userId: ID!
  "What the member may do from now on."
  role: WorkspaceRole!
  "Given back unchanged."
  clientMutationId: String
}

"The membership as it is now."
type ChangeMemberRolePayload implements Payload @audience(by: ["viewer"]) {
  "The membership; null when refused."
  membership: WorkspaceMembership
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Whether the identity provider's groups have the change already; null when refused, and on a platform without them."
  directory: DirectoryState
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to suspend."
input SuspendMemberInput {
  "The workspace."
  workspaceId: ID!
  "The user."
  userId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The membership as it is now."
type SuspendMemberPayload implements Payload @audience(by: ["viewer"]) {
  "The membership; null when refused."
  membership: WorkspaceMembership
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Whether the identity provider's groups have the change already; null when refused, and on a platform without them."
  directory: DirectoryState
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to give access again."
input ReinstateMemberInput {
  "The workspace."
  workspaceId: ID!
  "The user."
  userId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The membership as it is now."
type ReinstateMemberPayload implements Payload @audience(by: ["viewer"]) {
  "The membership; null when refused."
  membership: WorkspaceMembership
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Whether the identity provider's groups have the change already; null when refused, and on a platform without them."
  directory: DirectoryState
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Who is to be an owner instead of the caller."
input TransferOwnershipInput {
  "The workspace."
  workspaceId: ID!
  "The user."
  userId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The workspace that has another owner."
type TransferOwnershipPayload implements Payload @audience(by: ["viewer"]) {
  "The workspace; null when refused, and for whoever does not see it any more."
  workspace: Workspace
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Whether the identity provider's groups have the change already; null when refused, and on a platform without them."
  directory: DirectoryState
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The name and short name: what is absent stays."
input UpdateWorkspaceInput {
  "The workspace."
  workspaceId: ID!
  "The name shown to people, 1 to 100 characters; it cannot be cleared."
  name: String
  "The short name used in links, as when creating; it cannot be cleared. Taken: CONFLICT."
  slug: String
  "The version that the workspace must have; CONFLICT otherwise."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The workspace as it is now."
type UpdateWorkspacePayload implements Payload @audience(by: ["viewer"]) {
  "The workspace as it is now; null when refused, but for a CONFLICT about the version."
  workspace: Workspace
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The settings: what is absent stays, null clears."
input UpdateWorkspaceSettingsInput {
  "The workspace."
  workspaceId: ID!
  "The address of the logo: https, at most 2000 characters."
  logoUrl: String
  "The colour of its signs: \`#1a2b3c\`."
  primaryColor: String
  "The second colour: \`#1a2b3c\`."
  accentColor: String
  "Light or dark; null for SYSTEM."
  theme: WorkspaceTheme
  "A language tag, BCP 47; null for \`en\`."
  locale: String
  "How long what is said is kept."
  retention: WorkspaceRetentionInput
  "The version that the workspace must have; CONFLICT otherwise."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"How long what is said is kept: what is absent stays."
input WorkspaceRetentionInput {
  "For how many days messages are kept, 1 to 3650; null for ever."
  messageDays: Int
}

"The workspace as it is now."
type UpdateWorkspaceSettingsPayload implements Payload @audience(by: ["viewer"]) {
  "The workspace as it is now; null when refused, but for a CONFLICT about the version."
  workspace: Workspace
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which workspace to archive."
input ArchiveWorkspaceInput {
  "The workspace."
  workspaceId: ID!
  "The version that the workspace must have; CONFLICT otherwise."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The workspace as it is now."
type ArchiveWorkspacePayload implements Payload @audience(by: ["viewer"]) {
  "The workspace as it is now; null when refused, but for a CONFLICT about the version."
  workspace: Workspace
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which workspace is to be written in again."
input UnarchiveWorkspaceInput {
  "The workspace."
  workspaceId: ID!
  "The version that the workspace must have; CONFLICT otherwise."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The workspace as it is now."
type UnarchiveWorkspacePayload implements Payload @audience(by: ["viewer"]) {
  "The workspace as it is now; null when refused, but for a CONFLICT about the version."
  workspace: Workspace
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which workspace to delete."
input DeleteWorkspaceInput {
  "The workspace."
  workspaceId: ID!
  "Its short name, to be sure that this is the one."
  confirmSlug: String!
  "Given back unchanged."
  clientMutationId: String
}

"The workspace that is gone."
type DeleteWorkspacePayload implements Payload @audience(by: ["viewer"]) {
  "Its former global id; null when refused."
  workspaceId: ID
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What work comes to a workspace from. A board may belong to one."
type Integration implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The workspace that it belongs to."
  workspace: Workspace
  "Which sort it is."
  kind: IntegrationKind!
  "The name, 1 to 100 characters."
  name: String!
  "What it is called where it is, such as an address or the key of a project."
  externalReference: String
  "When it was created."
  createdAt: DateTime!
}

"Which sort an integration is."
enum IntegrationKind {
  "A repository or project on GitHub."
  GITHUB
  "A repository or project on GitLab."
  GITLAB
  "A project in Jira."
  JIRA
  "A team in Linear."
  LINEAR
  "A mailbox."
  EMAIL
  "Whoever calls an address of ours."
  WEBHOOK
  "Any other."
  OTHER
}

"A page of integrations."
type IntegrationConnection @audience(by: ["workspace"]) {
  "The edges of this page."
  edges: [IntegrationEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Integration!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One integration and its place in the list."
type IntegrationEdge @audience(by: ["workspace"]) {
  "The integration."
  node: Integration!
  "Its place."
  cursor: String!
}

"The new integration."
input CreateIntegrationInput {
  "The workspace."
  workspaceId: ID!
  "Which sort it is."
  kind: IntegrationKind!
  "The name, 1 to 100 characters; unique in the workspace without regard to case."
  name: String!
  "What it is called where it is, 1 to 500 characters."
  externalReference: String
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new integration."
type CreateIntegrationPayload implements Payload @audience(by: ["viewer"]) {
  "The integration; null when refused."
  integration: Integration
  "Always null: an integration has no stream of its own."
  cursor: String
  "Why it was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}
`);
