import { createHash } from 'node:crypto';
import { toGatewayConfig, type GatewayConfig } from '../gateway/config';
import { readConfig } from '../subgraphs/kit/config';
import { createLogger } from '../subgraphs/kit/logger';
import { codesOf, metric, sendTo } from './gateway-client';
import { postBody } from './http';
import { openSocket } from './socket';
import { startStubGateway, type StubGateway } from './stub-supergraph';
import { waitFor } from './wait';

let stub: StubGateway;
beforeAll(async () => {
  stub = await startStubGateway();
});
afterAll(() => stub.close());

/** How many requests were answered without Apollo Server. */
const direct = () => metric('direct_total', stub);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

describe('automatic persisted queries', () => {
  const query = '{ viewer { username } } # registered';
  const extensions = persisted(hashOf(query));

  test('a text is registered once, and then found by its hash without Apollo Server', async () => {
    expect(codesOf(await sendTo(stub, { extensions }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const data = { viewer: { username: 'alice' } };
    expect((await sendTo(stub, { query, extensions })).data).toEqual(data);
    const before = await direct();
    expect((await sendTo(stub, { extensions })).data).toEqual(data);
    expect((await sendTo(stub, { query, extensions })).data).toEqual(data);
    expect((await sendTo(stub, { documentId: `sha256:${hashOf(query)}` })).data).toEqual(data);
    const search = `?${String(new URLSearchParams({ extensions: JSON.stringify(extensions) }))}`;
    const headers = {
      authorization: `Bearer ${stub.token()}`,
      'apollo-require-preflight': 'true',
      connection: 'close',
    };
    expect(await (await fetch(stub.gateway.url + search, { headers })).json()).toEqual({ data });
    expect((await direct()) - before).toBe(4);
  });

  test('a hash stands for no other text, and an id that nobody knows for none', async () => {
    await sendTo(stub, { query, extensions });
    const other = '{ note { id } }';
    expect(codesOf(await sendTo(stub, { query: other }))).toEqual([]);
    expect(codesOf(await sendTo(stub, { query: other, extensions }))).toEqual(['BAD_USER_INPUT']);
    const unknown = await sendTo(stub, { documentId: 'nobody' });
    expect([unknown.status, codesOf(unknown)]).toEqual([400, ['PERSISTED_QUERY_NOT_FOUND']]);
  });
});

describe('trusted documents', () => {
  const VIEWER = 'query Viewer { viewer { username } }';
  const TICK = 'subscription Tick { tick }';
  const manifest = [
    { id: hashOf(VIEWER), name: 'Viewer', text: VIEWER },
    { id: 'tick-1', name: 'Tick', text: TICK },
    { id: 'old-1', name: 'Old', text: '{ gone }' },
  ];
  const data = { viewer: { username: 'alice' } };

  async function withMode(
    mode: 'off' | 'log' | 'enforce',
    act: (own: StubGateway, logged: object[]) => Promise<void>,
  ) {
    const logged: object[] = [];
    const log = createLogger('gateway', 'silent');
    log.warn = (details: object) => void logged.push(details);
    const trustedDocuments: GatewayConfig['trustedDocuments'] = { mode, manifest };
    const own = await startStubGateway({ trustedDocuments, log });
    try {
      await act(own, logged);
    } finally {
      await own.close();
    }
  }

  test('enforced: nothing else is executed, however it is asked for', () =>
    withMode('enforce', async (own, logged) => {
      // They are prepared before anybody asks.
      await waitFor(async () => (await metric('documents', own)) === 2);
      const good = [
        { documentId: hashOf(VIEWER) },
        { query: VIEWER },
        { query: VIEWER, extensions: persisted(hashOf(VIEWER)) },
        { extensions: persisted(hashOf(VIEWER)) },
        ...['doc_id', 'id'].map((name) => ({ [name]: hashOf(VIEWER) })),
        { documentId: `sha256:${hashOf(VIEWER)}` },
      ];
      for (const body of good) expect((await sendTo(own, body)).data).toEqual(data);
      // The first taught in which type clients are answered.
      expect(await metric('direct_total', own)).toBe(good.length - 1);
      const others = [
        { query: '{ viewer { id } }' },
        { query: '{ __schema { types { name } } }' },
        { query: '{ viewer { id } }', extensions: persisted(hashOf('{ viewer { id } }')) },
        { query: '{ viewer { id } }', documentId: hashOf(VIEWER) },
        { extensions: persisted(hashOf('{ viewer { id } }')) },
        { documentId: 'nobody' },
      ];
      for (const body of others) {
        const refused = await sendTo(own, body);
        expect([refused.status, codesOf(refused), refused.data]).toEqual([400, ['BAD_USER_INPUT'], null]);
        expect(refused.text).toContain('Only trusted documents');
      }
      expect((await fetch(new URL('/graphiql', own.gateway.url))).status).toBe(404);
      expect(logged.filter((one) => 'reason' in one)).toMatchObject([
        { id: 'old-1', reason: expect.stringContaining('gone') as string },
      ]);
    }));

  test('enforced on sockets and streams, too', () =>
    withMode('enforce', async (own) => {
      const socket = openSocket(own.gateway.wsUrl, own.token());
      const refused = [socket.subscribe('{ viewer { id } }'), socket.subscribe('subscription { tick }')];
      for (const one of refused) {
        await one.ended();
        expect(codesOf(one)).toEqual(['BAD_USER_INPUT']);
      }
      const trusted = [
        ...[VIEWER, { query: '', documentId: hashOf(VIEWER) }, { query: '', doc_id: hashOf(VIEWER) }],
        { query: '', extensions: persisted(hashOf(VIEWER)) },
      ].map((document) => socket.subscribe(document));
      for (const one of trusted) {
        await one.ended();
        expect(one.frames).toMatchObject([{ data }]);
      }
      const unknown = [
        ['nobody', 'BAD_USER_INPUT'],
        [5 as never, 'GRAPHQL_PARSE_FAILED'],
      ] as const;
      for (const [documentId, code] of unknown) {
        const one = socket.subscribe({ query: '', documentId });
        await one.ended();
        expect(codesOf(one)).toEqual([code]);
      }
      await socket.close();
      const headers = { accept: 'text/event-stream', authorization: `Bearer ${own.token()}` };
      const stream = await postBody(own.gateway.url, '{"query":"subscription { tick }"}', headers);
      expect(stream.text).toContain('Only trusted documents');
    }));

  test('a stream begins by the id of its subscription', () =>
    withMode('enforce', async (own) => {
      const authorization = `Bearer ${own.token()}`;
      const ask = (body: object) =>
        postBody(own.gateway.url, JSON.stringify(body), { accept: 'text/event-stream', authorization });
      // No stub admits anybody: that one was asked says that the id stood for the subscription.
      for (const body of [{ query: TICK }, { documentId: 'tick-1' }, { extensions: persisted(hashOf(TICK)) }])
        expect(codesOf(await ask(body))).toEqual(['SUBGRAPH_UNAVAILABLE']);
      const admissions = own.seen.filter(({ path }) => path === '/internal/admit');
      expect(admissions).toHaveLength(3);
      expect((await ask({ documentId: 'nobody' })).text).toContain('Only trusted documents');
    }));

  test('logged: others are executed, and named once each', () =>
    withMode('log', async (own, logged) => {
      const query = '{ note { text } }';
      for (let round = 0; round < 3; round++)
        expect((await sendTo(own, { query })).data).toEqual({ note: { text: 'hi' } });
      expect((await sendTo(own, { documentId: hashOf(VIEWER) })).data).toEqual(data);
      expect(logged.filter((one) => 'hash' in one)).toEqual([{ hash: hashOf(query) }]);
    }));

  test('off: no hash is taken for a text', () =>
    withMode('off', async (own) => {
      expect((await sendTo(own, { query: VIEWER })).data).toEqual(data);
      for (const body of [{ extensions: persisted(hashOf(VIEWER)) }, { documentId: hashOf(VIEWER) }])
        expect(codesOf(await sendTo(own, body))).toEqual(['BAD_USER_INPUT']);
    }));

  test('a manifest that cannot be read, or is needed, keeps the gateway from starting', () => {
    const configOf = (env: Record<string, string>) =>
      toGatewayConfig(
        readConfig(['gateway'], { OPEN_GATEWAY: 'true', NODE_ENV: 'test', ...env }),
        createLogger('gateway', 'silent'),
      );
    expect(() => configOf({ TRUSTED_DOCUMENTS: 'enforce' })).toThrow('TRUSTED_DOCUMENTS_FILE is missing');
    expect(() => configOf({ TRUSTED_DOCUMENTS_FILE: __filename })).toThrow('TRUSTED_DOCUMENTS_FILE is wrong');
  });
});
