import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key by which a person's programs call. What recognises the key itself is kept apart from it. */
@Entity({ schema: 'identity', name: 'api_key' })
export class ApiKeyEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'owner_id' })
  ownerId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  /** The one workspace in which it acts; null for all of its owner's. */
  @Column({ type: 'uuid', name: 'workspace_id', nullable: true })
  workspaceId!: string | null;

  @Column({ type: 'boolean', name: 'is_enabled' })
  isEnabled!: boolean;

  @Column({ type: 'integer', name: 'rate_limit_per_minute', nullable: true })
  rateLimitPerMinute!: number | null;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** What no event says of a key: the hash by which it is recognised, and its use. */
@Entity({ schema: 'identity', name: 'api_key_secret' })
export class ApiKeySecretEntity {
  @PrimaryColumn({ type: 'uuid', name: 'key_id' })
  keyId!: string;

  @Column({ type: 'uuid', name: 'owner_id' })
  ownerId!: string;

  @Column({ type: 'bytea', name: 'secret_hash' })
  secretHash!: Buffer;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  /** The owner's realm roles, as the newest of the owner's tokens named them. */
  @Column({ type: 'text', array: true, name: 'owner_roles' })
  ownerRoles!: string[];

  @Column({ type: 'timestamptz', name: 'owner_seen_at' })
  ownerSeenAt!: Date;
}

/** A key and when it was last used. */
export interface ApiKeyRow extends ApiKeyEntity {
  lastUsedAt: Date | null;
}

/** What is read of a key `k` and its use `s`. */
export const API_KEY_COLUMNS = `k.id, k.owner_id, k.name, k.scopes, k.workspace_id, k.is_enabled, k.rate_limit_per_minute,
  k.expires_at, k.version, k.created_at, s.last_used_at`;
