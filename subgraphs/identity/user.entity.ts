import { Column, Entity, PrimaryColumn } from 'typeorm';

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

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** What is read of a user `u`. */
export const USER_COLUMNS =
  'u.id, u.username, u.display_name, u.claimed_name, u.email, u.is_bot, u.is_active, u.version, u.created_at';
