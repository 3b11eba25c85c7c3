import type { IncomingMessage, Server } from 'node:http';
import { makeServer, type Context, type SubscribePayload } from 'graphql-ws';
import { AppError } from '../../subgraphs/kit/errors';
import { newTraceId } from '../correlation';
import { readBody } from '../requests';
import { CLOSE_TRY_AGAIN_LATER, createConnection, type Connection, type Ticket } from './connection';
import { refusal, toRefusal } from './errors';
import { bodyOf } from './body';
import { createOutbox, type Outbox } from './outbox';
import { createRounds, type Rounds } from './rounds';
import { acceptSockets } from './upgrade';
import type { Engine } from './engine';
import type { LiveOptions, LiveRequest } from './options';
import type { Peers } from './peers';
import type { WebSocket } from 'ws';

/** The WebSocket transport: the protocol is graphql-ws's, frames and operations are ours. */
export interface Sockets {
  attach(server: Server): void;
  /** How many sockets are open. */
  size(): number;
  /** Stops asking whether clients are there. */
  close(): void;
}

interface Parts {
  options: LiveOptions;
  engine: Engine;
  peers: Peers;
  /** All connections, which are pinged in turn. */
  rounds: Rounds<Connection>;
  outbox: Outbox;
}

type SocketContext = Context<Record<string, unknown> | undefined, Connection>;

const FORBIDDEN = 4403;
const INTERNAL = 4500;

/** Makes the transport; nothing is served before `attach`. */
export function createSockets(options: LiveOptions, engine: Engine, peers: Peers): Sockets {
  const { limits } = options;
  const rounds = createRounds<Connection>(limits.pingMs, (connection) => ping(engine, connection));
  const parts: Parts = { options, engine, peers, rounds, outbox: createOutbox() };
  const protocol = createProtocol(parts);
  return {
    attach(server) {
      const { corsOrigins } = options;
      const upgrades = { corsOrigins, maxFrameBytes: limits.maxFrameBytes, hasRoom: () => peers.hasRoom() };
      acceptSockets(server, upgrades, (...opened) => serve(parts, protocol, ...opened));
    },
    size: () => rounds.size(),
    close: () => rounds.stop(),
  };
}

function ping(engine: Engine, connection: Connection): void {
  if (connection.isAlive) {
    connection.isAlive = false;
    connection.ping();
  } else {
    if (connection.isOpen()) engine.counters.deadPeerCuts++;
    connection.terminate();
  }
}

function serve(
  parts: Parts,
  protocol: ReturnType<typeof createProtocol>,
  ws: WebSocket,
  request: IncomingMessage,
): void {
  const { options, engine, peers, rounds } = parts;
  const { maxBufferedBytes } = options.limits;
  const onSlow = () => {
    engine.counters.slowConsumerCuts++;
  };
  const connection = createConnection(ws, {
    socket: request.socket,
    outbox: parts.outbox,
    origin: options.originOf?.(request),
    ...{ maxBufferedBytes, onSlow },
  });
  rounds.add(connection);
  peers.add(connection);
  const closed = protocol.opened(
    {
      protocol: ws.protocol,
      send: connection.send,
      close: (code, reason) => connection.close(code ?? INTERNAL, reason ?? ''),
      onMessage: (onMessage) =>
        ws.on('message', (data) => {
          if (!connection.isOpen()) return;
          onMessage((data as Buffer).toString()).catch((error: unknown) => {
            options.log.error({ err: error }, 'a frame cannot be handled');
            connection.close(INTERNAL, 'Internal server error');
          });
        }),
    },
    connection,
  );
  ws.on('close', (code, reason) => {
    rounds.remove(connection);
    peers.remove(connection);
    void closed(code, String(reason));
  });
}

function createProtocol(parts: Parts) {
  return makeServer<Record<string, unknown> | undefined, Connection>({
    connectionInitWaitTimeout: parts.options.limits.connectionInitMs,
    onConnect: ({ extra, connectionParams }) => identify(parts, extra, headerOf(connectionParams)),
    onPing: ({ extra }, payload) => refresh(parts, extra, headerOf(payload)),
    onSubscribe(context, id, payload) {
      open(parts, context, id, payload);
      // The operation is answered by frames of ours. The protocol keeps its id and tells its end, and no more: this
      // never settles, and is collected with what waits for it.
      return new Promise(() => undefined);
    },
  });
}

function headerOf(payload: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const header = payload?.authorization ?? payload?.Authorization;
  return typeof header === 'string' ? header : undefined;
}

