import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GraphEdge, GraphNode } from './graph.logic';

/** A frozen version of a workflow. The database refuses to change one. */
@Entity({ schema: 'workflow', name: 'deployment' })
export class DeploymentEntity {
  @PrimaryColumn({ type: 'uuid', name: 'workflow_id' })
  workflowId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  /** Who deployed it. */
  @Column({ type: 'uuid', name: 'creator_id' })
  creatorId!: string;

  @Column({ type: 'jsonb' })
  nodes!: GraphNode[];

  @Column({ type: 'jsonb' })
  edges!: GraphEdge[];

  /** The type of event that starts it; null when none does. */
  @Column({ type: 'text', name: 'trigger_event', nullable: true })
  triggerEvent!: string | null;

  @Column({ type: 'timestamptz', name: 'deployed_at' })
  deployedAt!: Date;
}
