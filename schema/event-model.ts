import { z } from 'zod';

export const uuid = z.uuid();
/** The payload of events that say all by their names. */
export const none = z.object({});

/** What is known of an event type. */
export interface EventModel {
  /** Grows when the payload's shape changes. */
  schemaVersion: number;
  payload: z.ZodObject;
  /** The subgraphs with a handler for it, named `<subgraph>.<event type>`. */
  reactedBy: readonly string[];
  /** By subgraph, an SQL/JSON path: events in whose payload it finds nothing are of no interest to that handler. */
  wakesWhen?: Readonly<Record<string, string>>;
  /** Whether it is a security-relevant act, which the audit log keeps. */
  audited?: true;
  /** The payload field that names the user who may no longer read the topic after this event. */
  revokes?: string;
  /** Whether something that was shown before must not be shown any more: what was rendered of it is forgotten. */
  retracts?: true;
}

/** An event type whose payload is checked against this model. */
export function event<P extends z.ZodObject>(
  payload: P,
  options: Partial<Omit<EventModel, 'payload' | 'schemaVersion'>> = {},
): EventModel & { payload: P } {
  return { schemaVersion: 1, payload, reactedBy: [], ...options };
}
