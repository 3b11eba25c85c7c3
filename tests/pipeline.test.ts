import { REQUESTS, type TableRequest } from './pipeline-table';
import { startStubGateway, type StubGateway } from './stub-supergraph';

let stub: StubGateway;
beforeAll(async () => {
  stub = await startStubGateway();
});
afterAll(() => stub.close());

interface Seen {
  status: number;
  headers: Record<string, string>;
  text: string;
}

async function send({ method, headers, search, body }: TableRequest): Promise<Seen> {
  const authorization = `Bearer ${stub.token()}`;
  const url = `${stub.gateway.url}${search}`;
  const response = await fetch(url, {
    method,
    body,
    headers: { ...headers, authorization },
    redirect: 'manual',
  });
  const id = response.headers.get('x-correlation-id')!;
  const { date: _, ...kept } = Object.fromEntries(response.headers) as Record<string, string>;
  const text = await response.text();
  return {
    status: response.status,
    headers: { ...kept, 'x-correlation-id': '#' },
    text: text.replaceAll(id, '#'),
  };
}

/** How many requests were answered without Apollo Server. */
async function direct(): Promise<number> {
  const text = await (await fetch(new URL('/metrics', stub.gateway.url))).text();
  return Number(/^tributary_graphql_direct_total (\d+)$/m.exec(text)?.[1]);
}

describe('what is known to be good is answered without Apollo Server, and no client can tell', () => {
  test.each(REQUESTS.map((request) => [request.name, request] as const))('%s', async (_, request) => {
    const before = await direct();
    const byApollo = await send(request);
    expect(await direct()).toBe(before);
    const again = await send(request);
    expect((await direct()) - before).toBe(request.isDirect ? 1 : 0);
    expect(again).toEqual(byApollo);
  });
});
