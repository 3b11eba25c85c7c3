import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createForward, type Forward } from '../gateway/forward';
import { createLogger } from '../subgraphs/kit/logger';

/** How calls to subgraphs fail, and what is said of it. */
const warnings: object[] = [];
let server: Server;
let forward: Forward;
/** Called with each request, which is then left without an answer; null: the connection is cut. */
let onRequest: (() => void) | null = null;

beforeAll(async () => {
  server = createServer((_, response) => {
    if (onRequest) onRequest();
    else response.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const log = createLogger('test', 'silent');
  log.warn = (details: object) => void warnings.push(details);
  const { port } = server.address() as AddressInfo;
  forward = createForward({
    subgraphUrls: { notes: `http://127.0.0.1:${port}/graphql` },
    ...{ timeoutMs: 5000, maxResponseBytes: 1000, signServiceToken: null, signOrigin: null, log },
  });
});

afterEach(() => {
  warnings.length = 0;
  onRequest = null;
});

afterAll(async () => {
  await forward.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function ask(signal?: AbortSignal): Promise<unknown> {
  const context = { correlationId: 'c'.repeat(32), deadline: Date.now() + 5000, signal };
  const request = { query: '{ note { id } }' };
  const { errors } = await forward.dataSource('notes').process({ request, context } as never);
  return errors?.map(({ extensions, path }) => [extensions?.code, path]);
}

test('a call that fails is logged under its correlation id', async () => {
  expect(await ask()).toEqual([['SUBGRAPH_UNAVAILABLE', ['note']]]);
  expect(warnings).toMatchObject([{ subgraph: 'notes', correlationId: 'c'.repeat(32) }]);
});

test('a client that goes away ends what was asked for it, and is no failure to be logged', async () => {
  const gone = new AbortController();
  const asked = new Promise<void>((resolve) => {
    onRequest = resolve;
  });
  const answer = ask(gone.signal);
  await asked;
  gone.abort();
  expect(await answer).toEqual([['SUBGRAPH_UNAVAILABLE', ['note']]]);
  expect(warnings).toEqual([]);
});
