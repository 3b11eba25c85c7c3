import { describeHttp } from './live-http';
import { describeTransport, MOST_PER_USER } from './live-table';
import { startPlatform, type Platform } from './platform';
import { createSeed, type Person, type SeededWorkspace } from './seed';
import { TRANSPORTS, type TestClient } from './transports';

let platform: Platform;
let acme: SeededWorkspace;
let mallory: Person;
let clients: TestClient[] = [];

beforeAll(async () => {
  platform = await startPlatform({ variables: { MAX_SUBSCRIPTIONS_PER_USER: String(MOST_PER_USER) } });
  const seed = createSeed(platform);
  acme = await seed.workspace();
  mallory = (await seed.workspace('globex')).owner;
}, 60_000);

afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  clients = [];
});

afterAll(() => platform?.close());

const world = {
  get platform() {
    return platform;
  },
  get acme() {
    return acme;
  },
  get mallory() {
    return mallory;
  },
  connect(transport: (typeof TRANSPORTS)[number], { token }: Pick<Person, 'token'>) {
    const client = transport.connect(platform, token);
    clients.push(client);
    return client;
  },
};

describe.each(TRANSPORTS)('over $name', (transport) => describeTransport(transport, () => world));

describe('over HTTP', () => describeHttp(() => world));
