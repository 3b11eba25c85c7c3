import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MentionedGroup, TagResult } from '../../schema/events';

/** What somebody said in a chat. */
@Entity({ schema: 'chat', name: 'message' })
export class MessageEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'uuid', name: 'chat_id' })
  chatId!: string;

  @Column({ type: 'uuid', name: 'author_id' })
  authorId!: string;

  @Column({ type: 'text' })
  body!: string;

  /** Whether a bot or a workflow posted it. */
  @Column({ type: 'boolean', name: 'is_automatic' })
  isAutomatic!: boolean;

  /** How many tags the body has. */
  @Column({ type: 'integer', name: 'tag_count' })
  tagCount!: number;

  /** One entry for each tag that has been decided, in the order written. */
  @Column({ type: 'jsonb', name: 'tag_results' })
  tagResults!: TagResult[];

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  /** Grows with each edit, and with the deletion. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  /** A deleted message stays as an empty place among the others. */
  @Column({ type: 'timestamptz', name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;

  /** The message that began the thread; null for a message of the chat itself. */
  @Column({ type: 'uuid', name: 'thread_root_id', nullable: true })
  threadRootId!: string | null;

  /** How many replies it has that are not deleted. */
  @Column({ type: 'integer', name: 'reply_count' })
  replyCount!: number;

  @Column({ type: 'timestamptz', name: 'last_reply_at', nullable: true })
  lastReplyAt!: Date | null;

  /** Whom an `@channel` or `@here` in it means, beside those who are mentioned by name. */
  @Column({ type: 'text', name: 'mentioned_group', nullable: true })
  mentionedGroup!: MentionedGroup | null;
  /** The words of the body with their places, and where the message stands; read by search alone. */
  @Column({ type: 'tsvector', select: false })
  words!: string;

  /** When it was pinned to its chat; null when it is not. */
  @Column({ type: 'timestamptz', name: 'pinned_at', nullable: true })
  pinnedAt!: Date | null;
  /** Its place among the messages of the chat itself, from 1; null for replies. */
  @Column({ type: 'integer', nullable: true })
  ordinal!: number | null;
}

/** What a message said before it was edited. */
@Entity({ schema: 'chat', name: 'message_revision' })
export class MessageRevisionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'message_id' })
  messageId!: string;

  /** The version of the message that said this. */
  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'uuid', name: 'author_id' })
  authorId!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt!: Date;
}

/** What is read of a message `m`. */
export const MESSAGE_COLUMNS =
  'm.id, m.workspace_id, m.scope_id, m.chat_id, m.author_id, m.body, m.is_automatic, m.tag_count, m.tag_results, m.created_at, m.version, m.edited_at, m.deleted_at, m.thread_root_id, m.reply_count, m.last_reply_at, m.mentioned_group, m.pinned_at';

/** What is read of a revision `r`. */
export const REVISION_COLUMNS =
  'r.message_id, r.version, r.workspace_id, r.scope_id, r.author_id, r.body, r.written_at';
