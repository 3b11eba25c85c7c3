import type { IncomingMessage, Server } from 'node:http';
import type { DocumentNode } from 'graphql';
import type { AudienceGrant, Origin, Principal } from '../../subgraphs/kit/context';
import type { Doorbells } from '../../subgraphs/kit/doorbells';
import type { Logger } from '../../subgraphs/kit/logger';
import type { TextAnswer } from '../answers';
import type { ControlChange } from '../control';
import type { CleaningOptions } from '../errors';
import type { Executable, Executor, SendFetch } from '../execute/operation';
import type { Presence } from '../presence';
import type { OperationRequest } from '../requests';
import type { Metrics } from './metrics';
import type { Responses } from './responses';

/** The subgraphs' internal calls that live updates rest on. */
export type InternalPath = '/internal/admit' | '/internal/execute' | '/internal/heads' | '/internal/readers';

export interface LiveLimits {
  /** The largest frame from a client; a larger one closes the socket with 1009. */
  maxFrameBytes: number;
  maxSubscriptionsPerSocket: number;
  /** Of one person, over all transports; beyond it RATE_LIMITED. */
  maxSubscriptionsPerUser: number;
  /** Of all; beyond it SERVICE_BUSY. */
  maxSubscriptions: number;
  /** Upgrades beyond it are answered with 503. */
  maxSockets: number;
  /** What may wait for a client that does not read; beyond it the socket is closed with 1013. */
  maxBufferedBytes: number;
  /** How long a socket may wait before `connection_init`; then 4408. */
  connectionInitMs: number;
  /** How often a peer is pinged; one that has not answered by the next ping is cut off. */
  pingMs: number;
  /** How often heads are polled, which repairs lost doorbells. */
  pollMs: number;
  /** The most tokens in a document; unbounded but for the frame's size when absent. */
  maxTokens?: number;
}

/** An operation as a client sends it, with its text. */
export interface LiveRequest extends OperationRequest {
  query: string;
}

/** On whose behalf an operation runs. */
export interface Caller {
  /** The `Authorization` header that stands for the viewer. */
  authorization: string;
  principal: Principal;
  correlationId: string;
  /** Where the viewer is. */
  origin?: Origin;
}

export interface LiveOptions {
  /** Verifies a header from there, and answers the one that stands for the caller; throws an AppError UNAUTHENTICATED. */
  authenticate(
    header: string | undefined,
    origin?: Origin,
  ): Promise<Pick<Caller, 'principal' | 'authorization'>>;
  /** Counts one operation; throws an AppError when it is one too many. */
  charge?(principal: Principal): Promise<unknown>;
  /** Whether a token that was valid counts no more. */
  isRevoked?(principal: Principal): boolean;
  /** Sees to it that the caller's profile exists before first use. */
  touch(header: string, principal: Principal, origin?: Origin): Promise<void>;
  /** Where the client of an upgrade request is. */
  originOf?(request: IncomingMessage): Origin;
  /** What fetches for a caller. */
  senderOf(caller: Pick<Caller, 'authorization' | 'correlationId' | 'origin'>): SendFetch;
  /** What completes events. */
  executor: Executor;
  /** Calls a subgraph with the gateway's service token; rejects with SUBGRAPH_UNAVAILABLE when it cannot be reached. */
  internal(
    subgraph: string,
    path: InternalPath,
    body: object,
    viewerAuthorization?: string,
    correlationId?: string,
    origin?: Origin,
  ): Promise<unknown>;
  /** Signs a token by which an audience reads; each viewer is executed for alone when absent. */
  signAudience?(grant: AudienceGrant): string;
  /** The request with the text of its document, where an id stands for it; throws a GraphQLError for what is not trusted. */
  trusted?(request: LiveRequest): LiveRequest;
  /** Throws a GraphQLError for a document beyond the limits. Runs before validation and planning. */
  checkDocument(document: DocumentNode, variables: object): void;
  /** Runs a query or mutation that came over a socket; such operations are refused when absent. */
  executeOperation?(request: LiveRequest, caller: Caller): Promise<Pick<TextAnswer, 'text' | 'hasErrors'>>;
  /** How errors are cleaned; the gateway's defaults when absent. */
  cleaning?: CleaningOptions;
  doorbells: Doorbells;
  /** Is told whose sockets are open. */
  presence?: Pick<Presence, 'opened' | 'closed'>;
  /** Browser origins, beside the gateway's own host, that may open sockets. */
  corsOrigins: readonly string[];
  limits: LiveLimits;
  log: Logger;
  now(): Date;
}

export interface Live {
  /** Serves WebSocket upgrades on `/graphql`; all others are answered with 404. */
  attach(server: Server): void;
  /** Answers a subscription that came over HTTP; see `Responses`. */
  serve: Responses['serve'];
  /** Takes a new supergraph: plans are swapped between two events, operations that no longer validate end. */
  onSupergraph(supergraph: { executable: Executable; coreSupergraphSdl: string }): void;
  /** Closes sockets whose sessions have ended, and has permission decided anew for whoever may have lost it. */
  onControl(change: ControlChange): void;
  metrics(): Metrics;
  /** Closes every socket with 1001 and stops all work. */
  close(): Promise<void>;
}
