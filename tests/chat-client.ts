import type { Platform } from './platform';
import type { Person } from './seed';
import { waitFor } from './wait';

export interface TagResult {
  tag: string;
  applied: boolean;
  text: string;
  error: { kind: string; code: string; message: string } | null;
}

export interface Message {
  id: string;
  body: string;
  author: { username: string; isBot: boolean } | null;
  tagResults: TagResult[];
}

export interface Payload {
  userErrors: { code: string; message: string; path: string[] | null }[];
  cursor: string | null;
  clientMutationId: string | null;
  chatId?: string | null;
  chat?: { id: string; name: string; isClosed: boolean; version: number } | null;
  message?: Message | null;
  participant?: { role: string; user: { username: string } } | null;
}

const MESSAGE =
  'id body author { username isBot } tagResults { tag applied text error { kind code message } }';
const ENTITIES: Record<string, string> = {
  sendMessage: `message { ${MESSAGE} }`,
  editMessage: `message { ${MESSAGE} }`,
  deleteMessage: `message { ${MESSAGE} }`,
  pinMessage: `message { ${MESSAGE} }`,
  unpinMessage: `message { ${MESSAGE} }`,
  addReaction: `message { ${MESSAGE} }`,
  removeReaction: `message { ${MESSAGE} }`,
  addChatParticipant: 'participant { role user { username } }',
  updateChatParticipant: 'participant { role user { username } }',
  deleteChat: 'chatId',
};

export interface ChatClient {
  /** Answers the data of an operation that must not fail. */
  query<D>(person: Person, document: string, variables?: Record<string, unknown>): Promise<D>;
  /** Calls a mutation of the chat subgraph by its name, whose input and payload follow from it. */
  mutate(person: Person, name: string, input: Record<string, unknown>): Promise<Payload>;
  /** Sends a message that must not be refused. */
  send(person: Person, chatId: string, body: string): Promise<Message>;
  /** The messages of a chat, oldest first. */
  messages(person: Person, chatId: string): Promise<Message[]>;
  /** The bot's messages in a chat, once there is one. */
  answers(person: Person, chatId: string): Promise<Message[]>;
}

/** The code of a refusal; null where there is none. */
export const codeOf = ({ userErrors }: { userErrors: readonly { code: string }[] }) =>
  userErrors[0]?.code ?? null;

/** What tests of chats do through the gateway. */
export function makeChatClient(platform: Platform): ChatClient {
  const client: ChatClient = {
    async query<D>({ token }: Person, document: string, variables: Record<string, unknown> = {}) {
      const answer = await platform.query<D>(token, document, variables);
      expect(answer.errors).toEqual([]);
      return answer.data;
    },
    async mutate(person, name, input) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const entity = ENTITIES[name] ?? 'chat { id name isClosed version }';
      const document = `mutation ($input: ${type}) {
        ${name}(input: $input) { ${entity} cursor clientMutationId userErrors { code message path } } }`;
      return (await client.query<Record<string, Payload>>(person, document, { input }))[name]!;
    },
    async send(person, chatId, body) {
      const { message, userErrors } = await client.mutate(person, 'sendMessage', { chatId, body });
      expect(userErrors).toEqual([]);
      return message!;
    },
    async messages(person, chatId) {
      const document = `query ($id: ID!) { chat(id: $id) { messages { nodes { ${MESSAGE} } } } }`;
      type Data = { chat: { messages: { nodes: Message[] } } | null };
      return (await client.query<Data>(person, document, { id: chatId })).chat?.messages.nodes ?? [];
    },
    answers: (person, chatId) =>
      waitFor<Message[] | null>(
        async () => {
          const answers = (await client.messages(person, chatId)).filter(({ author }) => author?.isBot);
          return answers.length > 0 ? answers : null;
        },
        { what: "the bot's answer" },
      ),
  };
  return client;
}
