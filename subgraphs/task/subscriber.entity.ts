import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who is told of what becomes of a task. */
@Entity({ schema: 'task', name: 'subscriber' })
export class TaskSubscriberEntity {
  @PrimaryColumn('uuid', { name: 'task_id' })
  taskId!: string;

  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /** The task's. */
  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('timestamptz', { name: 'subscribed_at' })
  subscribedAt!: Date;
}
