import type { EventPayload, StoredEvent } from '../../schema/events';
import type { Projections, Send } from '../kit/context';
import { defaultRank } from './board.logic';
import { projectSubscribed } from './subscriber.projection';
import type { TaskChange } from './task.logic';
import { categoryOf, type TaskStatus } from './task.policy';

function projectCreated(send: Send, event: StoredEvent<'task.created'>): void {
  const { payload: p } = event;
  projectTask(send, event);
  if (p.labelIds?.length) projectLabels(send, event, { added: p.labelIds, removed: [] });
  projectSubscribed(
    send,
    event,
    [p.creatorId, p.assigneeId].filter((id) => id !== null),
  );
  send(
    `/* task.projectNumberTaken */ INSERT INTO task.counter AS c (workspace_id, scope_id, creator_id, prefix, next)
     VALUES ($1, $1, $2, $3, $4)
     ON CONFLICT (workspace_id) DO UPDATE SET next = greatest(c.next, excluded.next)`,
    [event.workspaceId, p.creatorId, p.key.slice(0, p.key.lastIndexOf('-')), p.number + 1],
  );
}

function projectTask(send: Send, { payload: p, ...event }: StoredEvent<'task.created'>): void {
  send(
    `/* task.projectTaskCreated */ INSERT INTO task.task (id, workspace_id, scope_id, creator_id, number, key, type, title,
       status, category, assignee_id, priority, severity, due_date, chat_id, source_chat_id, source_message_id, parent_id,
       rank, created_at, description, estimate, updated_at, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $20, 1)`,
    [
      event.aggregateId,
      event.workspaceId,
      event.scopeId,
      p.creatorId,
      p.number,
      p.key,
      p.type,
      p.title,
      p.status,
      categoryOf(p.status as TaskStatus),
      p.assigneeId,
      p.priority,
      p.severity,
      p.dueDate,
      p.chatId,
      p.sourceChatId,
      p.sourceMessageId,
      p.parentId,
      defaultRank(p.number),
      event.occurredAt,
      // Older tasks were created without these.
      p.description ?? null,
      p.estimate ?? null,
    ],
  );
}

type ValueEvent = Extract<TaskChange, { payload: { to: unknown } }>['type'];

const projectField =
  <T extends ValueEvent>(statement: string) =>
  (send: Send, event: StoredEvent<T>): void =>
    send(statement, [event.aggregateId, (event.payload as { to: unknown }).to, event.occurredAt]);

function projectLabels(
  send: Send,
  { aggregateId, workspaceId, scopeId }: StoredEvent,
  { added, removed }: EventPayload<'task.labels.changed'>,
): void {
  send(
    `/* task.projectLabelsAdded */ INSERT INTO task.task_label (task_id, label_id, workspace_id, scope_id)
     SELECT $1, a.id, $2, $3 FROM unnest($4::uuid[]) AS a (id) ON CONFLICT (task_id, label_id) DO NOTHING`,
    [aggregateId, workspaceId, scopeId, added],
  );
  send(
    '/* task.projectLabelsRemoved */ DELETE FROM task.task_label WHERE task_id = $1 AND label_id = ANY ($2::uuid[])',
    [aggregateId, removed],
  );
}

function projectLabelsChanged(send: Send, event: StoredEvent<'task.labels.changed'>): void {
  projectLabels(send, event, event.payload);
  send(
    '/* task.projectLabelled */ UPDATE task.task SET updated_at = $2, version = version + 1 WHERE id = $1',
    [event.aggregateId, event.occurredAt],
  );
}

function projectAssignee(send: Send, event: StoredEvent<'task.assignee.changed'>): void {
  const { to } = event.payload;
  send(
    '/* task.projectAssignee */ UPDATE task.task SET assignee_id = $2, updated_at = $3, version = version + 1 WHERE id = $1',
    [event.aggregateId, to, event.occurredAt],
  );
  if (to !== null) projectSubscribed(send, event, [to]);
}

function projectStatus(send: Send, event: StoredEvent<'task.status.changed'>): void {
  send(
    `/* task.projectStatus */ UPDATE task.task SET status = $2, category = $3,
       started_at = CASE WHEN $3 <> 'TO_DO' THEN coalesce(started_at, $4) END,
       reviewed_at = CASE WHEN $3 IN ('IN_REVIEW', 'DONE') THEN coalesce(reviewed_at, $4) END,
       completed_at = CASE WHEN $3 = 'DONE' THEN coalesce(completed_at, $4) END,
       updated_at = $4, version = version + 1 WHERE id = $1`,
    [event.aggregateId, event.payload.to, categoryOf(event.payload.to as TaskStatus), event.occurredAt],
  );
}

function projectMoved(send: Send, event: StoredEvent<'task.moved'>): void {
  send(
    `/* task.projectCard */ INSERT INTO task.card (board_id, task_id, workspace_id, scope_id, creator_id, rank)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (board_id, task_id) DO UPDATE SET rank = excluded.rank`,
    [
      event.payload.boardId,
      event.aggregateId,
      event.workspaceId,
      event.scopeId,
      event.actorId,
      event.payload.rank,
    ],
  );
  send('/* task.projectMoved */ UPDATE task.task SET updated_at = $2, version = version + 1 WHERE id = $1', [
    event.aggregateId,
    event.occurredAt,
  ]);
}

function projectDecision(send: Send, event: StoredEvent<'task.tags.applied' | 'tags.refused'>): void {
  send(
    `/* task.projectTagDecision */ INSERT INTO task.tag_decision (message_id, workspace_id, scope_id, creator_id, decided_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [event.payload.messageId, event.workspaceId, event.payload.chatId, event.actorId, event.occurredAt],
  );
}

export const taskProjections = {
  'task.created': projectCreated,
  'task.title.changed': projectField(
    '/* task.projectTitle */ UPDATE task.task SET title = $2, updated_at = $3, version = version + 1 WHERE id = $1',
  ),
  'task.status.changed': projectStatus,
  'task.description.changed': projectField(
    '/* task.projectDescription */ UPDATE task.task SET description = $2, updated_at = $3, version = version + 1 WHERE id = $1',
  ),
  'task.assignee.changed': projectAssignee,
  'task.priority.changed': projectField(
    '/* task.projectPriority */ UPDATE task.task SET priority = $2, updated_at = $3, version = version + 1 WHERE id = $1',
  ),
  'task.severity.changed': projectField(
    '/* task.projectSeverity */ UPDATE task.task SET severity = $2, updated_at = $3, version = version + 1 WHERE id = $1',
  ),
  'task.due_date.changed': projectField(
    '/* task.projectDueDate */ UPDATE task.task SET due_date = $2, updated_at = $3, version = version + 1 WHERE id = $1',
  ),
  'task.estimate.changed': projectField(
    '/* task.projectEstimate */ UPDATE task.task SET estimate = $2, updated_at = $3, version = version + 1 WHERE id = $1',
  ),
  'task.parent.changed': projectField(
    '/* task.projectParent */ UPDATE task.task SET parent_id = $2, updated_at = $3, version = version + 1 WHERE id = $1',
  ),
  'task.labels.changed': projectLabelsChanged,
  'task.moved': projectMoved,
  'task.tags.applied': projectDecision,
  'tags.refused': projectDecision,
} satisfies Projections;
