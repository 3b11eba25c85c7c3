import { makeKey } from './key-client';
import { startPlatform, type Platform } from './platform';
import type { SeededWorkspace } from './seed';
import { WORKFLOW } from './tenants';
import { waitFor } from './wait';

const HOUR_MS = 3_600_000;

interface Quota {
  kind: string;
  limit: number;
  used: number | null;
  resetAt: string | null;
}
interface Refusal extends Partial<Quota> {
  __typename: string;
  code: string;
}

let platform: Platform;
let acme: SeededWorkspace;
let globex: SeededWorkspace;

beforeAll(async () => {
  platform = await startPlatform();
  acme = await platform.seed.workspace();
  globex = await platform.seed.workspace();
});

afterAll(() => platform.close());

const owner = (workspace = acme) => platform.token(workspace.owner.username);

async function setQuota(
  kind: string,
  limit: number | null,
  token = platform.token('root'),
  workspace = acme,
) {
  const { data } = await platform.query<{
    setWorkspaceQuota: { quota: Quota | null; userErrors: Refusal[] };
  }>(
    token,
    `mutation ($input: SetWorkspaceQuotaInput!) {
      setWorkspaceQuota(input: $input) { quota { kind limit used resetAt } userErrors { __typename code path } } }`,
    { input: { workspaceId: workspace.id, kind, limit } },
  );
  return data.setWorkspaceQuota;
}

async function quotaOf(kind: string, workspace = acme): Promise<Quota> {
  const { data } = await platform.query<{ workspace: { quotas: Quota[] } }>(
    owner(workspace),
    'query ($id: ID!) { workspace(id: $id) { quotas { kind limit used resetAt } } }',
    { id: workspace.id },
  );
  return data.workspace.quotas.find((quota) => quota.kind === kind)!;
}

const createWorkflow = async (name: string, workspace = acme): Promise<Refusal[]> => {
  const { data } = await platform.query<{ createWorkflow: { userErrors: Refusal[] } }>(
    owner(workspace),
    `mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) {
      userErrors { __typename code path ... on QuotaError { limit used resetAt } } } }`,
    { input: { workspaceId: workspace.id, ...WORKFLOW, name } },
  );
  return data.createWorkflow.userErrors;
};

test('every quota has a limit and what was used of it', async () => {
  expect(await quotaOf('MAX_WORKFLOWS')).toEqual({
    kind: 'MAX_WORKFLOWS',
    limit: 100,
    used: 0,
    resetAt: null,
  });
  expect(await quotaOf('MAX_STORAGE_MB')).toMatchObject({ limit: 10_240, used: 0, resetAt: null });
  const daily = await quotaOf('MAX_EXECUTIONS_PER_DAY');
  expect(Date.parse(daily.resetAt!)).toBeGreaterThan(platform.clock.now().getTime());
  expect((await quotaOf('MAX_API_CALLS_PER_HOUR')).used).toBe(0);
});

test('only system administrators set quotas; it is audited, and null is the default again', async () => {
  expect(await setQuota('MAX_STORAGE_MB', 1, owner())).toMatchObject({ userErrors: [{ code: 'FORBIDDEN' }] });
  expect(await setQuota('MAX_STORAGE_MB', -1)).toMatchObject({
    userErrors: [{ code: 'BAD_USER_INPUT', path: ['limit'] }],
  });
  expect((await setQuota('MAX_STORAGE_MB', 7)).quota).toMatchObject({ limit: 7, used: 0 });
  expect((await quotaOf('MAX_STORAGE_MB')).limit).toBe(7);
  expect((await quotaOf('MAX_STORAGE_MB', globex)).limit).toBe(10_240);
  expect((await setQuota('MAX_STORAGE_MB', null)).quota).toMatchObject({ limit: 10_240 });
  const entries = await platform.sql(
    "SELECT 1 FROM access.audit_entry WHERE action = 'workspace.quota.changed' AND outcome = 'SUCCESS'",
  );
  expect(entries).toHaveLength(2);
});

