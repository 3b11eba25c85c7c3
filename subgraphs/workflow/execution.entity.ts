import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ExecutionStatus = 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED';

/** One run of a workflow. It runs the deployment that was there when it was queued. */
@Entity({ schema: 'workflow', name: 'execution' })
export class ExecutionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  /** The chat of the event that started it. */
  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  /** Whose act started it. */
  @Column({ type: 'uuid', name: 'creator_id' })
  creatorId!: string;

  @Column({ type: 'uuid', name: 'workflow_id' })
  workflowId!: string;

  @Column({ type: 'integer', name: 'deployment_version' })
  deploymentVersion!: number;

  @Column({ type: 'text' })
  status!: ExecutionStatus;

  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ type: 'text', name: 'idempotency_key' })
  idempotencyKey!: string;

  @Column({ type: 'uuid', name: 'trigger_event_id', nullable: true })
  triggerEventId!: string | null;

  /** The event that queued it, which causes what the run does. */
  @Column({ type: 'uuid', name: 'queued_event_id' })
  queuedEventId!: string;

  /** How many runs lie between a person's act and what this one does, itself included. */
  @Column({ type: 'integer' })
  depth!: number;

  @Column({ type: 'text', name: 'correlation_id' })
  correlationId!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
