import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { TokenOverrides } from '../dev/issuer-tokens';
import type { Authenticator } from '../subgraphs/kit/auth';
import { startAuthBench, type AuthBench } from './auth-bench';

const aliceId = 'a11ce000-0000-4000-8000-000000000001';

let bench: AuthBench;
let authenticator: Authenticator;
const signIn = (token: string, by = authenticator) => by.authenticate(`Bearer ${token}`, ['user']);
const secondsNow = () => Math.floor(bench.now().getTime() / 1000);
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

test('A2: a token of the issuer makes a principal of its claims', async () => {
  await expect(signIn(forged({}))).resolves.toMatchObject({
    kind: 'user',
    userId: aliceId,
    username: 'alice',
    displayName: 'Alice Anderson',
    email: 'alice@tributary.example',
    roles: ['default-roles-tributary'],
  });
});

test('A6: optional claims may be missing, and the subject stands in for the name', async () => {
  const names = ['name', 'preferred_username', 'email', 'sid', 'realm_access', 'groups'];
  const claims = { ...Object.fromEntries(names.map((name) => [name, undefined])), sub: 'service-7' };
  const principal = await signIn(forged({ claims }));
  expect(principal).toMatchObject({
    username: 'service-7',
    displayName: 'service-7',
    email: null,
    roles: [],
    groups: [],
  });
  expect(principal.userId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
});

describe('A4: a bad token is refused, and the log says why', () => {
  const hour = 3600;
  const cases: [string, () => TokenOverrides, string][] = [
    ["S43: somebody else's key under our key id", () => ({ key: 'foreign' }), 'wrong_key'],
    ['S43: an unknown key id', () => ({ header: { kid: 'nobody' }, key: 'foreign' }), 'wrong_key'],
    ['S43: no key id', () => ({ header: { kid: undefined } }), 'wrong_key'],
    [
      'S44: an embedded key',
      () => ({ key: 'foreign', header: { jwk: {}, jku: 'http://127.0.0.1:9' } }),
      'wrong_key',
    ],
    ['S45: a key id that is a path', () => ({ header: { kid: '../../etc/passwd' } }), 'wrong_key'],
    ['S45: a key id of the prototype', () => ({ header: { kid: '__proto__' } }), 'wrong_key'],
    ['S45: a key id of 5 kB', () => ({ header: { kid: 'k'.repeat(5000) } }), 'wrong_key'],
    ['S40: no signature', () => ({ algorithm: 'none' }), 'wrong_algorithm'],
    ['S40: None', () => ({ algorithm: 'none', header: { alg: 'None' } }), 'wrong_algorithm'],
    ['S46: another algorithm', () => ({ header: { alg: 'ES256' } }), 'wrong_algorithm'],
    ['S46: crit', () => ({ header: { crit: ['exp'] } }), 'critical_header'],
    ['S47: expired', () => ({ claims: { exp: secondsNow() - 61 } }), 'expired'],
    ['S47: not yet valid', () => ({ claims: { nbf: secondsNow() + 61 } }), 'not_yet_valid'],
    ['S47: without expiry', () => ({ claims: { exp: undefined } }), 'wrong_expiry'],
    ['S47: expiry as a text', () => ({ claims: { exp: '9999999999' } }), 'wrong_expiry'],
    ['S47: issued in the future', () => ({ claims: { iat: secondsNow() + hour } }), 'wrong_issue_time'],
    [
      'S48: another realm',
      () => ({ claims: { iss: bench.issuer.url.replace('tributary', 'other') } }),
      'wrong_issuer',
    ],
    [
      'S48: our issuer as a prefix',
      () => ({ claims: { iss: `${bench.issuer.url}.evil.example` } }),
      'wrong_issuer',
    ],
    ['S48: no issuer', () => ({ claims: { iss: undefined } }), 'wrong_issuer'],
    ['S49: no audience', () => ({ claims: { aud: undefined } }), 'wrong_audience'],
    ['S49: the account audience', () => ({ claims: { aud: 'account' } }), 'wrong_audience'],
    ['S50: a rogue client', () => ({ claims: { azp: 'rogue' } }), 'wrong_client'],
    ['S51: a token of another type', () => ({ claims: { typ: 'ID' } }), 'wrong_type'],
    ['S52: no subject', () => ({ claims: { sub: undefined } }), 'wrong_subject'],
    ['S52: an object as subject', () => ({ claims: { sub: { toString: 1 } } }), 'wrong_subject'],
    ['S56: the encryption key', () => ({ key: 'encryption' }), 'wrong_key'],
  ];
  test.each(cases)('%s', (_, overrides, reason) => expectRefusal(forged(overrides()), reason));

  test('S41: HS256 with the public key as secret, in every spelling', async () => {
    const { keys } = (await (await fetch(bench.issuer.jwksUrl)).json()) as { keys: JsonWebKey[] };
    const publicKey = createPublicKey({ key: keys[0]!, format: 'jwk' });
    const secrets = [
      publicKey.export({ type: 'spki', format: 'pem' }),
      publicKey.export({ type: 'pkcs1', format: 'pem' }),
      JSON.stringify(keys[0]),
    ];
    for (const secret of secrets)
      await expectRefusal(forged({ algorithm: 'HS256', secret }), 'wrong_algorithm');
  });

  test('S42: stripped, flipped and tampered tokens', async () => {
    const [header = '', payload = '', signature = ''] = forged({}).split('.');
    const other = forged({ claims: { sub: 'somebody' } }).split('.')[1];
    await expectRefusal(`${header}.${payload}.`, 'malformed');
    await expectRefusal(`${header}.${payload}`, 'malformed');
    await expectRefusal(`${header}.${other}.${signature}`, 'wrong_key');
    // The last character has bits that no byte uses: none of its other spellings passes either.
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const token = `${header}.${payload}.${signature.slice(0, -1)}${last}`;
      if (last !== signature.at(-1))
        await expect(signIn(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  test('S51: a refresh token and an ID token', async () => {
    const answer = await fetch(bench.issuer.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'tributary-web',
        username: 'bob',
        password: 'bob',
        scope: 'openid',
      }),
    });
    const tokens = (await answer.json()) as Record<'access_token' | 'refresh_token' | 'id_token', string>;
    await expect(signIn(tokens.access_token)).resolves.toMatchObject({ username: 'bob' });
    await expectRefusal(tokens.refresh_token, 'wrong_algorithm');
    await expectRefusal(tokens.id_token, 'wrong_audience');
  });

  test('no header, another scheme, a header without end', async () => {
    const refused = { code: 'UNAUTHENTICATED' };
    const headers = [undefined, '', 'Bearer', 'Basic YTph', forged({}), `Bearer ${'e'.repeat(20_000)}`];
    for (const header of headers) {
      await expect(authenticator.authenticate(header, ['user'])).rejects.toMatchObject(refused);
    }
  });
});

test('A19: a refused token is logged with expected and actual value, type and length', async () => {
  await expectRefusal(forged({ claims: { aud: 'account' } }), 'wrong_audience');
  const actual = { value: 'account', type: 'string', length: 7 };
  expect(bench.lines[0]).toMatchObject({ expected: 'tributary-api', actual });
});

test('a verified token is remembered until it expires, and no longer', async () => {
  const token = forged({ lifetimeSeconds: 300 });
  await signIn(token);
  const principal = await signIn(token);
  await expect(signIn(token)).resolves.toBe(principal);
  bench.advance(400);
  await expectRefusal(token, 'expired');
});
