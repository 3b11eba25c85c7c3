import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ChatKind = 'CHANNEL' | 'DISCUSSION' | 'DIRECT' | 'TASK' | 'BUG' | 'EPIC';
export type ChatVisibility = 'PUBLIC' | 'PRIVATE';

/** A conversation. */
@Entity({ schema: 'chat', name: 'chat' })
export class ChatEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'uuid', name: 'creator_id' })
  creatorId!: string;

  @Column({ type: 'text' })
  name!: string;

  /** What is being talked of, in a line. */
  @Column({ type: 'text', nullable: true })
  topic!: string | null;

  /** What the chat is for. */
  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'text' })
  kind!: ChatKind;

  @Column({ type: 'boolean', name: 'is_closed' })
  isClosed!: boolean;

  /** The task whose chat it is. */
  @Column({ type: 'uuid', name: 'task_id', nullable: true })
  taskId!: string | null;

  /** Of a direct chat: the ids of its people, sorted. */
  @Column({ type: 'text', name: 'direct_key', nullable: true })
  directKey!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  /** Read from `access.scope`, where permission looks it up: never a column of the chat. */
  visibility!: ChatVisibility;
}

/** What is read of a chat `c` with its scope `s`. */
export const CHAT_COLUMNS =
  'c.id, c.workspace_id, c.scope_id, c.creator_id, c.name, c.topic, c.description, c.kind, c.is_closed, c.task_id, c.direct_key, c.version, c.created_at, s.visibility';
