import type { ChatClient, Message } from './chat-client';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { waitFor } from './wait';

export interface Task {
  id: string;
  key: string;
  type: string;
  title: string;
  status: string;
  version: number;
  priority: string | null;
  severity: string | null;
  dueDate: string | null;
  description: string | null;
  estimate: number | null;
  labels: { id: string; name: string }[];
  viewerIsSubscribed: boolean;
  assignee: { username: string } | null;
  parent: { key: string } | null;
  chat: { id: string; kind: string } | null;
  sourceChat: { id: string } | null;
  sourceMessage: { id: string } | null;
}

export const TASK =
  'id key type title status version priority severity dueDate description estimate labels { id name } viewerIsSubscribed assignee { username } parent { key } chat { id kind } sourceChat { id } sourceMessage { id }';

export interface TaskPayload {
  task: Task | null;
  cursor: string | null;
  userErrors: { code: string; message: string; path: string[] | null; currentVersion?: number | null }[];
}

export type TaskMutation =
  | 'createTask'
  | 'createTaskFromMessage'
  | 'updateTask'
  | 'moveTask'
  | 'subscribeToTask'
  | 'unsubscribeFromTask';

export interface TaskClient {
  /** Calls a mutation whose payload carries a task. */
  mutate(person: Person, name: TaskMutation, input: object): Promise<TaskPayload>;
  /** Creates a label; its id. */
  label(workspace: SeededWorkspace, name: string): Promise<string>;
  /** The task whose chat it is. */
  taskOf(person: Person, chatId: string): Promise<Task | null>;
  /** The tasks that were made from a message. */
  tasksFrom(person: Person, messageId: string): Promise<Task[]>;
  /** Sends a message and waits until so many of its tags have been decided. */
  say(person: Person, chatId: string, body: string, tags: number): Promise<Message>;
  /** A discussion that a tag of the owner's has turned into the chat of a task. */
  discussion(workspace: SeededWorkspace, tag: 'task' | 'bug' | 'epic', title: string): Promise<SeededChat>;
}

/** What tests of tasks do through the gateway. */
export function makeTaskClient(client: ChatClient): TaskClient {
  const tasks: TaskClient = {
    async mutate(person, name, input) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) { ${name}(input: $input) { task { ${TASK} } cursor
        userErrors { code message path ... on ConflictError { currentVersion } } } }`;
      return (await client.query<Record<string, TaskPayload>>(person, document, { input }))[name]!;
    },
    async label({ id: workspaceId, owner }, name) {
      const document = 'mutation ($input: CreateLabelInput!) { createLabel(input: $input) { label { id } } }';
      const input = { workspaceId, name, color: '#2f81f7' };
      const made = await client.query<{ createLabel: { label: { id: string } } }>(owner, document, { input });
      return made.createLabel.label.id;
    },
    async taskOf(person, chatId) {
      const document = `query ($id: ID!) { chat(id: $id) { task { ${TASK} } } }`;
      return (await client.query<{ chat: { task: Task | null } }>(person, document, { id: chatId })).chat
        .task;
    },
    async tasksFrom(person, messageId) {
      const document = `query ($id: ID!) { node(id: $id) { ... on Message { tasks { ${TASK} } } } }`;
      return (await client.query<{ node: { tasks: Task[] } }>(person, document, { id: messageId })).node
        .tasks;
    },
    async say(person, chatId, body, tags) {
      const { id } = await client.send(person, chatId, body);
      const find = async () => {
        const message = (await client.messages(person, chatId)).find((one) => one.id === id);
        return message && message.tagResults.length >= tags ? message : null;
      };
      return waitFor<Message | null>(find, { what: `the results of ${body}` });
    },
    async discussion(workspace, tag, title) {
      const chat = await workspace.chat({ kind: 'DISCUSSION', participants: [workspace.member] });
      await tasks.say(workspace.owner, chat.id, `#${tag} ${title}`, 1);
      return chat;
    },
  };
  return tasks;
}
