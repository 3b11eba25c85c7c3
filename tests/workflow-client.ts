import { fromGlobalId } from '../subgraphs/kit/ids';
import type { Platform } from './platform';
import type { Person, SeededChat, SeededWorkspace } from './seed';
import { waitFor } from './wait';

interface UserError {
  __typename: string;
  code: string;
  message: string;
  path: string[] | null;
  currentVersion?: number | null;
}
export interface Workflow {
  id: string;
  name: string;
  nodes: object[];
  edges: object[];
  deployedVersion: number | null;
  version: number;
}
interface Payload {
  workflow: Workflow | null;
  cursor: string | null;
  userErrors: UserError[];
}
export interface Execution {
  id: string;
  status: string;
  error: string | null;
  deploymentVersion: number;
  triggerEventId: string;
  nodeRuns: { nodeId: string; status: string; attempts: number }[];
}
interface Message {
  body: string;
  author: { isBot: boolean } | null;
}

const PAYLOAD = `workflow { id name nodes { id type config } edges { from to } deployedVersion version } cursor
  userErrors { __typename code message path ... on ConflictError { currentVersion } }`;
const EXECUTION = 'id status error deploymentVersion triggerEventId nodeRuns { nodeId status attempts }';
export const ANSWER = 'Mind the token lifetimes.';
/** Answers a message that contains a text. */
export const GRAPH = {
  nodes: [
    { id: 'posted', type: 'trigger.event', config: { type: 'chat.message.sent', contains: 'OAuth' } },
    { id: 'answer', type: 'action.sendMessage', config: { body: ANSWER } },
  ],
  edges: [{ from: 'posted', to: 'answer' }],
};

/** The handler by which messages start workflows. */
export const HANDLER = 'workflow.chat.message.sent';

/** What tests of one workspace's automation do and look at, through the gateway. */
export function createWorkflowClient(platform: Platform, workspace: SeededWorkspace) {
  let names = 0;

  async function mutate(caller: Person, name: 'createWorkflow' | 'deployWorkflow', input: object) {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${PAYLOAD} } }`;
    const { data, errors } = await platform.query<Record<string, Payload>>(caller.token, document, { input });
    expect(errors).toEqual([]);
    return data[name]!;
  }

  const create = (caller: Person, input: object = {}) => {
    const name = `workflow ${++names}`;
    return mutate(caller, 'createWorkflow', { workspaceId: workspace.id, name, ...GRAPH, ...input });
  };

  /** Creates and deploys a workflow that answers to a text of its own, so that tests do not set off each other's. */
  async function deploy(contains: string): Promise<Workflow> {
    const trigger = { ...GRAPH.nodes[0]!, config: { type: 'chat.message.sent', contains } };
    const { workflow } = await create(workspace.member, { nodes: [trigger, GRAPH.nodes[1]!] });
    const deployed = await mutate(workspace.member, 'deployWorkflow', { workflowId: workflow!.id });
    expect(deployed).toMatchObject({ userErrors: [], workflow: { deployedVersion: 1, version: 2 } });
    return deployed.workflow!;
  }

  async function executionsOf(workflowId: string): Promise<Execution[]> {
    const document = `query ($id: ID!) { workflow(id: $id) { executions { nodes { ${EXECUTION} } } } }`;
    const { data } = await platform.query<{ workflow: { executions: { nodes: Execution[] } } }>(
      workspace.owner.token,
      document,
      { id: workflowId },
    );
    return data.workflow.executions.nodes;
  }

  const endedRun = (workflowId: string) =>
    waitFor(
      async () => {
        const [run] = await executionsOf(workflowId);
        return run && ['COMPLETED', 'FAILED'].includes(run.status) ? run : null;
      },
      { what: 'the run to end', timeoutMs: 20_000 },
    );

  /** The messages by which the workflow has answered. */
  async function answersIn(chat: SeededChat): Promise<Message[]> {
    const document = 'query ($id: ID!) { chat(id: $id) { messages { nodes { body author { isBot } } } } }';
    const { data } = await platform.query<{ chat: { messages: { nodes: Message[] } } }>(
      workspace.owner.token,
      document,
      { id: chat.id },
    );
    return data.chat.messages.nodes.filter((message) => message.body === ANSWER);
  }

  /** Waits until the handler has nothing more to do in a chat. */
  const settled = (chat: SeededChat) =>
    waitFor(
      async () => {
        const [row] = await platform.sql<{ done: boolean }>(
          `SELECT NOT EXISTS (SELECT 1 FROM event.outbox o WHERE o.aggregate_id = $1)
              AND NOT EXISTS (SELECT 1 FROM event.wake_up w WHERE w.aggregate_id = $1 AND w.handler = $2) AS done`,
          [fromGlobalId('Chat', chat.id), HANDLER],
        );
        return row!.done;
      },
      { what: 'the reactions' },
    );

  return { mutate, create, deploy, executionsOf, endedRun, answersIn, settled };
}
