import { z } from 'zod';

const uuid = z.uuid();
const role = z.enum(['OWNER', 'ADMIN', 'MEMBER', 'GUEST']);
const chatKind = z.enum(['CHANNEL', 'DISCUSSION', 'DIRECT', 'TASK', 'BUG', 'EPIC']);
const taskType = z.enum(['TASK', 'BUG', 'EPIC']);
const priority = z.enum(['HIGH', 'MEDIUM', 'LOW']).nullable();
const severity = z.enum(['CRITICAL', 'MAJOR', 'MINOR', 'TRIVIAL']).nullable();
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A tag as it was written: `raw` is its text, `index` its place among the message's tags. */
export const parsedTag = z.object({
  index: z.number().int(),
  name: z.string(),
  value: z.string(),
  raw: z.string(),
});
export type ParsedTag = z.infer<typeof parsedTag>;

/** What became of a tag; `text` is the line that the bot says of it. */
export const tagResult = z.object({
  index: z.number().int(),
  tag: z.string(),
  applied: z.boolean(),
  text: z.string(),
  error: z
    .object({ kind: z.enum(['SYNTAX', 'SEMANTIC', 'BUSINESS']), code: z.string(), message: z.string() })
    .nullable(),
});
export type TagResult = z.infer<typeof tagResult>;

const graph = {
  nodes: z.array(z.object({ id: z.string(), type: z.string(), config: z.record(z.string(), z.unknown()) })),
  edges: z.array(z.object({ from: z.string(), to: z.string() })),
};
const tagsDecided = z.object({ messageId: uuid, chatId: uuid, results: z.array(tagResult) });
const user = z.object({
  username: z.string(),
  displayName: z.string(),
  /** The name that the identity provider said last; the display name follows it until the user chooses another. */
  claimedName: z.string(),
  email: z.string().nullable(),
  isBot: z.boolean(),
});
const none = z.object({});

interface EventModel {
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
}

function event<P extends z.ZodObject>(
  payload: P,
  options: Partial<Omit<EventModel, 'payload' | 'schemaVersion'>> = {},
): EventModel & { payload: P } {
  return { schemaVersion: 1, payload, reactedBy: [], ...options };
}

/**
 * Every domain event. The name begins with the aggregate's type, and the aggregate is the event's topic:
 * `chat.message.sent` of the chat c has the topic `chat:c`, and its version there is the topic's seq.
 */
