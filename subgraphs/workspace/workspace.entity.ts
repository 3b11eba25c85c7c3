import { Column, Entity, PrimaryColumn } from 'typeorm';

export type WorkspaceTheme = 'SYSTEM' | 'LIGHT' | 'DARK';

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

  @Column({ type: 'text', name: 'logo_url', nullable: true })
  logoUrl!: string | null;

  @Column({ type: 'text', name: 'primary_color', nullable: true })
  primaryColor!: string | null;

  @Column({ type: 'text', name: 'accent_color', nullable: true })
  accentColor!: string | null;

  @Column({ type: 'text' })
  theme!: WorkspaceTheme;

  @Column({ type: 'text' })
  locale!: string;

  /** For how many days messages are kept; null for ever. */
  @Column({ type: 'integer', name: 'message_days', nullable: true })
  messageDays!: number | null;

  /** When it was archived; null while it is not. */
  @Column({ type: 'timestamptz', name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** A workspace's settings are columns of its own. */
export type WorkspaceSettingsRow = WorkspaceEntity;

/** What is read of a workspace `w`. */
export const WORKSPACE_COLUMNS = `w.id, w.workspace_id, w.scope_id, w.creator_id, w.name, w.slug, w.logo_url,
  w.primary_color, w.accent_color, w.theme, w.locale, w.message_days, w.archived_at, w.version, w.created_at`;
