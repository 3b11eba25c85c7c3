import type { EventType } from '../../schema/events';
import type { Resolvers } from '../../schema/generated/task';
import { answer, notFound } from '../kit/errors';
import { toGlobalId, toRef, tryFromGlobalId } from '../kit/ids';
import type { Subscription } from '../kit/subgraph';
import type { BoardColumnEntity, BoardEntity } from './board.entity';
import { deleteBoard, setCommitmentPoint, updateBoard, updateBoardColumn } from './board-settings.service';
import { createBoard, moveTask } from './board.service';
import { flowOf, type Flow } from './flow.logic';
import type { TaskEntity } from './task.entity';
import { CHANGED_FIELDS } from './task.logic';
import type { TaskContext, TaskLoaders } from './task.loaders';
import { refuseDeleting } from './board.policy';
import { maySeeBoards, mayWrite } from './task.policy';

/** The board behind a global id; null when it is none, or hidden. */
async function loadBoard(ctx: TaskContext, id: string): Promise<BoardEntity | null> {
  const boardId = tryFromGlobalId('Board', id);
  return boardId ? ctx.loaders.boards.load(boardId) : null;
}

type FieldsEvent = keyof typeof CHANGED_FIELDS;

const BOARD_EVENTS: readonly EventType[] = [
  'task.created',
  ...(Object.keys(CHANGED_FIELDS) as FieldsEvent[]),
  'task.moved',
  'board.updated',
  'board.column.updated',
  'label.changed',
  'label.deleted',
];

/** Whoever may see the board may subscribe; its entries of private chats reach those who are in them. */
const ofBoard: Subscription<TaskLoaders> = {
  types: BOARD_EVENTS,
  async admit(ctx, { boardId }) {
    const board = await loadBoard(ctx, boardId!);
    if (!board) throw notFound('Board', 'boardId');
    return { topic: `board:${board.id}`, scopeId: board.scopeId };
  },
};

export const boardSubscriptions = { boardEvents: ofBoard, boardUpdated: ofBoard };

/** Which member of the union an event is, where it is not a change of a task's fields. */
const MEMBERS: Partial<
  Record<
    EventType,
    'TaskCreated' | 'TaskMoved' | 'BoardUpdated' | 'BoardColumnUpdated' | 'LabelChanged' | 'LabelDeleted'
  >
> = {
  'task.created': 'TaskCreated',
  'task.moved': 'TaskMoved',
  'board.updated': 'BoardUpdated',
  'board.column.updated': 'BoardColumnUpdated',
  'label.changed': 'LabelChanged',
  'label.deleted': 'LabelDeleted',
};

function hasFilter(board: BoardEntity): boolean {
  const { filterTypes, filterAssigneeIds, filterLabelIds, filterText } = board;
  return [filterTypes, filterAssigneeIds, filterLabelIds, filterText].some((value) => value !== null);
}

/** The caller's role in the board's workspace, where the caller may change boards there. */
async function editorRole(ctx: TaskContext, board: BoardEntity): Promise<string | null> {
  const [own, writable] = await Promise.all([
    ctx.loaders.roles.load(board.workspaceId),
    ctx.loaders.writableScopes.load(board.scopeId),
  ]);
  return writable !== null && own && mayWrite(ctx.principal, own.role) ? own.role : null;
}

async function loadFlow(ctx: TaskContext, task: TaskEntity): Promise<Flow> {
  return flowOf(task, (await ctx.loaders.commitments.load(task.id))?.category ?? null);
}

