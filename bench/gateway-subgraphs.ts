import { setTimeout as delay } from 'node:timers/promises';
import { graphql } from 'graphql';
import { Pool } from 'undici';
import { answer } from './child';
import { publishedSchema } from './gateway-published';
import { headerOf, serveWire, toResponse, type WireRequest } from './gateway-wire';

/** Which subgraphs are served, each with the URL of the real one; null where it is one of the published ones. */
export type Served = Readonly<Record<string, string | null>>;

/** A call that a gateway made. */
export interface RecordedCall {
  service: string;
  body: string;
}

/** Where answers come from. */
interface Source {
  find(request: WireRequest): Promise<Buffer>;
  /** On what an answer depends. */
  keyOf(request: WireRequest): string;
}

const PATH = '/graphql';
/** After so long without another call, the gateway waits for the answers of those that it made. */
const QUIET_MS = 25;

const counts = new Map<string, number>();
let isKept = true;
let stages: RecordedCall[][] | null = null;
let stage: { calls: RecordedCall[]; quiet: Promise<void>; lastAt: number } | null = null;

/** Joins the calls that are made together; resolves when all of them are there. */
async function untilQuiet(call: RecordedCall, into: RecordedCall[][]): Promise<void> {
  if (!stage) {
    const opened = { calls: [] as RecordedCall[], lastAt: 0, quiet: Promise.resolve() };
    opened.quiet = (async () => {
      do await delay(QUIET_MS);
      while (performance.now() - opened.lastAt < QUIET_MS);
      into.push(opened.calls);
      stage = null;
    })();
    stage = opened;
  }
  stage.calls.push(call);
  stage.lastAt = performance.now();
  await stage.quiet;
}

async function serve(service: string, { find, keyOf }: Source): Promise<string> {
  const answers = new Map<string, Buffer>();
  const ask = async (request: WireRequest, key: string): Promise<Buffer> => {
    if (stages) await untilQuiet({ service, body: request.body }, stages);
    const response = await find(request);
    answers.set(key, response);
    return response;
  };
  const origin = await serveWire((request, reply) => {
    if (!request.head.startsWith(`POST ${PATH} `)) {
      void find(request).then(reply);
      return;
    }
    counts.set(service, (counts.get(service) ?? 0) + 1);
    const key = keyOf(request);
    const response = isKept && !stages ? answers.get(key) : undefined;
    if (response) reply(response);
    else void ask(request, key).then(reply);
  });
  return origin + PATH;
}

/** Executes as a subgraph does; what needs a token says so without one. */
function executing(name: string): Source {
  const schema = publishedSchema(name);
  const find: Source['find'] = async ({ head, body }) => {
    if (!headerOf(head, 'authorization')) return toResponse('{"errors":[{"message":"no token"}]}');
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    return toResponse(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
  };
  return { find, keyOf: ({ body }) => body };
}

/** Those of the connection, which is another one. */
const OF_CONNECTION = /^(host|connection|content-length|keep-alive|accept-encoding)$/i;

/** Asks the real subgraph. */
function asking(url: string): Source {
  const pool = new Pool(new URL(url).origin, { connections: 100 });
  const find: Source['find'] = async ({ head, body }) => {
    const [line, ...rest] = head.split('\r\n');
    const [method, path] = line!.split(' ');
    const given = rest.map((text) => [
      text.slice(0, text.indexOf(':')),
      text.slice(text.indexOf(':') + 1).trim(),
    ]);
    const headers = Object.fromEntries(given.filter(([name]) => !OF_CONNECTION.test(name!)));
    const reply = await pool.request({
      method: method as 'POST',
      path: path!,
      headers,
      body: body || undefined,
    });
    const type = String(reply.headers['content-type'] ?? 'text/plain');
    return toResponse(Buffer.from(await reply.body.arrayBuffer()), reply.statusCode, type);
  };
  return { find, keyOf: ({ head, body }) => `${headerOf(head, 'authorization')}${body}` };
}

answer({
  async listen(served: Served): Promise<Record<string, string>> {
    const urls: Record<string, string> = {};
    for (const [name, url] of Object.entries(served))
      urls[name] = await serve(name, url === null ? executing(name) : asking(url));
    return urls;
  },
  /** Whether what was answered once is answered again. */
  keep: (isWanted: boolean) => void (isKept = isWanted),
  record: () => void (stages = []),
  recorded() {
    const recorded = stages;
    stages = null;
    return recorded;
  },
  /** Since it was asked last. */
  counts() {
    const counted = Object.fromEntries(counts);
    counts.clear();
    return counted;
  },
});
