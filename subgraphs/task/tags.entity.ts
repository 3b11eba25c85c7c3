import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That the tags of a message have been decided. */
@Entity({ schema: 'task', name: 'tag_decision' })
export class TagDecisionEntity {
  @PrimaryColumn('uuid', { name: 'message_id' })
  messageId!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /** The chat. */
  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;
}
