import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody answered a message with an emoji. */
@Entity({ schema: 'chat', name: 'reaction' })
export class ReactionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'message_id' })
  messageId!: string;

  @PrimaryColumn({ type: 'text' })
  emoji!: string;

  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @Column({ type: 'uuid', name: 'chat_id' })
  chatId!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** All reactions to a message with one emoji. */
export interface ReactionGroupRow {
  messageId: string;
  emoji: string;
  count: number;
}

/** One of those who reacted with an emoji. */
export interface ReactorRow {
  userId: string;
  createdAt: Date;
}
