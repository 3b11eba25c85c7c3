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

export const boardProjections = {
  'board.created': projectCreated,
} satisfies Projections;
