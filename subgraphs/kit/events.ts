import {
  EVENTS,
  WIDE_TOPICS,
  aggregateTypeOf,
  type EventPayload,
  type EventType,
  type StoredEvent,
} from '../../schema/events';
import { actorIdOf, type Context, type InTransaction } from './context';
import { auditEvent } from './audit';
import { newUuid } from './ids';
import { encodeCursor } from './cursor';

export interface NewEvent<T extends EventType> {
  /** Settled beforehand where an event that is recorded earlier names this one as its cause. */
  id?: string;
  type: T;
  aggregateId: string;
  /** Null for events that belong to a person rather than a workspace. */
  workspaceId: string | null;
  /** The workspace or chat whose readers may see it; the user's id for personal events. */
  scopeId: string;
  payload: EventPayload<T>;
  /** The wide topics (`board:<uuid>`) that it is also an entry of. */
  topics?: readonly string[];
  /** The version that the aggregate must have; CONFLICT otherwise. */
  expectedVersion?: number;
  /** The event that led to this one, where it is not the one that the request or reaction is about. */
  causationId?: string;
}

/**
 * Records an event in the transaction and writes its projection; both are committed together or not at all.
 * `version` is 0 until the commit. The payload is checked against its model. An event that is marked `audited` is
 * written to the audit log with it.
 */
export function emit<T extends EventType>(ctx: InTransaction<Context>, event: NewEvent<T>): StoredEvent<T> {
  const model = EVENTS[event.type];
  const stored: StoredEvent<T> = {
    id: event.id ?? newUuid(),
    type: event.type,
    aggregateType: aggregateTypeOf(event.type),
    aggregateId: event.aggregateId,
    version: 0,
    schemaVersion: model.schemaVersion,
    payload: model.payload.parse(event.payload) as EventPayload<T>,
    occurredAt: ctx.now(),
    actorId: actorIdOf(ctx),
    workspaceId: event.workspaceId,
    scopeId: event.scopeId,
    correlationId: ctx.correlationId,
    causationId: event.causationId ?? ctx.causationId,
  };
  const project = ctx.db.projections[event.type];
  project?.((text, values) => ctx.tx.send(text, values), stored);
  if (model.audited) auditEvent(ctx, stored);
  // The store takes topics and the expected version with the event and keeps neither in it.
  ctx.tx.recorded.push(
    Object.assign(stored, { topics: event.topics, expectedVersion: event.expectedVersion }),
  );
  return stored;
}

/** The columns of an event of `event.store s`, as StoredEvent has them. */
export const EVENT_COLUMNS = `s.id, s.type, s.aggregate_type, s.aggregate_id, s.version::int AS version, s.schema_version,
  s.payload, s.occurred_at, s.actor_id, s.workspace_id, s.scope_id, s.correlation_id, s.causation_id`;

/** Whether a topic gathers many aggregates and is numbered by the relay, rather than being one aggregate's stream. */
export function isWideTopic(topic: string): boolean {
  return (WIDE_TOPICS as readonly string[]).includes(topic.slice(0, topic.indexOf(':')));
}

/** The topic that an event's aggregate is; null where the topic of that name is a wide one. */
export function ownTopicOf(event: Pick<StoredEvent, 'aggregateType' | 'aggregateId'>): string | null {
  const topic = `${event.aggregateType}:${event.aggregateId}`;
  return isWideTopic(topic) ? null : topic;
}

/** What ends somebody's access anywhere on the platform, which every gateway follows. */
export const CONTROL_TOPIC = 'control:00000000-0000-0000-0000-000000000000';

/**
 * The wide topics of an event after which somebody may read less: the workspace's, the user's, and the platform's, by
 * which gateways ask at once who may still read. Where the payload has no `userId`, everybody is asked for.
 */
export function controlTopics(workspaceId: string | null, userId: string | null = null): string[] {
  const ids = [workspaceId, userId].filter((id) => id !== null);
  return [...ids.map((id) => `control:${id}`), CONTROL_TOPIC];
}

/**
 * The position of a committed event in its aggregate's own stream, for payloads and `after`; null where the
 * aggregate's subscription reads a wide topic, which is numbered after the commit.
 */
export function cursorOf(event: StoredEvent): string | null {
  const topic = ownTopicOf(event);
  return topic === null ? null : encodeCursor(topic, event.version);
}
