import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ChatRole = 'ADMIN' | 'MEMBER' | 'READER';

/** That a user takes part in a chat: a row of the one membership table, whose scope is the chat. */
@Entity({ schema: 'access', name: 'membership' })
export class ChatParticipantEntity {
  @PrimaryColumn({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'text' })
  role!: ChatRole;

  @Column({ type: 'boolean' })
  active!: boolean;

  /** Who let the participant in; null where nobody knows any more. */
  @Column({ type: 'uuid', name: 'added_by', nullable: true })
  addedBy!: string | null;

  /** How many messages the chat had when they joined. */
  @Column({ type: 'integer', name: 'joined_ordinal', nullable: true })
  joinedOrdinal!: number | null;

  @Column({ type: 'timestamptz', name: 'joined_at' })
  joinedAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}
