import type { EventType } from '../../schema/events';
import type { Resolvers } from '../../schema/generated/task';
import { answer, notFound } from '../kit/errors';
import { toGlobalId, tryFromGlobalId } from '../kit/ids';
import type { Subscription } from '../kit/subgraph';
import type { BoardEntity } from './board.entity';
import { createBoard, moveTask } from './board.service';
import { CHANGED_FIELDS, type FieldEvent } from './task.logic';
import type { TaskContext, TaskLoaders } from './task.loaders';
import { maySeeBoards } from './task.policy';
import { reloadTask } from './task.resolvers';

/** The board behind a global id; null when it is none, or hidden. */
async function loadBoard(ctx: TaskContext, id: string): Promise<BoardEntity | null> {
  const boardId = tryFromGlobalId('Board', id);
  return boardId ? ctx.loaders.boards.load(boardId) : null;
}

const BOARD_EVENTS: readonly EventType[] = [
  'task.created',
  ...(Object.keys(CHANGED_FIELDS) as FieldEvent[]),
  'task.moved',
];

/** Whoever may see the board may subscribe; its entries of private chats reach those who are in them. */
const ofBoard: Subscription<TaskLoaders> = {
  types: BOARD_EVENTS,
  async admit(ctx, { boardId }) {
    const board = await loadBoard(ctx, boardId!);
    if (!board) throw notFound('Board', 'boardId');
    return { topic: `board:${board.id}` };
  },
};

export const boardSubscriptions = { boardEvents: ofBoard, boardUpdated: ofBoard };

export const boardResolvers: Resolvers = {
  Query: {
    board: (_, { id }, ctx) => loadBoard(ctx, id),
  },
  Mutation: {
    createBoard: (_, { input }, ctx) =>
      answer(input, async () => {
        const { boardId } = await createBoard(ctx, input);
        return { board: await ctx.loaders.boards.load(boardId) };
      }),
    moveTask: (_, { input }, ctx) =>
      answer(input, async () => {
        const { taskId, cursor } = await moveTask(ctx, input);
        return { task: await reloadTask(ctx, taskId), cursor };
      }),
  },
  Subscription: {
    boardEvents: { resolve: (event) => event },
    boardUpdated: { resolve: (_, { boardId }, ctx) => loadBoard(ctx, boardId) },
  },
  Board: {
    __resolveReference: (ref, ctx) => loadBoard(ctx, ref.id ?? ref.nodeRef ?? ''),
    id: (board) => toGlobalId('Board', board.id),
    nodeRef: (board) => toGlobalId('Board', board.id),
    workspace: (board) => ({ __typename: 'Workspace', id: toGlobalId('Workspace', board.workspaceId) }),
    columns: (board, _, ctx) => ctx.loaders.columnsOfBoards.load(board.id),
    eventsCursor: (board, _, ctx) => ctx.loaders.eventsCursor.load(`board:${board.id}`),
  },
  BoardColumn: {
    id: (column) => toGlobalId('BoardColumn', column.id),
    tasks: (column, args, ctx) => ctx.loaders.columnTasks(column.id, args),
  },
  Workspace: {
    async boards(workspace, args, ctx) {
      const workspaceId = tryFromGlobalId('Workspace', workspace.id);
      if (!workspaceId) return null;
      const own = await ctx.loaders.roles.load(workspaceId);
      const maySee = maySeeBoards(ctx.principal, own?.role ?? null);
      return maySee ? ctx.loaders.workspaceBoards(workspaceId, args) : null;
    },
  },
  BoardEventEnvelope: {
    event: (event) => event,
  },
  BoardEvent: {
    __resolveType(event) {
      if (event.type === 'task.created') return 'TaskCreated';
      return event.type === 'task.moved' ? 'TaskMoved' : 'TaskUpdated';
    },
  },
  TaskCreated: {
    task: (event, _, ctx) => ctx.loaders.tasks.load(event.aggregateId),
  },
  TaskUpdated: {
    task: (event, _, ctx) => ctx.loaders.tasks.load(event.aggregateId),
    changedFields: (event) => [...CHANGED_FIELDS[event.type as FieldEvent]],
  },
  TaskMoved: {
    task: (event, _, ctx) => ctx.loaders.tasks.load(event.aggregateId),
    columnId: (event) => toGlobalId('BoardColumn', event.payload.columnId),
    afterTask: (event, _, ctx) =>
      ctx.loaders.previousTasks.load(`${event.payload.boardId}/${event.aggregateId}`),
  },
};
