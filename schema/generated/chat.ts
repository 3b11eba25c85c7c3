// Made by `npm run codegen` from schema/*.graphql. Do not edit.
import { parse, type DocumentNode } from 'graphql';
import type { StoredEvent } from '../events';
import type { LiveEvent } from '../../subgraphs/kit/subgraph';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ChatEntity } from '../../subgraphs/chat/chat.entity';
import type { ChatViewerStateRow } from '../../subgraphs/chat/sidebar.entity';
import type { ChatParticipantEntity } from '../../subgraphs/chat/participant.entity';
import type { ChatAsOfRow, ChatParticipantAsOfRow } from '../../subgraphs/chat/past.service';
import type { MessageEntity, MessageRevisionEntity } from '../../subgraphs/chat/message.entity';
import type { MentionEntity } from '../../subgraphs/chat/mention.entity';
import type { ThreadAuthorEntity } from '../../subgraphs/chat/thread.entity';
import type { AttachmentEntity } from '../../subgraphs/chat/attachment.entity';
import type { ReactionGroupRow, ReactorRow } from '../../subgraphs/chat/reaction.entity';
import type { TypingEventRow } from '../../subgraphs/chat/typing.service';
import type { BadgeEventRow } from '../../subgraphs/chat/badge.service';
import type { MessageSearchHitRow } from '../../subgraphs/chat/search.entity';
import type { ChatContext } from '../../subgraphs/chat/chat.loaders';
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
  /** One chat; null when it does not exist or is not visible. Requires: participation, or for a public chat membership of the workspace (not as a guest). */
  chat?: Maybe<Chat>;
  /**
   * What a chat was at a time, as its events say: its name, its kind, who took part in it and as what. Null when it did
   * not exist yet, does not exist or is not visible. Requires: what `chat` requires, now.
   */
  chatAsOf?: Maybe<ChatAsOf>;
};

export type QueryChatArgs = {
  id: Scalars['ID']['input'];
};

export type QueryChatAsOfArgs = {
  chatId: Scalars['ID']['input'];
  at: Scalars['DateTime']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Creates a chat whose ADMIN is the caller. Requires: workspace role MEMBER. */
  createChat: CreateChatPayload;
  /** Makes the caller a participant of a public chat. Joining again changes nothing. Requires: workspace role MEMBER. */
  joinChat: JoinChatPayload;
  /** Adds a member of the workspace to a chat. Adding a participant again changes nothing. Requires: chat role ADMIN. */
  addChatParticipant: AddChatParticipantPayload;
  /**
   * Gives a participant of a chat another role; the same role again changes nothing. The last ADMIN stays one while
   * others are in the chat. Requires: chat role ADMIN.
   */
  updateChatParticipant: UpdateChatParticipantPayload;
  /**
   * Removes a participant from a chat; their subscriptions to a private chat end. The last ADMIN stays while others are
   * in the chat. Requires: workspace role MEMBER, and chat role ADMIN or to be that participant.
   */
  removeChatParticipant: RemoveChatParticipantPayload;
  /**
   * Changes name, topic, description or visibility of a chat: what is absent stays, null clears topic and description; the
   * same again changes nothing. Once a chat is private, streams and sight of whoever does not take part end at once. A
   * name that another channel has, and any change of a direct chat: CONFLICT. Requires: chat role ADMIN.
   */
  updateChat: UpdateChatPayload;
  /**
   * Deletes a chat with all that was said in it, for everybody and for good; tasks that were made in it stay visible to
   * whoever saw them. The chat of a task and a direct chat stay, and so does a discussion while tags in it are being
   * applied: CONFLICT. Requires: chat role ADMIN.
   */
  deleteChat: DeleteChatPayload;
  /**
   * Opens the direct chat of the caller and others, which is made the first time: a set of people has one in a workspace.
   * Nobody joins or leaves it, and it has no admins. Requires: workspace role MEMBER, of everybody in it.
   */
  openDirectChat: OpenDirectChatPayload;
  /** Closes a chat: nobody writes in it until it is reopened. Closing it again changes nothing. Requires: chat role ADMIN. */
  closeChat: CloseChatPayload;
  /** Reopens a closed chat. Reopening an open one changes nothing. Requires: chat role ADMIN. */
  reopenChat: ReopenChatPayload;
  /**
   * Sends a message. Tag lines in it (`#task Title`, `#status Done`, …) act with the sender's permission; what became
   * of each stands in `Message.tagResults`. The message is kept whatever becomes of its tags. Those who are mentioned in
   * it and may read it, and who follow the thread that it replies in, are told in their inboxes. Requires: participation,
   * and workspace role MEMBER.
   */
  sendMessage: SendMessagePayload;
  /**
   * Says a message anew; what it said before stays in `revisions`. The same body again changes nothing, and tags in it do
   * not act again. Requires: to be the author, for five minutes from sending (then EDIT_WINDOW_CLOSED) or with the chat
   * role ADMIN at any time; an open chat.
   */
  editMessage: EditMessagePayload;
  /**
   * Takes back what a message says, in all its versions; an empty message stays in its place. Requires: to be the author,
   * for five minutes from sending (then EDIT_WINDOW_CLOSED) and in an open chat, or the chat role ADMIN.
   */
  deleteMessage: DeleteMessagePayload;
  /**
   * Tells the other participants of a chat that the caller is writing, for six seconds; call it every three while that
   * goes on, for more often is not told. Nothing of it is stored, and while it cannot be told it is let go. Requires:
   * participation, and workspace role MEMBER; an open chat.
   */
  setTyping: SetTypingPayload;
  /**
   * Makes room for a file of a message in a chat: PUT the file to `uploadUrl`, with the same content type, within 15
   * minutes; then give its id to `sendMessage` within 24 hours, or it goes. Its size counts for MAX_STORAGE_MB of the
   * workspace at once, beyond it QUOTA_EXCEEDED. Requires: what `sendMessage` requires in the chat.
   */
  createAttachment: CreateAttachmentPayload;
  /**
   * Pins a message to its chat; pinning it again changes nothing. A chat has at most 100 pins, beyond them CONFLICT. A
   * deleted message loses its pin. Requires: what `sendMessage` requires in the message's chat.
   */
  pinMessage: PinMessagePayload;
  /**
   * Takes the pin off a message, whoever pinned it; one without a pin stays as it is. Requires: what `sendMessage`
   * requires in the message's chat.
   */
  unpinMessage: UnpinMessagePayload;
  /**
   * Answers a message with an emoji; the same one again changes nothing. A message takes 50 different emojis, beyond them
   * CONFLICT. Requires: what `sendMessage` requires in the message's chat.
   */
  addReaction: AddReactionPayload;
  /**
   * Takes a reaction of the caller's back; one that was not made changes nothing. Requires: what `sendMessage` requires in
   * the message's chat.
   */
  removeReaction: RemoveReactionPayload;
  /**
   * Counts a chat as read, up to a message or all of it; what is read already stays so. A reply is no place in the chat:
   * BAD_USER_INPUT. Requires: participation in the chat, in whatever role.
   */
  markChatRead: MarkChatReadPayload;
  /**
   * Counts a message and what came after it as unread; where the caller is there already, nothing changes. A deleted
   * message is NOT_FOUND. Requires: participation in the chat, in whatever role.
   */
  markChatUnread: MarkChatUnreadPayload;
  /** Mutes a chat for the caller, or makes it a favourite of theirs. Requires: participation in the chat, in whatever role. */
  updateChatPreferences: UpdateChatPreferencesPayload;
};

export type MutationCreateChatArgs = {
  input: CreateChatInput;
};

export type MutationJoinChatArgs = {
  input: JoinChatInput;
};

export type MutationAddChatParticipantArgs = {
  input: AddChatParticipantInput;
};

export type MutationUpdateChatParticipantArgs = {
  input: UpdateChatParticipantInput;
};

export type MutationRemoveChatParticipantArgs = {
  input: RemoveChatParticipantInput;
};

export type MutationUpdateChatArgs = {
  input: UpdateChatInput;
};

export type MutationDeleteChatArgs = {
  input: DeleteChatInput;
};

export type MutationOpenDirectChatArgs = {
  input: OpenDirectChatInput;
};

export type MutationCloseChatArgs = {
  input: CloseChatInput;
};

export type MutationReopenChatArgs = {
  input: ReopenChatInput;
};

export type MutationSendMessageArgs = {
  input: SendMessageInput;
};

export type MutationEditMessageArgs = {
  input: EditMessageInput;
};

export type MutationDeleteMessageArgs = {
  input: DeleteMessageInput;
};

export type MutationSetTypingArgs = {
  input: SetTypingInput;
};

export type MutationCreateAttachmentArgs = {
  input: CreateAttachmentInput;
};

export type MutationPinMessageArgs = {
  input: PinMessageInput;
};

export type MutationUnpinMessageArgs = {
  input: UnpinMessageInput;
};

export type MutationAddReactionArgs = {
  input: AddReactionInput;
};

export type MutationRemoveReactionArgs = {
  input: RemoveReactionInput;
};

export type MutationMarkChatReadArgs = {
  input: MarkChatReadInput;
};

export type MutationMarkChatUnreadArgs = {
  input: MarkChatUnreadInput;
};

export type MutationUpdateChatPreferencesArgs = {
  input: UpdateChatPreferencesInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * What happens in a chat, in order and without a gap: messages, results of tags, participants, changes of the chat.
   * Ends with FORBIDDEN right behind the event that took the caller's access. Requires: what `chat` requires.
   */
  chatEvents?: Maybe<ChatEventEnvelope>;
  /**
   * Who is writing in a chat, as it happens; oneself is left out. Nothing of it is kept: it counts until `expiresAt`, and
   * ends with that person's next message. Requires: participation.
   */
  typingEvents?: Maybe<TypingEvent>;
  /**
   * The chats in a workspace for which what the caller's list shows has changed: what is unread, what mentions the caller,
   * what the caller has read or wants elsewhere; names, and chats that come to the list or go from it. At most one entry in
   * two seconds for each chat, the last change always told; of what is unread a muted chat tells mentions alone. Nothing is
   * kept, and there is nothing to resume. Requires: membership.
   */
  badgeEvents?: Maybe<BadgeEvent>;
  /** The messages sent in a chat from now on, replies in threads too, without resuming. Requires: what `chat` requires. */
  messageSent?: Maybe<Message>;
};

