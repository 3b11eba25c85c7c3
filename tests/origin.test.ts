import type { IncomingMessage } from 'node:http';
import { originOf } from '../gateway/origin';
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

test.each([
  ['198.51.100.66, 203.0.113.9', 0, '127.0.0.1'],
  ['198.51.100.66, 203.0.113.9', 1, '203.0.113.9'],
  ['198.51.100.66, 203.0.113.9', 2, '198.51.100.66'],
  [undefined, 1, '127.0.0.1'],
  ['203.0.113.9:51234', 1, '203.0.113.9'],
  ['[2001:db8::1]:443', 1, '2001:db8::1'],
  ['2001:db8::1', 1, '2001:db8::1'],
  ['::ffff:203.0.113.9', 1, '203.0.113.9'],
  ['unknown', 1, null],
  ['203.0.113.9 and more', 1, null],
])('of %p behind %p trusted proxies the address is %p', (forwarded, hops, ip) => {
  const request = {
    headers: { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '::ffff:127.0.0.1' },
  };
  expect(originOf(request as unknown as IncomingMessage, hops).ip).toBe(ip);
});