test('S85: uses at the same time never add up to more than the limit', async () => {
  await setQuota('MAX_WORKFLOWS', 3);
  const refusals = await Promise.all(Array.from({ length: 20 }, (_, i) => createWorkflow(`parallel ${i}`)));
  expect(refusals.filter((refused) => refused.length === 0)).toHaveLength(3);
  expect(refusals.find((refused) => refused.length > 0)).toEqual([
    { __typename: 'QuotaError', code: 'QUOTA_EXCEEDED', path: null, limit: 3, used: 3, resetAt: null },
  ]);
  expect(await quotaOf('MAX_WORKFLOWS')).toMatchObject({ limit: 3, used: 3 });
});

test('J2: the limit of one workspace leaves the other, and what was refused otherwise is not used', async () => {
  expect(await createWorkflow('first', globex)).toEqual([]);
  expect(await createWorkflow('first', globex)).toMatchObject([{ code: 'CONFLICT' }]);
  expect(await quotaOf('MAX_WORKFLOWS', globex)).toMatchObject({ limit: 100, used: 1 });
  await setQuota('MAX_WORKFLOWS', 0, undefined, globex);
  expect(await createWorkflow('second', globex)).toMatchObject([
    { code: 'QUOTA_EXCEEDED', limit: 0, used: 1 },
  ]);
});

const ping = (secret: string) => platform.query<{ serverInfo: object }>(secret, '{ serverInfo { version } }');

test('the API calls of a workspace are those by keys that are bound to it, counted exactly', async () => {
  await setQuota('MAX_API_CALLS_PER_HOUR', 5);
  const bound = await makeKey(platform, owner(), { workspaceId: acme.id });
  const unbound = await makeKey(platform, owner());
  const answers = await Promise.all(Array.from({ length: 12 }, () => ping(bound.secret)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  const refused = answers.find(({ status }) => status === 429)!;
  const quota = await quotaOf('MAX_API_CALLS_PER_HOUR');
  expect(quota).toMatchObject({ limit: 5, used: 5 });
  expect(refused.errors).toMatchObject([
    { extensions: { code: 'QUOTA_EXCEEDED', limit: 5, used: 5, resetAt: quota.resetAt } },
  ]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ping(unbound.secret)).status).toBe(200);
  platform.clock.advance(HOUR_MS);
  expect((await ping(bound.secret)).status).toBe(200);
  expect(await quotaOf('MAX_API_CALLS_PER_HOUR')).toMatchObject({ used: 1 });
});

test('J2: each key has its rate, over HTTP and sockets, and says what is left of it', async () => {
  const limited = await makeKey(platform, owner(), { rateLimitPerMinute: 3 });
  const usual = await makeKey(platform, owner());
  const first = await ping(limited.secret);
  expect(first.headers.get('ratelimit-limit')).toBe('3');
  expect(first.headers.get('ratelimit-remaining')).toBe('2');
  await ping(limited.secret);
  const live = platform.subscribe(limited.secret, '{ serverInfo { version } }');
  await live.next();
  const refused = await ping(limited.secret);
  expect(refused.status).toBe(429);
  const { code, retryAfterMs } = refused.errors[0]!.extensions!;
  expect(code).toBe('RATE_LIMITED');
  expect(retryAfterMs).toBeGreaterThan(0);
  expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  expect(refused.headers.get('ratelimit-limit')).toBe('3');
  expect(refused.headers.get('retry-after')).toBe(String(Math.ceil((retryAfterMs as number) / 1000)));
  const later = platform.subscribe(limited.secret, '{ serverInfo { version } }');
  await later.ended();
  expect(later.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  expect((await ping(usual.secret)).headers.get('ratelimit-remaining')).toBe('599');
});

test('without Redis requests are let through uncounted', async () => {
  const limited = await makeKey(platform, owner(), { rateLimitPerMinute: 1 });
  await platform.redis.stop();
  try {
    for (let i = 0; i < 3; i++) expect((await ping(limited.secret)).status).toBe(200);
    expect((await quotaOf('MAX_API_CALLS_PER_HOUR')).used).toBeNull();
  } finally {
    await platform.redis.start();
  }
  await waitFor(async () => (await ping(limited.secret)).status === 429);
});
