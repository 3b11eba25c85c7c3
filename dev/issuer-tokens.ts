import { createHmac, generateKeyPairSync, randomUUID, sign, type KeyLike } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { IssuerKeys } from './issuer-keys';
import { userClaims, type RealmClient, type RealmUser } from './issuer-realm';

type Claims = Record<string, unknown>;

/** How a token of the issuer differs from a good one; tests forge with it. */
export interface TokenOverrides {
  /** Claims to replace; undefined leaves one out. */
  claims?: Claims;
  /** Header fields to replace; undefined leaves one out. */
  header?: Claims;
  /** Signs with another key under the same key id: one of nobody's, the encryption key, or a given one. */
  key?: 'foreign' | 'encryption' | KeyLike;
  /** Signs by another algorithm: `HS256` takes `key` as the secret, `none` leaves the signature empty. */
  algorithm?: 'RS256' | 'HS256' | 'none';
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
}

/** A sign-in that goes on: who, by which client, since when. */
export interface Session {
  user: RealmUser;
  client: RealmClient;
  sid: string;
  startedAt: number;
  wantsIdToken: boolean;
}

export type TokenMaker = ReturnType<typeof createTokenMaker>;

/** Makes the tokens of an issuer. */
export function createTokenMaker(options: TokenMakerOptions) {
  const { issuer, keys, accessTokenSeconds, sessionSeconds } = options;
  const seconds = () => Math.floor(options.now().getTime() / 1000);
  let foreign: KeyLike | undefined;

  function accessClaims({ user, client, sid, startedAt }: Session, lifetime: number): Claims {
    const iat = seconds();
    return {
      ...{ exp: iat + lifetime, iat, auth_time: startedAt, jti: randomUUID(), iss: issuer },
      ...{ typ: 'Bearer', azp: client.clientId, sid, acr: '1', 'allowed-origins': client.webOrigins },
      ...userClaims(user, client),
    };
  }

  function keyOf(choice: TokenOverrides['key']): KeyLike {
    if (choice === undefined) return keys.active().key;
    if (choice === 'encryption') return keys.encryption().key;
    if (choice !== 'foreign') return choice;
    foreign ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    return foreign;
  }

  function access(session: Session, overrides: TokenOverrides = {}): string {
    const algorithm = overrides.algorithm ?? 'RS256';
    const header = { alg: algorithm, typ: 'JWT', kid: keys.active().kid, ...overrides.header };
    const claims = accessClaims(session, overrides.lifetimeSeconds ?? accessTokenSeconds);
    const content = [header, { ...claims, ...overrides.claims }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${content}.${signatureOf(content, algorithm, keyOf(overrides.key))}`;
  }

  function refresh({ user, client, sid, startedAt, wantsIdToken }: Session): string {
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
      ...{ iat: seconds(), exp: startedAt + sessionSeconds, auth_time: startedAt, openid: wantsIdToken },
    };
    return jwt.sign(payload, keys.refreshSecret, { algorithm: 'HS512' });
  }

  function idToken(session: Session): string {
    const {
      aud: _,
      scope: __,
      realm_access: ___,
      resource_access: ____,
      ...claims
    } = accessClaims(session, 300);
    const payload = { ...claims, typ: 'ID', aud: session.client.clientId, sub: session.user.id };
    return jwt.sign(payload, keys.active().key, { algorithm: 'RS256', keyid: keys.active().kid });
  }

  return {
    seconds,
    access,
    answer(session: Session, withRefresh: boolean): TokenAnswer {
      const refreshSeconds = withRefresh ? session.startedAt + sessionSeconds - seconds() : 0;
      return {
        access_token: access(session),
        expires_in: accessTokenSeconds,
        refresh_expires_in: refreshSeconds,
        ...(withRefresh && { refresh_token: refresh(session) }),
        token_type: 'Bearer',
        ...(session.wantsIdToken && { id_token: idToken(session) }),
        'not-before-policy': 0,
        ...(withRefresh && { session_state: session.sid }),
        scope: userClaims(session.user, session.client).scope,
      };
    },
    /** What a refresh token says, or null when it is none of ours, has expired, or its session has ended. */
    readRefresh(token: string): Claims | null {
      const claims = readOrNull(() =>
        jwt.verify(token, keys.refreshSecret, { algorithms: ['HS512'], issuer, clockTimestamp: seconds() }),
      );
      return claims?.typ === 'Refresh' && !keys.isEnded(String(claims.sid)) ? claims : null;
    },
    /** What an access token says, or null when it is none of ours, has expired, or its session has ended. */
    readAccess(token: string): Claims | null {
      const kid = jwt.decode(token, { complete: true })?.header.kid;
      const key = kid ? keys.find(kid) : null;
      if (!key) return null;
      const claims = readOrNull(() =>
        jwt.verify(token, key, { algorithms: ['RS256'], issuer, clockTimestamp: seconds() }),
      );
      return claims?.typ === 'Bearer' && !keys.isEnded(String(claims.sid)) ? claims : null;
    },
  };
}

function signatureOf(content: string, algorithm: TokenOverrides['algorithm'], key: KeyLike): string {
  if (algorithm === 'none') return '';
  if (algorithm === 'HS256') {
    return createHmac('sha256', key as Parameters<typeof createHmac>[1])
      .update(content)
      .digest('base64url');
  }
  return sign('sha256', Buffer.from(content), key).toString('base64url');
}

function readOrNull(read: () => unknown): Claims | null {
  try {
    return read() as Claims;
  } catch {
    return null;
  }
}
