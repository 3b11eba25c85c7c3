import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { answer } from './child';
import type { RecordedCall } from './gateway-subgraphs';

/** What the gateway does for one request, without GraphQL. */
export interface Recording {
  /** The body of the request. */
  request: string;
  /** Its calls, in stages: those of one are made together, when those of the one before have been answered. */
  stages: readonly (readonly RecordedCall[])[];
  /** What it is answered. */
  answer: string;
}

const recordings = new Map<string, Recording>();
const pools = new Map<string, Pool>();
const PATH = '/graphql';
const JSON_TYPE = 'application/json';

/** Reads a whole answer and lets it be, as cheaply as undici can. */
function call(pool: Pool, body: string, authorization: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': JSON_TYPE, accept: JSON_TYPE, authorization };
    pool.dispatch(
      { path: PATH, method: 'POST', headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: () => undefined,
        onResponseData: () => undefined,
        onResponseEnd: () => resolve(),
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(request, 'end');
  const recording = recordings.get(Buffer.concat(chunks).toString());
  if (!recording) {
    response.writeHead(404).end();
    return;
  }
  const authorization = request.headers.authorization ?? '';
  for (const stage of recording.stages)
    await Promise.all(stage.map(({ service, body }) => call(pools.get(service)!, body, authorization)));
  const bytes = Buffer.from(recording.answer);
  response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': bytes.length }).end(bytes);
}

answer({
  async listen(subgraphUrls: Record<string, string>) {
    for (const [name, url] of Object.entries(subgraphUrls)) pools.set(name, new Pool(new URL(url).origin));
    const server = createServer((request, response) => void serve(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
  },
  learn(learnt: Recording[]) {
    for (const recording of learnt) recordings.set(recording.request, recording);
  },
});
