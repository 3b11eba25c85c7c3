import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a chat has come. */
@Entity({ schema: 'chat', name: 'activity' })
export class ActivityEntity {
  @PrimaryColumn({ type: 'uuid', name: 'chat_id' })
  chatId!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  /** Of the messages of the chat itself, the deleted ones among them. */
  @Column({ type: 'integer', name: 'message_count' })
  messageCount!: number;

  /** The newest that is not deleted. */
  @Column({ type: 'uuid', name: 'last_message_id', nullable: true })
  lastMessageId!: string | null;

  /** When something was last said; when the chat was made, while nothing was. */
  @Column({ type: 'timestamptz', name: 'active_at' })
  activeAt!: Date;
}

/** What somebody said themselves of a chat that they take part in. */
@Entity({ schema: 'chat', name: 'reading' })
export class ReadingEntity {
  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'chat_id' })
  chatId!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  /** The last message that they call read, by its place. */
  @Column({ type: 'integer', name: 'read_ordinal' })
  readOrdinal!: number;

  /** How far the chat had come when they did; -1 where they never have. */
  @Column({ type: 'integer', name: 'as_of' })
  asOf!: number;

  /** How many of the messages in between are their own. */
  @Column({ type: 'integer', name: 'own_after' })
  ownAfter!: number;

  /** Replies in threads count as read up to then. */
  @Column({ type: 'timestamptz', name: 'replies_until', nullable: true })
  repliesUntil!: Date | null;

  @Column({ type: 'boolean', name: 'is_muted' })
  isMuted!: boolean;

  @Column({ type: 'boolean', name: 'is_favourite' })
  isFavourite!: boolean;
}

/** How a participant stands to a chat now. */
export interface ChatViewerStateRow {
  chatId: string;
  workspaceId: string;
  kind: string;
  messageCount: number;
  activeAt: Date;
  /** The last message that counts as read, by its place. */
  readOrdinal: number;
  lastReadMessageId: string | null;
  unreadCount: number;
  mentionCount: number;
  isMuted: boolean;
  isFavourite: boolean;
}

/** Whether a message `x` lies behind where the caller has read; replies have no place, and go by time. */
const BEHIND = '(x.ordinal > p.read_ordinal OR (x.ordinal IS NULL AND x.created_at > p.replies_until))';

/**
 * How the caller stands to the chats `c` that they take part in. What they have read goes by what they said last, or by
 * what they have sent, or by when they joined, whichever was last. What counts is looked up by indexes: it costs the
 * same however many messages lie behind, but for those among them that are deleted or mention the caller. OFFSET keeps
 * the place a plain value: row-level security lets no computed one into an index.
 */
export const VIEWER_STATES = `SELECT c.id AS chat_id, c.workspace_id, c.kind, a.message_count, a.active_at, p.read_ordinal,
    (SELECT l.id FROM chat.message l WHERE l.chat_id = c.id AND l.ordinal = p.read_ordinal) AS last_read_message_id,
    greatest(0, a.message_count - p.read_ordinal - p.own_after - (
      SELECT count(*) FROM chat.message d WHERE d.chat_id = c.id AND d.ordinal > p.read_ordinal
        AND d.deleted_at IS NOT NULL AND d.author_id <> access.caller()))::integer AS unread_count,
    ((SELECT count(*) FROM chat.mention t JOIN chat.message x ON x.id = t.message_id
      WHERE t.user_id = access.caller() AND t.chat_id = c.id AND NOT x.mentions_all AND ${BEHIND})
    + (SELECT count(*) FROM chat.message x
       WHERE x.chat_id = c.id AND x.mentions_all AND x.author_id <> access.caller() AND ${BEHIND}))::integer AS mention_count,
    coalesce(r.is_muted, false) AS is_muted, coalesce(r.is_favourite, false) AS is_favourite
  FROM access.mine m
  JOIN chat.chat c ON c.id = m.scope_id
  JOIN access.membership own ON own.scope_id = c.id AND own.user_id = access.caller()
  JOIN chat.activity a ON a.chat_id = c.id
  LEFT JOIN chat.reading r ON r.chat_id = c.id AND r.user_id = access.caller()
  LEFT JOIN LATERAL (
    SELECT o.ordinal, o.created_at FROM chat.message o
    WHERE o.chat_id = c.id AND o.author_id = access.caller() AND o.ordinal IS NOT NULL
    ORDER BY o.ordinal DESC LIMIT 1
  ) sent ON true
  CROSS JOIN LATERAL (SELECT greatest(own.joined_ordinal, sent.ordinal, 0) AS reached) w
  CROSS JOIN LATERAL (
    SELECT CASE WHEN w.reached > coalesce(r.as_of, -1) THEN w.reached ELSE r.read_ordinal END AS read_ordinal,
           CASE WHEN w.reached > coalesce(r.as_of, -1) THEN 0 ELSE r.own_after END AS own_after,
           CASE WHEN w.reached > coalesce(r.as_of, -1) THEN greatest(own.joined_at, sent.created_at)
                ELSE r.replies_until END AS replies_until
    OFFSET 0
  ) p`;
