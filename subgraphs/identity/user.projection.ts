import type { EventPayload, StoredEvent } from '../../schema/events';
import type { Projections, Send } from '../kit/context';

type UserEvent = Pick<StoredEvent, 'aggregateId'> & { payload: EventPayload<'user.registered'> };

function projectPerson(send: Send, { aggregateId, payload }: UserEvent): void {
  send(
    `/* identity.projectPerson */ INSERT INTO access.person (user_id, username_lower, is_active, is_bot)
     VALUES ($1, lower($2), true, $3)
     ON CONFLICT (user_id) DO UPDATE SET username_lower = excluded.username_lower`,
    [aggregateId, payload.username, payload.isBot],
  );
}

function projectActive(send: Send, userId: string, isActive: boolean): void {
  send('/* identity.projectActive */ UPDATE identity.user_profile SET is_active = $2 WHERE id = $1', [
    userId,
    isActive,
  ]);
  send('/* identity.projectPersonActive */ UPDATE access.person SET is_active = $2 WHERE user_id = $1', [
    userId,
    isActive,
  ]);
}

/** How profiles, and what everybody needs to know of people, follow from the users' events. */
export const userProjections = {
  'user.registered': (send, event) => {
    const { username, displayName, claimedName, claimedAt, email, isBot } = event.payload;
    send(
      `/* identity.projectRegistered */ INSERT INTO identity.user_profile
         (id, username, display_name, claimed_name, email, is_bot, is_active, version, created_at, claimed_at)
       VALUES ($1, $2, $3, $4, $5, $6, true, 1, $7, $8)`,
      [event.aggregateId, username, displayName, claimedName, email, isBot, event.occurredAt, claimedAt],
    );
    projectPerson(send, event);
  },
  'user.profile.changed': (send, event) => {
    const { aggregateId, payload } = event;
    const { username, displayName, claimedName, claimedAt, email, avatarUrl, locale, timeZone } = payload;
    send(
      `/* identity.projectProfileChanged */ UPDATE identity.user_profile
       SET username = $2, display_name = $3, claimed_name = $4, email = $5, avatar_url = $6, locale = $7,
         time_zone = $8, claimed_at = $9, version = version + 1 WHERE id = $1`,
      [aggregateId, username, displayName, claimedName, email, avatarUrl, locale, timeZone, claimedAt],
    );
    projectPerson(send, event);
  },
  'user.status.changed': (send, { aggregateId, payload }) =>
    send(
      `/* identity.projectStatus */ UPDATE identity.user_profile
       SET status_emoji = $2, status_text = $3, status_expires_at = $4 WHERE id = $1`,
      [aggregateId, payload.emoji, payload.text, payload.expiresAt],
    ),
  'user.deactivated': (send, { aggregateId }) => projectActive(send, aggregateId, false),
  'user.reactivated': (send, { aggregateId }) => projectActive(send, aggregateId, true),
} satisfies Projections;
