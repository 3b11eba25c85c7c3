import type { ChatClient } from './chat-client';
import type { Person, SeededEntity } from './seed';

export interface Column {
  id: string;
  name: string;
  category: string;
  wipLimit: number | null;
  taskCount: number;
  isOverLimit: boolean;
  tasks: { nodes: { key: string }[] };
}

export interface Board {
  id: string;
  name: string;
  version: number;
  eventsCursor: string;
  isEnforcingWipLimits: boolean;
  filter: { types: string[]; assignees: ({ username: string } | null)[]; text: string | null } | null;
  columns: Column[];
}

const BOARD = `id name version eventsCursor isEnforcingWipLimits filter { types assignees { username } text }
  columns { id name category wipLimit taskCount isOverLimit tasks(first: 100) { nodes { key } } }`;

type Refusals = { code: string; message: string; path: string[] | null; currentVersion?: number | null }[];

export interface BoardClient {
  show(person: Person, board: SeededEntity): Promise<Board>;
  /** Calls a mutation whose payload carries a board. */
  change(
    person: Person,
    name: 'updateBoard' | 'updateBoardColumn',
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
