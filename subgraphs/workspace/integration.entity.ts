import { Column, Entity, PrimaryColumn } from 'typeorm';

export type IntegrationKind = 'GITHUB' | 'GITLAB' | 'JIRA' | 'LINEAR' | 'EMAIL' | 'WEBHOOK' | 'OTHER';

/** What work comes to a workspace from. */
@Entity({ schema: 'workspace', name: 'integration' })
export class IntegrationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'scope_id' })
  scopeId!: string;

  @Column('uuid', { name: 'creator_id' })
  creatorId!: string;

  @Column('text')
  kind!: IntegrationKind;

  @Column('text')
  name!: string;

  /** What it is called where it is. */
  @Column('text', { name: 'external_reference', nullable: true })
  externalReference!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

export const INTEGRATION_COLUMNS =
  'i.id, i.workspace_id, i.scope_id, i.creator_id, i.kind, i.name, i.external_reference, i.created_at';
