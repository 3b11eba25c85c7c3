import { z } from 'zod';
import { BOARD_EVENTS } from './board-events';
import { CHAT_EVENTS, tagResult } from './chat-events';
import { event, none, uuid, type EventModel } from './event-model';
import { IDENTITY_EVENTS } from './identity-events';
import { SIDEBAR_EVENTS } from './sidebar-events';

export type { MentionedGroup, ParsedTag, TagResult } from './chat-events';
export { NOTIFICATION_KINDS, type NotificationKind } from './identity-events';

const role = z.enum(['OWNER', 'ADMIN', 'MEMBER', 'GUEST']);
const taskType = z.enum(['TASK', 'BUG', 'EPIC']);
const priority = z.enum(['HIGH', 'MEDIUM', 'LOW']).nullable();
const severity = z.enum(['CRITICAL', 'MAJOR', 'MINOR', 'TRIVIAL']).nullable();
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const graph = {
  nodes: z.array(z.object({ id: z.string(), type: z.string(), config: z.record(z.string(), z.unknown()) })),
  edges: z.array(z.object({ from: z.string(), to: z.string() })),
};
/** OUTWARD: the task blocks or duplicates the other, or is related to it; INWARD: the other does. */
const relation = z.object({
  type: z.enum(['BLOCKS', 'RELATES', 'DUPLICATES']),
  direction: z.enum(['OUTWARD', 'INWARD']),
  otherId: uuid,
  otherScopeId: uuid,
});
const tagsDecided = z.object({ messageId: uuid, chatId: uuid, results: z.array(tagResult) });
/**
 * Every domain event. The name begins with the aggregate's type, and the aggregate is the event's topic:
 * `chat.message.sent` of the chat c has the topic `chat:c`, and its version there is the topic's seq.
 */
