import { randomBytes, randomUUID } from 'node:crypto';
import { isPassword } from './issuer-claims';
import { oauthError, type Desk, type Form, type Reply } from './issuer-desk';
import { findPerson } from './issuer-directory';
import type { RealmClient } from './issuer-realm';
import { renderMessage, renderSignIn } from './issuer-pages';

/** What a client asked for, once it is known to be the client's own wish. */
interface Wish {
  client: RealmClient;
  redirectUri: string;
  state: string | null;
  nonce?: string;
  challenge: string | null;
  wantsIdToken: boolean;
}

/** Somebody who has signed in, as the code stands for them until it is redeemed. */
export interface Redeemed extends Wish {
  userId: string;
  sid: string;
  startedAt: number;
}

export interface SignIn {
  /** Answers the page to sign in on, or a code at once to whom this browser has signed in. */
  authorize(form: Form, cookies: string | undefined): Reply;
  /** Takes what was typed into the page. */
  authenticate(pending: string, form: Form): Reply;
  /** Ends the session of an ID token, and this browser's. */
  logout(form: Form, cookies: string | undefined): Reply;
  /** What a code stands for, once. */
  redeem(code: string): Redeemed | null;
}

const CODE_SECONDS = 60;
const PAGE_SECONDS = 30 * 60;
const COOKIE = 'TRIBUTARY_ISSUER';

/** Sign-in by authorization code with PKCE. */
export function createSignIn(desk: Desk): SignIn {
  const pages = createTickets<Wish>(desk, PAGE_SECONDS);
  const codes = createTickets<Redeemed>(desk, CODE_SECONDS);
  const browsers = new Map<string, { userId: string; sid: string; startedAt: number }>();
  const cookieOf = (header: string | undefined) => new RegExp(`${COOKIE}=([\\w-]+)`).exec(header ?? '')?.[1];
  const signedIn = (header: string | undefined) => {
    const known = browsers.get(cookieOf(header) ?? '');
    return known && desk.sessions.find(known.sid) ? known : null;
  };
  const sendCode = (wish: Wish, who: { userId: string; sid: string; startedAt: number }, cookie?: string) => {
    const { sid } = who;
    const code = codes.issue({ ...wish, ...who });
    const cookies: Record<string, string> = cookie
      ? { 'set-cookie': `${COOKIE}=${cookie}; Path=/; HttpOnly; SameSite=Lax` }
      : {};
    return redirect(wish, { code, session_state: sid, iss: desk.url }, cookies);
  };
  return {
    authorize(form, cookies) {
      const { wish, problem } = readWish(desk, form);
      if (problem) return redirect(wish, problem);
      const known = form.get('prompt') === 'login' ? null : signedIn(cookies);
      if (known) return sendCode(wish, known);
      if (form.get('prompt') === 'none') return redirect(wish, { error: 'login_required' });
      return renderSignIn(actionOf(desk, pages.issue(wish)));
    },
    authenticate(pending, form) {
      const wish = pages.take(pending);
      if (!wish) return renderMessage(400, 'This page has expired: go back and sign in again.');
      const user = findPerson(desk.directory, form.get('username') ?? '');
      if (!isPassword(user, form.get('password') ?? '') || !user?.enabled) {
        return renderSignIn(actionOf(desk, pages.issue(wish)), 'Invalid username or password.');
      }
      const who = { userId: user.id, sid: randomUUID(), startedAt: desk.tokens.seconds() };
      desk.sessions.use({ ...who, clientId: wish.client.clientId });
      const cookie = randomBytes(32).toString('base64url');
      browsers.set(cookie, who);
      return sendCode(wish, who, cookie);
    },
    logout(form, cookies) {
      const claims = desk.tokens.readId(form.get('id_token_hint') ?? '');
      if (claims) desk.sessions.end(String(claims.sid));
      browsers.delete(cookieOf(cookies) ?? '');
      const uri = form.get('post_logout_redirect_uri');
      if (!claims || !uri) return renderMessage(200, 'You are signed out.');
      const client = desk.realm.clients.find(({ clientId }) => clientId === claims.aud);
      if (!client || !isRedirect(client, uri))
        throw oauthError(400, 'invalid_request', 'Invalid redirect uri');
      const state = form.get('state');
      return { status: 302, headers: { location: withQuery(uri, state ? { state } : {}) } };
    },
    redeem: (code) => codes.take(code),
  };
}

