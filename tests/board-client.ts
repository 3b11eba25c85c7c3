import type { ChatClient } from './chat-client';
import type { Platform } from './platform';
import type { Person, SeededEntity } from './seed';

export interface Column {
  id: string;
  name: string;
  category: string;
  wipLimit: number | null;
  taskCount: number;
  isOverLimit: boolean;
  isCommitmentPoint: boolean;
  tasks: { nodes: { key: string }[] };
}

export interface Board {
  id: string;
  name: string;
  version: number;
  eventsCursor: string;
  isEnforcingWipLimits: boolean;
  filter: {
    types: string[];
    assignees: ({ username: string } | null)[];
    labels: { name: string }[];
    text: string | null;
  } | null;
  integration: { name: string } | null;
  columns: Column[];
}

const BOARD = `id name version eventsCursor isEnforcingWipLimits integration { name } filter { types assignees { username } labels { name } text }
  columns { id name category wipLimit taskCount isOverLimit isCommitmentPoint tasks(first: 100) { nodes { key } } }`;

type Refusals = { code: string; message: string; path: string[] | null; currentVersion?: number | null }[];

export interface BoardClient {
  show(person: Person, board: SeededEntity): Promise<Board>;
  /** Calls a mutation whose payload carries a board. */
  change(
    person: Person,
    name: 'updateBoard' | 'updateBoardColumn' | 'setCommitmentPoint',
    input: object,
  ): Promise<{ board: Board | null; userErrors: Refusals }>;
  remove(person: Person, board: SeededEntity): Promise<{ boardId: string | null; userErrors: Refusals }>;
}

/** What tests of boards do through the gateway. */
export function makeBoardClient(client: ChatClient): BoardClient {
  const mutate = async <P>(person: Person, name: string, selection: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection}
      userErrors { code message path ... on ConflictError { currentVersion } } } }`;
    return (await client.query<Record<string, P & { userErrors: Refusals }>>(person, document, { input }))[
      name
    ]!;
  };
  return {
    async show(person, { id }) {
      const document = `query ($id: ID!) { board(id: $id) { ${BOARD} } }`;
      return (await client.query<{ board: Board }>(person, document, { id })).board;
    },
    change: (person, name, input) => mutate(person, name, `board { ${BOARD} }`, input),
    remove: (person, { id }) => mutate(person, 'deleteBoard', 'boardId', { id }),
  };
}

/** The keys in each column, by its name. */
export const keysIn = (board: Pick<Board, 'columns'>) =>
  Object.fromEntries(board.columns.map(({ name, tasks }) => [name, tasks.nodes.map(({ key }) => key)]));

interface Card {
  columnId: string;
  rank: string;
}
type CopyEvent = {
  __typename: string;
  taskId?: string;
  columnId?: string;
  rank?: string;
  task?: { id: string; card: Card | null } | null;
};

/** What a client keeps of a board that it has read once: it patches it from events alone. */
export async function copyOf(platform: Platform, token: string, id: string) {
  const first = await platform.query<{
    board: { eventsCursor: string; cards: { nodes: (Card & { task: { id: string } })[] } };
  }>(
    token,
    'query ($id: ID!) { board(id: $id) { eventsCursor cards(first: 500) { nodes { columnId rank task { id } } } } }',
    { id },
  );
  const { eventsCursor, cards } = first.data.board;
  const copy = new Map<string, Card>(
    cards.nodes.map(({ task, columnId, rank }) => [task.id, { columnId, rank }]),
  );
  const EVENTS = `subscription ($id: ID!, $after: String) { boardEvents(boardId: $id, after: $after) { cursor event {
    __typename ... on TaskCreated { task { id card(boardId: $id) { columnId rank } } }
    ... on TaskUpdated { task { id card(boardId: $id) { columnId rank } } } ... on TaskMoved { taskId columnId rank } } } }`;
  const live = platform.subscribe<{ boardEvents: { cursor: string; event: CopyEvent } }>(token, EVENTS, {
    id,
    after: eventsCursor,
  });
  const patch = ({ taskId, columnId, rank, task }: CopyEvent) => {
    if (taskId) copy.set(taskId, { columnId: columnId!, rank: rank! });
    else if (task?.card) copy.set(task.id, task.card);
    else if (task) copy.delete(task.id);
  };
  return {
    cursor: () => live.frames.at(-1)?.data.boardEvents.cursor,
    order() {
      for (const { data } of live.frames.splice(0)) patch(data.boardEvents.event);
      const columns = new Map<string, { id: string; rank: string }[]>();
      for (const [taskId, { columnId, rank }] of [...copy].sort(([, a], [, b]) =>
        a.rank < b.rank ? -1 : 1,
      )) {
        columns.set(columnId, [...(columns.get(columnId) ?? []), { id: taskId, rank }]);
      }
      return new Map([...columns].sort());
    },
  };
}
