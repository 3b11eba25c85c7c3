import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkspaceRole } from './membership.entity';

/** What makes people members of a workspace. Its token is not kept: only what recognises it. */
@Entity({ schema: 'workspace', name: 'invite' })
export class InviteEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'workspace_id' })
  workspaceId!: string;

  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'uuid', name: 'creator_id' })
  creatorId!: string;

  @Column({ type: 'text' })
  role!: WorkspaceRole;

  /** SHA-256, in hexadecimal. */
  @Column({ type: 'text', name: 'token_hash' })
  tokenHash!: string;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'integer', name: 'max_uses', nullable: true })
  maxUses!: number | null;

  @Column({ type: 'integer', name: 'used_count' })
  usedCount!: number;

  @Column({ type: 'uuid', name: 'invitee_id', nullable: true })
  inviteeId!: string | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** What is read of an invite `i`. */
export const INVITE_COLUMNS =
  'i.id, i.workspace_id, i.scope_id, i.creator_id, i.role, i.token_hash, i.expires_at, i.max_uses, i.used_count, i.invitee_id, i.revoked_at, i.created_at';

/** The invites `i` that whoever has the token may use: those of deactivated people wait until they are active again. */
export const VALID_INVITES =
  'workspace.invite i JOIN access.person c ON c.user_id = i.creator_id AND c.is_active';
