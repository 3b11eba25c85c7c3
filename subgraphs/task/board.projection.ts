import type { StoredEvent } from '../../schema/events';
import type { Projections, Send } from '../kit/context';

function projectCreated(send: Send, { payload, ...event }: StoredEvent<'board.created'>): void {
  send(
    `/* task.projectBoardCreated */ INSERT INTO task.board (id, workspace_id, scope_id, creator_id, name, created_at, version)
     VALUES ($1, $2, $2, $3, $4, $5, 1)`,
    [event.aggregateId, event.workspaceId, payload.creatorId, payload.name, event.occurredAt],
  );
  send(
    `/* task.projectBoardColumns */ INSERT INTO task.board_column (id, board_id, workspace_id, scope_id, creator_id, name, category, position)
     SELECT c.id, $1, $2, $2, $3, c.name, c.category, c.position
     FROM unnest($4::uuid[], $5::text[], $6::text[]) WITH ORDINALITY AS c (id, name, category, position)`,
    [
      event.aggregateId,
      event.workspaceId,
      payload.creatorId,
      payload.columns.map((column) => column.id),
      payload.columns.map((column) => column.name),
      payload.columns.map((column) => column.category),
    ],
  );
}

function projectUpdated(send: Send, { aggregateId, payload }: StoredEvent<'board.updated'>): void {
  const { name, isEnforcingWipLimits, filter, columnIds } = payload;
  send(
    `/* task.projectBoard */ UPDATE task.board SET name = $2, is_enforcing_wip_limits = $3, filter_types = $4,
       filter_assignee_ids = $5, filter_label_ids = $6, filter_text = $7, version = version + 1 WHERE id = $1`,
    [aggregateId, name, isEnforcingWipLimits, filter.types, filter.assigneeIds, filter.labelIds, filter.text],
  );
  send(
    `/* task.projectColumnOrder */ UPDATE task.board_column SET position = array_position($2::uuid[], id)
     WHERE board_id = $1`,
    [aggregateId, columnIds],
  );
}

function projectColumn(send: Send, { aggregateId, payload }: StoredEvent<'board.column.updated'>): void {
  send(
    '/* task.projectColumn */ UPDATE task.board_column SET name = $3, wip_limit = $4 WHERE board_id = $1 AND id = $2',
    [aggregateId, payload.columnId, payload.name, payload.wipLimit],
  );
  send('/* task.projectBoardChange */ UPDATE task.board SET version = version + 1 WHERE id = $1', [
    aggregateId,
  ]);
}

/** Cards stay: they are places of tasks, and nobody is shown those of a board that is gone. */
function projectDeleted(send: Send, { aggregateId }: StoredEvent<'board.deleted'>): void {
  send('/* task.projectColumnsGone */ DELETE FROM task.board_column WHERE board_id = $1', [aggregateId]);
  send('/* task.projectBoardGone */ DELETE FROM task.board WHERE id = $1', [aggregateId]);
}

export const boardProjections = {
  'board.created': projectCreated,
  'board.updated': projectUpdated,
  'board.column.updated': projectColumn,
  'board.deleted': projectDeleted,
} satisfies Projections;
