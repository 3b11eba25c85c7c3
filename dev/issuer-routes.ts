import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AdminDesk } from './issuer-admin';
import { IssuerError, oauthError, readForm, type Desk, type Reply } from './issuer-desk';
import { grant, logoutByToken } from './issuer-grants';
import type { Realm } from './issuer-realm';
import type { SignIn } from './issuer-signin';

interface Routes {
  desk: Desk;
  signIn: SignIn;
  admin: AdminDesk;
}

/** Answers one request to the issuer. */
export async function serve(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  allowOrigin(routes.desk.realm, request, response);
  const reply = await route(routes, request).catch((error: unknown) => refusalOf(routes.desk, error));
  // A call whose answer is to be lost.
  if (!reply) return void request.socket.destroy();
  const { status, body, headers } = reply;
  const isPage = typeof body === 'string';
  const contentType = isPage ? 'text/html; charset=utf-8' : 'application/json';
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store', ...headers });
  response.end(isPage ? body : body && JSON.stringify(body));
}

function refusalOf({ log }: Desk, error: unknown): Reply {
  if (error instanceof IssuerError) return { status: error.status, body: error.body };
  log?.error({ err: error }, 'issuer failed');
  return { status: 500, body: { error: 'unknown_error', error_description: 'Something went wrong.' } };
}

/** Browsers of the realm's web origins may call. */
function allowOrigin(realm: Realm, request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (!origin || !realm.clients.some(({ webOrigins }) => webOrigins.includes(origin))) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-headers', 'authorization, content-type');
  response.setHeader('vary', 'origin');
}

async function route(routes: Routes, request: IncomingMessage): Promise<Reply | null> {
  const { pathname, searchParams } = new URL(request.url ?? '/', routes.desk.url);
  if (pathname.startsWith('/admin/')) return routes.admin.serve(request, pathname, searchParams);
  if (request.method === 'OPTIONS') return { status: 204 };
  const path = pathname.replace(`/realms/${routes.desk.realm.realm}`, '');
  const isPost = request.method === 'POST';
  return isPost ? post(routes, request, path, searchParams) : get(routes, request, path, searchParams);
}

function get(
  { desk, signIn }: Routes,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Reply {
  const { authorization, cookie } = request.headers;
  switch (`${request.method} ${path}`) {
    case 'GET /.well-known/openid-configuration':
      return { status: 200, body: discovery(desk.url) };
    case 'GET /protocol/openid-connect/certs':
      return { status: 200, body: desk.keys.jwks() };
    case 'GET /protocol/openid-connect/userinfo':
      return { status: 200, body: userInfo(desk, /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]) };
    case 'GET /protocol/openid-connect/auth':
      return signIn.authorize(query, cookie);
    case 'GET /protocol/openid-connect/logout':
      return signIn.logout(query, cookie);
    default:
      throw oauthError(404, 'HTTP 404 Not Found', 'There is nothing here.');
  }
}

async function post(
  { desk, signIn }: Routes,
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<Reply> {
  const { authorization, cookie } = request.headers;
  const form = await readForm(request);
  switch (path) {
    case '/login-actions/authenticate':
      return signIn.authenticate(query.get('execution') ?? '', form);
    case '/protocol/openid-connect/token': {
      const ipAddress = request.socket.remoteAddress ?? '';
      return { status: 200, body: grant(desk, { form, authorization, ipAddress, signIn }) };
    }
    case '/protocol/openid-connect/logout':
      return form.has('id_token_hint')
        ? signIn.logout(form, cookie)
        : logoutByToken(desk, form, authorization);
    default:
      throw oauthError(404, 'HTTP 404 Not Found', 'There is nothing here.');
  }
}

function userInfo({ tokens }: Desk, bearer: string | undefined): object {
  const claims = bearer ? tokens.readAccess(bearer) : null;
  if (!claims) throw oauthError(401, 'invalid_token', 'Token verification failed');
  const { sub, email, email_verified, name, given_name, family_name, preferred_username, groups } = claims;
  return { sub, email, email_verified, name, given_name, family_name, preferred_username, groups };
}

function discovery(url: string): object {
  const at = (endpoint: string) => `${url}/protocol/openid-connect/${endpoint}`;
  return {
    issuer: url,
    authorization_endpoint: at('auth'),
    token_endpoint: at('token'),
    userinfo_endpoint: at('userinfo'),
    end_session_endpoint: at('logout'),
    jwks_uri: at('certs'),
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'password', 'refresh_token', 'client_credentials'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    authorization_response_iss_parameter_supported: true,
    claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'auth_time', 'name', 'preferred_username', 'email'],
    scopes_supported: ['openid', 'basic', 'profile', 'email', 'roles', 'groups'],
  };
}
