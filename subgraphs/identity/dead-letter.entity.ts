export type DeadLetterState = 'WAITING' | 'REPLAYING' | 'REPLAYED' | 'DISCARDED';

/** An event whose handler failed after all retries, as the event store shows it to system administrators. */
export interface DeadLetterRow {
  id: string;
  handler: string;
  eventType: string;
  eventId: string;
  aggregateType: string;
  aggregateId: string;
  error: string;
  attempts: number;
  state: DeadLetterState;
  failedAt: Date;
}

/** What is read of a dead letter `d`. */
export const DEAD_LETTER_COLUMNS =
  'd.id, d.handler, d.event_type, d.event_id, d.aggregate_type, d.aggregate_id, d.error, d.attempts, d.state, d.failed_at';
