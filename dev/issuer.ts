import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../subgraphs/kit/logger';
import { openKeys, type IssuerKeys } from './issuer-keys';
import { findUser, isPassword, isSameText, readRealm, type Realm, type RealmClient } from './issuer-realm';
import { createTokenMaker, type Session, type TokenMaker, type TokenOverrides } from './issuer-tokens';

export interface IssuerOptions {
  /** 0 picks a free one. */
  port: number;
  host: string;
  /** A realm in Keycloak's export format. */
  realmFile: string;
  /** Where keys are kept; without it they end with the process. */
  keyFile?: string;
  /** Refuses to start when true. */
  production?: boolean;
  /** Values for `${NAME}` in the realm file's client secrets. */
  variables?: Readonly<Record<string, string>>;
  accessTokenSeconds?: number;
  sessionSeconds?: number;
  now?: () => Date;
  log?: Logger;
}

export interface Issuer {
  /** What tokens carry as `iss`. */
  url: string;
  jwksUrl: string;
  tokenUrl: string;
  port: number;
  /** Signs with a new key from now on. */
  rotateKeys(): Promise<void>;
  /** Withdraws every signing key but the newest. */
  retireKeys(): void;
  /** A token of this user, as the web client would get it, with deviations. */
  issueToken(username: string, overrides?: TokenOverrides): string;
  close(): Promise<void>;
}

const ACCESS_TOKEN_SECONDS = 30 * 60;
const SESSION_SECONDS = 8 * 60 * 60;
const MAX_BODY_BYTES = 64 * 1024;
const WEB_CLIENT = 'tributary-web';

/** An OAuth 2 refusal, as Keycloak words it. */
class OAuthError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    description: string,
  ) {
    super(description);
  }
}

interface Desk {
  realm: Realm;
  keys: IssuerKeys;
  tokens: TokenMaker;
  url: string;
}

type Form = URLSearchParams;
type Answer = { status: number; body?: object };

/** Starts the issuer that stands in for Keycloak on one machine. Resolves once it accepts connections. */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  if (options.production)
    throw new Error('The embedded issuer refuses to start in production: use Keycloak.');
  const now = options.now ?? (() => new Date());
  const realm = readRealm(options.realmFile, options.variables ?? {});
  const keys = await openKeys(options.keyFile, now);
  const server = createServer();
  const port = await listen(server, options.port, options.host);
  const url = `http://${options.host}:${port}/realms/${realm.realm}`;
  const { accessTokenSeconds = ACCESS_TOKEN_SECONDS, sessionSeconds = SESSION_SECONDS } = options;
  const tokens = createTokenMaker({ issuer: url, keys, accessTokenSeconds, sessionSeconds, now });
  const desk: Desk = { realm, keys, tokens, url };
  server.on('request', (request, response) => void serve(desk, request, response, options.log));
  return {
    url,
    jwksUrl: `${url}/protocol/openid-connect/certs`,
    tokenUrl: `${url}/protocol/openid-connect/token`,
    port,
    rotateKeys: () => keys.rotate(),
    retireKeys: () => keys.retire(),
    issueToken: (username, overrides) => tokens.access(sessionOf(desk, username), overrides),
    close: () => close(server),
  };
}

function sessionOf({ realm, tokens }: Desk, username: string): Session {
  const user = findUser(realm, username);
  const client = realm.clients.find(({ clientId }) => clientId === WEB_CLIENT);
  if (!user || !client) throw new Error(`the realm has no user ${username} or no client ${WEB_CLIENT}`);
  return { user, client, sid: randomUUID(), startedAt: tokens.seconds(), wantsIdToken: false };
}

async function serve(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  log?: Logger,
): Promise<void> {
  allowOrigin(desk.realm, request, response);
  try {
    const { status, body } = await route(desk, request);
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(body && JSON.stringify(body));
  } catch (error) {
    const refusal =
      error instanceof OAuthError ? error : new OAuthError(500, 'unknown_error', 'Something went wrong.');
    if (refusal.status === 500) log?.error({ err: error }, 'issuer failed');
    response.writeHead(refusal.status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ error: refusal.error, error_description: refusal.message }));
  }
}

/** Browsers of the realm's web origins may call. */
function allowOrigin(realm: Realm, request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  if (!origin || !realm.clients.some(({ webOrigins }) => webOrigins.includes(origin))) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-headers', 'authorization, content-type');
  response.setHeader('vary', 'origin');
}

async function route(desk: Desk, request: IncomingMessage): Promise<Answer> {
  const base = `/realms/${desk.realm.realm}`;
  const path = new URL(request.url ?? '/', desk.url).pathname;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (request.method === 'OPTIONS') return { status: 204 };
  switch (`${request.method} ${path}`) {
    case `GET ${base}/.well-known/openid-configuration`:
      return { status: 200, body: discovery(desk.url) };
    case `GET ${base}/protocol/openid-connect/certs`:
      return { status: 200, body: desk.keys.jwks() };
    case `GET ${base}/protocol/openid-connect/userinfo`:
      return { status: 200, body: userInfo(desk, bearer) };
    case `POST ${base}/protocol/openid-connect/token`:
      return { status: 200, body: grant(desk, await readForm(request), request.headers.authorization) };
    case `POST ${base}/protocol/openid-connect/logout`:
      return logout(desk, await readForm(request), request.headers.authorization);
    default:
      throw new OAuthError(404, 'HTTP 404 Not Found', 'There is nothing here.');
  }
}

