/** The type prefix of each entity's global id; `Query.node` finds the owner by it. */
export const ID_PREFIX = {
  User: 'user',
  Workspace: 'workspace',
  Invite: 'invite',
  Integration: 'integration',
  Chat: 'chat',
  Message: 'message',
  Attachment: 'attachment',
  Task: 'task',
  Board: 'board',
  BoardColumn: 'column',
  Label: 'label',
  Workflow: 'workflow',
  Execution: 'execution',
  Notification: 'notification',
  Session: 'session',
  DeadLetter: 'deadletter',
  ApiKey: 'apikey',
  AuditEvent: 'audit',
} as const;

export type IdType = keyof typeof ID_PREFIX;

/** The types that implement Node, each with a resolvable `nodeRef` key in its owner. */
export const NODE_TYPES = [
  'User',
  'Workspace',
  'Invite',
  'Integration',
  'Chat',
  'Message',
  'Task',
  'Board',
  'Label',
  'Workflow',
  'Execution',
  'Notification',
] as const satisfies readonly IdType[];
