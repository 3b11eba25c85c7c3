import { CHAT_MATRIX, STANDINGS, type ChatAction, type Standing } from '../subgraphs/chat/chat.policy';
import {
  ACTIONS,
  ACTIONS_OF_ROLE,
  READ_ONLY_ROLE,
  type Action,
  type WorkspaceRole,
} from '../subgraphs/kit/permission';
import { LOWEST_ROLE, type WorkspaceAction } from '../subgraphs/workspace/workspace.policy';
import { postGraphQL } from './http';
import { startPlatform, type Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { WORKFLOW } from './tenants';
import { waitFor } from './wait';

/** From the least to the most; NONE is a foreigner. */
const ROLES = ['NONE', 'GUEST', 'MEMBER', 'ADMIN', 'OWNER'] as const;
type Role = (typeof ROLES)[number];

const PLATFORM_ROLES = ['admin', 'user', 'viewer'] as const;
type PlatformRole = (typeof PLATFORM_ROLES)[number];

/** What came of trying: null when it was let through. */
type Outcome = string | null;

let platform: Platform;
let shared: SeededWorkspace;
let admin: Person;
let foreigner: Person;

beforeAll(async () => {
  platform = await startPlatform();
  shared = await platform.seed.workspace('matrix');
  admin = await platform.seed.person('matrix-admin');
  foreigner = await platform.seed.person('matrix-foreigner');
  await shared.add(admin, 'ADMIN');
});

afterAll(() => platform.close());

function personOf(role: Role, { owner, member, guest }: SeededWorkspace): Person {
  return { NONE: foreigner, GUEST: guest, MEMBER: member, ADMIN: admin, OWNER: owner }[role];
}

/** The code of the first userError of a mutation; null when there is none. */
async function attempt(person: Person, name: string, input: object): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const answer = await platform.query<Record<string, { userErrors: { code: string }[] }>>(
    person.token,
    `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code message } } }`,
    { input },
  );
  expect(answer.errors).toEqual([]);
  return answer.data[name]!.userErrors[0]?.code ?? null;
}

async function look(person: Person, field: string, id: string): Promise<Outcome> {
  const { data, errors } = await platform.query<Record<string, object | null>>(
    person.token,
    `query ($id: ID!) { ${field}(id: $id) { id } }`,
    { id },
  );
  expect(errors).toEqual([]);
  return data[field] ? null : 'NOT_FOUND';
}

/** The cells that were tried, by matrix, action and who: all that there are, in the end. */
const tried = new Set<string>();

let count = 0;
const unique = (stem: string) => `${stem}-${++count}`;

describe('B3: what each role may do in a workspace', () => {
  /** How each action of the matrix is tried; `fresh` is a workspace of the try's own. */
  const PROBES: Record<
    WorkspaceAction,
    (person: Person, workspace: SeededWorkspace, fresh: () => Promise<SeededWorkspace>) => Promise<Outcome>
  > = {
    viewPublicChats: async (person, workspace) => look(person, 'chat', (await workspace.chat()).id),
    createChat: (person, { id }) => attempt(person, 'createChat', { workspaceId: id, name: unique('chat') }),
    invite: (person, { id }) => attempt(person, 'createInvite', { workspaceId: id, role: 'MEMBER' }),
    manageSettings: (person, { id }) =>
      attempt(person, 'updateWorkspaceSettings', { workspaceId: id, locale: 'de' }),
    manageMembers: async (person, { id }) => {
      const { username } = await platform.seed.person(unique('added'));
      return attempt(person, 'addWorkspaceMember', { workspaceId: id, username, role: 'GUEST' });
    },
    transferOwnership: async (person, workspace, fresh) => {
      const { id, member } = person === workspace.owner ? await fresh() : workspace;
      return attempt(person, 'transferOwnership', { workspaceId: id, userId: member.id });
    },
    archive: async (person, workspace, fresh) => {
      const { id } = person === workspace.owner ? await fresh() : workspace;
      return attempt(person, 'archiveWorkspace', { workspaceId: id });
    },
    delete: async (person, workspace, fresh) => {
      const { id, slug } = person === workspace.owner ? await fresh() : workspace;
      return attempt(person, 'deleteWorkspace', { workspaceId: id, confirmSlug: slug });
    },
  };

  const cells = (Object.keys(LOWEST_ROLE) as WorkspaceAction[]).flatMap((action) =>
    ROLES.map((role) => {
      const may = ROLES.indexOf(role) >= ROLES.indexOf(LOWEST_ROLE[action]);
      const refusal = role === 'NONE' || action === 'viewPublicChats' ? 'NOT_FOUND' : 'FORBIDDEN';
      return [action, role, may ? null : refusal] as const;
    }),
  );
  test.each(cells)('%s as %s: %s', async (action, role, expected) => {
    const person = personOf(role, shared);
    const fresh = async () => {
      const workspace = await platform.seed.workspace('fresh');
      await workspace.add(person, 'OWNER');
      return workspace;
    };
    expect(await PROBES[action](person, shared, fresh)).toBe(expected);
    tried.add(`B3 ${action} ${role}`);
  });
});

