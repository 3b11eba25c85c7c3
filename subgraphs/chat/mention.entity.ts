import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody is mentioned by name in a message. */
@Entity({ schema: 'chat', name: 'mention' })
export class MentionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'chat_id' })
  chatId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'message_id' })
  messageId!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;
}
