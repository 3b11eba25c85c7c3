import type { StoredEvent } from '../../schema/events';
import type { Projections, Send } from '../kit/context';

function projectCreated(send: Send, { payload, ...event }: StoredEvent<'board.created'>): void {
  send(
    `/* task.projectBoardCreated */ INSERT INTO task.board (id, workspace_id, scope_id, creator_id, name, created_at, version,
       integration_id)
     VALUES ($1, $2, $2, $3, $4, $5, 1, $6)`,
    [
      event.aggregateId,
      event.workspaceId,
      payload.creatorId,
      payload.name,
      event.occurredAt,
      payload.integrationId,
    ],
  );
  send(
    `/* task.projectBoardColumns */ INSERT INTO task.board_column (id, board_id, workspace_id, scope_id, creator_id, name, category,
       position, integration_id)
     SELECT c.id, $1, $2, $2, $3, c.name, c.category, c.position, $7::uuid
     FROM unnest($4::uuid[], $5::text[], $6::text[]) WITH ORDINALITY AS c (id, name, category, position)`,
    [
      event.aggregateId,
      event.workspaceId,
      payload.creatorId,
      payload.columns.map((column) => column.id),
      payload.columns.map((column) => column.name),
      payload.columns.map((column) => column.category),
      payload.integrationId,
    ],
  );
}

function projectUpdated(send: Send, { aggregateId, payload }: StoredEvent<'board.updated'>): void {
  const { name, isEnforcingWipLimits, filter, columnIds, integrationId, commitmentColumnId } = payload;
  send(
    `/* task.projectBoard */ UPDATE task.board SET name = $2, is_enforcing_wip_limits = $3, filter_types = $4,
       filter_assignee_ids = $5, filter_label_ids = $6, filter_text = $7, integration_id = $8, version = version + 1
     WHERE id = $1`,
    [
      aggregateId,
      name,
      isEnforcingWipLimits,
      filter.types,
      filter.assigneeIds,
      filter.labelIds,
      filter.text,
      integrationId,
    ],
  );
  send(
    `/* task.projectColumnOrder */ UPDATE task.board_column SET position = array_position($2::uuid[], id),
       integration_id = $3, is_commitment_point = false WHERE board_id = $1`,
    [aggregateId, columnIds, integrationId],
  );
  // A statement of its own: at no moment have two columns of a board this mark.
  send(
    '/* task.projectCommitment */ UPDATE task.board_column SET is_commitment_point = true WHERE board_id = $1 AND id = $2',
    [aggregateId, commitmentColumnId],
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
