import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { TokenOverrides } from '../dev/issuer-tokens';
import type { Authenticator } from '../subgraphs/kit/auth';
import { botIdOf } from '../subgraphs/kit/ids';
import { createServiceSigner } from '../subgraphs/kit/service-token';
import { startAuthBench, startKeyServer, type AuthBench } from './auth-bench';
import { waitFor } from './wait';

const keyPair = (modulusLength = 2048) => generateKeyPairSync('rsa', { modulusLength }).privateKey;

const aliceId = 'a11ce000-0000-4000-8000-000000000001';

let bench: AuthBench;
let authenticator: Authenticator;
const signIn = (token: string, by = authenticator) => by.authenticate(`Bearer ${token}`, ['user']);
const forged = (overrides: TokenOverrides) => bench.issuer.issueToken('alice', overrides);

async function expectRefusal(token: string, reason: string, by = authenticator): Promise<void> {
  bench.lines.length = 0;
  await expect(signIn(token, by)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(bench.lines.map((line) => line.reason)).toEqual([reason]);
  expect(JSON.stringify(bench.lines)).not.toContain('eyJ');
}

beforeAll(async () => {
  bench = await startAuthBench();
});
beforeEach(() => {
  bench.lines.length = 0;
  authenticator = bench.authenticator();
});
afterAll(() => bench.close());

describe('A5: keys change without a restart', () => {
  test('S54: a new key is accepted at once, a withdrawn one refused after a minute', async () => {
    const old = forged({});
    await signIn(old);
    await bench.issuer.rotateKeys();
    const fresh = forged({});
    await expect(signIn(fresh)).resolves.toMatchObject({ username: 'alice' });
    await expect(signIn(old)).resolves.toMatchObject({ username: 'alice' });
    bench.issuer.retireKeys();
    bench.advance(61);
    // The token is remembered as verified: the refresh that it sets off takes that back.
    await waitFor(() =>
      signIn(old).then(
        () => false,
        (error: unknown) => (error as { code: string }).code === 'UNAUTHENTICATED',
      ),
    );
    await expect(signIn(fresh)).resolves.toMatchObject({ username: 'alice' });
  });

  test('S53: 300 unknown key ids cause one fetch, and valid users are served', async () => {
    const keys = await (await fetch(bench.issuer.jwksUrl)).text();
    const server = await startKeyServer(() => ({ body: keys }));
    const tested = bench.authenticator({ jwksUrl: server.url });
    const flood = () =>
      Promise.allSettled(
        Array.from({ length: 300 }, (_, i) => signIn(forged({ header: { kid: `k${i}` } }), tested)),
      );
    await flood();
    expect(server.fetches()).toBe(1);
    await signIn(forged({}), tested);
    await flood();
    expect(server.fetches()).toBeLessThanOrEqual(2);
    await signIn(forged({}), tested);
    tested.close();
    await server.close();
  });

  test('S55: bad answers keep the last known keys, and a set that comes later heals', async () => {
    const good = { body: await (await fetch(bench.issuer.jwksUrl)).text() };
    const empty = { body: '{"keys":[]}' };
    const huge = { body: `{"keys":[],"x":"${'x'.repeat(400_000)}"}` };
    let answer: { status?: number; body: string } = { status: 500, body: 'no' };
    const server = await startKeyServer(() => answer);
    const tested = bench.authenticator({ jwksUrl: server.url });
    await expect(signIn(forged({}), tested)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(bench.lines.map(({ msg }) => msg)).toEqual(['keys not fetched', 'token refused']);
    answer = good;
    bench.advance(3);
    await expect(signIn(forged({}), tested)).resolves.toMatchObject({ username: 'alice' });
    for (answer of [{ status: 500, body: 'no' }, { body: '<html>' }, empty, huge]) {
      const before = server.fetches();
      bench.advance(130);
      await expect(signIn(forged({}), tested)).resolves.toMatchObject({ username: 'alice' });
      await waitFor(() => server.fetches() > before);
    }
    tested.close();
    await server.close();
  });

  test('A3: the issuer may be gone once its keys are known', async () => {
    const passing = await bench.startIssuer();
    const tested = bench.authenticator({ issuer: passing.url, jwksUrl: passing.jwksUrl });
    const [first, second] = [passing.issueToken('bob'), passing.issueToken('carol')];
    await signIn(first, tested);
    await passing.close();
    bench.advance(200);
    await expect(signIn(second, tested)).resolves.toMatchObject({ username: 'carol' });
    tested.close();
  });

  test('weak keys and keys for other uses are not signing keys', async () => {
    const weak = {
      ...createPublicKey(keyPair(1024)).export({ format: 'jwk' }),
      use: 'sig',
      alg: 'RS256',
      kid: 'weak',
    };
    const key = keyPair();
    const jwk = createPublicKey(key).export({ format: 'jwk' });
    const keys = [
      weak,
      { ...jwk, kid: 'a', use: 'enc', alg: 'RS256' },
      { ...jwk, kid: 'b', use: 'sig', alg: 'PS256' },
    ];
    const server = await startKeyServer(() => ({
      body: JSON.stringify({ keys: [...keys, { ...jwk, kid: 'c', use: 'sig', alg: 'RS256' }] }),
    }));
    const tested = bench.authenticator({ jwksUrl: server.url });
    await expect(signIn(forged({ key, header: { kid: 'c' } }), tested)).resolves.toMatchObject({
      kind: 'user',
    });
    for (const kid of ['a', 'b', 'weak'])
      await expectRefusal(forged({ key, header: { kid } }), 'wrong_key', tested);
    tested.close();
    await server.close();
  });
});

describe('internal tokens', () => {
  const pem = (key = keyPair()) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const scopeId = '00000000-0000-7000-8000-000000000001';
  const signers = {
    gateway: createServiceSigner('gateway', pem(), () => bench.now()),
    worker: createServiceSigner('worker', pem(), () => bench.now()),
  };
  let close: () => Promise<unknown>;
  let tested: Authenticator;

  beforeEach(async () => {
    const [gateway, worker] = await Promise.all(
      [signers.gateway, signers.worker].map((signer) =>
        startKeyServer(() => ({ body: JSON.stringify(signer.jwks()) })),
      ),
    );
    tested = bench.authenticator({ internalJwksUrls: { gateway: gateway!.url, worker: worker!.url } });
    close = () => Promise.all([gateway!.close(), worker!.close()]);
  });
  afterEach(async () => {
    tested.close();
    await close();
  });
  const call = (token: string) => tested.authenticate(`Bearer ${token}`, ['service']);

  test('a service is told apart by its issuer, and acts as the bot in one scope', async () => {
    await expect(call(signers.gateway.sign())).resolves.toMatchObject({ service: 'gateway', userId: null });
    const userId = botIdOf(bench.issuer.url);
    const acting = signers.worker.sign({ userId, scopeId, depth: 2, causationId: scopeId });
    await expect(call(acting)).resolves.toMatchObject({ service: 'worker', userId, scopeId, depth: 2 });
  });

  test('it may act as nobody else, without a scope or from another part', async () => {
    const refused = { code: 'UNAUTHENTICATED' };
    const userId = botIdOf(bench.issuer.url);
    await expect(call(signers.worker.sign({ userId: aliceId, scopeId }))).rejects.toMatchObject(refused);
    await expect(call(signers.worker.sign({ userId }))).rejects.toMatchObject(refused);
    await expect(call(signers.gateway.sign({ userId, scopeId }))).rejects.toMatchObject(refused);
    expect(bench.lines.map((line) => line.reason)).toEqual(['wrong_actor', 'wrong_actor', 'wrong_actor']);
  });

  test('it is good for a minute, by its own key, and where services are accepted alone', async () => {
    const refused = { code: 'UNAUTHENTICATED' };
    const token = signers.gateway.sign();
    await expect(signIn(token, tested)).rejects.toMatchObject(refused);
    await expect(call(forged({}))).rejects.toMatchObject(refused);
    await expect(call(createServiceSigner('gateway', pem(), () => bench.now()).sign())).rejects.toMatchObject(
      refused,
    );
    const posing = forged({
      claims: { iss: 'tributary:gateway', aud: 'tributary-internal', typ: 'Service' },
    });
    await expect(call(posing)).rejects.toMatchObject(refused);
    expect(bench.lines.map((line) => line.reason)).toEqual([
      'wrong_kind',
      'wrong_kind',
      'wrong_key',
      'wrong_key',
    ]);
    bench.advance(91);
    await expect(call(token)).rejects.toMatchObject(refused);
  });
});