async function readForm(request: IncomingMessage): Promise<Form> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new OAuthError(413, 'invalid_request', 'The body is too large.');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** The client that calls, authenticated by its secret unless it is public. */
function clientOf({ realm }: Desk, form: Form, authorization: string | undefined): RealmClient {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  const [basicId, basicSecret] = basic ? Buffer.from(basic, 'base64').toString('utf8').split(':') : [];
  const id = basicId ?? form.get('client_id');
  const secret = basicSecret ?? form.get('client_secret') ?? '';
  const client = realm.clients.find(({ clientId }) => clientId === id);
  const isKnown = client?.enabled && !client.bearerOnly;
  if (!isKnown || !(client.publicClient || (client.secret && isSameText(client.secret, secret)))) {
    throw new OAuthError(401, 'invalid_client', 'Invalid client or Invalid client credentials');
  }
  return client;
}

function grant(desk: Desk, form: Form, authorization: string | undefined): object {
  const client = clientOf(desk, form, authorization);
  switch (form.get('grant_type')) {
    case 'password':
      return grantPassword(desk, client, form);
    case 'refresh_token':
      return grantRefresh(desk, client, form);
    case 'client_credentials':
      return grantClientCredentials(desk, client);
    case null:
      throw new OAuthError(400, 'invalid_request', 'Missing form parameter: grant_type');
    default:
      throw new OAuthError(400, 'unsupported_grant_type', 'Unsupported grant_type');
  }
}

function grantPassword({ realm, tokens }: Desk, client: RealmClient, form: Form): object {
  if (!client.directAccessGrantsEnabled) {
    throw new OAuthError(400, 'unauthorized_client', 'Client not allowed for direct access grants');
  }
  const user = findUser(realm, form.get('username') ?? '');
  if (!isPassword(user, form.get('password') ?? '') || !user) {
    throw new OAuthError(401, 'invalid_grant', 'Invalid user credentials');
  }
  if (!user.enabled) throw new OAuthError(400, 'invalid_grant', 'Account disabled');
  const wantsIdToken = (form.get('scope') ?? '').split(' ').includes('openid');
  return tokens.answer({ user, client, sid: randomUUID(), startedAt: tokens.seconds(), wantsIdToken }, true);
}

function grantRefresh({ realm, tokens }: Desk, client: RealmClient, form: Form): object {
  const claims = tokens.readRefresh(form.get('refresh_token') ?? '');
  const user = realm.users.find(({ id, enabled }) => id === claims?.sub && enabled);
  if (!claims || !user || claims.azp !== client.clientId) {
    throw new OAuthError(400, 'invalid_grant', 'Token is not active');
  }
  const startedAt = Number(claims.auth_time);
  return tokens.answer(
    { user, client, sid: String(claims.sid), startedAt, wantsIdToken: Boolean(claims.openid) },
    true,
  );
}

function grantClientCredentials({ realm, tokens }: Desk, client: RealmClient): object {
  const user = realm.users.find(({ serviceAccountClientId }) => serviceAccountClientId === client.clientId);
  if (!client.serviceAccountsEnabled || !user) {
    throw new OAuthError(401, 'unauthorized_client', 'Client not enabled to retrieve service account');
  }
  return tokens.answer(
    { user, client, sid: randomUUID(), startedAt: tokens.seconds(), wantsIdToken: false },
    false,
  );
}

function logout(desk: Desk, form: Form, authorization: string | undefined): Answer {
  const client = clientOf(desk, form, authorization);
  const claims = desk.tokens.readRefresh(form.get('refresh_token') ?? '');
  if (!claims || claims.azp !== client.clientId)
    throw new OAuthError(400, 'invalid_grant', 'Invalid refresh token');
  desk.keys.endSession(String(claims.sid), Number(claims.exp));
  return { status: 204 };
}

function userInfo({ tokens }: Desk, bearer: string | undefined): object {
  const claims = bearer ? tokens.readAccess(bearer) : null;
  if (!claims) throw new OAuthError(401, 'invalid_token', 'Token verification failed');
  const { sub, email, email_verified, name, given_name, family_name, preferred_username, groups } = claims;
  return { sub, email, email_verified, name, given_name, family_name, preferred_username, groups };
}

function discovery(url: string): object {
  const at = (endpoint: string) => `${url}/protocol/openid-connect/${endpoint}`;
  return {
    issuer: url,
    token_endpoint: at('token'),
    userinfo_endpoint: at('userinfo'),
    end_session_endpoint: at('logout'),
    jwks_uri: at('certs'),
    grant_types_supported: ['password', 'refresh_token', 'client_credentials'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'auth_time', 'name', 'preferred_username', 'email'],
    scopes_supported: ['openid', 'basic', 'profile', 'email', 'roles', 'groups'],
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
