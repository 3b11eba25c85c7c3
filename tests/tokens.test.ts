import type { TokenOverrides } from '../dev/issuer-tokens';
import { createServiceSigner } from '../subgraphs/kit/service-token';
import { generateKeyPairSync } from 'node:crypto';
import { postGraphQL, type Answer } from './http';
import { startPlatform, type Platform } from './platform';
import type { ServiceProcess } from './processes';
import { waitFor } from './wait';
import type { ServiceName } from '../dev/platform';

const PORTS = ['gateway', 'identity', 'workspace', 'chat', 'task', 'workflow'] as const;
const document = '{ __typename }';

let platform: Platform;
/** Runs as a process of its own, so that what it prints can be read. */
let workspace: ServiceProcess;

const ask = (
  port: ServiceName,
  token: string | null,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  postGraphQL(`http://127.0.0.1:${platform.wiring.ports[port]}/graphql`, { token, document, headers });
const codeOf = ({ errors }: Answer) => errors[0]?.extensions?.code;

async function expectRefusal(port: ServiceName, token: string | null, headers?: Record<string, string>) {
  const answer = await ask(port, token, headers);
  expect([port, answer.status, codeOf(answer)]).toEqual([port, 401, 'UNAUTHENTICATED']);
  expect(answer.text).not.toMatch(/eyJ|stack|node_modules/);
}

async function expectWelcome(port: ServiceName, token: string) {
  const { status, data } = await ask(port, token);
  expect([port, status, data]).toEqual([port, 200, { __typename: 'Query' }]);
}

beforeAll(async () => {
  platform = await startPlatform({ without: ['workspace'] });
  workspace = await platform.spawn('workspace');
});
afterAll(() => platform.close());

test.each(PORTS)(
  'A3, S58: %s answers a good token, and refuses a bad one or none by itself',
  async (port) => {
    await expectWelcome(port, platform.token('alice'));
    await expectRefusal(port, null);
    await expectRefusal(port, 'nonsense');
    await expectRefusal(port, platform.token('alice', { key: 'foreign' }));
  },
);

test.each(PORTS)('S57: %s ignores headers that say who is calling', async (port) => {
  const names = ['x-user-id', 'x-viewer-authorization', 'x-forwarded-user', 'x-workspace-id'];
  const good = `Bearer ${platform.token('alice')}`;
  await expectRefusal(port, null, Object.fromEntries(names.map((name) => [name, good])));
});

const BAD: [string, TokenOverrides, string][] = [
  ['a wrong key', { key: 'foreign' }, 'wrong_key'],
  ['a wrong audience', { claims: { aud: 'account' } }, 'wrong_audience'],
  ['a wrong issuer', { claims: { iss: 'https://other.example/realms/tributary' } }, 'wrong_issuer'],
  ['an expired one', { claims: { exp: 1_700_000_000 } }, 'expired'],
  ['algorithm none', { algorithm: 'none' }, 'wrong_algorithm'],
  ['algorithm HS256', { algorithm: 'HS256', secret: 'secret' }, 'wrong_algorithm'],
  ['a rogue client', { claims: { azp: 'rogue' } }, 'wrong_client'],
];

test.each(BAD)(
  'A4: a token with %s is refused everywhere, and the log has a code for it',
  async (_, overrides, reason) => {
    const token = platform.token('alice', overrides);
    for (const port of PORTS) await expectRefusal(port, token);
    await waitFor(() => workspace.output().includes(`"reason":"${reason}"`));
  },
);

test('S59: no token is logged', () => {
  expect(workspace.output()).toContain('token refused');
  expect(workspace.output()).not.toContain('eyJ');
});

test('an internal token opens nothing to a client', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  for (const signer of ['gateway', 'worker'] as const) {
    const posing = createServiceSigner(signer, pem, () => new Date()).sign();
    for (const port of PORTS) await expectRefusal(port, posing);
  }
  for (const route of ['admit', 'execute', 'heads', 'touch']) {
    const url = platform.subgraphUrl('identity').replace('/graphql', `/internal/${route}`);
    const headers = { authorization: `Bearer ${platform.token('alice')}`, connection: 'close' };
    const response = await fetch(url, { method: 'POST', headers });
    expect([route, response.status]).toEqual([route, 401]);
  }
});

test('A5: a rotated key is accepted without a restart, the withdrawn one refused soon after', async () => {
  const inProcess = PORTS.filter((port) => port !== 'workspace');
  const old = platform.token('bob');
  for (const port of inProcess) await expectWelcome(port, old);
  await platform.issuer.rotateKeys();
  const fresh = platform.token('bob');
  for (const port of inProcess) await expectWelcome(port, fresh);
  await expectWelcome('gateway', old);
  platform.issuer.retireKeys();
  platform.clock.advance(61_000);
  for (const port of inProcess) {
    await waitFor(async () => (await ask(port, old)).status === 401, {
      what: `${port} to refuse the old key`,
    });
    await expectWelcome(port, fresh);
  }
});

test('A3: valid tokens work while the issuer is away', async () => {
  const token = platform.token('carol');
  await platform.issuer.close();
  platform.clock.advance(200_000);
  for (const port of PORTS) if (port !== 'workspace') await expectWelcome(port, token);
});
