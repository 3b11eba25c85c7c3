import { randomUUID } from 'node:crypto';
import type { Answer } from './http';
import { waitFor } from './wait';

/** What seeding needs of a platform. */
export interface Gate {
  token(username: string): string;
  query<D>(token: string, document: string, variables?: Record<string, unknown>): Promise<Answer<D>>;
}

/** A person who has signed in, so that others can add them. */
export interface Person {
  username: string;
  /** The global id. */
  id: string;
  token: string;
}

export interface SeededWorkspace {
  id: string;
  slug: string;
  owner: Person;
  member: Person;
  guest: Person;
  /** Creates a chat as the owner and adds participants. */
  chat(options?: ChatOptions): Promise<SeededChat>;
  /** Creates a board as the owner. */
  board(name?: string): Promise<SeededEntity>;
  /** Creates a task as the owner. */
  task(title?: string): Promise<SeededEntity>;
  /** Adds somebody to the workspace as the owner. */
  add(person: Person, role: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST'): Promise<void>;
}

export interface SeededEntity {
  id: string;
  /** Its own stream's position behind its creation: subscribe `after` it and nothing is missed. */
  cursor: string;
}

export interface ChatOptions {
  name?: string;
  kind?: 'CHANNEL' | 'DISCUSSION';
  visibility?: 'PUBLIC' | 'PRIVATE';
  participants?: readonly Person[];
}

export interface SeededChat extends SeededEntity {
  /** Sends a message and answers its id; fails when it is refused. */
  send(sender: Person, body: string): Promise<string>;
}

export interface Seed {
  /** One of the realm's people, or a new one of that name. */
  person(username: string): Promise<Person>;
  /** A workspace of its own with three people of its own: an owner, a member and a guest. */
  workspace(name?: string): Promise<SeededWorkspace>;
}

type Entity = { id: string };
type Payload = { userErrors: { code: string; message: string }[]; cursor?: string } & Record<string, Entity>;

/** Answers the payload of a mutation that must succeed. */
async function must(platform: Gate, token: string, document: string, input: object): Promise<Payload> {
  const answer: Answer<Record<string, Payload>> = await platform.query(token, document, { input });
  const payload = Object.values(answer.data ?? {})[0];
  const refusals = [...answer.errors, ...(payload?.userErrors ?? [])].map((error) => error.message);
  if (!payload || refusals.length > 0)
    throw new Error(`seeding failed: ${refusals.join('; ') || answer.text}`);
  return payload;
}

const mutation = (name: string, entity: string, hasCursor = true) => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ($input: ${input}) { ${name}(input: $input) { ${entity} ${hasCursor ? 'cursor' : ''} userErrors { code message } } }`;
};
const CREATE_WORKSPACE = mutation('createWorkspace', 'workspace { id }');
const ADD_MEMBER = mutation('addWorkspaceMember', 'membership { role }');
const CREATE_CHAT = mutation('createChat', 'chat { id }');
const ADD_PARTICIPANT = mutation('addChatParticipant', 'participant { role }');
const SEND_MESSAGE = mutation('sendMessage', 'message { id }');
const CREATE_BOARD = mutation('createBoard', 'board { id }');
const CREATE_TASK = mutation('createTask', 'task { id }');

/** Data of one test's own, made through the gateway as anybody would make it. */
export function createSeed(platform: Gate): Seed {
  let count = 0;

  async function person(username: string): Promise<Person> {
    const token = platform.token(username);
    // A profile is made at first sight; identity under load is not waited for long, and told again by the next request.
    const viewer = await waitFor(
      async () => {
        const answer = await platform.query<{ viewer: Entity | null }>(token, '{ viewer { id } }');
        if (answer.errors.length > 0) throw new Error(answer.text);
        return answer.data.viewer;
      },
      { what: `${username} to be signed in` },
    );
    return { username, id: viewer.id, token };
  }

  async function workspace(name = 'acme'): Promise<SeededWorkspace> {
    const suffix = `${++count}-${randomUUID().slice(0, 8)}`;
    const [owner, member, guest] = await Promise.all(
      ['owner', 'member', 'guest'].map((role) => person(`${name}-${role}-${suffix}`)),
    );
    const slug = `${name}-${suffix}`;
    const created = await must(platform, owner!.token, CREATE_WORKSPACE, { name, slug });
    const place = { id: created.workspace!.id, slug, owner: owner!, member: member!, guest: guest! };
    const seeded = { ...place, ...commands(platform, place) };
    await seeded.add(member!, 'MEMBER');
    await seeded.add(guest!, 'GUEST');
    return seeded;
  }

  return { person, workspace };
}

type Place = Pick<SeededWorkspace, 'id' | 'owner'>;
type Commands = Pick<SeededWorkspace, 'chat' | 'board' | 'task' | 'add'>;

function commands(platform: Gate, { id: workspaceId, owner }: Place): Commands {
  const run = (document: string, input: object) => must(platform, owner.token, document, input);
  const entity = async (document: string, input: object): Promise<SeededEntity> => {
    const payload = await run(document, { workspaceId, ...input });
    const [made] = Object.values(payload).filter((value): value is Entity =>
      Boolean((value as Entity | null)?.id),
    );
    return { id: made!.id, cursor: payload.cursor! };
  };
  return {
    async add(person, role) {
      await run(ADD_MEMBER, { workspaceId, username: person.username, role });
    },
    async chat({ name, kind = 'CHANNEL', visibility = 'PUBLIC', participants = [] } = {}) {
      const chat = await entity(CREATE_CHAT, { name: name ?? `chat ${randomUUID()}`, kind, visibility });
      let { cursor } = chat;
      for (const { id: userId } of participants) {
        const added = await run(ADD_PARTICIPANT, { chatId: chat.id, userId });
        cursor = added.cursor ?? cursor;
      }
      const send = async (sender: Person, body: string) => {
        const sent = await must(platform, sender.token, SEND_MESSAGE, { chatId: chat.id, body });
        return sent.message!.id;
      };
      return { id: chat.id, cursor, send };
    },
    board: (name = `board ${randomUUID()}`) => entity(CREATE_BOARD, { name }),
    task: (title = 'A task') => entity(CREATE_TASK, { title }),
  };
}