export type SubscriptionChatEventsArgs = {
  chatId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type SubscriptionTypingEventsArgs = {
  chatId: Scalars['ID']['input'];
};

export type SubscriptionBadgeEventsArgs = {
  workspaceId: Scalars['ID']['input'];
};

export type SubscriptionMessageSentArgs = {
  chatId: Scalars['ID']['input'];
};

/** A conversation in a workspace. */
export type Chat = Node & {
  __typename?: 'Chat';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The workspace that it belongs to. */
  workspace?: Maybe<Workspace>;
  /** The name, at most 200 characters; empty for a direct chat, which is called by its people. */
  name: Scalars['String']['output'];
  /** What is being talked of, in a line of at most 250 characters; null when nobody says. */
  topic?: Maybe<Scalars['String']['output']>;
  /** What the chat is for: Markdown, at most 2,000 characters; null when nobody says. */
  description?: Maybe<Scalars['String']['output']>;
  /** What sort of conversation it is. */
  kind: ChatKind;
  /** Who may read it. */
  visibility: ChatVisibility;
  /** Whether it is closed: readable, and nobody writes in it. */
  isClosed: Scalars['Boolean']['output'];
  /** The messages, oldest first, without the replies in threads: those stand in `Message.replies`. Requires: what `chat` requires. */
  messages: MessageConnection;
  /** The pinned messages, the latest pin first; at most 100. Requires: what `chat` requires. */
  pins: MessageConnection;
  /** Who takes part, by date of joining. Requires: what `chat` requires. */
  participants: ChatParticipantConnection;
  /** The newest message of the chat itself that is not deleted; null while there is none. Requires: what `chat` requires. */
  lastMessage?: Maybe<Message>;
  /** When something was last said in the chat itself; when it was created, while nothing was. */
  activeAt: Scalars['DateTime']['output'];
  /** How the caller stands to it; null for whoever does not take part. */
  viewerState?: Maybe<ChatViewerState>;
  /** Whether the caller may send messages. */
  viewerCanSend: Scalars['Boolean']['output'];
  /** Whether the caller may add and remove participants and close the chat. */
  viewerCanManage: Scalars['Boolean']['output'];
  /**
   * The place that the stream of `chatEvents` has come to. Read it before what is to be kept up to date, then subscribe
   * with `after` it: nothing is missed.
   */
  eventsCursor: Scalars['String']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts the changes of the chat's own fields. */
  version: Scalars['Int']['output'];
};

/** A conversation in a workspace. */
export type ChatMessagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A conversation in a workspace. */
export type ChatPinsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A conversation in a workspace. */
export type ChatParticipantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/**
 * How a participant stands to a chat. Who joins has nothing unread from before; what one sends counts everything up to it
 * as read.
 */
export type ChatViewerState = {
  __typename?: 'ChatViewerState';
  /** The last message that counts as read, an empty one where it was deleted; null where none does. */
  lastReadMessage?: Maybe<Message>;
  /** How many messages behind it are neither one's own nor deleted; replies in threads are not counted. */
  unreadCount: Scalars['Int']['output'];
  /**
   * How many messages and replies behind it mention the caller, by name or as one of all. Replies count as read with all
   * of the chat.
   */
  mentionCount: Scalars['Int']['output'];
  /** Whether the chat is muted: it is not counted in `Workspace.unreadCount`, and `badgeEvents` tell of mentions alone. */
  isMuted: Scalars['Boolean']['output'];
  /** Whether it is a favourite. */
  isFavourite: Scalars['Boolean']['output'];
};

/** What sort of conversation a chat is. */
export type ChatKind =
  /** A lasting room on a theme. */
  | 'CHANNEL'
  /** A conversation on one matter; a `#task` in it turns it into that task's chat. */
  | 'DISCUSSION'
  /** Between a fixed set of people. */
  | 'DIRECT'
  /** The chat of a task. */
  | 'TASK'
  /** The chat of a bug. */
  | 'BUG'
  /** The chat of an epic. */
  | 'EPIC';

/** Who may read a chat. */
export type ChatVisibility =
  /** Every member of the workspace who is not a guest, and the participants. */
  | 'PUBLIC'
  /** The participants alone. */
  | 'PRIVATE';

/** What a participant may do in a chat. Guests of the workspace and read-only accounts read and no more, whatever their role. */
export type ChatRole =
  /** Manages participants and closes the chat. */
  | 'ADMIN'
  /** Reads and writes. */
  | 'MEMBER'
  /** Reads, and writes nothing: the chat is shared with them to be seen. */
  | 'READER';

/** That a user takes part in a chat. */
export type ChatParticipant = {
  __typename?: 'ChatParticipant';
  /** The user; null while the user's profile cannot be had. */
  user?: Maybe<User>;
  /** What the participant may do. */
  role: ChatRole;
  /** Who let them in; themselves where they joined. Null where it is not known. */
  addedBy?: Maybe<User>;
  /** When the role last changed. */
  changedAt: Scalars['DateTime']['output'];
};

/** A page of participants. */
export type ChatParticipantConnection = {
  __typename?: 'ChatParticipantConnection';
  /** The edges of this page. */
  edges: Array<ChatParticipantEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<ChatParticipant>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One participant and its place in the list. */
export type ChatParticipantEdge = {
  __typename?: 'ChatParticipantEdge';
  /** The participant. */
  node: ChatParticipant;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** What a chat was at a time. */
export type ChatAsOf = {
  __typename?: 'ChatAsOf';
  /** The chat, as it is now. */
  chat: Chat;
  /** The name that it had. */
  name: Scalars['String']['output'];
  /** What it was about then; null when nobody had said. */
  topic?: Maybe<Scalars['String']['output']>;
  /** What sort of conversation it was. */
  kind: ChatKind;
  /** Who could read it. */
  visibility: ChatVisibility;
  /** Whether it was closed. */
  isClosed: Scalars['Boolean']['output'];
  /** Who took part, by id. */
  participants: ChatParticipantAsOfConnection;
  /** The place of the chat's stream behind the last event of then: `chatEvents` with `after` it tells what came since. */
  eventsCursor: Scalars['String']['output'];
};

/** What a chat was at a time. */
export type ChatAsOfParticipantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody who took part in a chat at a time. */
export type ChatParticipantAsOf = {
  __typename?: 'ChatParticipantAsOf';
  /** The user; null while the user's profile cannot be had. */
  user?: Maybe<User>;
  /** What the participant could do. */
  role: ChatRole;
};

/** A page of those who took part at a time. */
export type ChatParticipantAsOfConnection = {
  __typename?: 'ChatParticipantAsOfConnection';
  /** The edges of this page. */
  edges: Array<ChatParticipantAsOfEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<ChatParticipantAsOf>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One who took part and their place in the list. */
export type ChatParticipantAsOfEdge = {
  __typename?: 'ChatParticipantAsOfEdge';
  /** The participant. */
  node: ChatParticipantAsOf;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** A page of chats. */
export type ChatConnection = {
  __typename?: 'ChatConnection';
  /** The edges of this page. */
  edges: Array<ChatEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Chat>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One chat and its place in the list. */
export type ChatEdge = {
  __typename?: 'ChatEdge';
  /** The chat. */
  node: Chat;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** What somebody said in a chat. */
export type Message = Node & {
  __typename?: 'Message';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The chat; null once it is deleted or hidden. */
  chat?: Maybe<Chat>;
  /** Who said it; null while the profile cannot be had. */
  author?: Maybe<User>;
  /** What was said, as sent: Markdown, up to 40,000 characters; empty once deleted, and where attachments say it all. */
  body: Scalars['String']['output'];
  /**
   * What was said, in plain text: without the marks of Markdown, for previews and notifications. What looks like HTML
   * stands in it as it was written; empty once deleted.
   */
  bodyText: Scalars['String']['output'];
  /** Whether it was taken back: its place stays, what it said is gone. */
  isDeleted: Scalars['Boolean']['output'];
  /** When it was last edited; null when it says what it said at first. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Counts its edits, from 1. */
  version: Scalars['Int']['output'];
  /** What it said before, the latest first; empty once deleted. Requires: what `chat` requires. */
  revisions: MessageRevisionConnection;
  /** Whether the caller may edit it now. */
  viewerCanEdit: Scalars['Boolean']['output'];
  /** Whether the caller may delete it now. */
  viewerCanDelete: Scalars['Boolean']['output'];
  /** The files that it has, at most 10, in the order given; empty once deleted. */
  attachments: Array<Attachment>;
  /** When it was pinned to the chat; null when it is not. */
  pinnedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The reactions to it by emoji, at most 50, each where its first one came; empty once deleted. */
  reactions: Array<ReactionGroup>;
  /** What became of the tags in it, in the order written; an entry is added when its tag has been decided. */
  tagResults: Array<TagResult>;
  /** Whom it mentions by name, who may read it: at most 50; not its author. Empty once deleted. */
  mentions: MentionConnection;
  /** Whom it mentions by `@channel` or `@here`; null for nobody. */
  mentionsAll?: Maybe<MentionedGroup>;
  /** The message that began the thread which it replies in; null for a message of the chat itself. */
  threadRoot?: Maybe<Message>;
  /** How many replies it has that are not deleted; 0 for a reply. */
  replyCount: Scalars['Int']['output'];
  /** When the latest of these replies was sent. */
  lastReplyAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who has written these replies, by the time of the first of each. Requires: what `chat` requires. */
  replyAuthors: ThreadAuthorConnection;
  /** The replies in its thread, oldest first, deleted ones as empty messages; none for a reply. Requires: what `chat` requires. */
  replies: MessageConnection;
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
};

/** What somebody said in a chat. */
export type MessageRevisionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What somebody said in a chat. */
export type MessageMentionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What somebody said in a chat. */
export type MessageReplyAuthorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What somebody said in a chat. */
export type MessageRepliesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Whom `@channel` and `@here` mean. */
export type MentionedGroup =
  /** `@channel`: everybody who takes part in the chat. */
  | 'CHANNEL'
  /** `@here`: those who take part in the chat and are present. */
  | 'HERE';

/** That somebody is mentioned by name. */
export type Mention = {
  __typename?: 'Mention';
  /** Who; null while the profile cannot be had. */
  user?: Maybe<User>;
};

/** A page of mentions. */
export type MentionConnection = {
  __typename?: 'MentionConnection';
  /** The edges of this page. */
  edges: Array<MentionEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Mention>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One mention and its place in the list. */
export type MentionEdge = {
  __typename?: 'MentionEdge';
  /** The mention. */
  node: Mention;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** Somebody who has replied in a thread. */
export type ThreadAuthor = {
  __typename?: 'ThreadAuthor';
  /** Who; null while the profile cannot be had. */
  user?: Maybe<User>;
  /** How many of the thread's replies are theirs, without deleted ones. */
  replyCount: Scalars['Int']['output'];
};

/** A page of those who have replied. */
export type ThreadAuthorConnection = {
  __typename?: 'ThreadAuthorConnection';
  /** The edges of this page. */
  edges: Array<ThreadAuthorEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<ThreadAuthor>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One of those who have replied, and the place in the list. */
export type ThreadAuthorEdge = {
  __typename?: 'ThreadAuthorEdge';
  /** Who has replied. */
  node: ThreadAuthor;
  /** The place. */
  cursor: Scalars['String']['output'];
};

/** A page of messages. */
export type MessageConnection = {
  __typename?: 'MessageConnection';
  /** The edges of this page. */
  edges: Array<MessageEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Message>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One message and its place in the list. */
export type MessageEdge = {
  __typename?: 'MessageEdge';
  /** The message. */
  node: Message;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** What a message said before it was edited. */
export type MessageRevision = {
  __typename?: 'MessageRevision';
  /** The version of the message that said this. */
  version: Scalars['Int']['output'];
  /** What was said: Markdown. */
  body: Scalars['String']['output'];
  /** When it was written. */
  writtenAt: Scalars['DateTime']['output'];
};

/** A page of revisions. */
export type MessageRevisionConnection = {
  __typename?: 'MessageRevisionConnection';
  /** The edges of this page. */
  edges: Array<MessageRevisionEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<MessageRevision>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One revision and its place in the list. */
export type MessageRevisionEdge = {
  __typename?: 'MessageRevisionEdge';
  /** The revision. */
  node: MessageRevision;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** A file of a message; its uploader's alone until a message has it. */
export type Attachment = {
  __typename?: 'Attachment';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** Its name, without folders, control characters and what systems refuse in names; at most 200 characters. */
  fileName: Scalars['String']['output'];
  /** What it is, such as `image/png`. */
  contentType: Scalars['String']['output'];
  /** How long it is. */
  byteSize: Scalars['Int']['output'];
  /** Whether the file has come. */
  isUploaded: Scalars['Boolean']['output'];
  /**
   * Where it can be fetched for 15 minutes by whoever has the address; ask again for another. Pictures are shown in their
   * place, all else is saved. Null until the file has come.
   */
  url?: Maybe<Scalars['String']['output']>;
};

/** All reactions to a message with one emoji. */
export type ReactionGroup = {
  __typename?: 'ReactionGroup';
  /** The emoji. */
  emoji: Scalars['String']['output'];
  /** How many have reacted with it. */
  count: Scalars['Int']['output'];
  /** Whether the caller has. */
  viewerHasReacted: Scalars['Boolean']['output'];
  /** Who has, the first one first. */
  users: ReactorConnection;
};

/** All reactions to a message with one emoji. */
export type ReactionGroupUsersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** One of those who reacted with an emoji. */
export type Reactor = {
  __typename?: 'Reactor';
  /** Who; null while the profile cannot be had. */
  user?: Maybe<User>;
  /** When. */
  reactedAt: Scalars['DateTime']['output'];
};

/** A page of those who reacted. */
export type ReactorConnection = {
  __typename?: 'ReactorConnection';
  /** The edges of this page. */
  edges: Array<ReactorEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Reactor>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One of those who reacted, and their place in the list. */
export type ReactorEdge = {
  __typename?: 'ReactorEdge';
  /** Who reacted, and when. */
  node: Reactor;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** What became of one tag of a message. */
export type TagResult = {
  __typename?: 'TagResult';
  /** The tag with its value, as written. */
  tag: Scalars['String']['output'];
  /** Whether it was applied. */
  applied: Scalars['Boolean']['output'];
  /** The line that the bot says of it. */
  text: Scalars['String']['output'];
  /** Why it was refused; null when it was applied. */
  error?: Maybe<TagError>;
};

/** Why a tag was refused. */
export type TagError = {
  __typename?: 'TagError';
  /** Whose fault it is: the writing's, the value's, or the state of things. */
  kind: TagErrorKind;
  /** A stable word for programs, such as INVALID_FORMAT. */
  code: Scalars['String']['output'];
  /** A sentence for a person. */
  message: Scalars['String']['output'];
};

/** Which sort of fault a tag has. */
export type TagErrorKind =
  /** The value is not written as the tag asks. */
  | 'SYNTAX'
  /** The value means nothing: an unknown user, status or date. */
  | 'SEMANTIC'
  /** The value is sound, and it cannot be done here or by the sender. */
  | 'BUSINESS';

/** One event of a chat, with its place in the stream. */
export type ChatEventEnvelope = {
  __typename?: 'ChatEventEnvelope';
  /** The place: resume with `after: <cursor>`. */
  cursor: Scalars['String']['output'];
  /** The id that all events of one client request share. */
  correlationId: Scalars['String']['output'];
  /** What happened. */
  event: ChatEvent;
};

/** What may happen in a chat. */
export type ChatEvent =
  | MessageSent
  | MessageEdited
  | MessageDeleted
  | MessageTagsResolved
  | MessagePinned
  | MessageUnpinned
  | ReactionAdded
  | ReactionRemoved
  | ChatParticipantAdded
  | ChatParticipantRoleChanged
  | ChatParticipantRemoved
  | ChatUpdated
  | ChatKindChanged
  | ChatClosed
  | ChatReopened;

/** That somebody is writing in a chat, or has stopped. */
export type TypingEvent = {
  __typename?: 'TypingEvent';
  /** Who; null when the profile cannot be had. */
  user?: Maybe<User>;
  /** Whether they are writing. */
  isTyping: Scalars['Boolean']['output'];
  /** Until when that counts unless it is told again; when it was told, for whoever has stopped. */
  expiresAt: Scalars['DateTime']['output'];
};

/** A message was sent. */
export type MessageSent = {
  __typename?: 'MessageSent';
  /** The message as it is now; null once deleted. */
  message?: Maybe<Message>;
};

/** A message was edited. */
export type MessageEdited = {
  __typename?: 'MessageEdited';
  /** The message as it is now. */
  message?: Maybe<Message>;
};

/** A message was deleted. */
export type MessageDeleted = {
  __typename?: 'MessageDeleted';
  /** The empty message that is left. */
  message?: Maybe<Message>;
};

/** It has been decided what becomes of tags of a message. */
export type MessageTagsResolved = {
  __typename?: 'MessageTagsResolved';
  /** The message as it is now; null once deleted. */
  message?: Maybe<Message>;
  /** The tags that were decided by this event. */
  tagResults: Array<TagResult>;
};

/** A message was pinned. */
export type MessagePinned = {
  __typename?: 'MessagePinned';
  /** The message as it is now. */
  message?: Maybe<Message>;
};

/** The pin was taken off a message. */
export type MessageUnpinned = {
  __typename?: 'MessageUnpinned';
  /** The message as it is now. */
  message?: Maybe<Message>;
};

/** Somebody reacted to a message. */
export type ReactionAdded = {
  __typename?: 'ReactionAdded';
  /** The message as it is now. */
  message?: Maybe<Message>;
  /** How. */
  emoji: Scalars['String']['output'];
  /** Who. */
  user?: Maybe<User>;
};

/** Somebody took a reaction back. */
export type ReactionRemoved = {
  __typename?: 'ReactionRemoved';
  /** The message as it is now. */
  message?: Maybe<Message>;
  /** Which one. */
  emoji: Scalars['String']['output'];
  /** Who. */
  user?: Maybe<User>;
};

/** Somebody was added or joined. */
export type ChatParticipantAdded = {
  __typename?: 'ChatParticipantAdded';
  /** Who. */
  user?: Maybe<User>;
  /** As what. */
  role: ChatRole;
};

/** A participant was given another role. */
export type ChatParticipantRoleChanged = {
  __typename?: 'ChatParticipantRoleChanged';
  /** Who. */
  user?: Maybe<User>;
  /** What they were before. */
  from: ChatRole;
  /** What they became. */
  to: ChatRole;
};

/** Somebody was removed or left. */
export type ChatParticipantRemoved = {
  __typename?: 'ChatParticipantRemoved';
  /** Who. */
  user?: Maybe<User>;
};

/** Name, topic, description or visibility of the chat were changed. */
export type ChatUpdated = {
  __typename?: 'ChatUpdated';
  /** The chat as it is now; null where the caller may not read it any more. */
  chat?: Maybe<Chat>;
  /** Which of its fields were changed: name, topic, description, visibility, kind, isClosed. */
  changedFields: Array<Scalars['String']['output']>;
};

/** The chat became another sort of conversation. */
export type ChatKindChanged = {
  __typename?: 'ChatKindChanged';
  /** The chat as it is now. */
  chat?: Maybe<Chat>;
  /** What it was before. */
  fromKind: ChatKind;
  /** What it became. */
  toKind: ChatKind;
};

/** The chat was closed. */
export type ChatClosed = {
  __typename?: 'ChatClosed';
  /** The chat as it is now. */
  chat?: Maybe<Chat>;
};

/** The chat was reopened. */
export type ChatReopened = {
  __typename?: 'ChatReopened';
  /** The chat as it is now. */
  chat?: Maybe<Chat>;
};

/** That what the caller's list shows of a chat has changed. */
export type BadgeEvent = {
  __typename?: 'BadgeEvent';
  /** The chat's global id. */
  chatId: Scalars['ID']['output'];
  /** The chat as it is now; null once it is deleted or hidden. */
  chat?: Maybe<Chat>;
  /** Its workspace, for all that is unread there. */
  workspace?: Maybe<Workspace>;
};

export type Workspace = {
  __typename?: 'Workspace';
  id: Scalars['ID']['output'];
  /** The chats that the caller may read, newest first. Requires: membership. */
  chats?: Maybe<ChatConnection>;
  /**
   * Finds messages by their words, in the chats that the caller may read; deleted ones are not found, edited ones by what
   * they say now. By RELEVANCE the newest 1,000 matches are ranked, by NEWEST all are reached. Requires: membership.
   */
  searchMessages?: Maybe<MessageSearchHitConnection>;
  /**
   * The chats in which the caller takes part, by their last activity, the latest first. What was changed is in it at once.
   * Requires: membership.
   */
  sidebar?: Maybe<ChatConnection>;
  /** How many messages are unread in the chats in which the caller takes part, but for muted ones. Requires: membership. */
  unreadCount?: Maybe<Scalars['Int']['output']>;
};

export type WorkspaceChatsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type WorkspaceSearchMessagesArgs = {
  query: Scalars['String']['input'];
  filter?: InputMaybe<MessageSearchFilter>;
  orderBy?: MessageSearchOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type WorkspaceSidebarArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SidebarFilter>;
};

/** Which messages are searched; all that is given must hold. */
export type MessageSearchFilter = {
  /** In one of these chats; at most 100. Those that the caller cannot see hold nothing. */
  chatIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** By one of these users; at most 100. */
  authorIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Sent at this time or later. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Sent before this time. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Replies in threads alone, or messages of the chats themselves alone. */
  isReply?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those with files alone, or those without. */
  hasAttachment?: InputMaybe<Scalars['Boolean']['input']>;
};

/** In which order found messages come. */
export type MessageSearchOrder =
  /** By how often and how near to each other the words occur; equal ones by age, the newest first. */
  | 'RELEVANCE'
  /** The newest first. */
  | 'NEWEST';

/** A message that was found. */
export type MessageSearchHit = {
  __typename?: 'MessageSearchHit';
  /** The message. */
  message: Message;
  /** Up to three stretches of the body around what was found, in order. */
  highlights: Array<MessageHighlight>;
  /** How well it fits: comparable within one search, from 0. */
  rank: Scalars['Float']['output'];
};

/** A stretch of a found message's body, as plain data: show the text, never run it. */
export type MessageHighlight = {
  __typename?: 'MessageHighlight';
  /** The stretch in parts; joined they are the text as it stands in the body. */
  segments: Array<MessageHighlightSegment>;
};

/** A part of a highlight. */
export type MessageHighlightSegment = {
  __typename?: 'MessageHighlightSegment';
  /** The text, as it stands in the body. */
  text: Scalars['String']['output'];
  /** Whether this is what was looked for. */
  isMatch: Scalars['Boolean']['output'];
};

/** A page of found messages. */
export type MessageSearchHitConnection = {
  __typename?: 'MessageSearchHitConnection';
  /** The edges of this page. */
  edges: Array<MessageSearchHitEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<MessageSearchHit>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One found message and its place in the list. */
export type MessageSearchHitEdge = {
  __typename?: 'MessageSearchHitEdge';
  /** The hit. */
  node: MessageSearchHit;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** Which chats of a sidebar. */
export type SidebarFilter = {
  /** Those with something unread. */
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** The caller's favourites. */
  favouritesOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those of these kinds. */
  kinds?: InputMaybe<Array<ChatKind>>;
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  /**
   * The direct chats in which both the caller and this user take part, the latest made first; of oneself: all. Requires:
   * participation.
   */
  directChats?: Maybe<ChatConnection>;
};

export type UserDirectChatsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** The new chat. */
export type CreateChatInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The name, 1 to 200 characters; unique among the channels of the workspace without regard to case. */
  name: Scalars['String']['input'];
  /** CHANNEL or DISCUSSION; the other kinds come about by themselves. */
  kind?: ChatKind;
  /** Who may read it. */
  visibility?: ChatVisibility;
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new chat. */
export type CreateChatPayload = Payload & {
  __typename?: 'CreateChatPayload';
  /** The chat; null when refused. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What is to become of a chat: what is absent stays. */
export type UpdateChatInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** The name, as when creating; it cannot be cleared. Taken by another channel: CONFLICT. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What is being talked of: one line of 1 to 250 characters; null clears it. */
  topic?: InputMaybe<Scalars['String']['input']>;
  /** What the chat is for: Markdown, 1 to 2,000 characters, no control characters but tab and line break; null clears it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Who may read it; it cannot be cleared. */
  visibility?: InputMaybe<ChatVisibility>;
  /** The version that the chat must have; CONFLICT otherwise. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The chat as it is now. */
export type UpdateChatPayload = Payload & {
  __typename?: 'UpdateChatPayload';
  /** The chat as it is now; null when refused, but for a CONFLICT about the version. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Where one is writing. */
export type SetTypingInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** Whether one is writing, or has stopped. */
  isTyping?: Scalars['Boolean']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What the others see. */
export type SetTypingPayload = Payload & {
  __typename?: 'SetTypingPayload';
  /** Until when the others see that the caller is writing; null when they do not. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which chat to delete. */
export type DeleteChatInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The chat that is gone. */
export type DeleteChatPayload = Payload & {
  __typename?: 'DeleteChatPayload';
  /** Its former global id; null when refused. */
  chatId?: Maybe<Scalars['ID']['output']>;
  /** The position of the change in the entity's own stream; null when refused. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** With whom to have a direct chat. */
export type OpenDirectChatInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The others, 1 to 8 of them: active members of the workspace who are not guests. The caller and repetitions do not count. */
  userIds: Array<Scalars['ID']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The direct chat. */
export type OpenDirectChatPayload = Payload & {
  __typename?: 'OpenDirectChatPayload';
  /** The chat; null when refused. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when the chat was there already. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which chat to join. */
export type JoinChatInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The chat that was joined. */
export type JoinChatPayload = Payload & {
  __typename?: 'JoinChatPayload';
  /** The chat; null when refused. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to add to which chat. */
export type AddChatParticipantInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
  /** What the participant may do. */
  role?: ChatRole;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The chat with its new participant. */
export type AddChatParticipantPayload = Payload & {
  __typename?: 'AddChatParticipantPayload';
  /** The participant; null when refused. */
  participant?: Maybe<ChatParticipant>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whose role to change, where, to what. */
export type UpdateChatParticipantInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** The participant. */
  userId: Scalars['ID']['input'];
  /** What the participant may do from now on. */
  role: ChatRole;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The participant with the new role. */
export type UpdateChatParticipantPayload = Payload & {
  __typename?: 'UpdateChatParticipantPayload';
  /** The participant; null when refused. */
  participant?: Maybe<ChatParticipant>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Whom to remove from which chat. */
export type RemoveChatParticipantInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** The user. */
  userId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The chat without the participant. */
export type RemoveChatParticipantPayload = Payload & {
  __typename?: 'RemoveChatParticipantPayload';
  /** The chat; null when refused, and for whoever cannot see it any more. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which chat to close. */
export type CloseChatInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The closed chat. */
export type CloseChatPayload = Payload & {
  __typename?: 'CloseChatPayload';
  /** The chat; null when refused. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which chat to reopen. */
export type ReopenChatInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The reopened chat. */
export type ReopenChatPayload = Payload & {
  __typename?: 'ReopenChatPayload';
  /** The chat; null when refused. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The message to send. */
export type SendMessageInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /**
   * What to say: Markdown, 1 to 40,000 characters, no control characters but tab and line break; it may be empty where
   * there are attachments.
   */
  body: Scalars['String']['input'];
  /**
   * The message to reply to, in its thread; a reply stands for the thread that it is in. BAD_USER_INPUT for a message of
   * another chat, CONFLICT for one that is deleted.
   */
  threadRootId?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The files that it has, at most 10, each once: the caller's own, uploaded for this chat (else NOT_FOUND), and no other
   * message's (else CONFLICT).
   */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The message that was sent. */
export type SendMessagePayload = Payload & {
  __typename?: 'SendMessagePayload';
  /** The message; null when refused. */
  message?: Maybe<Message>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What a message says from now on. */
export type EditMessageInput = {
  /** The message. */
  messageId: Scalars['ID']['input'];
  /**
   * What to say: Markdown, 1 to 40,000 characters, no control characters but tab and line break; it may be empty where
   * there are attachments.
   */
  body: Scalars['String']['input'];
  /** The version that the caller has seen: any other is refused with CONFLICT. Absent: whatever it is now is replaced. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The edited message. */
export type EditMessagePayload = Payload & {
  __typename?: 'EditMessagePayload';
  /** The message; null when refused, unless for its version: then as it is now. */
  message?: Maybe<Message>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which message to delete. */
export type DeleteMessageInput = {
  /** The message. */
  messageId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The deleted message. */
export type DeleteMessagePayload = Payload & {
  __typename?: 'DeleteMessagePayload';
  /** The empty message that is left; null when refused. */
  message?: Maybe<Message>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A reaction to make. */
export type AddReactionInput = {
  /** The message. */
  messageId: Scalars['ID']['input'];
  /** One emoji as the Unicode standard lists them (RGI), with its skin tone; no short name such as `:+1:`. */
  emoji: Scalars['String']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The message with the reaction. */
export type AddReactionPayload = Payload & {
  __typename?: 'AddReactionPayload';
  /** The message; null when refused. */
  message?: Maybe<Message>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A reaction to take back. */
export type RemoveReactionInput = {
  /** The message. */
  messageId: Scalars['ID']['input'];
  /** The emoji of the reaction. */
  emoji: Scalars['String']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The message without the reaction. */
export type RemoveReactionPayload = Payload & {
  __typename?: 'RemoveReactionPayload';
  /** The message; null when refused. */
  message?: Maybe<Message>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which message to pin. */
export type PinMessageInput = {
  /** The message. */
  messageId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The pinned message. */
export type PinMessagePayload = Payload & {
  __typename?: 'PinMessagePayload';
  /** The message; null when refused. */
  message?: Maybe<Message>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** From which message to take the pin. */
export type UnpinMessageInput = {
  /** The message. */
  messageId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The message without a pin. */
export type UnpinMessagePayload = Payload & {
  __typename?: 'UnpinMessagePayload';
  /** The message; null when refused. */
  message?: Maybe<Message>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A file to upload. */
export type CreateAttachmentInput = {
  /** The chat that it is for. */
  chatId: Scalars['ID']['input'];
  /** Its name, 1 to 1000 characters; what is no part of a plain name is taken out. */
  fileName: Scalars['String']['input'];
  /**
   * What it is; no HTML, SVG, XML or script. Parameters do not count. One of: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/avif`, `image/heic`, `image/heif`, `image/tiff`, `image/bmp`, `application/pdf`,
   * `text/plain`, `text/csv`, `text/markdown`, `application/json`, `application/rtf`, `application/msword`,
   * `application/vnd.ms-excel`, `application/vnd.ms-powerpoint`,
   * `application/vnd.openxmlformats-officedocument.wordprocessingml.document`,
   * `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`,
   * `application/vnd.openxmlformats-officedocument.presentationml.presentation`,
   * `application/vnd.oasis.opendocument.text`, `application/vnd.oasis.opendocument.spreadsheet`,
   * `application/vnd.oasis.opendocument.presentation`, `application/zip`, `application/gzip`,
   * `application/x-7z-compressed`, `application/x-tar`, `audio/mpeg`, `audio/mp4`, `audio/aac`, `audio/ogg`, `audio/wav`,
   * `audio/webm`, `audio/flac`, `video/mp4`, `video/webm`, `video/ogg`, `video/quicktime`.
   */
  contentType: Scalars['String']['input'];
  /** How long it is, 1 to 25 MB (or what this platform is set to). */
  byteSize: Scalars['Int']['input'];
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** Where the file is to be put. */
export type CreateAttachmentPayload = Payload & {
  __typename?: 'CreateAttachmentPayload';
  /** The attachment; null when refused. */
  attachment?: Maybe<Attachment>;
  /** PUT the file there within 15 minutes, with its content type; nothing else is asked for. Null when refused or when the file has come. */
  uploadUrl?: Maybe<Scalars['String']['output']>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What was read. */
export type MarkChatReadInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** The last message that was read; the newest one when absent. */
  messageId?: InputMaybe<Scalars['ID']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The chat as it stands for the caller. */
export type MarkChatReadPayload = Payload & {
  __typename?: 'MarkChatReadPayload';
  /** The chat; null when refused. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What is to be read again. */
export type MarkChatUnreadInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** The first message that is unread. */
  messageId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The chat as it stands for the caller. */
export type MarkChatUnreadPayload = Payload & {
  __typename?: 'MarkChatUnreadPayload';
  /** The chat; null when refused. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What the caller wants of a chat; what is absent stays, null is the default. */
export type UpdateChatPreferencesInput = {
  /** The chat. */
  chatId: Scalars['ID']['input'];
  /** Whether it is muted; not by default. */
  isMuted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is a favourite; not by default. */
  isFavourite?: InputMaybe<Scalars['Boolean']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The chat as it stands for the caller. */
export type UpdateChatPreferencesPayload = Payload & {
  __typename?: 'UpdateChatPreferencesPayload';
  /** The chat; null when refused. */
  chat?: Maybe<Chat>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
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
  Chat: Chat;
  Message: Message;
  Workspace: Workspace;
  User: User;
};

/** References by which the gateway asks for entities; with several keys, any one of them. */
export type FederationReferenceTypes = {
  Chat: { __typename: 'Chat'; id?: string; nodeRef?: string };
  Message: { __typename: 'Message'; id?: string; nodeRef?: string };
  Workspace: { __typename: 'Workspace'; id: string };
  User: { __typename: 'User'; id: string };
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ChatEntity | MessageEntity;
  Payload:
    | (Omit<CreateChatPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateChatPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<SetTypingPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<DeleteChatPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<OpenDirectChatPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<JoinChatPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<AddChatParticipantPayload, 'participant' | 'userErrors'> & {
        participant?: Maybe<_RefType['ChatParticipant']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateChatParticipantPayload, 'participant' | 'userErrors'> & {
        participant?: Maybe<_RefType['ChatParticipant']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<RemoveChatParticipantPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<CloseChatPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<ReopenChatPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<SendMessagePayload, 'message' | 'userErrors'> & {
        message?: Maybe<_RefType['Message']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<EditMessagePayload, 'message' | 'userErrors'> & {
        message?: Maybe<_RefType['Message']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DeleteMessagePayload, 'message' | 'userErrors'> & {
        message?: Maybe<_RefType['Message']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<AddReactionPayload, 'message' | 'userErrors'> & {
        message?: Maybe<_RefType['Message']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<RemoveReactionPayload, 'message' | 'userErrors'> & {
        message?: Maybe<_RefType['Message']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<PinMessagePayload, 'message' | 'userErrors'> & {
        message?: Maybe<_RefType['Message']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UnpinMessagePayload, 'message' | 'userErrors'> & {
        message?: Maybe<_RefType['Message']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<CreateAttachmentPayload, 'attachment' | 'userErrors'> & {
        attachment?: Maybe<_RefType['Attachment']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<MarkChatReadPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<MarkChatUnreadPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateChatPreferencesPayload, 'chat' | 'userErrors'> & {
        chat?: Maybe<_RefType['Chat']>;
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
  Chat: ResolverTypeWrapper<ChatEntity>;
  ChatViewerState: ResolverTypeWrapper<ChatViewerStateRow>;
  ChatKind: ChatKind;
  ChatVisibility: ChatVisibility;
  ChatRole: ChatRole;
  ChatParticipant: ResolverTypeWrapper<ChatParticipantEntity>;
  ChatParticipantConnection: ResolverTypeWrapper<
    Omit<ChatParticipantConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['ChatParticipantEdge']>;
      nodes: Array<ResolversTypes['ChatParticipant']>;
    }
  >;
  ChatParticipantEdge: ResolverTypeWrapper<
    Omit<ChatParticipantEdge, 'node'> & { node: ResolversTypes['ChatParticipant'] }
  >;
  ChatAsOf: ResolverTypeWrapper<ChatAsOfRow>;
  ChatParticipantAsOf: ResolverTypeWrapper<ChatParticipantAsOfRow>;
  ChatParticipantAsOfConnection: ResolverTypeWrapper<
    Omit<ChatParticipantAsOfConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['ChatParticipantAsOfEdge']>;
      nodes: Array<ResolversTypes['ChatParticipantAsOf']>;
    }
  >;
  ChatParticipantAsOfEdge: ResolverTypeWrapper<
    Omit<ChatParticipantAsOfEdge, 'node'> & { node: ResolversTypes['ChatParticipantAsOf'] }
  >;
  ChatConnection: ResolverTypeWrapper<
    Omit<ChatConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['ChatEdge']>;
      nodes: Array<ResolversTypes['Chat']>;
    }
  >;
  ChatEdge: ResolverTypeWrapper<Omit<ChatEdge, 'node'> & { node: ResolversTypes['Chat'] }>;
  Message: ResolverTypeWrapper<MessageEntity>;
  MentionedGroup: MentionedGroup;
  Mention: ResolverTypeWrapper<MentionEntity>;
  MentionConnection: ResolverTypeWrapper<
    Omit<MentionConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['MentionEdge']>;
      nodes: Array<ResolversTypes['Mention']>;
    }
  >;
  MentionEdge: ResolverTypeWrapper<Omit<MentionEdge, 'node'> & { node: ResolversTypes['Mention'] }>;
  ThreadAuthor: ResolverTypeWrapper<ThreadAuthorEntity>;
  ThreadAuthorConnection: ResolverTypeWrapper<
    Omit<ThreadAuthorConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['ThreadAuthorEdge']>;
      nodes: Array<ResolversTypes['ThreadAuthor']>;
    }
  >;
  ThreadAuthorEdge: ResolverTypeWrapper<
    Omit<ThreadAuthorEdge, 'node'> & { node: ResolversTypes['ThreadAuthor'] }
  >;
  MessageConnection: ResolverTypeWrapper<
    Omit<MessageConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['MessageEdge']>;
      nodes: Array<ResolversTypes['Message']>;
    }
  >;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageRevision: ResolverTypeWrapper<MessageRevisionEntity>;
  MessageRevisionConnection: ResolverTypeWrapper<
    Omit<MessageRevisionConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['MessageRevisionEdge']>;
      nodes: Array<ResolversTypes['MessageRevision']>;
    }
  >;
  MessageRevisionEdge: ResolverTypeWrapper<
    Omit<MessageRevisionEdge, 'node'> & { node: ResolversTypes['MessageRevision'] }
  >;
  Attachment: ResolverTypeWrapper<AttachmentEntity>;
  ReactionGroup: ResolverTypeWrapper<ReactionGroupRow>;
  Reactor: ResolverTypeWrapper<ReactorRow>;
  ReactorConnection: ResolverTypeWrapper<
    Omit<ReactorConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['ReactorEdge']>;
      nodes: Array<ResolversTypes['Reactor']>;
    }
  >;
  ReactorEdge: ResolverTypeWrapper<Omit<ReactorEdge, 'node'> & { node: ResolversTypes['Reactor'] }>;
  TagResult: ResolverTypeWrapper<TagResult>;
  TagError: ResolverTypeWrapper<TagError>;
  TagErrorKind: TagErrorKind;
  ChatEventEnvelope: ResolverTypeWrapper<LiveEvent>;
  ChatEvent: ResolverTypeWrapper<LiveEvent>;
  TypingEvent: ResolverTypeWrapper<TypingEventRow>;
  MessageSent: ResolverTypeWrapper<StoredEvent<'chat.message.sent'>>;
  MessageEdited: ResolverTypeWrapper<StoredEvent<'chat.message.edited'>>;
  MessageDeleted: ResolverTypeWrapper<StoredEvent<'chat.message.deleted'>>;
  MessageTagsResolved: ResolverTypeWrapper<StoredEvent<'chat.message.tags_resolved'>>;
  MessagePinned: ResolverTypeWrapper<StoredEvent<'chat.message.pinned'>>;
  MessageUnpinned: ResolverTypeWrapper<StoredEvent<'chat.message.unpinned'>>;
  ReactionAdded: ResolverTypeWrapper<StoredEvent<'chat.reaction.added'>>;
  ReactionRemoved: ResolverTypeWrapper<StoredEvent<'chat.reaction.removed'>>;
  ChatParticipantAdded: ResolverTypeWrapper<StoredEvent<'chat.participant.added'>>;
  ChatParticipantRoleChanged: ResolverTypeWrapper<StoredEvent<'chat.participant.role_changed'>>;
  ChatParticipantRemoved: ResolverTypeWrapper<StoredEvent<'chat.participant.removed'>>;
  ChatUpdated: ResolverTypeWrapper<StoredEvent<'chat.updated'>>;
  ChatKindChanged: ResolverTypeWrapper<StoredEvent<'chat.kind.changed'>>;
  ChatClosed: ResolverTypeWrapper<StoredEvent<'chat.closed'>>;
  ChatReopened: ResolverTypeWrapper<StoredEvent<'chat.reopened'>>;
  BadgeEvent: ResolverTypeWrapper<BadgeEventRow>;
  Workspace: ResolverTypeWrapper<{ __typename: 'Workspace'; id: string }>;
  MessageSearchFilter: MessageSearchFilter;
  MessageSearchOrder: MessageSearchOrder;
  MessageSearchHit: ResolverTypeWrapper<MessageSearchHitRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  MessageHighlight: ResolverTypeWrapper<MessageHighlight>;
  MessageHighlightSegment: ResolverTypeWrapper<MessageHighlightSegment>;
  MessageSearchHitConnection: ResolverTypeWrapper<
    Omit<MessageSearchHitConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['MessageSearchHitEdge']>;
      nodes: Array<ResolversTypes['MessageSearchHit']>;
    }
  >;
  MessageSearchHitEdge: ResolverTypeWrapper<
    Omit<MessageSearchHitEdge, 'node'> & { node: ResolversTypes['MessageSearchHit'] }
  >;
  SidebarFilter: SidebarFilter;
  User: ResolverTypeWrapper<{ __typename: 'User'; id: string }>;
  CreateChatInput: CreateChatInput;
  CreateChatPayload: ResolverTypeWrapper<
    Omit<CreateChatPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateChatInput: UpdateChatInput;
  UpdateChatPayload: ResolverTypeWrapper<
    Omit<UpdateChatPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  SetTypingInput: SetTypingInput;
  SetTypingPayload: ResolverTypeWrapper<
    Omit<SetTypingPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  DeleteChatInput: DeleteChatInput;
  DeleteChatPayload: ResolverTypeWrapper<
    Omit<DeleteChatPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  OpenDirectChatInput: OpenDirectChatInput;
  OpenDirectChatPayload: ResolverTypeWrapper<
    Omit<OpenDirectChatPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  JoinChatInput: JoinChatInput;
  JoinChatPayload: ResolverTypeWrapper<
    Omit<JoinChatPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  AddChatParticipantInput: AddChatParticipantInput;
  AddChatParticipantPayload: ResolverTypeWrapper<
    Omit<AddChatParticipantPayload, 'participant' | 'userErrors'> & {
      participant?: Maybe<ResolversTypes['ChatParticipant']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateChatParticipantInput: UpdateChatParticipantInput;
  UpdateChatParticipantPayload: ResolverTypeWrapper<
    Omit<UpdateChatParticipantPayload, 'participant' | 'userErrors'> & {
      participant?: Maybe<ResolversTypes['ChatParticipant']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  RemoveChatParticipantInput: RemoveChatParticipantInput;
  RemoveChatParticipantPayload: ResolverTypeWrapper<
    Omit<RemoveChatParticipantPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  CloseChatInput: CloseChatInput;
  CloseChatPayload: ResolverTypeWrapper<
    Omit<CloseChatPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  ReopenChatInput: ReopenChatInput;
  ReopenChatPayload: ResolverTypeWrapper<
    Omit<ReopenChatPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  SendMessageInput: SendMessageInput;
  SendMessagePayload: ResolverTypeWrapper<
    Omit<SendMessagePayload, 'message' | 'userErrors'> & {
      message?: Maybe<ResolversTypes['Message']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  EditMessageInput: EditMessageInput;
  EditMessagePayload: ResolverTypeWrapper<
    Omit<EditMessagePayload, 'message' | 'userErrors'> & {
      message?: Maybe<ResolversTypes['Message']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: ResolverTypeWrapper<
    Omit<DeleteMessagePayload, 'message' | 'userErrors'> & {
      message?: Maybe<ResolversTypes['Message']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  AddReactionInput: AddReactionInput;
  AddReactionPayload: ResolverTypeWrapper<
    Omit<AddReactionPayload, 'message' | 'userErrors'> & {
      message?: Maybe<ResolversTypes['Message']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  RemoveReactionInput: RemoveReactionInput;
  RemoveReactionPayload: ResolverTypeWrapper<
    Omit<RemoveReactionPayload, 'message' | 'userErrors'> & {
      message?: Maybe<ResolversTypes['Message']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  PinMessageInput: PinMessageInput;
  PinMessagePayload: ResolverTypeWrapper<
    Omit<PinMessagePayload, 'message' | 'userErrors'> & {
      message?: Maybe<ResolversTypes['Message']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UnpinMessageInput: UnpinMessageInput;
  UnpinMessagePayload: ResolverTypeWrapper<
    Omit<UnpinMessagePayload, 'message' | 'userErrors'> & {
      message?: Maybe<ResolversTypes['Message']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  CreateAttachmentInput: CreateAttachmentInput;
  CreateAttachmentPayload: ResolverTypeWrapper<
    Omit<CreateAttachmentPayload, 'attachment' | 'userErrors'> & {
      attachment?: Maybe<ResolversTypes['Attachment']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  MarkChatReadInput: MarkChatReadInput;
  MarkChatReadPayload: ResolverTypeWrapper<
    Omit<MarkChatReadPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  MarkChatUnreadInput: MarkChatUnreadInput;
  MarkChatUnreadPayload: ResolverTypeWrapper<
    Omit<MarkChatUnreadPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateChatPreferencesInput: UpdateChatPreferencesInput;
  UpdateChatPreferencesPayload: ResolverTypeWrapper<
    Omit<UpdateChatPreferencesPayload, 'chat' | 'userErrors'> & {
      chat?: Maybe<ResolversTypes['Chat']>;
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
  Chat: ChatEntity;
  ChatViewerState: ChatViewerStateRow;
  ChatParticipant: ChatParticipantEntity;
  ChatParticipantConnection: Omit<ChatParticipantConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['ChatParticipantEdge']>;
    nodes: Array<ResolversParentTypes['ChatParticipant']>;
  };
  ChatParticipantEdge: Omit<ChatParticipantEdge, 'node'> & { node: ResolversParentTypes['ChatParticipant'] };
  ChatAsOf: ChatAsOfRow;
  ChatParticipantAsOf: ChatParticipantAsOfRow;
  ChatParticipantAsOfConnection: Omit<ChatParticipantAsOfConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['ChatParticipantAsOfEdge']>;
    nodes: Array<ResolversParentTypes['ChatParticipantAsOf']>;
  };
  ChatParticipantAsOfEdge: Omit<ChatParticipantAsOfEdge, 'node'> & {
    node: ResolversParentTypes['ChatParticipantAsOf'];
  };
  ChatConnection: Omit<ChatConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['ChatEdge']>;
    nodes: Array<ResolversParentTypes['Chat']>;
  };
  ChatEdge: Omit<ChatEdge, 'node'> & { node: ResolversParentTypes['Chat'] };
  Message: MessageEntity;
  Mention: MentionEntity;
  MentionConnection: Omit<MentionConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['MentionEdge']>;
    nodes: Array<ResolversParentTypes['Mention']>;
  };
  MentionEdge: Omit<MentionEdge, 'node'> & { node: ResolversParentTypes['Mention'] };
  ThreadAuthor: ThreadAuthorEntity;
  ThreadAuthorConnection: Omit<ThreadAuthorConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['ThreadAuthorEdge']>;
    nodes: Array<ResolversParentTypes['ThreadAuthor']>;
  };
  ThreadAuthorEdge: Omit<ThreadAuthorEdge, 'node'> & { node: ResolversParentTypes['ThreadAuthor'] };
  MessageConnection: Omit<MessageConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['MessageEdge']>;
    nodes: Array<ResolversParentTypes['Message']>;
  };
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageRevision: MessageRevisionEntity;
  MessageRevisionConnection: Omit<MessageRevisionConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['MessageRevisionEdge']>;
    nodes: Array<ResolversParentTypes['MessageRevision']>;
  };
  MessageRevisionEdge: Omit<MessageRevisionEdge, 'node'> & { node: ResolversParentTypes['MessageRevision'] };
  Attachment: AttachmentEntity;
  ReactionGroup: ReactionGroupRow;
  Reactor: ReactorRow;
  ReactorConnection: Omit<ReactorConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['ReactorEdge']>;
    nodes: Array<ResolversParentTypes['Reactor']>;
  };
  ReactorEdge: Omit<ReactorEdge, 'node'> & { node: ResolversParentTypes['Reactor'] };
  TagResult: TagResult;
  TagError: TagError;
  ChatEventEnvelope: LiveEvent;
  ChatEvent: LiveEvent;
  TypingEvent: TypingEventRow;
  MessageSent: StoredEvent<'chat.message.sent'>;
  MessageEdited: StoredEvent<'chat.message.edited'>;
  MessageDeleted: StoredEvent<'chat.message.deleted'>;
  MessageTagsResolved: StoredEvent<'chat.message.tags_resolved'>;
  MessagePinned: StoredEvent<'chat.message.pinned'>;
  MessageUnpinned: StoredEvent<'chat.message.unpinned'>;
  ReactionAdded: StoredEvent<'chat.reaction.added'>;
  ReactionRemoved: StoredEvent<'chat.reaction.removed'>;
  ChatParticipantAdded: StoredEvent<'chat.participant.added'>;
  ChatParticipantRoleChanged: StoredEvent<'chat.participant.role_changed'>;
  ChatParticipantRemoved: StoredEvent<'chat.participant.removed'>;
  ChatUpdated: StoredEvent<'chat.updated'>;
  ChatKindChanged: StoredEvent<'chat.kind.changed'>;
  ChatClosed: StoredEvent<'chat.closed'>;
  ChatReopened: StoredEvent<'chat.reopened'>;
  BadgeEvent: BadgeEventRow;
  Workspace: { __typename: 'Workspace'; id: string };
  MessageSearchFilter: MessageSearchFilter;
  MessageSearchHit: MessageSearchHitRow;
  Float: Scalars['Float']['output'];
  MessageHighlight: MessageHighlight;
  MessageHighlightSegment: MessageHighlightSegment;
  MessageSearchHitConnection: Omit<MessageSearchHitConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['MessageSearchHitEdge']>;
    nodes: Array<ResolversParentTypes['MessageSearchHit']>;
  };
  MessageSearchHitEdge: Omit<MessageSearchHitEdge, 'node'> & {
    node: ResolversParentTypes['MessageSearchHit'];
  };
  SidebarFilter: SidebarFilter;
  User: { __typename: 'User'; id: string };
  CreateChatInput: CreateChatInput;
  CreateChatPayload: Omit<CreateChatPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateChatInput: UpdateChatInput;
  UpdateChatPayload: Omit<UpdateChatPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  SetTypingInput: SetTypingInput;
  SetTypingPayload: Omit<SetTypingPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeleteChatInput: DeleteChatInput;
  DeleteChatPayload: Omit<DeleteChatPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  OpenDirectChatInput: OpenDirectChatInput;
  OpenDirectChatPayload: Omit<OpenDirectChatPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  JoinChatInput: JoinChatInput;
  JoinChatPayload: Omit<JoinChatPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  AddChatParticipantInput: AddChatParticipantInput;
  AddChatParticipantPayload: Omit<AddChatParticipantPayload, 'participant' | 'userErrors'> & {
    participant?: Maybe<ResolversParentTypes['ChatParticipant']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateChatParticipantInput: UpdateChatParticipantInput;
  UpdateChatParticipantPayload: Omit<UpdateChatParticipantPayload, 'participant' | 'userErrors'> & {
    participant?: Maybe<ResolversParentTypes['ChatParticipant']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  RemoveChatParticipantInput: RemoveChatParticipantInput;
  RemoveChatParticipantPayload: Omit<RemoveChatParticipantPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  CloseChatInput: CloseChatInput;
  CloseChatPayload: Omit<CloseChatPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  ReopenChatInput: ReopenChatInput;
  ReopenChatPayload: Omit<ReopenChatPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  SendMessageInput: SendMessageInput;
  SendMessagePayload: Omit<SendMessagePayload, 'message' | 'userErrors'> & {
    message?: Maybe<ResolversParentTypes['Message']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  EditMessageInput: EditMessageInput;
  EditMessagePayload: Omit<EditMessagePayload, 'message' | 'userErrors'> & {
    message?: Maybe<ResolversParentTypes['Message']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeleteMessageInput: DeleteMessageInput;
  DeleteMessagePayload: Omit<DeleteMessagePayload, 'message' | 'userErrors'> & {
    message?: Maybe<ResolversParentTypes['Message']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  AddReactionInput: AddReactionInput;
  AddReactionPayload: Omit<AddReactionPayload, 'message' | 'userErrors'> & {
    message?: Maybe<ResolversParentTypes['Message']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  RemoveReactionInput: RemoveReactionInput;
  RemoveReactionPayload: Omit<RemoveReactionPayload, 'message' | 'userErrors'> & {
    message?: Maybe<ResolversParentTypes['Message']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  PinMessageInput: PinMessageInput;
  PinMessagePayload: Omit<PinMessagePayload, 'message' | 'userErrors'> & {
    message?: Maybe<ResolversParentTypes['Message']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UnpinMessageInput: UnpinMessageInput;
  UnpinMessagePayload: Omit<UnpinMessagePayload, 'message' | 'userErrors'> & {
    message?: Maybe<ResolversParentTypes['Message']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  CreateAttachmentInput: CreateAttachmentInput;
  CreateAttachmentPayload: Omit<CreateAttachmentPayload, 'attachment' | 'userErrors'> & {
    attachment?: Maybe<ResolversParentTypes['Attachment']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  MarkChatReadInput: MarkChatReadInput;
  MarkChatReadPayload: Omit<MarkChatReadPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  MarkChatUnreadInput: MarkChatUnreadInput;
  MarkChatUnreadPayload: Omit<MarkChatUnreadPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateChatPreferencesInput: UpdateChatPreferencesInput;
  UpdateChatPreferencesPayload: Omit<UpdateChatPreferencesPayload, 'chat' | 'userErrors'> & {
    chat?: Maybe<ResolversParentTypes['Chat']>;
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
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node'],
> = {
  __resolveType: TypeResolveFn<'Chat' | 'Message', ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload'],
> = {
  __resolveType: TypeResolveFn<
    | 'CreateChatPayload'
    | 'UpdateChatPayload'
    | 'SetTypingPayload'
    | 'DeleteChatPayload'
    | 'OpenDirectChatPayload'
    | 'JoinChatPayload'
    | 'AddChatParticipantPayload'
    | 'UpdateChatParticipantPayload'
    | 'RemoveChatParticipantPayload'
    | 'CloseChatPayload'
    | 'ReopenChatPayload'
    | 'SendMessagePayload'
    | 'EditMessagePayload'
    | 'DeleteMessagePayload'
    | 'AddReactionPayload'
    | 'RemoveReactionPayload'
    | 'PinMessagePayload'
    | 'UnpinMessagePayload'
    | 'CreateAttachmentPayload'
    | 'MarkChatReadPayload'
    | 'MarkChatUnreadPayload'
    | 'UpdateChatPreferencesPayload',
    ParentType,
    ContextType
  >;
};

export type UserErrorResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError'],
> = {
  __resolveType: TypeResolveFn<'PlainError' | 'ConflictError' | 'QuotaError', ParentType, ContextType>;
};

export type PlainErrorResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['PlainError'] = ResolversParentTypes['PlainError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuotaErrorResolvers<
  ContextType = ChatContext,
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
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType, RequireFields<QueryChatArgs, 'id'>>;
  chatAsOf?: Resolver<
    Maybe<ResolversTypes['ChatAsOf']>,
    ParentType,
    ContextType,
    RequireFields<QueryChatAsOfArgs, 'chatId' | 'at'>
  >;
};

export type MutationResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  createChat?: Resolver<
    ResolversTypes['CreateChatPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateChatArgs, 'input'>
  >;
  joinChat?: Resolver<
    ResolversTypes['JoinChatPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationJoinChatArgs, 'input'>
  >;
  addChatParticipant?: Resolver<
    ResolversTypes['AddChatParticipantPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationAddChatParticipantArgs, 'input'>
  >;
  updateChatParticipant?: Resolver<
    ResolversTypes['UpdateChatParticipantPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateChatParticipantArgs, 'input'>
  >;
  removeChatParticipant?: Resolver<
    ResolversTypes['RemoveChatParticipantPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveChatParticipantArgs, 'input'>
  >;
  updateChat?: Resolver<
    ResolversTypes['UpdateChatPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateChatArgs, 'input'>
  >;
  deleteChat?: Resolver<
    ResolversTypes['DeleteChatPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteChatArgs, 'input'>
  >;
  openDirectChat?: Resolver<
    ResolversTypes['OpenDirectChatPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationOpenDirectChatArgs, 'input'>
  >;
  closeChat?: Resolver<
    ResolversTypes['CloseChatPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCloseChatArgs, 'input'>
  >;
  reopenChat?: Resolver<
    ResolversTypes['ReopenChatPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationReopenChatArgs, 'input'>
  >;
  sendMessage?: Resolver<
    ResolversTypes['SendMessagePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSendMessageArgs, 'input'>
  >;
  editMessage?: Resolver<
    ResolversTypes['EditMessagePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationEditMessageArgs, 'input'>
  >;
  deleteMessage?: Resolver<
    ResolversTypes['DeleteMessagePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteMessageArgs, 'input'>
  >;
  setTyping?: Resolver<
    ResolversTypes['SetTypingPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSetTypingArgs, 'input'>
  >;
  createAttachment?: Resolver<
    ResolversTypes['CreateAttachmentPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateAttachmentArgs, 'input'>
  >;
  pinMessage?: Resolver<
    ResolversTypes['PinMessagePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationPinMessageArgs, 'input'>
  >;
  unpinMessage?: Resolver<
    ResolversTypes['UnpinMessagePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUnpinMessageArgs, 'input'>
  >;
  addReaction?: Resolver<
    ResolversTypes['AddReactionPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationAddReactionArgs, 'input'>
  >;
  removeReaction?: Resolver<
    ResolversTypes['RemoveReactionPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveReactionArgs, 'input'>
  >;
  markChatRead?: Resolver<
    ResolversTypes['MarkChatReadPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationMarkChatReadArgs, 'input'>
  >;
  markChatUnread?: Resolver<
    ResolversTypes['MarkChatUnreadPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationMarkChatUnreadArgs, 'input'>
  >;
  updateChatPreferences?: Resolver<
    ResolversTypes['UpdateChatPreferencesPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateChatPreferencesArgs, 'input'>
  >;
};

export type SubscriptionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription'],
> = {
  chatEvents?: SubscriptionResolver<
    Maybe<ResolversTypes['ChatEventEnvelope']>,
    'chatEvents',
    ParentType,
    ContextType,
    RequireFields<SubscriptionChatEventsArgs, 'chatId'>
  >;
  typingEvents?: SubscriptionResolver<
    Maybe<ResolversTypes['TypingEvent']>,
    'typingEvents',
    ParentType,
    ContextType,
    RequireFields<SubscriptionTypingEventsArgs, 'chatId'>
  >;
  badgeEvents?: SubscriptionResolver<
    Maybe<ResolversTypes['BadgeEvent']>,
    'badgeEvents',
    ParentType,
    ContextType,
    RequireFields<SubscriptionBadgeEventsArgs, 'workspaceId'>
  >;
  messageSent?: SubscriptionResolver<
    Maybe<ResolversTypes['Message']>,
    'messageSent',
    ParentType,
    ContextType,
    RequireFields<SubscriptionMessageSentArgs, 'chatId'>
  >;
};

export type ChatResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Chat'] = ResolversParentTypes['Chat'],
  FederationReferenceType extends FederationReferenceTypes['Chat'] = FederationReferenceTypes['Chat'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Chat']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChatKind'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['ChatVisibility'], ParentType, ContextType>;
  isClosed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  messages?: Resolver<
    ResolversTypes['MessageConnection'],
    ParentType,
    ContextType,
    Partial<ChatMessagesArgs>
  >;
  pins?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<ChatPinsArgs>>;
  participants?: Resolver<
    ResolversTypes['ChatParticipantConnection'],
    ParentType,
    ContextType,
    Partial<ChatParticipantsArgs>
  >;
  lastMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  activeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewerState?: Resolver<Maybe<ResolversTypes['ChatViewerState']>, ParentType, ContextType>;
  viewerCanSend?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanManage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  eventsCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatViewerStateResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatViewerState'] = ResolversParentTypes['ChatViewerState'],
> = {
  lastReadMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mentionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isMuted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isFavourite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ChatParticipantResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipant'] = ResolversParentTypes['ChatParticipant'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ChatRole'], ParentType, ContextType>;
  addedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ChatParticipantConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipantConnection'] =
    ResolversParentTypes['ChatParticipantConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ChatParticipantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ChatParticipant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChatParticipantEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipantEdge'] =
    ResolversParentTypes['ChatParticipantEdge'],
> = {
  node?: Resolver<ResolversTypes['ChatParticipant'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChatAsOfResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatAsOf'] = ResolversParentTypes['ChatAsOf'],
> = {
  chat?: Resolver<ResolversTypes['Chat'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChatKind'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['ChatVisibility'], ParentType, ContextType>;
  isClosed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  participants?: Resolver<
    ResolversTypes['ChatParticipantAsOfConnection'],
    ParentType,
    ContextType,
    Partial<ChatAsOfParticipantsArgs>
  >;
  eventsCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChatParticipantAsOfResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipantAsOf'] =
    ResolversParentTypes['ChatParticipantAsOf'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ChatRole'], ParentType, ContextType>;
};

export type ChatParticipantAsOfConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipantAsOfConnection'] =
    ResolversParentTypes['ChatParticipantAsOfConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ChatParticipantAsOfEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ChatParticipantAsOf']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChatParticipantAsOfEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipantAsOfEdge'] =
    ResolversParentTypes['ChatParticipantAsOfEdge'],
> = {
  node?: Resolver<ResolversTypes['ChatParticipantAsOf'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChatConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatConnection'] = ResolversParentTypes['ChatConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ChatEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Chat']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChatEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatEdge'] = ResolversParentTypes['ChatEdge'],
> = {
  node?: Resolver<ResolversTypes['Chat'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'],
  FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Message']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bodyText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDeleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<
    ResolversTypes['MessageRevisionConnection'],
    ParentType,
    ContextType,
    Partial<MessageRevisionsArgs>
  >;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanDelete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  pinnedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reactions?: Resolver<Array<ResolversTypes['ReactionGroup']>, ParentType, ContextType>;
  tagResults?: Resolver<Array<ResolversTypes['TagResult']>, ParentType, ContextType>;
  mentions?: Resolver<
    ResolversTypes['MentionConnection'],
    ParentType,
    ContextType,
    Partial<MessageMentionsArgs>
  >;
  mentionsAll?: Resolver<Maybe<ResolversTypes['MentionedGroup']>, ParentType, ContextType>;
  threadRoot?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  replyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastReplyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  replyAuthors?: Resolver<
    ResolversTypes['ThreadAuthorConnection'],
    ParentType,
    ContextType,
    Partial<MessageReplyAuthorsArgs>
  >;
  replies?: Resolver<
    ResolversTypes['MessageConnection'],
    ParentType,
    ContextType,
    Partial<MessageRepliesArgs>
  >;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MentionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Mention'] = ResolversParentTypes['Mention'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type MentionConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MentionConnection'] = ResolversParentTypes['MentionConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['MentionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Mention']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MentionEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MentionEdge'] = ResolversParentTypes['MentionEdge'],
> = {
  node?: Resolver<ResolversTypes['Mention'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ThreadAuthorResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ThreadAuthor'] = ResolversParentTypes['ThreadAuthor'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  replyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ThreadAuthorConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ThreadAuthorConnection'] =
    ResolversParentTypes['ThreadAuthorConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ThreadAuthorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ThreadAuthor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ThreadAuthorEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ThreadAuthorEdge'] = ResolversParentTypes['ThreadAuthorEdge'],
> = {
  node?: Resolver<ResolversTypes['ThreadAuthor'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge'],
> = {
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageRevisionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageRevision'] = ResolversParentTypes['MessageRevision'],
> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MessageRevisionConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageRevisionConnection'] =
    ResolversParentTypes['MessageRevisionConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['MessageRevisionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MessageRevision']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageRevisionEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageRevisionEdge'] =
    ResolversParentTypes['MessageRevisionEdge'],
> = {
  node?: Resolver<ResolversTypes['MessageRevision'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AttachmentResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isUploaded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReactionGroupResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ReactionGroup'] = ResolversParentTypes['ReactionGroup'],
> = {
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerHasReacted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  users?: Resolver<
    ResolversTypes['ReactorConnection'],
    ParentType,
    ContextType,
    Partial<ReactionGroupUsersArgs>
  >;
};

export type ReactorResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['Reactor'] = ResolversParentTypes['Reactor'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reactedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReactorConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ReactorConnection'] = ResolversParentTypes['ReactorConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['ReactorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Reactor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReactorEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ReactorEdge'] = ResolversParentTypes['ReactorEdge'],
> = {
  node?: Resolver<ResolversTypes['Reactor'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TagResultResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['TagResult'] = ResolversParentTypes['TagResult'],
> = {
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  applied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['TagError']>, ParentType, ContextType>;
};

export type TagErrorResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['TagError'] = ResolversParentTypes['TagError'],
> = {
  kind?: Resolver<ResolversTypes['TagErrorKind'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChatEventEnvelopeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatEventEnvelope'] = ResolversParentTypes['ChatEventEnvelope'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['ChatEvent'], ParentType, ContextType>;
};

export type ChatEventResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatEvent'] = ResolversParentTypes['ChatEvent'],
> = {
  __resolveType: TypeResolveFn<
    | 'MessageSent'
    | 'MessageEdited'
    | 'MessageDeleted'
    | 'MessageTagsResolved'
    | 'MessagePinned'
    | 'MessageUnpinned'
    | 'ReactionAdded'
    | 'ReactionRemoved'
    | 'ChatParticipantAdded'
    | 'ChatParticipantRoleChanged'
    | 'ChatParticipantRemoved'
    | 'ChatUpdated'
    | 'ChatKindChanged'
    | 'ChatClosed'
    | 'ChatReopened',
    ParentType,
    ContextType
  >;
};

export type TypingEventResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['TypingEvent'] = ResolversParentTypes['TypingEvent'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  isTyping?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MessageSentResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageSent'] = ResolversParentTypes['MessageSent'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageEditedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageEdited'] = ResolversParentTypes['MessageEdited'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageDeletedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageDeleted'] = ResolversParentTypes['MessageDeleted'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageTagsResolvedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageTagsResolved'] =
    ResolversParentTypes['MessageTagsResolved'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  tagResults?: Resolver<Array<ResolversTypes['TagResult']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessagePinnedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessagePinned'] = ResolversParentTypes['MessagePinned'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageUnpinnedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageUnpinned'] = ResolversParentTypes['MessageUnpinned'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionAddedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ReactionAdded'] = ResolversParentTypes['ReactionAdded'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactionRemovedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ReactionRemoved'] = ResolversParentTypes['ReactionRemoved'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  emoji?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatParticipantAddedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipantAdded'] =
    ResolversParentTypes['ChatParticipantAdded'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ChatRole'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatParticipantRoleChangedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipantRoleChanged'] =
    ResolversParentTypes['ChatParticipantRoleChanged'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['ChatRole'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ChatRole'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatParticipantRemovedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatParticipantRemoved'] =
    ResolversParentTypes['ChatParticipantRemoved'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatUpdatedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatUpdated'] = ResolversParentTypes['ChatUpdated'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  changedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatKindChangedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatKindChanged'] = ResolversParentTypes['ChatKindChanged'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  fromKind?: Resolver<ResolversTypes['ChatKind'], ParentType, ContextType>;
  toKind?: Resolver<ResolversTypes['ChatKind'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatClosedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatClosed'] = ResolversParentTypes['ChatClosed'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatReopenedResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ChatReopened'] = ResolversParentTypes['ChatReopened'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BadgeEventResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['BadgeEvent'] = ResolversParentTypes['BadgeEvent'],
> = {
  chatId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type WorkspaceResolvers<
  ContextType = ChatContext,
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
  chats?: Resolver<
    Maybe<ResolversTypes['ChatConnection']>,
    ParentType,
    ContextType,
    Partial<WorkspaceChatsArgs>
  >;
  searchMessages?: Resolver<
    Maybe<ResolversTypes['MessageSearchHitConnection']>,
    ParentType,
    ContextType,
    RequireFields<WorkspaceSearchMessagesArgs, 'query' | 'orderBy'>
  >;
  sidebar?: Resolver<
    Maybe<ResolversTypes['ChatConnection']>,
    ParentType,
    ContextType,
    Partial<WorkspaceSidebarArgs>
  >;
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MessageSearchHitResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageSearchHit'] = ResolversParentTypes['MessageSearchHit'],
> = {
  message?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['MessageHighlight']>, ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MessageHighlightResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageHighlight'] = ResolversParentTypes['MessageHighlight'],
> = {
  segments?: Resolver<Array<ResolversTypes['MessageHighlightSegment']>, ParentType, ContextType>;
};

export type MessageHighlightSegmentResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageHighlightSegment'] =
    ResolversParentTypes['MessageHighlightSegment'],
> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isMatch?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MessageSearchHitConnectionResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageSearchHitConnection'] =
    ResolversParentTypes['MessageSearchHitConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['MessageSearchHitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MessageSearchHit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageSearchHitEdgeResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MessageSearchHitEdge'] =
    ResolversParentTypes['MessageSearchHitEdge'],
> = {
  node?: Resolver<ResolversTypes['MessageSearchHit'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'],
  FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['User']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  directChats?: Resolver<
    Maybe<ResolversTypes['ChatConnection']>,
    ParentType,
    ContextType,
    Partial<UserDirectChatsArgs>
  >;
};

export type CreateChatPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['CreateChatPayload'] = ResolversParentTypes['CreateChatPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateChatPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['UpdateChatPayload'] = ResolversParentTypes['UpdateChatPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetTypingPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['SetTypingPayload'] = ResolversParentTypes['SetTypingPayload'],
> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteChatPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['DeleteChatPayload'] = ResolversParentTypes['DeleteChatPayload'],
> = {
  chatId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenDirectChatPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['OpenDirectChatPayload'] =
    ResolversParentTypes['OpenDirectChatPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JoinChatPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['JoinChatPayload'] = ResolversParentTypes['JoinChatPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddChatParticipantPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['AddChatParticipantPayload'] =
    ResolversParentTypes['AddChatParticipantPayload'],
> = {
  participant?: Resolver<Maybe<ResolversTypes['ChatParticipant']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateChatParticipantPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['UpdateChatParticipantPayload'] =
    ResolversParentTypes['UpdateChatParticipantPayload'],
> = {
  participant?: Resolver<Maybe<ResolversTypes['ChatParticipant']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveChatParticipantPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['RemoveChatParticipantPayload'] =
    ResolversParentTypes['RemoveChatParticipantPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CloseChatPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['CloseChatPayload'] = ResolversParentTypes['CloseChatPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReopenChatPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['ReopenChatPayload'] = ResolversParentTypes['ReopenChatPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SendMessagePayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['SendMessagePayload'] = ResolversParentTypes['SendMessagePayload'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EditMessagePayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['EditMessagePayload'] = ResolversParentTypes['EditMessagePayload'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteMessagePayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['DeleteMessagePayload'] =
    ResolversParentTypes['DeleteMessagePayload'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddReactionPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['AddReactionPayload'] = ResolversParentTypes['AddReactionPayload'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveReactionPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['RemoveReactionPayload'] =
    ResolversParentTypes['RemoveReactionPayload'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PinMessagePayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['PinMessagePayload'] = ResolversParentTypes['PinMessagePayload'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnpinMessagePayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['UnpinMessagePayload'] =
    ResolversParentTypes['UnpinMessagePayload'],
> = {
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateAttachmentPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['CreateAttachmentPayload'] =
    ResolversParentTypes['CreateAttachmentPayload'],
> = {
  attachment?: Resolver<Maybe<ResolversTypes['Attachment']>, ParentType, ContextType>;
  uploadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkChatReadPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MarkChatReadPayload'] =
    ResolversParentTypes['MarkChatReadPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkChatUnreadPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['MarkChatUnreadPayload'] =
    ResolversParentTypes['MarkChatUnreadPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateChatPreferencesPayloadResolvers<
  ContextType = ChatContext,
  ParentType extends ResolversParentTypes['UpdateChatPreferencesPayload'] =
    ResolversParentTypes['UpdateChatPreferencesPayload'],
> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = ChatContext> = {
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
  Chat?: ChatResolvers<ContextType>;
  ChatViewerState?: ChatViewerStateResolvers<ContextType>;
  ChatParticipant?: ChatParticipantResolvers<ContextType>;
  ChatParticipantConnection?: ChatParticipantConnectionResolvers<ContextType>;
  ChatParticipantEdge?: ChatParticipantEdgeResolvers<ContextType>;
  ChatAsOf?: ChatAsOfResolvers<ContextType>;
  ChatParticipantAsOf?: ChatParticipantAsOfResolvers<ContextType>;
  ChatParticipantAsOfConnection?: ChatParticipantAsOfConnectionResolvers<ContextType>;
  ChatParticipantAsOfEdge?: ChatParticipantAsOfEdgeResolvers<ContextType>;
  ChatConnection?: ChatConnectionResolvers<ContextType>;
  ChatEdge?: ChatEdgeResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  Mention?: MentionResolvers<ContextType>;
  MentionConnection?: MentionConnectionResolvers<ContextType>;
  MentionEdge?: MentionEdgeResolvers<ContextType>;
  ThreadAuthor?: ThreadAuthorResolvers<ContextType>;
  ThreadAuthorConnection?: ThreadAuthorConnectionResolvers<ContextType>;
  ThreadAuthorEdge?: ThreadAuthorEdgeResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageRevision?: MessageRevisionResolvers<ContextType>;
  MessageRevisionConnection?: MessageRevisionConnectionResolvers<ContextType>;
  MessageRevisionEdge?: MessageRevisionEdgeResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  ReactionGroup?: ReactionGroupResolvers<ContextType>;
  Reactor?: ReactorResolvers<ContextType>;
  ReactorConnection?: ReactorConnectionResolvers<ContextType>;
  ReactorEdge?: ReactorEdgeResolvers<ContextType>;
  TagResult?: TagResultResolvers<ContextType>;
  TagError?: TagErrorResolvers<ContextType>;
  ChatEventEnvelope?: ChatEventEnvelopeResolvers<ContextType>;
  ChatEvent?: ChatEventResolvers<ContextType>;
  TypingEvent?: TypingEventResolvers<ContextType>;
  MessageSent?: MessageSentResolvers<ContextType>;
  MessageEdited?: MessageEditedResolvers<ContextType>;
  MessageDeleted?: MessageDeletedResolvers<ContextType>;
  MessageTagsResolved?: MessageTagsResolvedResolvers<ContextType>;
  MessagePinned?: MessagePinnedResolvers<ContextType>;
  MessageUnpinned?: MessageUnpinnedResolvers<ContextType>;
  ReactionAdded?: ReactionAddedResolvers<ContextType>;
  ReactionRemoved?: ReactionRemovedResolvers<ContextType>;
  ChatParticipantAdded?: ChatParticipantAddedResolvers<ContextType>;
  ChatParticipantRoleChanged?: ChatParticipantRoleChangedResolvers<ContextType>;
  ChatParticipantRemoved?: ChatParticipantRemovedResolvers<ContextType>;
  ChatUpdated?: ChatUpdatedResolvers<ContextType>;
  ChatKindChanged?: ChatKindChangedResolvers<ContextType>;
  ChatClosed?: ChatClosedResolvers<ContextType>;
  ChatReopened?: ChatReopenedResolvers<ContextType>;
  BadgeEvent?: BadgeEventResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  MessageSearchHit?: MessageSearchHitResolvers<ContextType>;
  MessageHighlight?: MessageHighlightResolvers<ContextType>;
  MessageHighlightSegment?: MessageHighlightSegmentResolvers<ContextType>;
  MessageSearchHitConnection?: MessageSearchHitConnectionResolvers<ContextType>;
  MessageSearchHitEdge?: MessageSearchHitEdgeResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  CreateChatPayload?: CreateChatPayloadResolvers<ContextType>;
  UpdateChatPayload?: UpdateChatPayloadResolvers<ContextType>;
  SetTypingPayload?: SetTypingPayloadResolvers<ContextType>;
  DeleteChatPayload?: DeleteChatPayloadResolvers<ContextType>;
  OpenDirectChatPayload?: OpenDirectChatPayloadResolvers<ContextType>;
  JoinChatPayload?: JoinChatPayloadResolvers<ContextType>;
  AddChatParticipantPayload?: AddChatParticipantPayloadResolvers<ContextType>;
  UpdateChatParticipantPayload?: UpdateChatParticipantPayloadResolvers<ContextType>;
  RemoveChatParticipantPayload?: RemoveChatParticipantPayloadResolvers<ContextType>;
  CloseChatPayload?: CloseChatPayloadResolvers<ContextType>;
  ReopenChatPayload?: ReopenChatPayloadResolvers<ContextType>;
  SendMessagePayload?: SendMessagePayloadResolvers<ContextType>;
  EditMessagePayload?: EditMessagePayloadResolvers<ContextType>;
  DeleteMessagePayload?: DeleteMessagePayloadResolvers<ContextType>;
  AddReactionPayload?: AddReactionPayloadResolvers<ContextType>;
  RemoveReactionPayload?: RemoveReactionPayloadResolvers<ContextType>;
  PinMessagePayload?: PinMessagePayloadResolvers<ContextType>;
  UnpinMessagePayload?: UnpinMessagePayloadResolvers<ContextType>;
  CreateAttachmentPayload?: CreateAttachmentPayloadResolvers<ContextType>;
  MarkChatReadPayload?: MarkChatReadPayloadResolvers<ContextType>;
  MarkChatUnreadPayload?: MarkChatUnreadPayloadResolvers<ContextType>;
  UpdateChatPreferencesPayload?: UpdateChatPreferencesPayloadResolvers<ContextType>;
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
  "One chat; null when it does not exist or is not visible. Requires: participation, or for a public chat membership of the workspace (not as a guest)."
  chat("The global id." id: ID!): Chat @auth(workspaceRole: "GUEST")
  """
  What a chat was at a time, as its events say: its name, its kind, who took part in it and as what. Null when it did
  not exist yet, does not exist or is not visible. Requires: what \`chat\` requires, now.
  """
  chatAsOf("The chat's global id." chatId: ID!, "When; what is to come is now." at: DateTime!): ChatAsOf
    @auth(workspaceRole: "GUEST")
}

type Mutation @audience(by: ["viewer"]) {
  "Creates a chat whose ADMIN is the caller. Requires: workspace role MEMBER."
  createChat("The new chat." input: CreateChatInput!): CreateChatPayload! @auth(workspaceRole: "MEMBER")
  "Makes the caller a participant of a public chat. Joining again changes nothing. Requires: workspace role MEMBER."
  joinChat("Which chat." input: JoinChatInput!): JoinChatPayload! @auth(workspaceRole: "MEMBER")
  "Adds a member of the workspace to a chat. Adding a participant again changes nothing. Requires: chat role ADMIN."
  addChatParticipant("Whom, where, as what." input: AddChatParticipantInput!): AddChatParticipantPayload!
    @auth(workspaceRole: "MEMBER")
  """
  Gives a participant of a chat another role; the same role again changes nothing. The last ADMIN stays one while
  others are in the chat. Requires: chat role ADMIN.
  """
  updateChatParticipant(
    "Whom, where, as what."
    input: UpdateChatParticipantInput!
  ): UpdateChatParticipantPayload! @auth(workspaceRole: "MEMBER")
  """
  Removes a participant from a chat; their subscriptions to a private chat end. The last ADMIN stays while others are
  in the chat. Requires: workspace role MEMBER, and chat role ADMIN or to be that participant.
  """
  removeChatParticipant("Whom, and where." input: RemoveChatParticipantInput!): RemoveChatParticipantPayload!
    @auth(workspaceRole: "MEMBER")
  """
  Changes name, topic, description or visibility of a chat: what is absent stays, null clears topic and description; the
  same again changes nothing. Once a chat is private, streams and sight of whoever does not take part end at once. A
  name that another channel has, and any change of a direct chat: CONFLICT. Requires: chat role ADMIN.
  """
  updateChat("Which chat, and what is to be changed." input: UpdateChatInput!): UpdateChatPayload!
    @auth(workspaceRole: "MEMBER")
  """
  Deletes a chat with all that was said in it, for everybody and for good; tasks that were made in it stay visible to
  whoever saw them. The chat of a task and a direct chat stay, and so does a discussion while tags in it are being
  applied: CONFLICT. Requires: chat role ADMIN.
  """
  deleteChat("Which chat." input: DeleteChatInput!): DeleteChatPayload! @auth(workspaceRole: "MEMBER")
  """
  Opens the direct chat of the caller and others, which is made the first time: a set of people has one in a workspace.
  Nobody joins or leaves it, and it has no admins. Requires: workspace role MEMBER, of everybody in it.
  """
  openDirectChat("With whom." input: OpenDirectChatInput!): OpenDirectChatPayload!
    @auth(workspaceRole: "MEMBER")
  "Closes a chat: nobody writes in it until it is reopened. Closing it again changes nothing. Requires: chat role ADMIN."
  closeChat("Which chat." input: CloseChatInput!): CloseChatPayload! @auth(workspaceRole: "MEMBER")
  "Reopens a closed chat. Reopening an open one changes nothing. Requires: chat role ADMIN."
  reopenChat("Which chat." input: ReopenChatInput!): ReopenChatPayload! @auth(workspaceRole: "MEMBER")
  """
  Sends a message. Tag lines in it (\`#task Title\`, \`#status Done\`, …) act with the sender's permission; what became
  of each stands in \`Message.tagResults\`. The message is kept whatever becomes of its tags. Those who are mentioned in
  it and may read it, and who follow the thread that it replies in, are told in their inboxes. Requires: participation,
  and workspace role MEMBER.
  """
  sendMessage("The message." input: SendMessageInput!): SendMessagePayload! @auth(workspaceRole: "MEMBER")
  """
  Says a message anew; what it said before stays in \`revisions\`. The same body again changes nothing, and tags in it do
  not act again. Requires: to be the author, for five minutes from sending (then EDIT_WINDOW_CLOSED) or with the chat
  role ADMIN at any time; an open chat.
  """
  editMessage("Which message, and what it says." input: EditMessageInput!): EditMessagePayload!
    @auth(workspaceRole: "MEMBER")
  """
  Takes back what a message says, in all its versions; an empty message stays in its place. Requires: to be the author,
  for five minutes from sending (then EDIT_WINDOW_CLOSED) and in an open chat, or the chat role ADMIN.
  """
  deleteMessage("Which message." input: DeleteMessageInput!): DeleteMessagePayload!
    @auth(workspaceRole: "MEMBER")
  """
  Tells the other participants of a chat that the caller is writing, for six seconds; call it every three while that
  goes on, for more often is not told. Nothing of it is stored, and while it cannot be told it is let go. Requires:
  participation, and workspace role MEMBER; an open chat.
  """
  setTyping("Where, and whether." input: SetTypingInput!): SetTypingPayload! @auth(workspaceRole: "MEMBER")
  """
  Makes room for a file of a message in a chat: PUT the file to \`uploadUrl\`, with the same content type, within 15
  minutes; then give its id to \`sendMessage\` within 24 hours, or it goes. Its size counts for MAX_STORAGE_MB of the
  workspace at once, beyond it QUOTA_EXCEEDED. Requires: what \`sendMessage\` requires in the chat.
  """
  createAttachment("The file." input: CreateAttachmentInput!): CreateAttachmentPayload!
    @auth(workspaceRole: "MEMBER")
  """
  Pins a message to its chat; pinning it again changes nothing. A chat has at most 100 pins, beyond them CONFLICT. A
  deleted message loses its pin. Requires: what \`sendMessage\` requires in the message's chat.
  """
  pinMessage("Which message." input: PinMessageInput!): PinMessagePayload! @auth(workspaceRole: "MEMBER")
  """
  Takes the pin off a message, whoever pinned it; one without a pin stays as it is. Requires: what \`sendMessage\`
  requires in the message's chat.
  """
  unpinMessage("Which message." input: UnpinMessageInput!): UnpinMessagePayload!
    @auth(workspaceRole: "MEMBER")
  """
  Answers a message with an emoji; the same one again changes nothing. A message takes 50 different emojis, beyond them
  CONFLICT. Requires: what \`sendMessage\` requires in the message's chat.
  """
  addReaction("To which message, and how." input: AddReactionInput!): AddReactionPayload!
    @auth(workspaceRole: "MEMBER")
  """
  Takes a reaction of the caller's back; one that was not made changes nothing. Requires: what \`sendMessage\` requires in
  the message's chat.
  """
  removeReaction("From which message, and which." input: RemoveReactionInput!): RemoveReactionPayload!
    @auth(workspaceRole: "MEMBER")
  """
  Counts a chat as read, up to a message or all of it; what is read already stays so. A reply is no place in the chat:
  BAD_USER_INPUT. Requires: participation in the chat, in whatever role.
  """
  markChatRead("Which chat, and how far." input: MarkChatReadInput!): MarkChatReadPayload!
    @auth(workspaceRole: "GUEST")
  """
  Counts a message and what came after it as unread; where the caller is there already, nothing changes. A deleted
  message is NOT_FOUND. Requires: participation in the chat, in whatever role.
  """
  markChatUnread("Which chat, and from where on." input: MarkChatUnreadInput!): MarkChatUnreadPayload!
    @auth(workspaceRole: "GUEST")
  "Mutes a chat for the caller, or makes it a favourite of theirs. Requires: participation in the chat, in whatever role."
  updateChatPreferences(
    "Of which chat, and what changes."
    input: UpdateChatPreferencesInput!
  ): UpdateChatPreferencesPayload! @auth(workspaceRole: "GUEST")
}

type Subscription {
  """
  What happens in a chat, in order and without a gap: messages, results of tags, participants, changes of the chat.
  Ends with FORBIDDEN right behind the event that took the caller's access. Requires: what \`chat\` requires.
  """
  chatEvents(
    "The chat's global id."
    chatId: ID!
    "Resume behind this cursor; only what comes from now on when absent. Older than what is kept: CURSOR_EXPIRED."
    after: String
  ): ChatEventEnvelope @auth(workspaceRole: "GUEST") @audience(by: ["chat"])
  """
  Who is writing in a chat, as it happens; oneself is left out. Nothing of it is kept: it counts until \`expiresAt\`, and
  ends with that person's next message. Requires: participation.
  """
  typingEvents("The chat's global id." chatId: ID!): TypingEvent
    @auth(workspaceRole: "GUEST")
    @audience(by: ["chat"])
  """
  The chats in a workspace for which what the caller's list shows has changed: what is unread, what mentions the caller,
  what the caller has read or wants elsewhere; names, and chats that come to the list or go from it. At most one entry in
  two seconds for each chat, the last change always told; of what is unread a muted chat tells mentions alone. Nothing is
  kept, and there is nothing to resume. Requires: membership.
  """
  badgeEvents("The workspace's global id." workspaceId: ID!): BadgeEvent
    @auth(workspaceRole: "GUEST")
    @audience(by: ["viewer"])
  "The messages sent in a chat from now on, replies in threads too, without resuming. Requires: what \`chat\` requires."
  messageSent("The chat's global id." chatId: ID!): Message
    @auth(workspaceRole: "GUEST")
    @audience(by: ["chat"])
}

"A conversation in a workspace."
type Chat implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["chat"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The workspace that it belongs to."
  workspace: Workspace
  "The name, at most 200 characters; empty for a direct chat, which is called by its people."
  name: String!
  "What is being talked of, in a line of at most 250 characters; null when nobody says."
  topic: String
  "What the chat is for: Markdown, at most 2,000 characters; null when nobody says."
  description: String
  "What sort of conversation it is."
  kind: ChatKind!
  "Who may read it."
  visibility: ChatVisibility!
  "Whether it is closed: readable, and nobody writes in it."
  isClosed: Boolean!
  "The messages, oldest first, without the replies in threads: those stand in \`Message.replies\`. Requires: what \`chat\` requires."
  messages(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): MessageConnection!
  "The pinned messages, the latest pin first; at most 100. Requires: what \`chat\` requires."
  pins(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): MessageConnection!
  "Who takes part, by date of joining. Requires: what \`chat\` requires."
  participants(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): ChatParticipantConnection!
  "The newest message of the chat itself that is not deleted; null while there is none. Requires: what \`chat\` requires."
  lastMessage: Message
  "When something was last said in the chat itself; when it was created, while nothing was."
  activeAt: DateTime!
  "How the caller stands to it; null for whoever does not take part."
  viewerState: ChatViewerState @audience(by: ["viewer"])
  "Whether the caller may send messages."
  viewerCanSend: Boolean! @audience(by: ["viewer"])
  "Whether the caller may add and remove participants and close the chat."
  viewerCanManage: Boolean! @audience(by: ["viewer"])
  """
  The place that the stream of \`chatEvents\` has come to. Read it before what is to be kept up to date, then subscribe
  with \`after\` it: nothing is missed.
  """
  eventsCursor: String!
  "When it was created."
  createdAt: DateTime!
  "Counts the changes of the chat's own fields."
  version: Int!
}

"""
How a participant stands to a chat. Who joins has nothing unread from before; what one sends counts everything up to it
as read.
"""
type ChatViewerState @audience(by: ["viewer"]) {
  "The last message that counts as read, an empty one where it was deleted; null where none does."
  lastReadMessage: Message
  "How many messages behind it are neither one's own nor deleted; replies in threads are not counted."
  unreadCount: Int!
  """
  How many messages and replies behind it mention the caller, by name or as one of all. Replies count as read with all
  of the chat.
  """
  mentionCount: Int!
  "Whether the chat is muted: it is not counted in \`Workspace.unreadCount\`, and \`badgeEvents\` tell of mentions alone."
  isMuted: Boolean!
  "Whether it is a favourite."
  isFavourite: Boolean!
}

"What sort of conversation a chat is."
enum ChatKind {
  "A lasting room on a theme."
  CHANNEL
  "A conversation on one matter; a \`#task\` in it turns it into that task's chat."
  DISCUSSION
  "Between a fixed set of people."
  DIRECT
  "The chat of a task."
  TASK
  "The chat of a bug."
  BUG
  "The chat of an epic."
  EPIC
}

"Who may read a chat."
enum ChatVisibility {
  "Every member of the workspace who is not a guest, and the participants."
  PUBLIC
  "The participants alone."
  PRIVATE
}

"What a participant may do in a chat. Guests of the workspace and read-only accounts read and no more, whatever their role."
enum ChatRole {
  "Manages participants and closes the chat."
  ADMIN
  "Reads and writes."
  MEMBER
  "Reads, and writes nothing: the chat is shared with them to be seen."
  READER
}

"That a user takes part in a chat."
type ChatParticipant @audience(by: ["chat"]) {
  "The user; null while the user's profile cannot be had."
  user: User
  "What the participant may do."
  role: ChatRole!
  "Who let them in; themselves where they joined. Null where it is not known."
  addedBy: User
  "When the role last changed."
  changedAt: DateTime!
}

"A page of participants."
type ChatParticipantConnection @audience(by: ["chat"]) {
  "The edges of this page."
  edges: [ChatParticipantEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [ChatParticipant!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One participant and its place in the list."
type ChatParticipantEdge @audience(by: ["chat"]) {
  "The participant."
  node: ChatParticipant!
  "Its place."
  cursor: String!
}

"What a chat was at a time."
type ChatAsOf @audience(by: ["chat"]) {
  "The chat, as it is now."
  chat: Chat!
  "The name that it had."
  name: String!
  "What it was about then; null when nobody had said."
  topic: String
  "What sort of conversation it was."
  kind: ChatKind!
  "Who could read it."
  visibility: ChatVisibility!
  "Whether it was closed."
  isClosed: Boolean!
  "Who took part, by id."
  participants(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): ChatParticipantAsOfConnection!
  "The place of the chat's stream behind the last event of then: \`chatEvents\` with \`after\` it tells what came since."
  eventsCursor: String!
}

"Somebody who took part in a chat at a time."
type ChatParticipantAsOf @audience(by: ["chat"]) {
  "The user; null while the user's profile cannot be had."
  user: User
  "What the participant could do."
  role: ChatRole!
}

"A page of those who took part at a time."
type ChatParticipantAsOfConnection @audience(by: ["chat"]) {
  "The edges of this page."
  edges: [ChatParticipantAsOfEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [ChatParticipantAsOf!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One who took part and their place in the list."
type ChatParticipantAsOfEdge @audience(by: ["chat"]) {
  "The participant."
  node: ChatParticipantAsOf!
  "Its place."
  cursor: String!
}

"A page of chats."
type ChatConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [ChatEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Chat!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One chat and its place in the list."
type ChatEdge @audience(by: ["viewer"]) {
  "The chat."
  node: Chat!
  "Its place."
  cursor: String!
}

"What somebody said in a chat."
type Message implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["chat"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The chat; null once it is deleted or hidden."
  chat: Chat
  "Who said it; null while the profile cannot be had."
  author: User
  "What was said, as sent: Markdown, up to 40,000 characters; empty once deleted, and where attachments say it all."
  body: String!
  """
  What was said, in plain text: without the marks of Markdown, for previews and notifications. What looks like HTML
  stands in it as it was written; empty once deleted.
  """
  bodyText: String!
  "Whether it was taken back: its place stays, what it said is gone."
  isDeleted: Boolean!
  "When it was last edited; null when it says what it said at first."
  editedAt: DateTime
  "Counts its edits, from 1."
  version: Int!
  "What it said before, the latest first; empty once deleted. Requires: what \`chat\` requires."
  revisions(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): MessageRevisionConnection!
  "Whether the caller may edit it now."
  viewerCanEdit: Boolean! @audience(by: ["viewer"])
  "Whether the caller may delete it now."
  viewerCanDelete: Boolean! @audience(by: ["viewer"])
  "The files that it has, at most 10, in the order given; empty once deleted."
  attachments: [Attachment!]!
  "When it was pinned to the chat; null when it is not."
  pinnedAt: DateTime
  "The reactions to it by emoji, at most 50, each where its first one came; empty once deleted."
  reactions: [ReactionGroup!]!
  "What became of the tags in it, in the order written; an entry is added when its tag has been decided."
  tagResults: [TagResult!]!
  "Whom it mentions by name, who may read it: at most 50; not its author. Empty once deleted."
  mentions(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): MentionConnection!
  "Whom it mentions by \`@channel\` or \`@here\`; null for nobody."
  mentionsAll: MentionedGroup
  "The message that began the thread which it replies in; null for a message of the chat itself."
  threadRoot: Message
  "How many replies it has that are not deleted; 0 for a reply."
  replyCount: Int!
  "When the latest of these replies was sent."
  lastReplyAt: DateTime
  "Who has written these replies, by the time of the first of each. Requires: what \`chat\` requires."
  replyAuthors(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): ThreadAuthorConnection!
  "The replies in its thread, oldest first, deleted ones as empty messages; none for a reply. Requires: what \`chat\` requires."
  replies(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): MessageConnection!
  "When it was sent."
  createdAt: DateTime!
}

"Whom \`@channel\` and \`@here\` mean."
enum MentionedGroup {
  "\`@channel\`: everybody who takes part in the chat."
  CHANNEL
  "\`@here\`: those who take part in the chat and are present."
  HERE
}

"That somebody is mentioned by name."
type Mention @audience(by: ["chat"]) {
  "Who; null while the profile cannot be had."
  user: User
}

"A page of mentions."
type MentionConnection @audience(by: ["chat"]) {
  "The edges of this page."
  edges: [MentionEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Mention!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One mention and its place in the list."
type MentionEdge @audience(by: ["chat"]) {
  "The mention."
  node: Mention!
  "Its place."
  cursor: String!
}

"Somebody who has replied in a thread."
type ThreadAuthor @audience(by: ["chat"]) {
  "Who; null while the profile cannot be had."
  user: User
  "How many of the thread's replies are theirs, without deleted ones."
  replyCount: Int!
}

"A page of those who have replied."
type ThreadAuthorConnection @audience(by: ["chat"]) {
  "The edges of this page."
  edges: [ThreadAuthorEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [ThreadAuthor!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One of those who have replied, and the place in the list."
type ThreadAuthorEdge @audience(by: ["chat"]) {
  "Who has replied."
  node: ThreadAuthor!
  "The place."
  cursor: String!
}

"A page of messages."
type MessageConnection @audience(by: ["chat"]) {
  "The edges of this page."
  edges: [MessageEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Message!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One message and its place in the list."
type MessageEdge @audience(by: ["chat"]) {
  "The message."
  node: Message!
  "Its place."
  cursor: String!
}

"What a message said before it was edited."
type MessageRevision @audience(by: ["chat"]) {
  "The version of the message that said this."
  version: Int!
  "What was said: Markdown."
  body: String!
  "When it was written."
  writtenAt: DateTime!
}

"A page of revisions."
type MessageRevisionConnection @audience(by: ["chat"]) {
  "The edges of this page."
  edges: [MessageRevisionEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [MessageRevision!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One revision and its place in the list."
type MessageRevisionEdge @audience(by: ["chat"]) {
  "The revision."
  node: MessageRevision!
  "Its place."
  cursor: String!
}

"A file of a message; its uploader's alone until a message has it."
type Attachment @audience(by: ["chat"]) {
  "The global id."
  id: ID!
  "Its name, without folders, control characters and what systems refuse in names; at most 200 characters."
  fileName: String!
  "What it is, such as \`image/png\`."
  contentType: String!
  "How long it is."
  byteSize: Int!
  "Whether the file has come."
  isUploaded: Boolean!
  """
  Where it can be fetched for 15 minutes by whoever has the address; ask again for another. Pictures are shown in their
  place, all else is saved. Null until the file has come.
  """
  url: String
}

"All reactions to a message with one emoji."
type ReactionGroup @audience(by: ["chat"]) {
  "The emoji."
  emoji: String!
  "How many have reacted with it."
  count: Int!
  "Whether the caller has."
  viewerHasReacted: Boolean! @audience(by: ["viewer"])
  "Who has, the first one first."
  users(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): ReactorConnection!
}

"One of those who reacted with an emoji."
type Reactor @audience(by: ["chat"]) {
  "Who; null while the profile cannot be had."
  user: User
  "When."
  reactedAt: DateTime!
}

"A page of those who reacted."
type ReactorConnection @audience(by: ["chat"]) {
  "The edges of this page."
  edges: [ReactorEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Reactor!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One of those who reacted, and their place in the list."
type ReactorEdge @audience(by: ["chat"]) {
  "Who reacted, and when."
  node: Reactor!
  "Its place."
  cursor: String!
}

"What became of one tag of a message."
type TagResult @audience(by: ["chat"]) {
  "The tag with its value, as written."
  tag: String!
  "Whether it was applied."
  applied: Boolean!
  "The line that the bot says of it."
  text: String!
  "Why it was refused; null when it was applied."
  error: TagError
}

"Why a tag was refused."
type TagError @audience(by: ["chat"]) {
  "Whose fault it is: the writing's, the value's, or the state of things."
  kind: TagErrorKind!
  "A stable word for programs, such as INVALID_FORMAT."
  code: String!
  "A sentence for a person."
  message: String!
}

"Which sort of fault a tag has."
enum TagErrorKind {
  "The value is not written as the tag asks."
  SYNTAX
  "The value means nothing: an unknown user, status or date."
  SEMANTIC
  "The value is sound, and it cannot be done here or by the sender."
  BUSINESS
}

"One event of a chat, with its place in the stream."
type ChatEventEnvelope @audience(by: ["chat"]) {
  "The place: resume with \`after: <cursor>\`."
  cursor: String!
  "The id that all events of one client request share."
  correlationId: String!
  "What happened."
  event: ChatEvent!
}

"What may happen in a chat."
union ChatEvent =
  | MessageSent
  | MessageEdited
  | MessageDeleted
  | MessageTagsResolved
  | MessagePinned
  | MessageUnpinned
  | ReactionAdded
  | ReactionRemoved
  | ChatParticipantAdded
  | ChatParticipantRoleChanged
  | ChatParticipantRemoved
  | ChatUpdated
  | ChatKindChanged
  | ChatClosed
  | ChatReopened

"That somebody is writing in a chat, or has stopped."
type TypingEvent @audience(by: ["chat"]) {
  "Who; null when the profile cannot be had."
  user: User
  "Whether they are writing."
  isTyping: Boolean!
  "Until when that counts unless it is told again; when it was told, for whoever has stopped."
  expiresAt: DateTime!
}

"A message was sent."
type MessageSent @audience(by: ["chat"]) {
  "The message as it is now; null once deleted."
  message: Message
}

"A message was edited."
type MessageEdited @audience(by: ["chat"]) {
  "The message as it is now."
  message: Message
}

"A message was deleted."
type MessageDeleted @audience(by: ["chat"]) {
  "The empty message that is left."
  message: Message
}

"It has been decided what becomes of tags of a message."
type MessageTagsResolved @audience(by: ["chat"]) {
  "The message as it is now; null once deleted."
  message: Message
  "The tags that were decided by this event."
  tagResults: [TagResult!]!
}

"A message was pinned."
type MessagePinned @audience(by: ["chat"]) {
  "The message as it is now."
  message: Message
}

"The pin was taken off a message."
type MessageUnpinned @audience(by: ["chat"]) {
  "The message as it is now."
  message: Message
}

"Somebody reacted to a message."
type ReactionAdded @audience(by: ["chat"]) {
  "The message as it is now."
  message: Message
  "How."
  emoji: String!
  "Who."
  user: User
}

"Somebody took a reaction back."
type ReactionRemoved @audience(by: ["chat"]) {
  "The message as it is now."
  message: Message
  "Which one."
  emoji: String!
  "Who."
  user: User
}

"Somebody was added or joined."
type ChatParticipantAdded @audience(by: ["chat"]) {
  "Who."
  user: User
  "As what."
  role: ChatRole!
}

"A participant was given another role."
type ChatParticipantRoleChanged @audience(by: ["chat"]) {
  "Who."
  user: User
  "What they were before."
  from: ChatRole!
  "What they became."
  to: ChatRole!
}

"Somebody was removed or left."
type ChatParticipantRemoved @audience(by: ["chat"]) {
  "Who."
  user: User
}

"Name, topic, description or visibility of the chat were changed."
type ChatUpdated @shareable @audience(by: ["chat"]) {
  "The chat as it is now; null where the caller may not read it any more."
  chat: Chat
  "Which of its fields were changed: name, topic, description, visibility, kind, isClosed."
  changedFields: [String!]!
}

"The chat became another sort of conversation."
type ChatKindChanged @audience(by: ["chat"]) {
  "The chat as it is now."
  chat: Chat
  "What it was before."
  fromKind: ChatKind!
  "What it became."
  toKind: ChatKind!
}

"The chat was closed."
type ChatClosed @audience(by: ["chat"]) {
  "The chat as it is now."
  chat: Chat
}

"The chat was reopened."
type ChatReopened @audience(by: ["chat"]) {
  "The chat as it is now."
  chat: Chat
}

"That what the caller's list shows of a chat has changed."
type BadgeEvent @audience(by: ["viewer"]) {
  "The chat's global id."
  chatId: ID!
  "The chat as it is now; null once it is deleted or hidden."
  chat: Chat
  "Its workspace, for all that is unread there."
  workspace: Workspace
}

type Workspace @key(fields: "id") @audience(by: ["workspace"]) {
  id: ID!
  "The chats that the caller may read, newest first. Requires: membership."
  chats(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): ChatConnection @audience(by: ["viewer"])
  """
  Finds messages by their words, in the chats that the caller may read; deleted ones are not found, edited ones by what
  they say now. By RELEVANCE the newest 1,000 matches are ranked, by NEWEST all are reached. Requires: membership.
  """
  searchMessages(
    """
    At most 500 characters and 30 words, without regard to case and accents. All words must occur; "in quotes" behind
    each other, -without, and \`or\` between alternatives. The last word, from 3 letters, finds what begins so. Nothing
    to look for: BAD_USER_INPUT.
    """
    query: String!
    "Which messages; all that is given must hold."
    filter: MessageSearchFilter
    "The best first, or the newest first."
    orderBy: MessageSearchOrder! = RELEVANCE
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): MessageSearchHitConnection @audience(by: ["viewer"])
  """
  The chats in which the caller takes part, by their last activity, the latest first. What was changed is in it at once.
  Requires: membership.
  """
  sidebar(
    "How many from the start, 1 to 200; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 200."
    last: Int
    "End before this cursor."
    before: String
    "Which of them; all when absent."
    filter: SidebarFilter
  ): ChatConnection @audience(by: ["viewer"])
  "How many messages are unread in the chats in which the caller takes part, but for muted ones. Requires: membership."
  unreadCount: Int @audience(by: ["viewer"])
}

"Which messages are searched; all that is given must hold."
input MessageSearchFilter {
  "In one of these chats; at most 100. Those that the caller cannot see hold nothing."
  chatIds: [ID!]
  "By one of these users; at most 100."
  authorIds: [ID!]
  "Sent at this time or later."
  since: DateTime
  "Sent before this time."
  until: DateTime
  "Replies in threads alone, or messages of the chats themselves alone."
  isReply: Boolean
  "Those with files alone, or those without."
  hasAttachment: Boolean
}

"In which order found messages come."
enum MessageSearchOrder {
  "By how often and how near to each other the words occur; equal ones by age, the newest first."
  RELEVANCE
  "The newest first."
  NEWEST
}

"A message that was found."
type MessageSearchHit @audience(by: ["viewer"]) {
  "The message."
  message: Message!
  "Up to three stretches of the body around what was found, in order."
  highlights: [MessageHighlight!]!
  "How well it fits: comparable within one search, from 0."
  rank: Float!
}

"A stretch of a found message's body, as plain data: show the text, never run it."
type MessageHighlight @audience(by: ["viewer"]) {
  "The stretch in parts; joined they are the text as it stands in the body."
  segments: [MessageHighlightSegment!]!
}

"A part of a highlight."
type MessageHighlightSegment @audience(by: ["viewer"]) {
  "The text, as it stands in the body."
  text: String!
  "Whether this is what was looked for."
  isMatch: Boolean!
}

"A page of found messages."
type MessageSearchHitConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [MessageSearchHitEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [MessageSearchHit!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One found message and its place in the list."
type MessageSearchHitEdge @audience(by: ["viewer"]) {
  "The hit."
  node: MessageSearchHit!
  "Its place."
  cursor: String!
}

"Which chats of a sidebar."
input SidebarFilter {
  "Those with something unread."
  unreadOnly: Boolean
  "The caller's favourites."
  favouritesOnly: Boolean
  "Those of these kinds."
  kinds: [ChatKind!]
}

type User @key(fields: "id") @audience(by: ["workspace"]) {
  id: ID!
  """
  The direct chats in which both the caller and this user take part, the latest made first; of oneself: all. Requires:
  participation.
  """
  directChats(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): ChatConnection @audience(by: ["viewer"])
}

"The new chat."
input CreateChatInput {
  "The workspace."
  workspaceId: ID!
  "The name, 1 to 200 characters; unique among the channels of the workspace without regard to case."
  name: String!
  "CHANNEL or DISCUSSION; the other kinds come about by themselves."
  kind: ChatKind! = CHANNEL
  "Who may read it."
  visibility: ChatVisibility! = PUBLIC
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new chat."
type CreateChatPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What is to become of a chat: what is absent stays."
input UpdateChatInput {
  "The chat."
  chatId: ID!
  "The name, as when creating; it cannot be cleared. Taken by another channel: CONFLICT."
  name: String
  "What is being talked of: one line of 1 to 250 characters; null clears it."
  topic: String
  "What the chat is for: Markdown, 1 to 2,000 characters, no control characters but tab and line break; null clears it."
  description: String
  "Who may read it; it cannot be cleared."
  visibility: ChatVisibility
  "The version that the chat must have; CONFLICT otherwise."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The chat as it is now."
type UpdateChatPayload implements Payload @audience(by: ["viewer"]) {
  "The chat as it is now; null when refused, but for a CONFLICT about the version."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Where one is writing."
input SetTypingInput {
  "The chat."
  chatId: ID!
  "Whether one is writing, or has stopped."
  isTyping: Boolean! = true
  "Given back unchanged."
  clientMutationId: String
}

"What the others see."
type SetTypingPayload implements Payload @audience(by: ["viewer"]) {
  "Until when the others see that the caller is writing; null when they do not."
  expiresAt: DateTime
  "Why it was refused; empty when it was not."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which chat to delete."
input DeleteChatInput {
  "The chat."
  chatId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The chat that is gone."
type DeleteChatPayload implements Payload @audience(by: ["viewer"]) {
  "Its former global id; null when refused."
  chatId: ID
  "The position of the change in the entity's own stream; null when refused."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"With whom to have a direct chat."
input OpenDirectChatInput {
  "The workspace."
  workspaceId: ID!
  "The others, 1 to 8 of them: active members of the workspace who are not guests. The caller and repetitions do not count."
  userIds: [ID!]!
  "Given back unchanged."
  clientMutationId: String
}

"The direct chat."
type OpenDirectChatPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when the chat was there already."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which chat to join."
input JoinChatInput {
  "The chat."
  chatId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The chat that was joined."
type JoinChatPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to add to which chat."
input AddChatParticipantInput {
  "The chat."
  chatId: ID!
  "The user."
  userId: ID!
  "What the participant may do."
  role: ChatRole! = MEMBER
  "Given back unchanged."
  clientMutationId: String
}

"The chat with its new participant."
type AddChatParticipantPayload implements Payload @audience(by: ["viewer"]) {
  "The participant; null when refused."
  participant: ChatParticipant
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whose role to change, where, to what."
input UpdateChatParticipantInput {
  "The chat."
  chatId: ID!
  "The participant."
  userId: ID!
  "What the participant may do from now on."
  role: ChatRole!
  "Given back unchanged."
  clientMutationId: String
}

"The participant with the new role."
type UpdateChatParticipantPayload implements Payload @audience(by: ["viewer"]) {
  "The participant; null when refused."
  participant: ChatParticipant
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Whom to remove from which chat."
input RemoveChatParticipantInput {
  "The chat."
  chatId: ID!
  "The user."
  userId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The chat without the participant."
type RemoveChatParticipantPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused, and for whoever cannot see it any more."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which chat to close."
input CloseChatInput {
  "The chat."
  chatId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The closed chat."
type CloseChatPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which chat to reopen."
input ReopenChatInput {
  "The chat."
  chatId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The reopened chat."
type ReopenChatPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The message to send."
input SendMessageInput {
  "The chat."
  chatId: ID!
  """
  What to say: Markdown, 1 to 40,000 characters, no control characters but tab and line break; it may be empty where
  there are attachments.
  """
  body: String!
  """
  The message to reply to, in its thread; a reply stands for the thread that it is in. BAD_USER_INPUT for a message of
  another chat, CONFLICT for one that is deleted.
  """
  threadRootId: ID
  """
  The files that it has, at most 10, each once: the caller's own, uploaded for this chat (else NOT_FOUND), and no other
  message's (else CONFLICT).
  """
  attachmentIds: [ID!]
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The message that was sent."
type SendMessagePayload implements Payload @audience(by: ["viewer"]) {
  "The message; null when refused."
  message: Message
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What a message says from now on."
input EditMessageInput {
  "The message."
  messageId: ID!
  """
  What to say: Markdown, 1 to 40,000 characters, no control characters but tab and line break; it may be empty where
  there are attachments.
  """
  body: String!
  "The version that the caller has seen: any other is refused with CONFLICT. Absent: whatever it is now is replaced."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The edited message."
type EditMessagePayload implements Payload @audience(by: ["viewer"]) {
  "The message; null when refused, unless for its version: then as it is now."
  message: Message
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which message to delete."
input DeleteMessageInput {
  "The message."
  messageId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The deleted message."
type DeleteMessagePayload implements Payload @audience(by: ["viewer"]) {
  "The empty message that is left; null when refused."
  message: Message
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"A reaction to make."
input AddReactionInput {
  "The message."
  messageId: ID!
  "One emoji as the Unicode standard lists them (RGI), with its skin tone; no short name such as \`:+1:\`."
  emoji: String!
  "Given back unchanged."
  clientMutationId: String
}

"The message with the reaction."
type AddReactionPayload implements Payload @audience(by: ["viewer"]) {
  "The message; null when refused."
  message: Message
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"A reaction to take back."
input RemoveReactionInput {
  "The message."
  messageId: ID!
  "The emoji of the reaction."
  emoji: String!
  "Given back unchanged."
  clientMutationId: String
}

"The message without the reaction."
type RemoveReactionPayload implements Payload @audience(by: ["viewer"]) {
  "The message; null when refused."
  message: Message
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which message to pin."
input PinMessageInput {
  "The message."
  messageId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The pinned message."
type PinMessagePayload implements Payload @audience(by: ["viewer"]) {
  "The message; null when refused."
  message: Message
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"From which message to take the pin."
input UnpinMessageInput {
  "The message."
  messageId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The message without a pin."
type UnpinMessagePayload implements Payload @audience(by: ["viewer"]) {
  "The message; null when refused."
  message: Message
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"A file to upload."
input CreateAttachmentInput {
  "The chat that it is for."
  chatId: ID!
  "Its name, 1 to 1000 characters; what is no part of a plain name is taken out."
  fileName: String!
  """
  What it is; no HTML, SVG, XML or script. Parameters do not count. One of: \`image/png\`, \`image/jpeg\`, \`image/gif\`, \`image/webp\`, \`image/avif\`, \`image/heic\`, \`image/heif\`, \`image/tiff\`, \`image/bmp\`, \`application/pdf\`,
  \`text/plain\`, \`text/csv\`, \`text/markdown\`, \`application/json\`, \`application/rtf\`, \`application/msword\`,
  \`application/vnd.ms-excel\`, \`application/vnd.ms-powerpoint\`,
  \`application/vnd.openxmlformats-officedocument.wordprocessingml.document\`,
  \`application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\`,
  \`application/vnd.openxmlformats-officedocument.presentationml.presentation\`,
  \`application/vnd.oasis.opendocument.text\`, \`application/vnd.oasis.opendocument.spreadsheet\`,
  \`application/vnd.oasis.opendocument.presentation\`, \`application/zip\`, \`application/gzip\`,
  \`application/x-7z-compressed\`, \`application/x-tar\`, \`audio/mpeg\`, \`audio/mp4\`, \`audio/aac\`, \`audio/ogg\`, \`audio/wav\`,
  \`audio/webm\`, \`audio/flac\`, \`video/mp4\`, \`video/webm\`, \`video/ogg\`, \`video/quicktime\`.
  """
  contentType: String!
  "How long it is, 1 to 25 MB (or what this platform is set to)."
  byteSize: Int!
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"Where the file is to be put."
type CreateAttachmentPayload implements Payload @audience(by: ["viewer"]) {
  "The attachment; null when refused."
  attachment: Attachment
  "PUT the file there within 15 minutes, with its content type; nothing else is asked for. Null when refused or when the file has come."
  uploadUrl: String
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What was read."
input MarkChatReadInput {
  "The chat."
  chatId: ID!
  "The last message that was read; the newest one when absent."
  messageId: ID
  "Given back unchanged."
  clientMutationId: String
}

"The chat as it stands for the caller."
type MarkChatReadPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What is to be read again."
input MarkChatUnreadInput {
  "The chat."
  chatId: ID!
  "The first message that is unread."
  messageId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The chat as it stands for the caller."
type MarkChatUnreadPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What the caller wants of a chat; what is absent stays, null is the default."
input UpdateChatPreferencesInput {
  "The chat."
  chatId: ID!
  "Whether it is muted; not by default."
  isMuted: Boolean
  "Whether it is a favourite; not by default."
  isFavourite: Boolean
  "Given back unchanged."
  clientMutationId: String
}

"The chat as it stands for the caller."
type UpdateChatPreferencesPayload implements Payload @audience(by: ["viewer"]) {
  "The chat; null when refused."
  chat: Chat
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}
`);
