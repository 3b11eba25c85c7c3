import { startPlatform, type Platform } from './platform';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform({
    without: ['chat', 'task', 'workflow', 'worker'],
    variables: { TRUSTED_PROXY_HOPS: '1' },
  });
});

afterAll(() => platform.close());

test('behind one trusted proxy, the address that it wrote counts and what stands before it does not', async () => {
  const owner = await platform.seed.person('proxied');
  const headers = { 'x-forwarded-for': '198.51.100.66, 203.0.113.9' };
  await platform.query(
    owner.token,
    'mutation { createWorkspace(input: { name: "Proxied", slug: "proxied" }) { userErrors { code } } }',
    {},
    headers,
  );
  const ips = await platform.sql("SELECT ip FROM access.audit_entry WHERE action = 'workspace.created'");
  expect(ips).toEqual([{ ip: '203.0.113.9' }]);
});
