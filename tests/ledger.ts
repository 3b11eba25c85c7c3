import { WebSocket } from 'ws';
import { postGraphQL } from './http';

/** One stream of events that a client follows: what it asks for, and what names each event. */
export interface Stream {
  document: string;
  variables: Record<string, unknown>;
  /** Where the ledger begins. */
  after: string;
  /** What the ledger knows the event by; null for events that it does not keep. */
  nameOf(event: Record<string, unknown>): string | null;
}

/** A client as front ends are told to be: it subscribes again behind the last cursor, wherever it finds a gateway. */
export interface Follower {
  /** The events that came, by name. */
  readonly names: readonly string[];
  /** How often it had to begin anew. */
  readonly restarts: number;
  /** What ended it for good, if anything did. */
  readonly end: string | null;
  /** Leaves its socket as it is, neither read nor closed, and begins anew elsewhere. */
  abandon(): void;
  /** Reads nothing until the answered function is called. */
  stall(): () => void;
  stop(): void;
}

interface Frame {
  id?: string;
  type: string;
  payload?: unknown;
}

interface Envelope {
  cursor: string;
  event: Record<string, unknown>;
}

const AGAIN_MS = 50;
/** What a client that follows the recipe tries again. */
const PASSING = ['SERVICE_BUSY', 'SUBGRAPH_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'UNAUTHENTICATED'];

/** Follows a stream at one of these addresses after the other. */
export function follow(urls: readonly string[], token: string, stream: Stream): Follower {
  const names: string[] = [];
  const state = { restarts: 0, end: null as string | null, after: stream.after, isStopped: false };
  let at = Math.floor(Math.random() * urls.length);
  let ws: WebSocket;
  const open = () => {
    if (state.isStopped) return;
    const own = (ws = new WebSocket(urls[at++ % urls.length]!, 'graphql-transport-ws'));
    const send = (frame: object) => own.send(JSON.stringify(frame));
    own.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    own.on('error', () => undefined);
    own.on('close', () => again(own));
    own.on('message', (data: Buffer) => {
      // A client that has moved on has forgotten its old socket.
      if (own === ws) take(JSON.parse(data.toString()) as Frame, send);
    });
  };
  const again = (own: WebSocket) => {
    if (own !== ws || state.isStopped) return;
    state.restarts++;
    setTimeout(open, AGAIN_MS * (0.5 + Math.random()));
  };
  const take = ({ type, payload }: Frame, send: (frame: object) => void) => {
    if (type === 'connection_ack') {
      const variables = { ...stream.variables, after: state.after };
      send({ id: '1', type: 'subscribe', payload: { query: stream.document, variables } });
    } else if (type === 'next') {
      const [envelope] = Object.values((payload as { data: Record<string, Envelope> }).data);
      const name = stream.nameOf(envelope!.event);
      if (name !== null) names.push(name);
      state.after = envelope!.cursor;
    } else if (type === 'error') {
      const [error] = payload as { message: string; extensions?: { code?: string } }[];
      if (PASSING.includes(error?.extensions?.code ?? '')) ws.close();
      else state.end = `${error?.extensions?.code}: ${error?.message}`;
    }
  };
  open();
  return {
    names,
    get restarts() {
      return state.restarts;
    },
    get end() {
      return state.end;
    },
    abandon() {
      const old = ws;
      old.pause();
      state.restarts++;
      open();
      // Only so that nothing outlives the test.
      abandoned.push(old);
    },
    stall() {
      const own = ws;
      own.pause();
      return () => own.resume();
    },
    stop() {
      state.isStopped = true;
      ws.terminate();
    },
  };
}

const abandoned: WebSocket[] = [];

/** Cuts what was left open by clients that went away without a word. */
export function cutAbandoned(): void {
  for (const ws of abandoned.splice(0)) ws.terminate();
}

/** A write that is repeated, under one idempotency key, until it is acknowledged. */
export interface Write {
  token: string;
  document: string;
  input: Record<string, unknown>;
}

/** Writes until it is stopped, one after the other, at whichever gateway answers; answers the names acknowledged. */
export function writeAll(
  urls: readonly string[],
  next: (count: number) => { name: string; write: Write },
): { acknowledged: readonly string[]; stop(): Promise<void> } {
  const acknowledged: string[] = [];
  let isStopped = false;
  const run = async () => {
    for (let count = 0; !isStopped; count++) {
      const { name, write } = next(count);
      for (let tries = 0; !(await isDone(urls[(count + tries) % urls.length]!, name, write)); tries++)
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      acknowledged.push(name);
    }
  };
  const running = run();
  return {
    acknowledged,
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

async function isDone(url: string, name: string, { token, document, input }: Write): Promise<boolean> {
  try {
    const variables = { input: { ...input, idempotencyKey: name } };
    const { data, errors } = await postGraphQL<Record<string, { userErrors: object[] }> | null>(url, {
      ...{ token, document, variables },
    });
    const [payload] = Object.values(data ?? {});
    return errors.length === 0 && payload?.userErrors.length === 0;
  } catch {
    return false;
  }
}

/** What is wrong with what arrived, in words: each name must have come once, in this order, and no other. */
export function compare(expected: readonly string[], arrived: readonly string[]): string[] {
  const seen = new Set(arrived);
  const missing = expected.filter((name) => !seen.has(name)).map((name) => `${name} is missing`);
  const foreign = arrived
    .filter((name) => !expected.includes(name))
    .map((name) => `${name} was never written`);
  const doubled = arrived
    .filter((name, i) => arrived.indexOf(name) !== i)
    .map((name) => `${name} came twice`);
  const problems = [...missing, ...foreign, ...doubled];
  const isOrdered = problems.length > 0 || arrived.every((name, i) => name === expected[i]);
  return isOrdered ? problems : ['the order is wrong'];
}
