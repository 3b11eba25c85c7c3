import { z } from 'zod';
import { StartError } from './start-error';

/** What seeding needs: the gateway, and tokens as anybody gets them. */
export interface SeedOptions {
  url: string;
  tokenOf(username: string): Promise<string | null>;
}

type Values = Record<string, unknown>;
type Send = (document: string, input?: Values) => Promise<Values>;

const PEOPLE = ['alice', 'bob', 'carol', 'mallory'] as const;
const ACME_LABELS = [
  { name: 'documentation', color: '#2f81f7' },
  { name: 'security', color: '#d1242f' },
];
const ACME_TASKS = [
  { title: 'Write the release notes', priority: 'MEDIUM', assignee: 'bob', label: 'documentation' },
  { title: 'Rotate the signing keys', priority: 'HIGH', assignee: 'alice', label: 'security' },
  { title: 'Tidy the backlog', priority: 'LOW', assignee: null, label: null },
] as const;
const OAUTH_WATCHER = {
  name: 'OAuth watcher',
  nodes: [
    { id: 'mentioned', type: 'trigger.event', config: { type: 'chat.message.sent', contains: 'OAuth' } },
    {
      id: 'remind',
      type: 'action.sendMessage',
      config: { body: 'OAuth was mentioned: the checklist is in the security handbook.' },
    },
  ],
  edges: [{ from: 'mentioned', to: 'remind' }],
};

const entity = z.object({ id: z.string() });
const named = z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) });
const spoken = z.object({ chat: z.object({ messages: z.object({ nodes: z.array(entity) }) }) });
const viewer = z.object({ viewer: entity });
const payload = z.looseObject({ userErrors: z.array(z.object({ message: z.string() })) });
const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});
const workspaceState = z.object({
  workspace: z
    .object({
      id: z.string(),
      chats: named,
      boards: named,
      labels: named,
      tasks: z.object({ nodes: z.array(z.object({ id: z.string(), title: z.string() })) }),
      workflows: z.object({
        nodes: z.array(
          z.object({ id: z.string(), name: z.string(), deployedVersion: z.number().nullable() }),
        ),
      }),
    })
    .nullable(),
});

const WORKSPACE = `query ($slug: String!) { workspace(slug: $slug) { id
  chats { nodes { id name } } boards { nodes { id name } } labels { nodes { id name } } tasks { nodes { id title } }
  workflows { nodes { id name deployedVersion } } } }`;

/** Makes the demo data through the gateway, as its owners. What is there already is left as it is. */
export async function seedDemo({ url, tokenOf }: SeedOptions): Promise<void> {
  const senders = await Promise.all(PEOPLE.map(async (name) => sender(url, await tokenOf(name))));
  const [alice, bob, , mallory] = senders as [Send, Send, Send, Send];
  // Whoever has signed in once can be added by others.
  const [aliceId, bobId, carolId] = await Promise.all(
    senders.map(async (send) => viewer.parse(await send('{ viewer { id } }')).viewer.id),
  );
  await Promise.all([
    seedAcme({ alice, bob }, { alice: aliceId!, bob: bobId!, carol: carolId! }),
    ensureWorkspace(mallory, 'globex', 'Globex'),
  ]);
}

type Workspace = NonNullable<z.infer<typeof workspaceState>['workspace']>;

async function seedAcme(
  { alice: send, bob }: Talkers,
  people: { alice: string; bob: string; carol: string },
): Promise<void> {
  const acme = await ensureWorkspace(send, 'acme', 'Acme');
  const add = (username: string, role: string) =>
    mutate(send, 'addWorkspaceMember', 'membership { role }', { workspaceId: acme.id, username, role });
  await Promise.all([add('bob', 'MEMBER'), add('carol', 'GUEST')]);
  // The oldest channel is the one that the explorer's samples read.
  const general = await seedChat(send, acme, { name: 'general', participants: [people.bob, people.carol] });
  await Promise.all([
    seedConversation({ alice: send, bob }, general),
    seedChat(send, acme, { name: 'engineering', participants: [people.bob] }),
    seedTasks(send, acme, people),
    seedWorkflow(send, acme),
  ]);
}

interface DemoChat {
  name: string;
  participants: readonly string[];
}

