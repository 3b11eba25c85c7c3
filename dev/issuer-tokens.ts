import { createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { IssuerKeys } from './issuer-keys';
import { userClaims } from './issuer-claims';
import type { Person } from './issuer-directory';
import type { RealmClient } from './issuer-realm';

type Claims = Record<string, unknown>;

const ID_TOKEN_SECONDS = 300;
const LOGOUT_TOKEN_SECONDS = 120;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** How a token of the issuer differs from a good one; tests forge with it. */
export interface TokenOverrides {
  /** Claims to replace; undefined leaves one out. */
  claims?: Claims;
  /** Header fields to replace; undefined leaves one out. */
  header?: Claims;
  /** Signs with another key under the same key id: one of nobody's, the encryption key, or a given one. */
  key?: 'foreign' | 'encryption' | KeyObject;
  /** Signs by another algorithm; `none` leaves the signature empty. */
  algorithm?: 'RS256' | 'HS256' | 'none';
  /** The secret of `HS256`. */
  secret?: string | Buffer;
  lifetimeSeconds?: number;
}

export interface TokenAnswer {
  access_token: string;
  expires_in: number;
  refresh_expires_in: number;
  refresh_token?: string;
  token_type: 'Bearer';
  id_token?: string;
  'not-before-policy': number;
  session_state?: string;
  scope: unknown;
}

interface TokenMakerOptions {
  issuer: string;
  keys: IssuerKeys;
  accessTokenSeconds: number;
  sessionSeconds: number;
  now(): Date;
  /** The paths of the groups that a user is in now. */
  pathsOf(user: Person): string[];
}

/** A sign-in that goes on: who, by which client, since when. */
export interface Session {
  user: Person;
  client: RealmClient;
  sid: string;
  startedAt: number;
  wantsIdToken: boolean;
  /** What the client sent along to find again in the ID token. */
  nonce?: string;
}

export interface TokenMaker {
  seconds(): number;
  /** An access token, with deviations where they are given. */
  access(session: Session, overrides?: TokenOverrides): string;
  answer(session: Session, withRefresh: boolean): TokenAnswer;
  /** What a refresh token says, or null when it is none of ours, has expired, or its session has ended. */
  readRefresh(token: string): Claims | null;
  /** What an access token says, or null when it is none of ours, has expired, or its session has ended. */
  readAccess(token: string): Claims | null;
  /** What an ID token says that is ours, also when it has expired; null otherwise. */
  readId(token: string): Claims | null;
  /** Tells a client that a session of one of its users has ended (OpenID Connect Back-Channel Logout 1.0). */
  signLogout(ended: { sid: string; userId: string; clientId: string }, overrides?: TokenOverrides): string;
}

/** Makes and reads the tokens of an issuer. */
export function createTokenMaker(options: TokenMakerOptions): TokenMaker {
  const { issuer, keys, accessTokenSeconds, sessionSeconds } = options;
  const seconds = () => secondsOf(options);
  const access = (session: Session, overrides: TokenOverrides = {}) =>
    signAccess(
      accessClaims(options, session, overrides.lifetimeSeconds ?? accessTokenSeconds),
      keys,
      overrides,
    );
  const isLasting = (claims: Claims | null, type: string) =>
    claims?.typ === type && !keys.isEnded(String(claims.sid));
  return {
    seconds,
    access,
    answer: (session, withRefresh) => ({
      access_token: access(session),
      expires_in: accessTokenSeconds,
      refresh_expires_in: withRefresh ? session.startedAt + sessionSeconds - seconds() : 0,
      ...(withRefresh && { refresh_token: signRefresh(options, session) }),
      token_type: 'Bearer',
      ...(session.wantsIdToken && { id_token: signIdToken(options, session) }),
      'not-before-policy': 0,
      ...(withRefresh && { session_state: session.sid }),
      scope: userClaims(session.user, [], session.client).scope,
    }),
    readRefresh(token) {
      const rules = { issuer, clockTimestamp: seconds() };
      const claims = readOrNull(() =>
        jwt.verify(token, keys.refreshSecret, { ...rules, algorithms: ['HS512'] }),
      );
      return isLasting(claims, 'Refresh') ? claims : null;
    },
    readAccess(token) {
      const claims = readSigned(options, token, false);
      return isLasting(claims, 'Bearer') ? claims : null;
    },
    readId(token) {
      const claims = readSigned(options, token, true);
      return claims?.typ === 'ID' ? claims : null;
    },
    signLogout: (ended, overrides = {}) => signLogout(options, ended, overrides),
  };
}

function readSigned({ issuer, keys, now }: TokenMakerOptions, token: string, alsoExpired: boolean) {
  const kid = jwt.decode(token, { complete: true })?.header.kid;
  const key = kid ? keys.find(kid) : null;
  if (!key) return null;
  const rules = { issuer, clockTimestamp: secondsOf({ now }), ignoreExpiration: alsoExpired };
  return readOrNull(() => jwt.verify(token, key, { ...rules, algorithms: ['RS256'] }));
}

function secondsOf({ now }: Pick<TokenMakerOptions, 'now'>): number {
  return Math.floor(now().getTime() / 1000);
}

function accessClaims(options: TokenMakerOptions, session: Session, lifetime: number): Claims {
  const { user, client, sid, startedAt } = session;
  const iat = secondsOf(options);
  return {
    ...{ exp: iat + lifetime, iat, auth_time: startedAt, jti: randomUUID(), iss: options.issuer },
    ...{ typ: 'Bearer', azp: client.clientId, sid, acr: '1', 'allowed-origins': client.webOrigins },
    ...userClaims(user, options.pathsOf(user), client),
  };
}

/** Signed by hand rather than by a library, which would refuse to make a bad token. */
function signAccess(claims: Claims, keys: IssuerKeys, overrides: TokenOverrides): string {
  const header = {
    alg: overrides.algorithm ?? 'RS256',
    typ: 'JWT',
    kid: keys.active().kid,
    ...overrides.header,
  };
  const content = [header, { ...claims, ...overrides.claims }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${signatureOf(content, keys, overrides)}`;
}

function signatureOf(content: string, keys: IssuerKeys, { algorithm, key, secret }: TokenOverrides): string {
  if (algorithm === 'none') return '';
  if (algorithm === 'HS256')
    return createHmac('sha256', secret ?? '')
      .update(content)
      .digest('base64url');
  return sign('sha256', Buffer.from(content), keyOf(keys, key)).toString('base64url');
}

let foreignKey: KeyObject | undefined;

function keyOf(keys: IssuerKeys, choice: TokenOverrides['key']): KeyObject {
  if (choice === undefined) return keys.active().key;
  if (choice === 'encryption') return keys.encryption().key;
  if (choice !== 'foreign') return choice;
  foreignKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return foreignKey;
}

function signRefresh(options: TokenMakerOptions, session: Session): string {
  const { issuer, keys, sessionSeconds } = options;
  const { user, client, sid, startedAt, wantsIdToken } = session;
  const payload = {
    ...{
      iss: issuer,
      aud: issuer,
      sub: user.id,
      azp: client.clientId,
      typ: 'Refresh',
      jti: randomUUID(),
      sid,
    },
    ...{
      iat: secondsOf(options),
      exp: startedAt + sessionSeconds,
      auth_time: startedAt,
      openid: wantsIdToken,
    },
  };
  return jwt.sign(payload, keys.refreshSecret, { algorithm: 'HS512' });
}

function signIdToken(options: TokenMakerOptions, session: Session): string {
  const { kid, key } = options.keys.active();
  const claims = accessClaims(options, session, ID_TOKEN_SECONDS);
  for (const name of ['realm_access', 'resource_access', 'scope', 'allowed-origins'])
    claims[name] = undefined;
  const { client, user, nonce } = session;
  const payload = { ...claims, typ: 'ID', aud: client.clientId, sub: user.id, nonce };
  return jwt.sign(payload, key, { algorithm: 'RS256', keyid: kid });
}

function signLogout(
  options: TokenMakerOptions,
  { sid, userId, clientId }: { sid: string; userId: string; clientId: string },
  overrides: TokenOverrides,
): string {
  const iat = secondsOf(options);
  const claims = {
    ...{ iss: options.issuer, aud: clientId, sub: userId, sid, typ: 'Logout', jti: randomUUID() },
    ...{ iat, exp: iat + LOGOUT_TOKEN_SECONDS, events: { [LOGOUT_EVENT]: {} } },
  };
  const header = { typ: 'logout+jwt', ...overrides.header };
  return signAccess(claims, options.keys, { ...overrides, header });
}

function readOrNull(read: () => unknown): Claims | null {
  try {
    return read() as Claims;
  } catch {
    return null;
  }
}
