import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../subgraphs/kit/errors';
import { BUSY, GONE, LATE, headersOf, type Address, type Outcome, type Reply } from './calls';
import { traceparentOf } from './correlation';
import type { FetchCall, SendFetch, SubgraphAnswer } from './execute/operation';
import { shareFetches, type Ask, type Fetch, type FetchCounters, type ShareMode } from './execute/sharing';
import type { RequestHead } from './forward';
import { parseJson } from './json';
import type { SignOrigin } from './origin';
import type { Pools } from './pools';
import { gather } from './statements';
import type { Wait, Waiter } from './waiting';

export interface FetchOptions {
  pools: Pick<Pools, 'start'>;
  wait: Wait;
  /** Undefined for a subgraph whose address nobody knows. */
  addressOf(service: string): Address | undefined;
  signOrigin: SignOrigin | null;
  timeoutMs: number;
  share: ShareMode;
  /** Told of each fetch that came to nothing. */
  report(service: string, error: unknown, head: RequestHead): void;
}

/** GraphQL fetches on behalf of requests. */
export interface Fetches {
  /** What asks subgraphs for one request. Prepare it once for each: what its fetches have in common is made here. */
  senderOf(head: RequestHead): SendFetch;
  counters: Readonly<FetchCounters>;
}

interface SubgraphFetch extends Fetch {
  address: Address;
  headers: string[];
}

/** What the fetches of a request have in common. */
interface Asker extends Pick<SubgraphFetch, 'authorization' | 'origin' | 'deadline' | 'headers'> {
  head: RequestHead;
  ask: Ask<SubgraphFetch>;
  /** Whose answers nobody needs once the client has gone. */
  waiting: Set<Waiter>;
  isListening: boolean;
}

const NO_ADDRESS = new Error('no address');

/** Makes what fetches. Nothing on the way of a good answer rejects or makes an Error. */
export function createFetches(options: FetchOptions): Fetches {
  const counters: FetchCounters = { fetches: 0, shared: 0 };
  const ask: Ask<SubgraphFetch> = ({ address, headers, body }, settle) => {
    counters.fetches++;
    return options.pools.start({ address, method: 'POST', headers, body }, settle);
  };
  const shareAll = shareFetches(ask, counters);
  const askerOf = (head: RequestHead): Asker => {
    if (options.share === 'all') return prepare(head, shareAll, options);
    return prepare(head, options.share === 'off' ? ask : shareFetches(ask, counters), options);
  };
  return {
    senderOf(head) {
      const asker = askerOf(head);
      return (service, call) =>
        new Promise((resolve) => {
          fetchFor(asker, { service, call, resolve }, options);
        });
    },
    counters,
  };
}

function prepare(head: RequestHead, ask: Ask<SubgraphFetch>, { signOrigin }: FetchOptions): Asker {
  const { authorization, correlationId, deadline } = head;
  const origin = head.origin && signOrigin ? signOrigin(head.origin) : undefined;
  const headers = headersOf({
    'content-type': 'application/json',
    accept: 'application/json',
    'x-correlation-id': correlationId,
    traceparent: traceparentOf(correlationId),
    'x-deadline': String(deadline),
    authorization,
    'x-tributary-origin': origin,
  });
  return { head, ask, authorization, origin, deadline, headers, waiting: new Set(), isListening: false };
}

interface Asked {
  service: string;
  call: FetchCall;
  resolve(answer: SubgraphAnswer): void;
}

/** The fetch ends with the request's deadline if that comes before the usual timeout. */
function fetchFor(asker: Asker, { service, call, resolve }: Asked, options: FetchOptions): void {
  const { head, ask, authorization, origin, deadline, headers } = asker;
  const settle = (outcome: Outcome) => resolve(answerOf(outcome, { asker, service, call, options }));
  const now = Date.now();
  const address = options.addressOf(service);
  const { body, isMutation } = call;
  if (!address) settle(NO_ADDRESS);
  else if (deadline <= now) settle(LATE);
  // A mutation that was sent runs to its end, though the caller has gone: its outcome must not hang on the connection.
  else if (!isMutation && head.signal?.aborted) settle(GONE);
  else {
    const fetch = { service, authorization, origin, body, isMutation, deadline, address, headers };
    const bounds = {
      until: Math.min(deadline, now + options.timeoutMs),
      among: leaversOf(asker, isMutation),
    };
    options.wait((end) => ask(fetch, end), bounds, settle);
  }
}

/** Those who leave with the client, of whom its signal is told once for all. */
function leaversOf(asker: Asker, isMutation: boolean): Set<Waiter> | undefined {
  const { head, waiting } = asker;
  if (isMutation || !head.signal) return undefined;
  if (!asker.isListening) {
    asker.isListening = true;
    const leave = () => {
      for (const waiter of waiting) waiter.leave();
    };
    head.signal.addEventListener('abort', leave, { once: true });
  }
  return waiting;
}

interface Settled {
  asker: Asker;
  service: string;
  call: FetchCall;
  options: FetchOptions;
}

function answerOf(outcome: Outcome, { asker: { head }, service, call, options }: Settled): SubgraphAnswer {
  const answer = outcome instanceof Error ? outcome : toAnswer(outcome);
  if (!(answer instanceof Error)) {
    if (head.statements) gather(head.statements, service, answer.extensions?.statements);
    return answer;
  }
  options.report(service, answer, head);
  return { errors: failures(call, failureOf(answer, head)) };
}

function toAnswer(reply: Reply): SubgraphAnswer | Error {
  const answer = parseJson(reply.text) as SubgraphAnswer | null | undefined;
  if (typeof answer !== 'object' || answer === null || !('data' in answer || Array.isArray(answer.errors)))
    return new Error(`no GraphQL answer, status ${reply.status}`);
  const { data, errors, extensions } = answer;
  const clean: SubgraphAnswer = { data };
  if (Array.isArray(errors) && errors.length > 0)
    clean.errors = (errors as GraphQLFormattedError[]).map(withoutHttp);
  if (extensions) clean.extensions = extensions;
  return clean;
}

/** Only the gateway sets the HTTP status: an error that carried one would cost the other fields of the answer. */
function withoutHttp(error: GraphQLFormattedError | null): GraphQLFormattedError {
  const { message, path, extensions: given } = error ?? ({} as GraphQLFormattedError);
  const { http: _http, ...extensions } = given ?? {};
  return { message, path, extensions };
}

/** Why a part of an answer is missing, as a client is told. */
export interface Failure {
  message: string;
  code: ErrorCode;
}

const TOO_LATE: Failure = { message: 'The answer took too long.', code: 'DEADLINE_EXCEEDED' };
const TOO_MANY: Failure = {
  message: 'Too much is asked for at the moment; try again.',
  code: 'SERVICE_BUSY',
};

/** What is told of anything that nobody outside should know more of. */
export const UNAVAILABLE: Failure = {
  message: 'A part of this answer cannot be had at the moment.',
  code: 'SUBGRAPH_UNAVAILABLE',
};

function failureOf(error: Error, { deadline }: RequestHead): Failure {
  if (error === BUSY) return TOO_MANY;
  return error === LATE && Date.now() >= deadline ? TOO_LATE : UNAVAILABLE;
}

/** The failure at each field that it costs; for entities at the first of them. */
function failures(call: FetchCall, { message, code }: Failure): GraphQLFormattedError[] {
  const names = call.rootNames();
  const extensions = { code };
  if (names?.length === 0) return [{ message, extensions }];
  const paths = names ? names.map((name) => [name]) : [['_entities', 0]];
  return paths.map((path) => ({ message, path, extensions }));
}