async function seedChat(send: Send, { id: workspaceId, chats }: Workspace, chat: DemoChat): Promise<string> {
  const { name, participants } = chat;
  const chatId =
    idOf(chats, name) ?? (await create(send, 'createChat', 'chat', { workspaceId, name, kind: 'CHANNEL' }));
  for (const userId of participants)
    await mutate(send, 'addChatParticipant', 'participant { role }', { chatId, userId });
  return chatId;
}

interface Talkers {
  alice: Send;
  bob: Send;
}

/** A thread with reactions, and something that is unread, where nobody has said anything yet. */
async function seedConversation({ alice, bob }: Talkers, chatId: string): Promise<void> {
  const document = 'query ($id: ID!) { chat(id: $id) { messages(first: 1) { nodes { id } } } }';
  if (spoken.parse(await alice(document, { id: chatId })).chat.messages.nodes.length > 0) return;
  const say = (send: Send, body: string, threadRootId?: string) =>
    create(send, 'sendMessage', 'message', { chatId, body, threadRootId });
  const root = await say(alice, 'The **release** is planned for Friday. What is still open?');
  await say(bob, 'The notes are half written.', root);
  await say(alice, 'Thanks! Tell me when they are done.', root);
  await mutate(bob, 'addReaction', 'message { id }', { messageId: root, emoji: '🚀' });
  await mutate(alice, 'pinMessage', 'message { id }', { messageId: root });
  await say(bob, '@alice the release notes are ready to be read.');
}

async function seedTasks(
  send: Send,
  { id: workspaceId, boards, labels, tasks }: Workspace,
  people: Record<'alice' | 'bob', string>,
): Promise<void> {
  if (!idOf(boards, 'Engineering')) {
    await create(send, 'createBoard', 'board', { workspaceId, name: 'Engineering' });
  }
  const labelIds = new Map<string | null, string>();
  for (const label of ACME_LABELS) {
    const known = idOf(labels, label.name);
    labelIds.set(
      label.name,
      known ?? (await create(send, 'createLabel', 'label', { workspaceId, ...label })),
    );
  }
  const isMissing = (title: string) => !tasks.nodes.some((node) => node.title === title);
  for (const { assignee, label, ...task } of ACME_TASKS.filter(({ title }) => isMissing(title))) {
    const labelId = labelIds.get(label);
    const more = { assigneeId: assignee && people[assignee], labelIds: labelId ? [labelId] : [] };
    await create(send, 'createTask', 'task', { workspaceId, ...task, ...more });
  }
}

async function seedWorkflow(send: Send, { id: workspaceId, workflows }: Workspace): Promise<void> {
  const watcher = workflows.nodes.find(({ name }) => name === OAUTH_WATCHER.name);
  if (watcher?.deployedVersion != null) return;
  const workflowId =
    watcher?.id ?? (await create(send, 'createWorkflow', 'workflow', { workspaceId, ...OAUTH_WATCHER }));
  await mutate(send, 'deployWorkflow', 'workflow { id }', { workflowId });
}

function idOf(list: z.infer<typeof named>, name: string): string | undefined {
  return list.nodes.find((node) => node.name === name)?.id;
}

async function ensureWorkspace(send: Send, slug: string, name: string) {
  const find = async () => workspaceState.parse(await send(WORKSPACE, { slug })).workspace;
  const found = await find();
  if (found) return found;
  await create(send, 'createWorkspace', 'workspace', { name, slug });
  return (await find())!;
}

/** A creation that answers the id; sent twice, it is done once. */
async function create(send: Send, name: string, field: string, input: Values): Promise<string> {
  const idempotencyKey = `demo:${String(input.slug ?? input.name ?? input.title ?? input.body)}`;
  const made = await mutate(send, name, `${field} { id }`, { ...input, idempotencyKey });
  return entity.parse(made[field]).id;
}

async function mutate(send: Send, name: string, selection: string, input: Values): Promise<Values> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { message } } }`;
  const result = payload.parse((await send(document, { input }))[name]);
  const [refusal] = result.userErrors;
  if (refusal) throw new StartError(`The demo data cannot be made: ${name}: ${refusal.message}`);
  return result;
}

function sender(url: string, token: string | null): Send {
  if (token === null) throw new StartError('The demo data cannot be made: a demo user cannot sign in.');
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = answer.parse(await response.json());
    if (errors?.[0] || !data) {
      throw new StartError(`The demo data cannot be made: ${errors?.[0]?.message ?? 'the answer is empty'}`);
    }
    return data;
  };
}
