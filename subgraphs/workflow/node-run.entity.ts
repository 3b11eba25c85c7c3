import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NodeRunStatus = 'RUNNING' | 'COMPLETED' | 'FAILED';

/** What one node did in a run. */
@Entity({ schema: 'workflow', name: 'node_run' })
export class NodeRunEntity {
  @PrimaryColumn({ type: 'uuid', name: 'execution_id' })
  executionId!: string;

  @PrimaryColumn({ type: 'text', name: 'node_id' })
  nodeId!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'uuid', name: 'creator_id' })
  creatorId!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  status!: NodeRunStatus;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
