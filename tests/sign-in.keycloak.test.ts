import { createHash, randomBytes } from 'node:crypto';
import { claimsOf, grant, openProvider, type Provider } from './identity-provider';

const REDIRECT = 'http://localhost:4000/signed-in';

let provider: Provider;

beforeAll(async () => {
  provider = await openProvider();
});
afterAll(() => provider.close());

/** A browser, as far as signing in needs one: it keeps cookies and follows no redirects. */
function openBrowser() {
  const cookies = new Map<string, string>();
  return async (url: string, form?: Record<string, string>) => {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; '), connection: 'close' },
      body: form && new URLSearchParams(form),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      cookies.set(name!, value!);
    }
    const action = /<form[^>]*action="([^"]+)"/.exec(await response.clone().text())?.[1];
    const location = response.headers.get('location');
    return {
      status: response.status,
      action: action
        ?.replace(/&(amp|#38);/g, '&')
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
      sentTo: location ? new URL(location) : null,
      text: await response.text(),
    };
  };
}

function wish(changes: Record<string, string | undefined> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const parameters = {
    ...{ client_id: 'tributary-web', response_type: 'code', scope: 'openid', redirect_uri: REDIRECT },
    ...{ state: randomBytes(8).toString('hex'), nonce: randomBytes(8).toString('hex') },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const url = `${provider.url}/protocol/openid-connect/auth?${new URLSearchParams(given).toString()}`;
  return { url, verifier, state: parameters.state, nonce: parameters.nonce };
}

async function signInBy(browser: ReturnType<typeof openBrowser>, username: string) {
  const wanted = wish();
  const page = await browser(wanted.url);
  const { sentTo } = await browser(page.action!, { username, password: username });
  return { ...wanted, sentTo: sentTo!, code: sentTo!.searchParams.get('code')! };
}

const redeem = (code: string, code_verifier: string, redirect_uri = REDIRECT) =>
  grant(provider, { grant_type: 'authorization_code', code, code_verifier, redirect_uri });

test('A9: a person signs in on a page, and the code gives tokens once', async () => {
  const { sentTo, state, nonce, code, verifier } = await signInBy(openBrowser(), 'alice');
  expect(sentTo.origin + sentTo.pathname).toBe(REDIRECT);
  expect(sentTo.searchParams.get('state')).toBe(state);
  expect(sentTo.searchParams.get('iss')).toBe(provider.url);
  const { status, body } = await redeem(code, verifier);
  expect(status).toBe(200);
  expect(claimsOf(body.id_token)).toMatchObject({ nonce, aud: 'tributary-web', preferred_username: 'alice' });
  const claims = claimsOf(body.access_token);
  expect(claims).toMatchObject({
    azp: 'tributary-web',
    iss: provider.url,
    sid: sentTo.searchParams.get('session_state'),
  });
  expect(claims.aud).toContain('tributary-api');
  expect(await redeem(code, verifier)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a code is no good without its verifier, or for another address', async () => {
  const refused = { status: 400, body: { error: 'invalid_grant' } };
  const one = await signInBy(openBrowser(), 'bob');
  expect(await redeem(one.code, randomBytes(32).toString('base64url'))).toMatchObject(refused);
  const two = await signInBy(openBrowser(), 'bob');
  expect(await redeem(two.code, two.verifier, 'http://localhost:4000/elsewhere')).toMatchObject(refused);
  expect(await redeem('no-such-code', two.verifier)).toMatchObject(refused);
});

test('a wrong password shows the page again, and the right one still works there', async () => {
  const browser = openBrowser();
  const { url } = wish();
  const page = await browser(url);
  const again = await browser(page.action!, { username: 'carol', password: 'wrong' });
  expect(again).toMatchObject({ status: 200, sentTo: null });
  expect(again.text).toContain('Invalid username or password');
  const { sentTo } = await browser(again.action!, { username: 'carol', password: 'carol' });
  expect(sentTo?.searchParams.get('code')).toBeTruthy();
});

test('nobody is sent to an address that is not the client’s', async () => {
  for (const redirect_uri of ['https://evil.example/', 'http://localhost:4000.evil.example/', undefined]) {
    expect(await openBrowser()(wish({ redirect_uri }).url)).toMatchObject({ status: 400, sentTo: null });
  }
  expect(await openBrowser()(wish({ client_id: 'rogue' }).url)).toMatchObject({ status: 400, sentTo: null });
});

test('a client that must use PKCE by S256 gets no code without it', async () => {
  for (const changes of [
    { code_challenge: undefined, code_challenge_method: undefined },
    { code_challenge_method: 'plain' },
  ]) {
    const { url, state } = wish(changes);
    const { sentTo } = await openBrowser()(url);
    expect(sentTo?.searchParams.get('error')).toBe('invalid_request');
    expect(sentTo?.searchParams.get('state')).toBe(state);
  }
});

test('A9: a browser that has signed in needs no password again, until it signs out', async () => {
  const browser = openBrowser();
  const first = await signInBy(browser, 'alice');
  const tokens = await redeem(first.code, first.verifier);
  const second = await browser(wish().url);
  const session = (url: URL | null) => url?.searchParams.get('session_state');
  expect(session(second.sentTo)).toBe(session(first.sentTo));
  const leave = new URLSearchParams({
    ...{ id_token_hint: tokens.body.id_token, post_logout_redirect_uri: REDIRECT, state: 'bye' },
  });
  const left = await browser(`${provider.url}/protocol/openid-connect/logout?${leave.toString()}`);
  expect(left.sentTo?.href).toBe(`${REDIRECT}?state=bye`);
  expect((await browser(wish().url)).action).toBeTruthy();
  const none = await browser(wish({ prompt: 'none' }).url);
  expect(none.sentTo?.searchParams.get('error')).toBe('login_required');
  const refresh = { grant_type: 'refresh_token', refresh_token: tokens.body.refresh_token };
  expect(await grant(provider, refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});