/** Things handed out under names that nobody can guess, each to be taken back once within its time. */
function createTickets<T>({ tokens }: Desk, lifetimeSeconds: number) {
  const issued = new Map<string, { what: T; until: number }>();
  return {
    issue(what: T): string {
      for (const [name, { until }] of issued) if (until < tokens.seconds()) issued.delete(name);
      const name = randomBytes(32).toString('base64url');
      issued.set(name, { what, until: tokens.seconds() + lifetimeSeconds });
      return name;
    },
    take(name: string): T | null {
      const entry = issued.get(name);
      issued.delete(name);
      return entry && entry.until >= tokens.seconds() ? entry.what : null;
    },
  };
}

/** Reads a request for a code. What cannot be answered to the client, because it may not be the client, is thrown. */
function readWish(
  { realm }: Desk,
  form: Form,
): { wish: Wish; problem: { error: string; error_description: string } | null } {
  const client = realm.clients.find(({ clientId }) => clientId === form.get('client_id'));
  if (!client?.enabled || client.bearerOnly) throw oauthError(400, 'invalid_request', 'Client not found.');
  const redirectUri = form.get('redirect_uri') ?? '';
  if (!isRedirect(client, redirectUri)) {
    throw oauthError(400, 'invalid_request', 'Invalid parameter: redirect_uri');
  }
  const wish: Wish = {
    client,
    redirectUri,
    state: form.get('state'),
    nonce: form.get('nonce') ?? undefined,
    challenge: form.get('code_challenge'),
    wantsIdToken: (form.get('scope') ?? '').split(' ').includes('openid'),
  };
  return { wish, problem: problemOf(client, form) };
}

function problemOf(client: RealmClient, form: Form): { error: string; error_description: string } | null {
  const problem = (error: string, error_description: string) => ({ error, error_description });
  if (!client.standardFlowEnabled) return problem('unauthorized_client', 'Standard flow is disabled.');
  if (form.get('response_type') !== 'code') {
    return problem('unsupported_response_type', 'Only response_type=code is supported.');
  }
  const method = form.get('code_challenge_method');
  const wanted = client.attributes['pkce.code.challenge.method'];
  if (!method) return wanted ? problem('invalid_request', 'Missing parameter: code_challenge_method') : null;
  if (method !== 'S256') return problem('invalid_request', 'Invalid parameter: code_challenge_method');
  const isChallenge = /^[\w-]{43}$/.test(form.get('code_challenge') ?? '');
  return isChallenge ? null : problem('invalid_request', 'Invalid parameter: code_challenge');
}

/** Whether the client may be sent there: an address of its list, in which a final `*` stands for any ending. */
function isRedirect({ redirectUris }: RealmClient, uri: string): boolean {
  if (!URL.canParse(uri) || new URL(uri).hash || uri.includes('/..')) return false;
  return redirectUris.some((allowed) =>
    allowed.endsWith('*') ? uri.startsWith(allowed.slice(0, -1)) : uri === allowed,
  );
}

function redirect(
  { redirectUri, state }: Wish,
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Reply {
  const location = withQuery(redirectUri, { ...(state !== null && { state }), ...parameters });
  return { status: 302, headers: { ...headers, location } };
}

function withQuery(uri: string, parameters: Record<string, string>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

function actionOf({ url }: Desk, pending: string): string {
  return `${url}/login-actions/authenticate?execution=${pending}`;
}