export const EVENTS = {
  'user.registered': event(user),
  'user.profile.changed': event(user),

  'deadletter.replayed': event(z.object({ handler: z.string(), eventId: uuid })),
  'deadletter.discarded': event(z.object({ handler: z.string(), eventId: uuid })),

  'workspace.created': event(z.object({ name: z.string(), slug: z.string(), creatorId: uuid })),
  'workspace.member.added': event(z.object({ userId: uuid, role })),
  'workspace.member.removed': event(z.object({ userId: uuid }), { revokes: 'userId' }),

  'chat.created': event(
    z.object({
      name: z.string(),
      kind: chatKind,
      visibility: z.enum(['PUBLIC', 'PRIVATE']),
      creatorId: uuid,
      taskId: uuid.nullable(),
    }),
  ),
  'chat.participant.added': event(z.object({ userId: uuid, role: z.enum(['ADMIN', 'MEMBER']) })),
  'chat.participant.removed': event(z.object({ userId: uuid }), { revokes: 'userId' }),
  'chat.kind.changed': event(z.object({ from: chatKind, to: chatKind, taskId: uuid })),
  'chat.closed': event(none),
  'chat.reopened': event(none),
  'chat.message.sent': event(
    z.object({
      messageId: uuid,
      authorId: uuid,
      body: z.string(),
      /** Whether a bot or a workflow posted it: such messages trigger neither tags nor workflows. */
      isAutomatic: z.boolean(),
      /** How many workflow runs lie between a person's act and this message. */
      depth: z.number().int(),
      chatKind,
      tags: z.array(parsedTag),
    }),
    {
      reactedBy: ['task', 'workflow'],
      wakesWhen: { task: '$.tags[*]', workflow: '$ ? (@.isAutomatic == false)' },
    },
  ),
  'chat.message.tags_resolved': event(z.object({ messageId: uuid, results: z.array(tagResult) })),

  'task.created': event(
    z.object({
      number: z.number().int(),
      key: z.string(),
      type: taskType,
      title: z.string(),
      status: z.string(),
      assigneeId: uuid.nullable(),
      creatorId: uuid,
      priority,
      severity,
      dueDate: localDate.nullable(),
      /** The task's own chat: its id is settled here; the chat itself is made by a reaction unless it exists. */
      chatId: uuid,
      sourceChatId: uuid.nullable(),
      sourceMessageId: uuid.nullable(),
      parentId: uuid.nullable(),
    }),
    { reactedBy: ['chat'] },
  ),
  'task.title.changed': event(z.object({ from: z.string(), to: z.string() })),
  'task.status.changed': event(z.object({ from: z.string(), to: z.string() })),
  'task.assignee.changed': event(z.object({ from: uuid.nullable(), to: uuid.nullable() })),
  'task.priority.changed': event(z.object({ from: priority, to: priority })),
  'task.severity.changed': event(z.object({ from: severity, to: severity })),
  'task.due_date.changed': event(z.object({ from: localDate.nullable(), to: localDate.nullable() })),
  'task.moved': event(z.object({ boardId: uuid, columnId: uuid, rank: z.string() })),
  'task.tags.applied': event(tagsDecided, { reactedBy: ['chat'] }),
  'tags.refused': event(tagsDecided, { reactedBy: ['chat'] }),
  'board.created': event(
    z.object({
      name: z.string(),
      creatorId: uuid,
      columns: z.array(z.object({ id: uuid, name: z.string(), category: z.string() })),
    }),
  ),

  'workflow.created': event(z.object({ name: z.string(), creatorId: uuid, ...graph })),
  'workflow.deployed': event(z.object({ deploymentVersion: z.number().int(), ...graph })),
  'execution.queued': event(
    z.object({
      workflowId: uuid,
      deploymentVersion: z.number().int(),
      triggerEventId: uuid,
      /** The same key starts a workflow once: `evt:<event>:<trigger>`. */
      idempotencyKey: z.string(),
      depth: z.number().int(),
    }),
  ),
  'execution.started': event(none),
  'execution.node.started': event(
    z.object({ nodeId: z.string(), type: z.string(), attempt: z.number().int() }),
  ),
  'execution.node.completed': event(z.object({ nodeId: z.string() })),
  'execution.node.failed': event(z.object({ nodeId: z.string(), error: z.string() })),
  'execution.completed': event(none),
  'execution.failed': event(z.object({ error: z.string() })),
} as const;

export type EventType = keyof typeof EVENTS;
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]['payload']>;

/** The topics that gather events of many aggregates; every other topic is one aggregate's own stream. */
export const WIDE_TOPICS = ['board', 'workspace', 'control'] as const;

/** An event as the store keeps it. `version` is its place in its aggregate's topic, from 1, without gaps. */
export interface StoredEvent<T extends EventType = EventType> {
  id: string;
  type: T;
  aggregateType: string;
  aggregateId: string;
  version: number;
  schemaVersion: number;
  payload: EventPayload<T>;
  occurredAt: Date;
  actorId: string | null;
  workspaceId: string | null;
  scopeId: string;
  correlationId: string;
  causationId: string | null;
}

/** The aggregate type of an event: the first word of its name. */
export function aggregateTypeOf(type: EventType): string {
  return type.slice(0, type.indexOf('.'));
}

/** A handler for the relay to wake; `when` narrows it to events in whose payload the path finds something. */
export interface WokenHandler {
  handler: string;
  when: string | null;
}

/** Which handlers react to which event type, for the relay. */
export function handlersByEventType(): Record<string, WokenHandler[]> {
  const entries = Object.entries(EVENTS as Record<string, EventModel>);
  return Object.fromEntries(
    entries
      .filter(([, model]) => model.reactedBy.length > 0)
      .map(([type, { reactedBy, wakesWhen }]) => [
        type,
        reactedBy.map((subgraph) => ({
          handler: `${subgraph}.${type}`,
          when: wakesWhen?.[subgraph] ?? null,
        })),
      ]),
  );
}
