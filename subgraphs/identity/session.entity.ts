import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's sign-in by one device. The identity provider's `sid` is kept as a hash alone. */
@Entity({ schema: 'identity', name: 'session' })
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @Column({ type: 'text', name: 'sid_hash' })
  sidHash!: string;

  @Column({ type: 'text', name: 'ip_address', nullable: true })
  ipAddress!: string | null;

  @Column({ type: 'text', name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column({ type: 'text' })
  device!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at' })
  lastSeenAt!: Date;

  /** When the newest token of it that was seen expires. */
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}

/** What is read of a session `s`. */
export const SESSION_COLUMNS = `s.id, s.user_id, s.sid_hash, s.ip_address, s.user_agent, s.device, s.created_at, s.last_seen_at,
  s.expires_at, s.revoked_at`;
