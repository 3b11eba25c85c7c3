import { readFileSync } from 'node:fs';
import type { AudienceGrant, Audience } from '../subgraphs/kit/context';
import type { SubgraphName } from '../subgraphs/kit/config';
import { fromGlobalId } from '../subgraphs/kit/ids';
import { createServiceSigner, type ServiceSigner } from '../subgraphs/kit/service-token';
import { handedOver } from './database';
import { postBody, type Answer, type GraphQLErrorShape } from './http';
import type { Platform } from './platform';
import type { SeededChat, SeededWorkspace } from './seed';

/** What a subgraph answers the gateway for one operation to admit. */
export interface Admission {
  topic: string;
  head: number;
  after: number | null;
  audience: Audience | null;
  errors?: GraphQLErrorShape[];
}

/** One entry of an execution. */
export interface Entry {
  seq: number;
  revoke: string[];
  actorId: string | null;
  hideFrom?: string | null;
  result: { data: Record<string, unknown> | null; errors?: GraphQLErrorShape[] } | null;
}

export interface Execution {
  entries?: Entry[];
  hidden?: { seq: number; scopeId: string }[];
  upTo?: number;
  errors?: GraphQLErrorShape[];
}

interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** The audience of a workspace's members who are in a chat, or in none. */
export function audienceOf(workspace: SeededWorkspace, chat: SeededChat | null): Audience {
  const workspaceId = fromGlobalId('Workspace', workspace.id);
  const inside = { chatId: chat && fromGlobalId('Chat', chat.id), chatRole: chat && ('MEMBER' as const) };
  return { workspaceId, workspaceRole: 'MEMBER', ...inside };
}

/** The topic of a chat. */
export const topicOf = (chat: SeededChat) => `chat:${fromGlobalId('Chat', chat.id)}`;

/** The signer of a part of the platform of the tests. */
export function signerOf(name: 'gateway' | 'identity' | 'worker', now = () => new Date()): ServiceSigner {
  return createServiceSigner(name, readFileSync(handedOver().keys[name], 'utf8'), now);
}

/** Calls subgraphs as the gateway does. */
export function makeAudienceClient(platform: Platform) {
  const gateway = signerOf('gateway', () => platform.clock.now());
  const internal = (subgraph: SubgraphName, path: string, body: object, viewer?: string) =>
    postBody<never>(
      platform.subgraphUrl(subgraph).replace('/graphql', `/internal/${path}`),
      JSON.stringify(body),
      {
        authorization: `Bearer ${gateway.sign()}`,
        ...(viewer !== undefined && { 'x-viewer-authorization': `Bearer ${viewer}` }),
      },
    );
  return {
    internal,
    token: (grant: AudienceGrant) => gateway.signAudience(grant),
    async admit(subgraph: SubgraphName, operations: readonly Operation[], viewer: string) {
      const { json } = await internal(subgraph, 'admit', { operations }, viewer);
      return (json as { results: Admission[] }).results;
    },
    /** What a caller is answered for the events of a range. */
    async execute(
      subgraph: SubgraphName,
      execution: Operation & { topic: string; from: number; to: number },
      caller: string,
    ): Promise<Execution> {
      const { json } = await internal(subgraph, 'execute', execution, caller);
      return json as Execution;
    },
    /** An operation at a subgraph itself. */
    ask: <D>(subgraph: SubgraphName, query: string, variables: object, caller: string): Promise<Answer<D>> =>
      postBody<D>(platform.subgraphUrl(subgraph), JSON.stringify({ query, variables }), {
        authorization: `Bearer ${caller}`,
      }),
  };
}
