import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GraphEdge, GraphNode } from './graph.logic';

/** A graph of nodes that does work by itself, as its draft stands. */
@Entity({ schema: 'workflow', name: 'workflow' })
export class WorkflowEntity {
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

  @Column({ type: 'jsonb' })
  nodes!: GraphNode[];

  @Column({ type: 'jsonb' })
  edges!: GraphEdge[];

  /** The version that runs; null when none does. */
  @Column({ type: 'integer', name: 'deployed_version', nullable: true })
  deployedVersion!: number | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
