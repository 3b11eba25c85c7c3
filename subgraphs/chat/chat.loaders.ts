import DataLoader from 'dataloader';
import type { Context } from '../kit/context';
import { makeListLoader, makeLoader, makeLoaderOfEach } from '../kit/loader';
import { makePagedLoader, type PagedList } from '../kit/paged-loader';
import { parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { makeEventsCursorLoader } from '../kit/topics';
import { queryRows } from '../kit/transaction';
import { ATTACHMENT_COLUMNS, type AttachmentEntity } from './attachment.entity';
import { CHAT_COLUMNS, type ChatEntity } from './chat.entity';
import type { WorkspaceRole } from './chat.policy';
import type { MentionEntity } from './mention.entity';
import {
  MESSAGE_COLUMNS,
  REVISION_COLUMNS,
  type MessageEntity,
  type MessageRevisionEntity,
} from './message.entity';
import type { ChatRole } from './participant.entity';
import type { ThreadAuthorEntity } from './thread.entity';
import { HITS_IN_WORKSPACES, type MessageSearchHitRow, type Search } from './search.entity';
import { boundsOf, toTsquery } from './search.logic';
import type { ReactionGroupRow, ReactorRow } from './reaction.entity';
import { VIEWER_STATES, type ActivityEntity, type ChatViewerStateRow } from './sidebar.entity';

/** What the caller is in a chat. */
interface OwnRole {
  scopeId: string;
  role: ChatRole;
  workspaceRole: WorkspaceRole;
  isArchived: boolean;
}

const DIRECT_CHATS: PagedList<ChatEntity> = {
  keyset: ['uuid'],
  columns: ['c.id'],
  descending: true,
  keysetOf: (chat) => [chat.id],
  text: (where, orderAndLimit) =>
    `/* chat.listDirectChats */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${CHAT_COLUMNS} FROM access.mine own JOIN chat.chat c ON c.id = own.scope_id AND c.kind = 'DIRECT'
       JOIN access.scope s ON s.scope_id = c.scope_id
       JOIN access.membership m ON m.scope_id = c.scope_id AND m.user_id = k.id AND m.active
       WHERE true${where}${orderAndLimit}
     ) x`,
};

const REVISIONS: PagedList<MessageRevisionEntity> = {
  keyset: ['integer'],
  columns: ['r.version'],
  descending: true,
  keysetOf: (revision) => [String(revision.version)],
  text: (where, orderAndLimit) =>
    `/* chat.listRevisions */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${REVISION_COLUMNS} FROM chat.message_revision r WHERE r.message_id = k.id${where}${orderAndLimit}
     ) x`,
};

const REPLIES: PagedList<MessageEntity> = {
  keyset: ['uuid'],
  columns: ['m.id'],
  keysetOf: (message) => [message.id],
  text: (where, orderAndLimit) =>
    `/* chat.listReplies */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${MESSAGE_COLUMNS} FROM chat.message m WHERE m.thread_root_id = k.id${where}${orderAndLimit}
     ) x`,
};

const THREAD_AUTHORS: PagedList<ThreadAuthorEntity> = {
  keyset: ['timestamptz', 'uuid'],
  columns: ['a.joined_at', 'a.user_id'],
  keysetOf: ({ joinedAt, userId }) => [joinedAt.toISOString(), userId],
  text: (where, orderAndLimit) =>
    `/* chat.listThreadAuthors */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT a.root_id, a.user_id, a.reply_count, a.joined_at FROM chat.thread_author a WHERE a.root_id = k.id${where}${orderAndLimit}
     ) x`,
};

const MENTIONS: PagedList<MentionEntity> = {
  keyset: ['uuid'],
  columns: ['u.user_id'],
  keysetOf: ({ userId }) => [userId],
  text: (where, orderAndLimit) =>
    `/* chat.listMentions */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT u.user_id, u.message_id FROM chat.mention u WHERE u.message_id = k.id${where}${orderAndLimit}
     ) x`,
};

/** The pinned messages of a chat, the latest pin first. */
const PINS: PagedList<MessageEntity> = {
  keyset: ['timestamptz', 'uuid'],
  columns: ['m.pinned_at', 'm.id'],
  descending: true,
  keysetOf: (message) => [message.pinnedAt!.toISOString(), message.id],
  text: (where, orderAndLimit) =>
    `/* chat.listPins */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT ${MESSAGE_COLUMNS} FROM chat.message m
       WHERE m.chat_id = k.id AND m.pinned_at IS NOT NULL${where}${orderAndLimit}
     ) x`,
};

/** The parent's key is the message's id and the emoji, with a space between them. */
const REACTORS: PagedList<ReactorRow> = {
  keyset: ['timestamptz', 'uuid'],
  columns: ['r.created_at', 'r.user_id'],
  keysetOf: (reactor) => [reactor.createdAt.toISOString(), reactor.userId],
  text: (where, orderAndLimit) =>
    `/* chat.listReactors */ SELECT k.id AS parent_key, x.* FROM unnest($1::text[]) AS k (id) CROSS JOIN LATERAL (
       SELECT r.user_id, r.created_at FROM chat.reaction r
       WHERE r.message_id = left(k.id, 36)::uuid AND r.emoji = substr(k.id, 38)${where}${orderAndLimit}
     ) x`,
};

const ATTACHMENTS = `/* chat.attachmentsOfMessages */ SELECT ${ATTACHMENT_COLUMNS} FROM chat.attachment a
  WHERE a.message_id = ANY ($1::uuid[]) AND a.removed_at IS NULL ORDER BY a.position`;

const REACTIONS = `/* chat.reactionsOfMessages */ SELECT r.message_id, r.emoji, count(*)::int AS count
  FROM chat.reaction r WHERE r.message_id = ANY ($1::uuid[])
  GROUP BY r.message_id, r.emoji ORDER BY min(r.created_at), r.emoji COLLATE "C"`;
const OWN_REACTIONS = `/* chat.ownReactions */ SELECT r.message_id, r.emoji FROM chat.reaction r
  WHERE r.message_id = ANY ($1::uuid[]) AND r.user_id = access.caller()`;

/** Which chats of a sidebar to list. */
export interface SidebarFilter {
  unreadOnly?: boolean | null;
  favouritesOnly?: boolean | null;
  kinds?: readonly string[] | null;
}

/** A whole sidebar is one page. */
const MOST_CHATS = 200;

const sidebar = (filter: SidebarFilter): PagedList<ChatViewerStateRow> => ({
  keyset: ['timestamptz', 'uuid'],
  columns: ['s.active_at', 's.chat_id'],
  descending: true,
  most: MOST_CHATS,
  parameters: [filter.unreadOnly ?? false, filter.favouritesOnly ?? false, filter.kinds ?? null],
  keysetOf: ({ activeAt, chatId }) => [activeAt.toISOString(), chatId],
  text: (where, orderAndLimit) =>
    `/* chat.listSidebar */ SELECT k.id AS parent_key, x.* FROM unnest($1::uuid[]) AS k (id) CROSS JOIN LATERAL (
       SELECT s.* FROM (${VIEWER_STATES} WHERE m.workspace_id = k.id) s
       WHERE ($2::boolean IS NOT TRUE OR s.unread_count > 0) AND ($3::boolean IS NOT TRUE OR s.is_favourite)
         AND ($4::text[] IS NULL OR s.kind = ANY ($4))${where}${orderAndLimit}
     ) x`,
});

export interface ChatLoaders {
  chatById: DataLoader<string, ChatEntity | null>;
  messageById: DataLoader<string, MessageEntity | null>;
  /** A page of what the message of that id said before. */
  revisionsOfMessage: (messageId: string, args: PageArgs) => Promise<Connection<MessageRevisionEntity>>;
  /** A page of the replies in the thread that the message of that id began. */
  repliesOfMessage: (messageId: string, args: PageArgs) => Promise<Connection<MessageEntity>>;
  /** A page of who has replied in that thread. */
  authorsOfThread: (messageId: string, args: PageArgs) => Promise<Connection<ThreadAuthorEntity>>;
  /** A page of whom the message of that id mentions by name. */
  mentionsOfMessage: (messageId: string, args: PageArgs) => Promise<Connection<MentionEntity>>;
  /** A page of the direct chats in which the user of that id and the caller take part. */
  directChatsOfUser: (userId: string, args: PageArgs) => Promise<Connection<ChatEntity>>;
  /** A page of what is found in the workspace of that id. */
  hitsInWorkspace: (workspaceId: string, search: Search) => Promise<Connection<MessageSearchHitRow>>;
  /** A page of the pinned messages of the chat of that id. */
  pinsOfChat: (chatId: string, args: PageArgs) => Promise<Connection<MessageEntity>>;
  /** The files of the message of that id, in their order. */
  attachmentsOfMessage: DataLoader<string, AttachmentEntity[]>;
  /** The reactions to the message of that id by emoji, in the order of each emoji's first. */
  reactionsOfMessage: DataLoader<string, ReactionGroupRow[]>;
  /** The caller's own, by the message. */
  ownReactionsOfMessage: DataLoader<string, Pick<ReactionGroupRow, 'messageId' | 'emoji'>[]>;
  /** Who reacted, by a key of message and emoji. */
  reactorsOfGroup: (key: string, args: PageArgs) => Promise<Connection<ReactorRow>>;
  /** By the chat's id; null where the caller does not take part. */
  ownRoleByChat: DataLoader<string, OwnRole | null>;
  activityByChat: DataLoader<string, ActivityEntity | null>;
  /** By the chat's id; null where the caller does not take part. */
  viewerStateByChat: DataLoader<string, ChatViewerStateRow | null>;
  /** How much is unread in the workspace of that id; null where the caller takes part in no chat. */
  unreadByWorkspace: DataLoader<string, { unreadCount: number } | null>;
  /** A page of the chats of the workspace of that id in which the caller takes part, by activity. */
  sidebarOfWorkspace: (
    workspaceId: string,
    filter: SidebarFilter,
    args: PageArgs,
  ) => Promise<Connection<ChatViewerStateRow>>;
  /** By topic. */
  eventsCursor: DataLoader<string, string>;
}

export type ChatContext = Context<ChatLoaders>;

/** The loaders of a request; they find what the caller may see. */
export function makeChatLoaders(ctx: Context): ChatLoaders {
  return {
    chatById: makeLoader<ChatEntity>(
      ctx,
      `/* chat.chatsById */ SELECT ${CHAT_COLUMNS} FROM chat.chat c
       JOIN access.scope s ON s.scope_id = c.scope_id WHERE c.id = ANY ($1::uuid[])`,
      (chat) => chat.id,
    ),
    messageById: makeLoader<MessageEntity>(
      ctx,
      `/* chat.messagesById */ SELECT ${MESSAGE_COLUMNS} FROM chat.message m WHERE m.id = ANY ($1::uuid[])`,
      (message) => message.id,
    ),
    directChatsOfUser: makePagedLoader(ctx, DIRECT_CHATS),
    revisionsOfMessage: makePagedLoader(ctx, REVISIONS),
    repliesOfMessage: makePagedLoader(ctx, REPLIES),
    authorsOfThread: makePagedLoader(ctx, THREAD_AUTHORS),
    mentionsOfMessage: makePagedLoader(ctx, MENTIONS),
    hitsInWorkspace: makeSearchLoader(ctx),
    reactionsOfMessage: makeListLoader<ReactionGroupRow>(ctx, REACTIONS, (group) => group.messageId),
    ownReactionsOfMessage: makeListLoader(ctx, OWN_REACTIONS, (own) => own.messageId),
    attachmentsOfMessage: makeListLoader<AttachmentEntity>(ctx, ATTACHMENTS, (file) => file.messageId!),
    pinsOfChat: makePagedLoader(ctx, PINS),
    reactorsOfGroup: makePagedLoader(ctx, REACTORS),
    ...makeSidebarLoaders(ctx),
    eventsCursor: makeEventsCursorLoader(ctx),
    ownRoleByChat: makeLoader<OwnRole>(
      ctx,
      `/* chat.ownRoles */ SELECT m.scope_id, m.role, m.workspace_role, a.archived AS is_archived
       FROM access.mine m JOIN access.scope a ON a.scope_id = m.workspace_id WHERE m.scope_id = ANY ($1::uuid[])`,
      (own) => own.scopeId,
    ),
  };
}

/** Equal searches in many workspaces come in one statement. */
function makeSearchLoader(ctx: Context) {
  const loaderOf = makeLoaderOfEach((search: Search) => makeHitsLoader(ctx, search));
  return (workspaceId: string, search: Search): Promise<Connection<MessageSearchHitRow>> =>
    loaderOf(search).load(workspaceId);
}

function makeHitsLoader(ctx: Context, { query, orderBy, filter, page: args }: Search) {
  const byRank = orderBy === 'RELEVANCE';
  const page = parsePage(args, byRank ? ['integer', 'uuid', 'uuid'] : ['uuid']);
  const asked = { ...filter, ...boundsOf(page, byRank), byRank, backward: page.backward, limit: page.limit };
  const keysetOf = ({ rank, id, ceiling }: MessageSearchHitRow) =>
    byRank ? [String(rank), id, ceiling] : [id];
  return new DataLoader<string, Connection<MessageSearchHitRow>>(async (workspaceIds) => {
    const values = [workspaceIds, toTsquery(query), JSON.stringify(asked)];
    const rows = await queryRows<MessageSearchHitRow & { parentKey: string }>(
      ctx,
      HITS_IN_WORKSPACES,
      values,
    );
    for (const row of rows) row.query = query;
    const hitsIn = (id: string) => rows.filter(({ parentKey }) => parentKey === id);
    return workspaceIds.map((id) => toConnection(hitsIn(id), page, keysetOf));
  });
}

/** The loaders of a request for what its caller's sidebar shows. */
function makeSidebarLoaders(ctx: Context) {
  const viewerStateByChat = makeLoader<ChatViewerStateRow>(
    ctx,
    `/* chat.viewerStates */ ${VIEWER_STATES} WHERE c.id = ANY ($1::uuid[])`,
    (state) => state.chatId,
  );
  const listOf = makeLoaderOfEach((filter: SidebarFilter) => makePagedLoader(ctx, sidebar(filter)));
  return {
    viewerStateByChat,
    activityByChat: makeLoader<ActivityEntity>(
      ctx,
      `/* chat.activities */ SELECT a.chat_id, a.workspace_id, a.scope_id, a.message_count, a.last_message_id, a.active_at
       FROM chat.activity a WHERE a.chat_id = ANY ($1::uuid[])`,
      (activity) => activity.chatId,
    ),
    unreadByWorkspace: makeLoader<{ workspaceId: string; unreadCount: number }>(
      ctx,
      `/* chat.unreadOfWorkspaces */ SELECT s.workspace_id, sum(s.unread_count)::integer AS unread_count
       FROM (${VIEWER_STATES} WHERE m.workspace_id = ANY ($1::uuid[])) s WHERE NOT s.is_muted GROUP BY s.workspace_id`,
      ({ workspaceId }) => workspaceId,
    ),
    async sidebarOfWorkspace(workspaceId: string, filter: SidebarFilter, args: PageArgs) {
      const page = await listOf(filter)(workspaceId, args);
      for (const state of page.nodes) viewerStateByChat.prime(state.chatId, state);
      return page;
    },
  };
}