/** `connection_init`: whether its token is accepted; 4403 otherwise. */
async function identify(parts: Parts, connection: Connection, header: string | undefined): Promise<boolean> {
  const { options } = parts;
  try {
    const caller = await options.authenticate(header, connection.origin);
    await options.touch(caller.authorization, caller.principal, connection.origin);
    parts.peers.identify(connection, caller, header ?? '');
    return true;
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === 'UNAUTHENTICATED';
    if (!isRefused) {
      options.log.warn({ err: error }, 'a socket cannot be admitted');
      connection.close(CLOSE_TRY_AGAIN_LATER, 'Try again later');
    }
    return false;
  }
}

/** A `ping` with a token: a fresh one of the same subject prolongs the connection, another ends it. */
async function refresh(parts: Parts, connection: Connection, header: string | undefined): Promise<void> {
  const { viewer } = connection;
  if (header === undefined || !viewer) return;
  try {
    const { principal, authorization } = await parts.options.authenticate(header, connection.origin);
    if (principal.kind !== viewer.principal.kind || principal.userId !== viewer.principal.userId) {
      connection.close(FORBIDDEN, 'The token is of another subject');
      return;
    }
    await parts.options.touch(authorization, principal, connection.origin);
    connection.identify(principal, authorization, header);
    parts.engine.regroup([...connection.tickets].flatMap(({ member }) => member ?? []));
  } catch (error) {
    const isRefused = error instanceof AppError && error.code === 'UNAUTHENTICATED';
    if (isRefused) connection.close(FORBIDDEN, 'Forbidden');
    else parts.options.log.warn({ err: error }, 'a token cannot be refreshed');
  }
}

function open(parts: Parts, context: SocketContext, id: string, payload: SubscribePayload): void {
  const connection = context.extra;
  const ticket = connection.open(id, (ended) => {
    if (ended.member) parts.engine.unsubscribe(ended.member);
    if (context.subscriptions[id] === handle) Reflect.deleteProperty(context.subscriptions, id);
  });
  // The protocol calls `return` when the client completes the operation or the socket closes.
  const handle = endless(() => ticket.drop());
  context.subscriptions[id] = handle;
  connection.inFlight++;
  run(parts, connection, ticket, requestOf(payload))
    .catch((error: unknown) => {
      parts.engine.counters.refusals++;
      ticket.fail(toRefusal(error, newTraceId(), parts.options).errors);
    })
    .finally(() => connection.inFlight--);
}

/** What a client asks, in whatever way it names its document; the protocol has seen to it that it is well-formed. */
function requestOf(payload: SubscribePayload): LiveRequest {
  return { ...readBody(payload), query: payload.query };
}

/** What stands in graphql-ws's list for an operation: never yields, and tells when it is ended. */
function endless(onReturn: () => void): AsyncIterable<never> {
  const iterator = {
    next: () => new Promise<IteratorResult<never>>(() => undefined),
    return: () => {
      onReturn();
      return Promise.resolve({ done: true as const, value: undefined });
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

async function run(parts: Parts, connection: Connection, ticket: Ticket, asked: LiveRequest): Promise<void> {
  const { options, engine } = parts;
  const most = options.limits.maxSubscriptionsPerSocket;
  if (connection.tickets.size > most || connection.inFlight > most) {
    throw refusal('SERVICE_BUSY', `One socket serves at most ${most} operations at a time.`);
  }
  await parts.peers.turn();
  const { viewer } = connection;
  if (!ticket.isOpen() || !viewer) return;
  await options.charge?.(viewer.principal);
  const request = options.trusted?.(asked) ?? asked;
  const variables = request.variables ?? {};
  const prepared = engine
    .supergraph()
    .prepare(request, (document) => options.checkDocument(document, variables));
  if (prepared.kind === 'once') return runOnce(options, connection, ticket, request);
  const member = await engine.subscribe(viewer, prepared.plan, request, ticket);
  ticket.member = member;
  if (member && !ticket.isOpen()) engine.unsubscribe(member);
}

/** A query or a mutation over the socket. */
async function runOnce(
  options: LiveOptions,
  connection: Connection,
  ticket: Ticket,
  request: LiveRequest,
): Promise<void> {
  if (!options.executeOperation)
    throw refusal('BAD_USER_INPUT', 'Queries and mutations are answered over HTTP.');
  const { principal, authorization, origin } = connection.viewer!;
  const caller = { principal, authorization, origin, correlationId: newTraceId() };
  const { text, hasErrors } = await options.executeOperation(request, caller);
  ticket.next(bodyOf(text, null, hasErrors));
  ticket.complete();
}
