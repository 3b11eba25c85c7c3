import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Connection } from '../kit/pagination';

/** The profile of a person or a bot. */
@Entity({ schema: 'identity', name: 'user_profile' })
export class UserEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  username!: string;

  @Column({ type: 'text', name: 'display_name' })
  displayName!: string;

  /** The name that the identity provider said last. */
  @Column({ type: 'text', name: 'claimed_name' })
  claimedName!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'boolean', name: 'is_bot' })
  isBot!: boolean;

  @Column({ type: 'boolean', name: 'is_active' })
  isActive!: boolean;

  @Column({ type: 'text', name: 'avatar_url', nullable: true })
  avatarUrl!: string | null;

  @Column({ type: 'text', nullable: true })
  locale!: string | null;

  @Column({ type: 'text', name: 'time_zone', nullable: true })
  timeZone!: string | null;

  @Column({ type: 'text', name: 'status_emoji', nullable: true })
  statusEmoji!: string | null;

  @Column({ type: 'text', name: 'status_text', nullable: true })
  statusText!: string | null;

  @Column({ type: 'timestamptz', name: 'status_expires_at', nullable: true })
  statusExpiresAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  /** When the token was issued whose claims the profile has; null for the bot. */
  @Column({ type: 'timestamptz', name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;
}

/** What is read of a user `u`. */
export const USER_COLUMNS =
  'u.id, u.username, u.display_name, u.claimed_name, u.email, u.is_bot, u.is_active, u.avatar_url, u.locale, u.time_zone, u.status_emoji, u.status_text, u.status_expires_at, u.version, u.created_at, u.claimed_at';

/** A page of users, and how to count them all when that is asked for. */
export interface UserConnectionRow extends Connection<UserEntity> {
  count(): Promise<number>;
}