async function countTasks(ctx: TaskContext, column: BoardColumnEntity): Promise<number> {
  return (await ctx.loaders.taskCounts.load(column.id))?.count ?? 0;
}

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
    updateBoard: (_, { input }, ctx) =>
      answer(input, async () => {
        const { boardId } = await updateBoard(ctx, input);
        return { board: await ctx.loaders.boards.load(boardId) };
      }),
    setCommitmentPoint: (_, { input }, ctx) =>
      answer(input, async () => {
        const { boardId } = await setCommitmentPoint(ctx, input);
        return { board: await ctx.loaders.boards.load(boardId) };
      }),
    updateBoardColumn: (_, { input }, ctx) =>
      answer(input, async () => {
        const { boardId, columnId } = await updateBoardColumn(ctx, input);
        const [board, column] = await Promise.all([
          ctx.loaders.boards.load(boardId),
          ctx.loaders.columns.load(columnId),
        ]);
        return { board, column };
      }),
    deleteBoard: (_, { input }, ctx) =>
      answer(input, async () => {
        await deleteBoard(ctx, input);
        return { boardId: input.id };
      }),
    moveTask: (_, { input }, ctx) =>
      answer(input, async () => {
        const { taskId, cursor } = await moveTask(ctx, input);
        return { task: await ctx.loaders.tasks.load(taskId), cursor };
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
    workspace: (board) => toRef('Workspace', board.workspaceId),
    columns: (board, _, ctx) => ctx.loaders.columnsOfBoards.load(board.id),
    cards: (board, args, ctx) => ctx.loaders.boardCards(board.id, args),
    integration: ({ integrationId }) => (integrationId === null ? null : toRef('Integration', integrationId)),
    filter: (board) => (hasFilter(board) ? board : null),
    viewerCanEdit: async (board, _, ctx) => (await editorRole(ctx, board)) !== null,
    viewerCanDelete: async (board, _, ctx) => {
      const role = await editorRole(ctx, board);
      return role !== null && refuseDeleting(ctx.principal.userId ?? '', role, board) === null;
    },
    eventsCursor: (board, _, ctx) => ctx.loaders.eventsCursor.load(`board:${board.id}`),
  },
  BoardFilter: {
    types: ({ filterTypes }) => filterTypes ?? [],
    assignees: ({ filterAssigneeIds }) => (filterAssigneeIds ?? []).map((id) => toRef('User', id)),
    labels: async ({ filterLabelIds }, _, ctx) => {
      const labels = await Promise.all((filterLabelIds ?? []).map((id) => ctx.loaders.labels.load(id)));
      return labels.filter((label) => label !== null);
    },
    text: ({ filterText }) => filterText,
  },
  BoardCard: {
    columnId: ({ columnId }) => toGlobalId('BoardColumn', columnId),
    task: (card, _, ctx) => ('key' in card ? (card as never) : ctx.loaders.tasks.load(card.taskId)),
  },
  Task: {
    committedAt: async (task, _, ctx) => (await loadFlow(ctx, task)).committedAt,
    leadTime: async (task, _, ctx) => (await loadFlow(ctx, task)).leadTime,
    cycleTime: async (task, _, ctx) => (await loadFlow(ctx, task)).cycleTime,
    async card(task, { boardId }, ctx) {
      const id = tryFromGlobalId('Board', boardId);
      return id ? ctx.loaders.cards.load(`${id}/${task.id}`) : null;
    },
  },
  BoardColumn: {
    id: (column) => toGlobalId('BoardColumn', column.id),
    taskCount: (column, _, ctx) => countTasks(ctx, column),
    isOverLimit: async (column, _, ctx) =>
      column.wipLimit !== null && (await countTasks(ctx, column)) > column.wipLimit,
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
    __resolveType: ({ type }) => MEMBERS[type] ?? 'TaskUpdated',
  },
  TaskCreated: {
    task: (event, _, ctx) => ctx.loaders.tasks.load(event.aggregateId),
  },
  TaskUpdated: {
    task: (event, _, ctx) => ctx.loaders.tasks.load(event.aggregateId),
    changedFields: (event) => [...CHANGED_FIELDS[event.type as FieldsEvent]],
  },
  BoardUpdated: {
    board: (event, _, ctx) => ctx.loaders.boards.load(event.aggregateId),
    changedFields: (event) => event.payload.changedFields,
  },
  BoardColumnUpdated: {
    column: (event, _, ctx) => ctx.loaders.columns.load(event.payload.columnId),
    changedFields: (event) => event.payload.changedFields,
  },
  TaskMoved: {
    taskId: (event) => toGlobalId('Task', event.aggregateId),
    rank: (event) => event.payload.rank,
    task: (event, _, ctx) => ctx.loaders.tasks.load(event.aggregateId),
    columnId: (event) => toGlobalId('BoardColumn', event.payload.columnId),
    afterTask: (event, _, ctx) =>
      ctx.loaders.previousTasks.load(`${event.payload.boardId}/${event.aggregateId}`),
  },
};
