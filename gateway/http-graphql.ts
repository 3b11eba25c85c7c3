import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../subgraphs/kit/errors';
import type { TextAnswer } from './answers';
import { createJsonReader, type ReadJson } from './bodies';
import type { Callers, KnownCaller } from './callers';
import type { GatewayConfig } from './config';
import type { RequestHead } from './forward';
import type { GraphqlServer } from './graphql';
import type { Live } from './live/options';
import { originOf } from './origin';
import { toApollo, type GraphqlRequest } from './requests';
import { refuseBody, refuseCaller, sendError, setRate, type BodyError } from './replies';
import { answerByStream, sendAsEvent, wantsEvent } from './streaming';

export interface GraphqlHttpParts {
  config: GatewayConfig;
  callers: Callers;
  graphql: GraphqlServer;
  /** Null: subscriptions are refused. */
  live: Pick<Live, 'serve'> | null;
}

/** Serves GET and POST of `/graphql`. */
export type ServeGraphql = (req: IncomingMessage, res: ServerResponse) => void;

interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  head: RequestHead;
  /** Null on an open gateway. */
  caller: KnownCaller | null;
}

const CORRELATION_ID = /^[\w-]{8,64}$/;

/** Makes what serves GraphQL over HTTP: who calls, what they send, and the answer. It needs nothing of Express. */
export function createGraphqlHttp(parts: GraphqlHttpParts): ServeGraphql {
  const readJson = createJsonReader(parts.config.limits.maxBodyBytes);
  return (req, res) => {
    serve(parts, readJson, req, res).catch((error: unknown) => {
      const correlationId = String(res.getHeader('x-correlation-id'));
      parts.config.log.error({ err: error, correlationId }, 'request failed');
      if (res.headersSent) res.destroy();
      else {
        const message = 'Something went wrong on our side.';
        sendError(res, correlationId, 500, { message, code: 'INTERNAL_SERVER_ERROR' });
      }
    });
  };
}

async function serve(
  parts: GraphqlHttpParts,
  readJson: ReadJson,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  res.setHeader('cache-control', 'no-store');
  const exchange = await admit(parts, req, res);
  if (!exchange) return;
  const { correlationId } = exchange.head;
  if (req.method === 'POST' && !isJson(req)) {
    const message = 'Send application/json in UTF-8.';
    sendError(res, correlationId, 415, { message, code: 'BAD_USER_INPUT' });
    return;
  }
  let body: unknown;
  try {
    if (req.method === 'POST') body = await readJson(req, res);
  } catch (error) {
    if (!refuseBody(res, correlationId, error as BodyError, parts.config.limits.maxBodyBytes)) throw error;
    return;
  }
  await answer(parts, exchange, body);
}

/** The only charset is UTF-8: others would let a document pass by whatever reads it on the way. */
function isJson({ headers }: IncomingMessage): boolean {
  if (headers['content-type'] === 'application/json') return true;
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charsets = parameters.map((one) => one.trim()).filter((one) => one.startsWith('charset'));
  return type?.trim() === 'application/json' && charsets.every((one) => /^charset="?utf-?8"?$/.test(one));
}

/** Who calls, after identity has been told of them; null once a refusal has been answered. */
async function admit(
  { config, callers }: GraphqlHttpParts,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<Exchange | null> {
  const origin = originOf(req, config.trustedHops);
  // A client may go while it is found out who it is.
  const signal = goneSignal(res);
  let correlationId = String(res.getHeader('x-correlation-id'));
  try {
    const caller = await callers.authenticate(req.headers.authorization, { origin });
    // Work of the platform itself goes on under the id of what caused it.
    const given = isInternal(caller) ? [req.headers['x-correlation-id']].flat()[0] : undefined;
    if (given !== undefined && CORRELATION_ID.test(given)) {
      correlationId = given;
      res.setHeader('x-correlation-id', given);
    }
    const authorization = caller ? caller.authorization : req.headers.authorization;
    const deadline = Date.now() + config.timeouts.requestMs;
    const head: RequestHead = { authorization, correlationId, origin, deadline, signal };
    if (config.countStatements) head.statements = {};
    if (caller) {
      setRate(res, await callers.charge(caller.principal));
      await callers.touch(caller.authorization, caller.principal, correlationId, origin);
    }
    return { req, res, head, caller };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refuseCaller(res, correlationId, error);
    return null;
  }
}

function isInternal(caller: KnownCaller | null): boolean {
  return caller?.principal.kind === 'service';
}

function goneSignal(res: ServerResponse): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  return gone.signal;
}

async function answer(
  { graphql, live }: GraphqlHttpParts,
  { req, res, head, caller }: Exchange,
  body: unknown,
): Promise<void> {
  const trust = { isInternal: isInternal(caller) };
  const asked = requestOf(req, body);
  const known = graphql.known(asked, trust);
  if (known) {
    send(res, known.contentType, await known.answer(head));
    return;
  }
  const request = toApollo(asked);
  if (live && caller && (await answerByStream({ live, graphql }, request, { ...head, ...caller }, res)))
    return;
  const isEvent = wantsEvent(request);
  if (isEvent) request.headers.set('accept', 'application/json');
  const response = await graphql.executeHttp(request, head, trust);
  if (isEvent && sendAsEvent(response, res)) return;
  const { status, headers, body: answered } = response;
  res.statusCode = status ?? 200;
  for (const [name, value] of headers) res.setHeader(name, value);
  // No answer of ours is sent in pieces: incremental delivery is not planned by the gateway.
  res.end(answered.kind === 'complete' ? answered.string : '');
}

function send(res: ServerResponse, contentType: string, { status, text }: TextAnswer): void {
  res.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) });
  res.end(text);
}

function requestOf({ method = '', url = '', headers }: IncomingMessage, body: unknown): GraphqlRequest {
  const at = url.indexOf('?');
  return { method, headers, search: at < 0 ? '' : url.slice(at), body };
}
