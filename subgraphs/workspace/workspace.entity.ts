import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tenant. */
@Entity({ schema: 'workspace', name: 'workspace' })
export class WorkspaceEntity {
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

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** What is read of a workspace `w`. */
export const WORKSPACE_COLUMNS =
  'w.id, w.workspace_id, w.scope_id, w.creator_id, w.name, w.slug, w.version, w.created_at';
