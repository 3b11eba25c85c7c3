import { newUuid, toGlobalId } from '../subgraphs/kit/ids';
import { ID_PREFIX, type IdType } from '../schema/ids';
import type { Platform } from './platform';
import { createSeed, type SeededWorkspace } from './seed';
import { untilSettled } from './settled';
import { waitFor } from './wait';

/** Ids of one of each entity. */
export type Ids = Record<IdType, string>;

/** Ids that belong to nothing. */
export const nothing = Object.fromEntries(
  Object.keys(ID_PREFIX).map((type) => [type, toGlobalId(type as IdType, newUuid())]),
) as Ids;

export const WORKFLOW = {
  name: 'OAuth watcher',
  nodes: [
    { id: 'when', type: 'trigger.event', config: { type: 'chat.message.sent', contains: 'OAuth' } },
    { id: 'say', type: 'action.sendMessage', config: { body: 'Noted.' } },
  ],
  edges: [{ from: 'when', to: 'say' }],
};

/** Three tenants, each with one of every entity, in a private chat where there is one. */
export async function createTenants(platform: Platform): Promise<SeededWorkspace[]> {
  const seed = createSeed(platform);
  const tenants = [
    await seed.workspace('acme'),
    await seed.workspace('globex'),
    await seed.workspace('third'),
  ];
  for (const tenant of tenants) await fill(platform, tenant);
  // Whoever counts events finds none that come later.
  await untilSettled(platform);
  return tenants;
}

/** Gives a tenant one of every entity, in a private chat where there is one, and waits for what follows. */
export async function fill(platform: Platform, workspace: SeededWorkspace): Promise<void> {
  const { token } = workspace.owner;
  await workspace.board();
  await platform.query(
    token,
    'mutation ($input: CreateLabelInput!) { createLabel(input: $input) { label { id } } }',
    { input: { workspaceId: workspace.id, name: 'Security', color: '#d73a4a' } },
  );
  const created = await platform.query<{ createWorkflow: { workflow: { id: string } } }>(
    token,
    'mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { workflow { id } } }',
    { input: { workspaceId: workspace.id, ...WORKFLOW } },
  );
  await platform.query(
    token,
    'mutation ($input: DeployWorkflowInput!) { deployWorkflow(input: $input) { workflow { id } } }',
    { input: { workflowId: created.data.createWorkflow.workflow.id } },
  );
  await platform.query(
    token,
    'mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { id } } }',
    { input: { workspaceId: workspace.id, role: 'MEMBER' } },
  );
  await platform.query(
    token,
    'mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) { integration { id } } }',
    { input: { workspaceId: workspace.id, kind: 'GITHUB', name: 'Tracker' } },
  );
  const chat = await workspace.chat({
    name: 'engineering',
    visibility: 'PRIVATE',
    participants: [workspace.member],
  });
  await chat.send(workspace.owner, 'Kick-off\n#task Implement OAuth');
  await chat.send(workspace.member, `Welcome @${workspace.owner.username}`);
  await waitFor(() => isFilled(platform, workspace), { timeoutMs: 20_000 });
}

async function isFilled(platform: Platform, workspace: SeededWorkspace): Promise<boolean> {
  const { Execution, Task, Notification } = await idsOf(platform, workspace);
  return Execution !== '' && Task !== '' && Notification !== '';
}

interface Found {
  id: string;
  name: string;
}
interface FoundWorkspace {
  invites: { nodes: Found[] };
  integrations: { nodes: Found[] };
  chats: { nodes: (Found & { messages: { nodes: Found[] } })[] };
  tasks: { nodes: Found[] };
  labels: { nodes: Found[] };
  boards: { nodes: (Found & { columns: Found[] })[] };
  workflows: { nodes: (Found & { executions: { nodes: Found[] } })[] };
}
interface FoundViewer {
  notifications: { nodes: Found[] };
  sessions: { nodes: Found[] };
}

/** The ids of what a tenant has, as its owner sees them; empty where there is none yet. */
export async function idsOf(platform: Platform, workspace: SeededWorkspace): Promise<Ids> {
  const answer = await platform.query<{ workspace: FoundWorkspace; viewer: FoundViewer }>(
    workspace.owner.token,
    `query ($id: ID!) { viewer { notifications(first: 1) { nodes { id } } sessions(first: 1) { nodes { id } } } workspace(id: $id) { invites(first: 1) { nodes { id } } integrations(first: 1) { nodes { id } }
       chats { nodes { id name messages(first: 1) { nodes { id } } } } tasks(first: 1) { nodes { id } }
       labels(first: 1) { nodes { id } } boards(first: 1) { nodes { id columns { id } } }
       workflows(first: 1) { nodes { id executions(first: 1) { nodes { id } } } } } }`,
    { id: workspace.id },
  );
  const found = answer.data.workspace;
  const chat = found.chats.nodes.filter(({ name }) => name === 'engineering');
  const idOf = (entities: readonly Found[]) => entities[0]?.id ?? '';
  return {
    ...nothing,
    User: workspace.owner.id,
    Workspace: workspace.id,
    Invite: idOf(found.invites.nodes),
    Integration: idOf(found.integrations.nodes),
    Chat: idOf(chat),
    Message: idOf(chat.flatMap(({ messages }) => messages.nodes)),
    Task: idOf(found.tasks.nodes),
    Board: idOf(found.boards.nodes),
    BoardColumn: idOf(found.boards.nodes.flatMap(({ columns }) => columns.slice(1))),
    Label: idOf(found.labels.nodes),
    Workflow: idOf(found.workflows.nodes),
    Execution: idOf(found.workflows.nodes.flatMap(({ executions }) => executions.nodes)),
    Session: idOf(answer.data.viewer.sessions.nodes),
    Notification: idOf(answer.data.viewer.notifications.nodes),
  };
}
