import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who has replied in a thread. */
@Entity({ schema: 'chat', name: 'thread_author' })
export class ThreadAuthorEntity {
  @PrimaryColumn({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  /** How many of the replies that are not deleted are theirs. */
  @Column({ type: 'integer', name: 'reply_count' })
  replyCount!: number;

  /** When the first of these replies was sent. */
  @Column({ type: 'timestamptz', name: 'joined_at' })
  joinedAt!: Date;
}
