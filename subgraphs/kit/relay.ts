import { handlersByEventType } from '../../schema/events';
import { isWideTopic } from './events';
import type { Logger } from './logger';
import type { Database } from './context';
import { queryAlone } from './statements';

export interface Relay {
  /** Hands on whatever the outbox holds; resolves to how many events were handed on. */
  drain(): Promise<number>;
}

interface RelayedEvent {
  eventId: string;
  type: string;
  topic: string;
  version: string;
  wide: { topic: string; seq: number }[] | null;
}

/** How many events one statement hands on. */
const BATCH = 500;

/**
 * Moves events from the outbox to wide topics and handlers, one statement per batch, so that it may die anywhere. Of
 * several relays one works at a time. Then it rings: `live.<topic>` for whoever follows a topic, `events.<type>` for
 * whoever listens in.
 */
export function createRelay(db: Database, log: Logger): Relay {
  const handlers = JSON.stringify(handlersByEventType());
  return {
    async drain() {
      let count = 0;
      for (;;) {
        const batch = await queryAlone<RelayedEvent>(
          db,
          '/* kit.relay */ SELECT * FROM event.relay($1, $2::jsonb)',
          [BATCH, handlers],
        );
        ring(db, batch);
        count += batch.length;
        if (batch.length < BATCH) break;
      }
      if (count > 0) log.debug({ count }, 'relayed');
      return count;
    },
  };
}

function ring(db: Database, batch: readonly RelayedEvent[]): void {
  const heads = new Map<string, number>();
  for (const event of batch) {
    if (!isWideTopic(event.topic)) heads.set(event.topic, Number(event.version));
    for (const { topic, seq } of event.wide ?? []) heads.set(topic, seq);
    db.doorbells.ring(`events.${event.type}`, { id: event.eventId });
  }
  // The writer has rung for the aggregate already, unless it died between commit and doorbell.
  for (const [topic, seq] of heads) db.doorbells.ring(`live.${topic}`, { topic, seq });
  if (batch.length > 0) db.doorbells.ring('wake', {});
}
