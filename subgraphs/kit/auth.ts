import { createHash, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Principal, ServicePrincipal, UserPrincipal } from './context';
import { AppError } from './errors';
import { botIdOf, userIdOf } from './ids';
import { createKeySet, type KeySet } from './jwks';
import type { Logger } from './logger';
import { SERVICE_AUDIENCE, SERVICE_LIFETIME_S, serviceIssuerOf } from './service-token';

export interface AuthOptions {
  /** The `iss` of users' tokens. */
  issuer: string;
  jwksUrl: string;
  /** The `aud` that users' tokens must contain. */
  audience: string;
  /** The `azp` that are accepted. */
  clients: readonly string[];
  /** Where the public keys of internal signers are fetched, by the signer's name. */
  internalJwksUrls: Record<string, string>;
  log: Logger;
  now(): Date;
}

/** The only reader of tokens. Signatures are checked against keys kept locally: no call per request. */
export interface Authenticator {
  /**
   * Verifies a bearer header ("Bearer …"); throws UNAUTHENTICATED and logs why to `log`, never the token. `allow`
   * names the kinds of principal accepted here.
   */
  authenticate(
    header: string | undefined,
    allow: readonly Principal['kind'][],
    log?: Logger,
  ): Promise<Principal>;
  close(): void;
}

type Claims = Record<string, unknown>;

/** Who may have signed a token, and what it must say. */
interface Trust {
  keys: KeySet;
  issuer: string;
  audience: string;
  /** The payload's `typ`. */
  type: string;
  check(claims: Claims): void;
  toPrincipal(claims: Claims): Principal;
}

const TOLERANCE_S = 30;
const MAX_TOKEN_LENGTH = 16_384;
const MAX_KID_LENGTH = 200;
const MAX_VERIFIED = 10_000;

/** Why a token was refused: a code for the log, with what was expected and what came. */
class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly expected?: unknown,
    readonly actual?: unknown,
  ) {
    super(reason);
  }
}

/** Makes the authenticator of a process. Keys are fetched at first use, so the issuer may start later. */
export function createAuthenticator(options: AuthOptions): Authenticator {
  const trusts = new Map<string, Trust>([[options.issuer, userTrust(options)]]);
  for (const [service, url] of Object.entries(options.internalJwksUrls)) {
    trusts.set(serviceIssuerOf(service), serviceTrust(options, service, url));
  }
  const verified = createVerifiedCache();

  async function verify(header: string | undefined, allow: readonly Principal['kind'][]): Promise<Principal> {
    const token = bearerOf(header);
    const hash = createHash('sha256').update(token).digest('base64');
    const nowSeconds = Math.floor(options.now().getTime() / 1000);
    let principal = await verified.get(hash, nowSeconds);
    if (!principal) {
      const { trust, claims, generation } = await verifyToken(token, trusts, nowSeconds);
      principal = Object.freeze(trust.toPrincipal(claims));
      verified.set(hash, { principal, keys: trust.keys, generation });
    }
    if (!allow.includes(principal.kind)) throw new Refusal('wrong_kind', allow, principal.kind);
    return principal;
  }

  return {
    async authenticate(header, allow, log = options.log) {
      try {
        return await verify(header, allow);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const details = { reason: error.reason, expected: error.expected, actual: describe(error.actual) };
        log.warn(details, 'token refused');
        const message =
          error.reason === 'expired' ? 'The access token has expired.' : 'A valid access token is required.';
        throw new AppError('UNAUTHENTICATED', message);
      }
    },
    close: () => trusts.forEach((trust) => trust.keys.close()),
  };
}

function bearerOf(header: string | undefined): string {
  if (!header) throw new Refusal('missing');
  if (header.length > MAX_TOKEN_LENGTH) throw new Refusal('too_long', MAX_TOKEN_LENGTH, header.length);
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header)?.[1];
  // Several spellings of base64url may stand for the same bytes; only the canonical one is a token.
  const isCanonical = token
    ?.split('.')
    .every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
  if (!token || !isCanonical) throw new Refusal('malformed');
  return token;
}

/** Reads what a token says without believing it, to find out whose key must have signed it. */
function readUnverified(token: string): { header: Claims; claims: Claims } {
  const [header, claims] = token.split('.', 2).map((part): unknown => {
    try {
      return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    } catch {
      throw new Refusal('malformed');
    }
  });
  if (!isClaims(header) || !isClaims(claims)) throw new Refusal('malformed');
  return { header, claims };
}

async function verifyToken(
  token: string,
  trusts: ReadonlyMap<string, Trust>,
  nowSeconds: number,
): Promise<{ trust: Trust; claims: Claims; generation: number }> {
  const { header, claims } = readUnverified(token);
  if (header.alg !== 'RS256') throw new Refusal('wrong_algorithm', 'RS256', header.alg);
  if ('crit' in header) throw new Refusal('critical_header', undefined, header.crit);
  const trust = typeof claims.iss === 'string' ? trusts.get(claims.iss) : undefined;
  if (!trust) throw new Refusal('wrong_issuer', [...trusts.keys()], claims.iss);
  if (typeof header.kid !== 'string' || header.kid.length > MAX_KID_LENGTH) {
    throw new Refusal('wrong_key', 'a known key id', header.kid);
  }
  const key = await trust.keys.find(header.kid);
  if (!key) throw new Refusal('wrong_key', 'a known key id', header.kid);
  const generation = trust.keys.generation();
  const trusted = verifySignature(token, key, trust, nowSeconds);
  checkClaims(trusted, trust, nowSeconds);
  return { trust, claims: trusted, generation };
}

