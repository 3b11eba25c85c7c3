import { randomUUID } from 'node:crypto';
import { environmentOf } from '../dev/platform';
import { runWorker } from '../subgraphs/roles';
import { admin, adminToken, claimsOf, openProvider, signIn, type Provider } from './identity-provider';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

let provider: Provider;
let platform: Platform;
let call: ReturnType<typeof admin>;
const username = `operator-${randomUUID()}`;

const addUser = () =>
  call('POST /users', {
    ...{ username, email: `${username}@x.example`, firstName: 'Op', lastName: 'Erator', enabled: true },
    credentials: [{ type: 'password', value: username, temporary: false }],
  });
const rolesOf = async () => {
  const { realm_access } = claimsOf((await signIn(provider, username)).access_token);
  return (realm_access as { roles: string[] }).roles;
};

beforeAll(async () => {
  provider = await openProvider();
  call = admin(provider, await adminToken(provider));
  platform = await startPlatform({
    without: ['worker'],
    variables: { SYSTEM_ADMIN: username },
    provider: { issuer: provider, directory: { url: provider.baseUrl, secret: provider.adminSecret } },
  });
});
afterAll(async () => {
  await platform.close();
  await provider.close();
});

test('A21: a start names the configured system administrator whom Keycloak does not know', async () => {
  const worker = await platform.spawn('worker', { LOG_LEVEL: 'info' });
  await waitFor(() => worker.output().includes('SYSTEM_ADMIN names a user whom Keycloak does not know'));
  expect(worker.output()).toContain(username);
  await worker.kill('SIGKILL');
});

test('A21: the first start makes the configured user a system administrator, and the second changes nothing', async () => {
  expect((await addUser()).status).toBe(201);
  expect(await rolesOf()).not.toContain('system-admin');
  const outcomes = ['given', 'held'];
  for (const outcome of outcomes) {
    const worker = await platform.spawn('worker', { LOG_LEVEL: 'info' });
    await waitFor(() => worker.output().includes(`"outcome":"${outcome}"`), { what: outcome });
    expect((await rolesOf()).filter((role) => role === 'system-admin')).toHaveLength(1);
    await worker.kill('SIGTERM');
  }
  const { access_token: token } = await signIn(provider, username);
  const { data } = await platform.query<{ viewer: { systemRoles: string[] } }>(
    token,
    '{ viewer { systemRoles } }',
  );
  expect(data?.viewer.systemRoles).toContain('system-admin');
});

test('A21, A22: a system administrator without a directory is refused by name', async () => {
  const environment = { ...environmentOf('worker', platform.wiring), DIRECTORY_URL: '' };
  await expect(runWorker(() => new Date(), environment)).rejects.toThrow(
    'DIRECTORY_URL is missing: SYSTEM_ADMIN needs it',
  );
});