export const EVENTS = {
  ...IDENTITY_EVENTS,
  ...CHAT_EVENTS,
  ...SIDEBAR_EVENTS,
  ...BOARD_EVENTS,

  'workspace.created': event(z.object({ name: z.string(), slug: z.string(), creatorId: uuid }), {
    audited: true,
  }),
  /** A limit of null is the platform's default. */
  'workspace.quota.changed': event(
    z.object({
      kind: z.enum(['MAX_WORKFLOWS', 'MAX_EXECUTIONS_PER_DAY', 'MAX_STORAGE_MB', 'MAX_API_CALLS_PER_HOUR']),
      limit: z.number().int().nullable(),
    }),
    { audited: true },
  ),
  'workspace.member.added': event(z.object({ userId: uuid, role }), {
    audited: true,
    reactedBy: ['identity', 'workspace'],
  }),
  'workspace.invite.created': event(
    z.object({
      inviteId: uuid,
      creatorId: uuid,
      role,
      expiresAt: z.iso.datetime().nullable(),
      maxUses: z.number().int().nullable(),
      /** The one person who may use it; null when whoever has the link may. */
      inviteeId: uuid.nullable(),
      /** SHA-256 of the token, which is random and known to whoever was given it alone. */
      tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    {
      audited: true,
      reactedBy: ['identity'],
      wakesWhen: { identity: '$ ? (@.inviteeId != null)' },
    },
  ),
  'workspace.invite.revoked': event(z.object({ inviteId: uuid }), { audited: true }),
  'workspace.invite.used': event(z.object({ inviteId: uuid, userId: uuid }), { audited: true }),
  'workspace.member.removed': event(z.object({ userId: uuid }), {
    revokes: 'userId',
    audited: true,
    reactedBy: ['identity', 'workspace'],
  }),
  'workspace.renamed': event(z.object({ name: z.string(), slug: z.string() }), { reactedBy: ['workspace'] }),
  'workspace.settings.changed': event(
    z.object({
      logoUrl: z.string().nullable(),
      primaryColor: z.string().nullable(),
      accentColor: z.string().nullable(),
      theme: z.enum(['SYSTEM', 'LIGHT', 'DARK']),
      locale: z.string(),
      /** For how many days messages are kept; null for ever. */
      messageDays: z.number().int().nullable(),
    }),
    { audited: true },
  ),
  'workspace.integration.created': event(
    z.object({
      integrationId: uuid,
      creatorId: uuid,
      kind: z.enum(['GITHUB', 'GITLAB', 'JIRA', 'LINEAR', 'EMAIL', 'WEBHOOK', 'OTHER']),
      name: z.string(),
      externalReference: z.string().nullable(),
    }),
    { audited: true },
  ),
  'workspace.archived': event(none, { audited: true }),
  'workspace.unarchived': event(none, { audited: true }),
  /** Gone for everybody; what belonged to it is erased a little later. */
  'workspace.deleted': event(none, {
    reactedBy: ['workspace', 'workflow'],
    audited: true,
    retracts: true,
  }),
  /** Nobody writes in the deleted workspace any more: each subgraph removes what it has of it. */
  'workspace.erased': event(none, { reactedBy: ['identity', 'chat', 'task', 'workflow'] }),
  'workspace.member.role_changed': event(z.object({ userId: uuid, from: role, to: role }), {
    audited: true,
    reactedBy: ['workspace'],
  }),
  'workspace.member.suspended': event(z.object({ userId: uuid }), {
    revokes: 'userId',
    audited: true,
    reactedBy: ['workspace'],
  }),
  'workspace.member.reinstated': event(z.object({ userId: uuid, role }), {
    audited: true,
    reactedBy: ['workspace'],
  }),

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
      description: z.string().nullable().optional(),
      estimate: z.number().nullable().optional(),
      labelIds: z.array(uuid).optional(),
    }),
    { reactedBy: ['chat', 'identity'], wakesWhen: { identity: '$ ? (@.assigneeId != null)' } },
  ),
  'task.title.changed': event(z.object({ from: z.string(), to: z.string() })),
  'task.status.changed': event(
    z.object({
      from: z.string(),
      to: z.string(),
      /** Whom it concerns: who had the task when its status changed, and who made it. */
      assigneeId: uuid.nullable(),
      creatorId: uuid,
      /** Who is to be told of it, at most 500. */
      subscriberIds: z.array(uuid).optional(),
    }),
    { reactedBy: ['identity'] },
  ),
  'task.assignee.changed': event(z.object({ from: uuid.nullable(), to: uuid.nullable() }), {
    reactedBy: ['identity'],
    wakesWhen: { identity: '$ ? (@.to != null)' },
  }),
  'task.priority.changed': event(z.object({ from: priority, to: priority })),
  'task.severity.changed': event(z.object({ from: severity, to: severity })),
  'task.due_date.changed': event(z.object({ from: localDate.nullable(), to: localDate.nullable() })),
  'task.description.changed': event(z.object({ from: z.string().nullable(), to: z.string().nullable() })),
  'task.estimate.changed': event(z.object({ from: z.number().nullable(), to: z.number().nullable() })),
  'task.parent.changed': event(z.object({ from: uuid.nullable(), to: uuid.nullable() })),
  /** Each of the two tasks tells it. */
  'task.relation.added': event(relation),
  'task.relation.removed': event(relation),
  'task.labels.changed': event(z.object({ added: z.array(uuid), removed: z.array(uuid) })),
  /** By their own act: who creates a task or is assigned one is subscribed by that. */
  'task.subscriber.added': event(z.object({ userId: uuid })),
  'task.subscriber.removed': event(z.object({ userId: uuid })),
  'task.moved': event(z.object({ boardId: uuid, columnId: uuid, rank: z.string() })),
  'task.tags.applied': event(tagsDecided, { reactedBy: ['chat'] }),
  'tags.refused': event(tagsDecided, { reactedBy: ['chat'] }),
  'label.created': event(z.object({ name: z.string(), color: z.string(), creatorId: uuid })),
  'label.changed': event(z.object({ name: z.string(), color: z.string() })),
  /** Tasks that had it have it no more; they have no event of their own for that. */
  'label.deleted': event(none, { retracts: true }),

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

/** The topics whose entries pass: Redis keeps them for a minute, and no event of theirs is stored. */
export const EPHEMERAL_TOPICS = ['presence', 'typing', 'badge'] as const;

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