function verifySignature(token: string, key: KeyObject, trust: Trust, nowSeconds: number): Claims {
  const { issuer, audience } = trust;
  try {
    const payload: unknown = jwt.verify(token, key, {
      ...{ algorithms: ['RS256'], issuer, audience },
      ...{ clockTimestamp: nowSeconds, clockTolerance: TOLERANCE_S },
    });
    if (isClaims(payload)) return payload;
  } catch (error) {
    const { claims } = readUnverified(token);
    const message = error instanceof Error ? error.message : '';
    if (error instanceof jwt.TokenExpiredError)
      throw new Refusal('expired', `after ${nowSeconds}`, claims.exp);
    if (error instanceof jwt.NotBeforeError)
      throw new Refusal('not_yet_valid', `until ${nowSeconds}`, claims.nbf);
    if (message === 'invalid signature') throw new Refusal('wrong_key', 'a signature by the key of this id');
    if (message.startsWith('jwt audience')) throw new Refusal('wrong_audience', audience, claims.aud);
    if (message.startsWith('jwt issuer')) throw new Refusal('wrong_issuer', issuer, claims.iss);
    if (message === 'invalid exp value') throw new Refusal('wrong_expiry', 'a number', claims.exp);
  }
  throw new Refusal('malformed');
}

/** What jsonwebtoken does not look at. */
function checkClaims(claims: Claims, trust: Trust, nowSeconds: number): void {
  const { exp, iat, sub, typ } = claims;
  if (typeof exp !== 'number') throw new Refusal('wrong_expiry', 'a number', exp);
  if (typeof iat !== 'number') throw new Refusal('wrong_issue_time', 'a number', iat);
  if (iat > nowSeconds + TOLERANCE_S) throw new Refusal('wrong_issue_time', `until ${nowSeconds}`, iat);
  if (textOf(sub) === null) throw new Refusal('wrong_subject', 'a text', sub);
  if (typ !== trust.type) throw new Refusal('wrong_type', trust.type, typ);
  trust.check(claims);
}

function userTrust(options: AuthOptions): Trust {
  const { issuer, audience, clients, log, now } = options;
  return {
    ...{ issuer, audience, type: 'Bearer', keys: createKeySet({ url: options.jwksUrl, log, now }) },
    check({ azp }) {
      if (typeof azp !== 'string' || !clients.includes(azp)) throw new Refusal('wrong_client', clients, azp);
    },
    toPrincipal: (claims) => toUser(claims, issuer),
  };
}

function toUser(claims: Claims, issuer: string): UserPrincipal {
  const subject = textOf(claims.sub)!;
  const username = textOf(claims.preferred_username) ?? subject;
  const roles = isClaims(claims.realm_access) ? claims.realm_access.roles : null;
  return {
    kind: 'user',
    userId: userIdOf(issuer, subject),
    sessionId: textOf(claims.sid),
    username,
    displayName: textOf(claims.name) ?? username,
    email: textOf(claims.email),
    roles: textsOf(roles),
    groups: textsOf(claims.groups),
    issuedAt: claims.iat as number,
    expiresAt: claims.exp as number,
  };
}

function serviceTrust(options: AuthOptions, service: string, url: string): Trust {
  const botId = botIdOf(options.issuer);
  return {
    keys: createKeySet({ url, log: options.log, now: options.now }),
    ...{ issuer: serviceIssuerOf(service), audience: SERVICE_AUDIENCE, type: 'Service' },
    check(claims) {
      const lifetime = (claims.exp as number) - (claims.iat as number);
      if (lifetime > SERVICE_LIFETIME_S) throw new Refusal('wrong_expiry', SERVICE_LIFETIME_S, lifetime);
      // Only workers act, only as the platform's bot, and only in one scope.
      const actor = claims.user_id;
      if (actor === undefined && claims.scope_id === undefined) return;
      if (service !== 'worker' || actor !== botId) throw new Refusal('wrong_actor', botId, actor);
      if (textOf(claims.scope_id) === null) throw new Refusal('wrong_actor', 'a scope', claims.scope_id);
    },
    toPrincipal: (claims): ServicePrincipal => ({
      kind: 'service',
      service,
      userId: textOf(claims.user_id),
      scopeId: textOf(claims.scope_id),
      causationId: textOf(claims.causation_id),
      depth: Number.isSafeInteger(claims.depth) ? (claims.depth as number) : 0,
      expiresAt: claims.exp as number,
    }),
  };
}

interface Verified {
  principal: Principal;
  keys: KeySet;
  generation: number;
}

/** Verified tokens by hash, the least recently used dropped first; void at `exp` and once a key was removed. */
function createVerifiedCache() {
  const entries = new Map<string, Verified>();
  return {
    async get(hash: string, nowSeconds: number): Promise<Principal | null> {
      const entry = entries.get(hash);
      if (!entry) return null;
      await entry.keys.freshen();
      entries.delete(hash);
      if (entry.principal.expiresAt <= nowSeconds || entry.generation !== entry.keys.generation())
        return null;
      entries.set(hash, entry);
      return entry.principal;
    },
    set(hash: string, entry: Verified): void {
      entries.set(hash, entry);
      if (entries.size > MAX_VERIFIED) entries.delete(entries.keys().next().value!);
    },
  };
}

function isClaims(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-empty text of at most 255 characters that a database can keep, or null. */
function textOf(value: unknown): string | null {
  const isText = typeof value === 'string' && value.length > 0 && value.length <= 255;
  return isText && !/[\0\p{Surrogate}]/u.test(value) ? value : null;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== null) : [];
}

/** What came instead, for the log: with type and length, and never a token. */
function describe(actual: unknown): object | undefined {
  if (actual === undefined) return undefined;
  const text = typeof actual === 'string' ? actual : JSON.stringify(actual);
  const value = text.includes('eyJ') ? '[redacted]' : text.slice(0, 100);
  return { value, type: typeof actual, length: text.length };
}