/** How each action of roles is tried. */
const ACTION_PROBES: Record<Action, (person: Person) => Promise<Outcome>> = {
  read: (person) => look(person, 'workspace', shared.id),
  write: (person) => attempt(person, 'createTask', { workspaceId: shared.id, title: 'Try' }),
  deploy: async (person) => {
    const input = { workspaceId: shared.id, ...WORKFLOW, name: unique('workflow') };
    const created = await platform.query<{ createWorkflow: { workflow: { id: string } } }>(
      shared.owner.token,
      'mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }',
      { input },
    );
    return attempt(person, 'deployWorkflow', { workflowId: created.data.createWorkflow.workflow.id });
  },
  manage: (person) => attempt(person, 'updateWorkspace', { workspaceId: shared.id, name: unique('Matrix') }),
};

describe('B7: the actions of roles, per tenant', () => {
  const roles = Object.keys(ACTIONS_OF_ROLE) as WorkspaceRole[];
  test.each(roles.flatMap((role) => ACTIONS.map((action) => [role, action] as const)))(
    '%s: %s',
    async (role, action) => {
      const outcome = await ACTION_PROBES[action](personOf(role, shared));
      if (ACTIONS_OF_ROLE[role].includes(action)) expect(outcome).toBeNull();
      // Guests see no automation at all.
      else expect(outcome).toBe(role === 'GUEST' && action === 'deploy' ? 'NOT_FOUND' : 'FORBIDDEN');
    },
  );

  test('an admin of one workspace is a plain member of another', async () => {
    const other = await platform.seed.workspace('other');
    await other.add(admin, 'MEMBER');
    const rename = (workspaceId: string) =>
      attempt(admin, 'updateWorkspace', { workspaceId, name: unique('Named') });
    expect([await rename(shared.id), await rename(other.id)]).toEqual([null, 'FORBIDDEN']);
  });
});

describe('B6: what the roles of the platform add and take', () => {
  /** An administrator of the platform reads everything; an owner may do all, unless the realm lets them read alone. */
  const ALLOWED: Record<PlatformRole, readonly Action[]> = {
    admin: ['read'],
    user: ACTIONS_OF_ROLE.OWNER,
    viewer: ['read'],
  };
  const personWith = async (role: PlatformRole): Promise<Person> => {
    if (role === 'admin') return platform.seed.person('root');
    if (role === 'user') return shared.owner;
    const claims = { realm_access: { roles: [READ_ONLY_ROLE] } };
    return { ...shared.owner, token: platform.token(shared.owner.username, { claims }) };
  };
  test.each(PLATFORM_ROLES.flatMap((role) => ACTIONS.map((action) => [role, action] as const)))(
    '%s: %s',
    async (role, action) => {
      const outcome = await ACTION_PROBES[action](await personWith(role));
      expect(outcome).toBe(ALLOWED[role].includes(action) ? null : 'FORBIDDEN');
      tried.add(`B6 ${action} ${role}`);
    },
  );
});

