import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '../../schema/events';
import type { NODE_TYPES } from '../../schema/ids';
import type { Connection } from '../kit/pagination';

/** What a notification may be about. */
export type SubjectType = (typeof NODE_TYPES)[number];

/** Something that a person is told of. */
@Entity({ schema: 'identity', name: 'notification' })
export class NotificationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Whom it tells. */
  @Column({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @Column({ type: 'text' })
  kind!: NotificationKind;

  /** The event that it tells of. */
  @Column({ type: 'uuid', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'text', name: 'subject_type' })
  subjectType!: SubjectType;

  @Column({ type: 'uuid', name: 'subject_id' })
  subjectId!: string;

  /** Who did it; null when the platform did. */
  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column({ type: 'uuid', name: 'workspace_id', nullable: true })
  workspaceId!: string | null;

  /** Whose readers may see it; the recipient's own id where it depends on nothing. */
  @Column({ type: 'uuid', name: 'scope_id' })
  scopeId!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt!: Date | null;

  /** Hidden from the inbox until then. */
  @Column({ type: 'timestamptz', name: 'snoozed_until', nullable: true })
  snoozedUntil!: Date | null;
}

/** That a person has chosen whether to be told of one kind of thing. */
@Entity({ schema: 'identity', name: 'notification_preference' })
export class PreferenceEntity {
  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: NotificationKind;

  @Column({ type: 'boolean', name: 'is_in_app' })
  isInApp!: boolean;
}

/** What is read of a notification `n`. */
export const NOTIFICATION_COLUMNS =
  'n.id, n.user_id, n.kind, n.source_id, n.subject_type, n.subject_id, n.actor_id, n.workspace_id, n.scope_id, n.created_at, n.read_at, n.snoozed_until';

/** A page of an inbox, and how to count when that is asked for. */
export interface NotificationConnectionRow extends Connection<NotificationEntity> {
  /** How many there are under the same filter. */
  count(): Promise<number>;
  /** How many are unread in the inbox, whatever the filter. */
  countUnread(): Promise<number>;
}

/** Whether a person is told of one kind of thing. */
export interface NotificationPreferenceRow {
  kind: NotificationKind;
  isInApp: boolean;
}
