/** The type prefix of each entity's global id; `Query.node` finds the owner by it. */
export const ID_PREFIX = {
  User: 'user',
  Workspace: 'workspace',
  Chat: 'chat',
  Message: 'message',
  Task: 'task',
  Board: 'board',
  BoardColumn: 'column',
  Workflow: 'workflow',
  Execution: 'execution',
  DeadLetter: 'deadletter',
} as const;

export type IdType = keyof typeof ID_PREFIX;

/** The types that implement Node, each with a resolvable `nodeRef` key in its owner. */
export const NODE_TYPES = [
  'User',
  'Workspace',
  'Chat',
  'Message',
  'Task',
  'Board',
  'Workflow',
  'Execution',
] as const satisfies readonly IdType[];