describe('B4: what may be done in a chat', () => {
  interface Place {
    chat: SeededChat;
    /** Takes part as MEMBER. */
    other: Person;
    makeReader(person: Person): Promise<void>;
  }
  /** How each action of the matrix is tried. */
  const PROBES: Record<ChatAction, (person: Person, place: Place) => Promise<Outcome>> = {
    view: async (person, { chat }) => {
      const outcome = await look(person, 'chat', chat.id);
      const { data } = await postGraphQL<{ _entities: unknown[] }>(platform.subgraphUrl('chat'), {
        token: person.token,
        document:
          'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Chat { messages { nodes { id } } } } }',
        variables: { refs: [{ __typename: 'Chat', id: chat.id }] },
      });
      expect(data._entities[0] === null ? 'NOT_FOUND' : null).toBe(outcome);
      return outcome;
    },
    subscribe: async (person, { chat, other }) => {
      const subscribed = platform.subscribe(
        person.token,
        'subscription ($id: ID!, $after: String) { chatEvents(chatId: $id, after: $after) { cursor } }',
        { id: chat.id, after: chat.cursor },
      );
      await chat.send(other, 'Somebody reads this.');
      await waitFor(() => subscribed.frames.length > 0 || subscribed.isEnded);
      subscribed.close();
      return subscribed.errors[0]?.extensions?.code ?? null;
    },
    join: (person, { chat }) => attempt(person, 'joinChat', { chatId: chat.id }),
    leave: async (person, { chat, other }) => {
      const heir = { chatId: chat.id, userId: other.id, role: 'ADMIN' };
      if (person === shared.owner) expect(await attempt(person, 'updateChatParticipant', heir)).toBeNull();
      return attempt(person, 'removeChatParticipant', { chatId: chat.id, userId: person.id });
    },
    send: (person, { chat }) => attempt(person, 'sendMessage', { chatId: chat.id, body: 'Hello' }),
    applyTags: (person, { chat }) =>
      attempt(person, 'sendMessage', { chatId: chat.id, body: '#task Tagged' }),
    addParticipant: (person, { chat }) =>
      attempt(person, 'addChatParticipant', { chatId: chat.id, userId: shared.guest.id }),
    changeRole: (person, { chat, other }) =>
      attempt(person, 'updateChatParticipant', { chatId: chat.id, userId: other.id, role: 'READER' }),
    removeParticipant: (person, { chat, other }) =>
      attempt(person, 'removeChatParticipant', { chatId: chat.id, userId: other.id }),
    close: (person, { chat }) => attempt(person, 'closeChat', { chatId: chat.id }),
    update: (person, { chat }) => attempt(person, 'updateChat', { chatId: chat.id, topic: unique('topic') }),
    delete: (person, { chat }) => attempt(person, 'deleteChat', { chatId: chat.id }),
  };
  const actions = Object.keys(CHAT_MATRIX) as ChatAction[];

  /** The owner of the workspace made the chat; who takes part in it, or not, is the workspace's member. */
  async function place(visibility: 'PUBLIC' | 'PRIVATE', participants: Person[]): Promise<Place> {
    const chat = await shared.chat({ visibility, participants: [admin, ...participants] });
    const makeReader = async ({ id: userId }: Person) => {
      const input = { chatId: chat.id, userId, role: 'READER' };
      expect(await attempt(shared.owner, 'updateChatParticipant', input)).toBeNull();
    };
    return { chat, other: admin, makeReader };
  }
  const isAllowed = (action: ChatAction, standing: Standing) =>
    (CHAT_MATRIX[action] as readonly Standing[]).includes(standing);

  test.each(actions.flatMap((action) => STANDINGS.map((standing) => [action, standing] as const)))(
    '%s as %s',
    async (action, standing) => {
      const person = standing === 'ADMIN' ? shared.owner : shared.member;
      const participants = standing === 'MEMBER' || standing === 'READER' ? [shared.member] : [];
      const found = await place(standing === 'VISITOR' ? 'PUBLIC' : 'PRIVATE', participants);
      if (standing === 'READER') await found.makeReader(person);
      expect(await PROBES[action](person, found)).toBe(isAllowed(action, standing) ? null : 'FORBIDDEN');
      tried.add(`B4 ${action} ${standing}`);
    },
  );

  test.each(actions)(
    '%s in a private chat is NOT_FOUND for members of the workspace outside of it',
    async (action) => {
      expect(await PROBES[action](shared.member, await place('PRIVATE', []))).toBe('NOT_FOUND');
      tried.add(`B4 ${action} OUTSIDER`);
    },
  );

  test.each(actions)('%s in a public chat is NOT_FOUND for guests and foreigners', async (action) => {
    const found = await place('PUBLIC', []);
    expect(await PROBES[action](shared.guest, found)).toBe('NOT_FOUND');
    expect(await PROBES[action](foreigner, found)).toBe('NOT_FOUND');
    tried.add(`B4 ${action} FOREIGNER`);
  });

  test.each(actions)('%s as a guest who takes part: reading, and no more', async (action) => {
    const expected = action === 'view' || action === 'subscribe' ? null : 'FORBIDDEN';
    expect(await PROBES[action](shared.guest, await place('PRIVATE', [shared.guest]))).toBe(expected);
    tried.add(`B4 ${action} GUEST`);
  });

  test('a visitor of a public chat sends once they have joined', async () => {
    const found = await place('PUBLIC', []);
    expect(await PROBES.send(shared.member, found)).toBe('FORBIDDEN');
    expect(await PROBES.join(shared.member, found)).toBeNull();
    expect(await PROBES.send(shared.member, found)).toBeNull();
  });
});

test('B1: from system to workspace, chat and message, every cell of the matrices was tried', () => {
  const cells = (matrix: string, actions: readonly string[], who: readonly string[]) =>
    actions.flatMap((action) => who.map((one) => `${matrix} ${action} ${one}`));
  const standings = [...STANDINGS, 'OUTSIDER', 'GUEST', 'FOREIGNER'];
  const all = [
    ...cells('B6', ACTIONS, PLATFORM_ROLES),
    ...cells('B3', Object.keys(LOWEST_ROLE), ROLES),
    // What is done to messages, sending them and applying their tags, is among what is done in a chat.
    ...cells('B4', Object.keys(CHAT_MATRIX), standings),
  ];
  expect([...tried].sort()).toEqual(all.sort());
});
