import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Principal } from './context';
import type { KeySet } from './jwks';

export type Claims = Record<string, unknown>;

/** Who may have signed a token, and what it must say. */
export interface Trust<P = Principal> {
  keys: KeySet;
  issuer: string;
  audience: string;
  /** The payload's `typ`; one signer may be trusted with several. */
  type: string;
  check(claims: Claims): void;
  toPrincipal(claims: Claims): P;
}

/** How far clocks may differ. */
export const TOLERANCE_S = 30;
const MAX_TOKEN_LENGTH = 16_384;
const MAX_KID_LENGTH = 200;

/** Why a token was refused: a code for the log, with what was expected and what came. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly expected?: unknown,
    readonly actual?: unknown,
  ) {
    super(reason);
  }
}

/** The token of a bearer header. */
export function bearerOf(header: string | undefined): string {
  if (!header) throw new Refusal('missing');
  if (header.length > MAX_TOKEN_LENGTH) throw new Refusal('too_long', MAX_TOKEN_LENGTH, header.length);
  return canonicalToken(/^Bearer +(.+)$/i.exec(header)?.[1]);
}

/** A text that has the form of a token; throws otherwise. */
export function canonicalToken(text: string | undefined): string {
  const token = /^[\w-]+\.[\w-]+\.[\w-]*$/.exec(text ?? '')?.[0];
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

/** Trusts by the `iss` of their tokens. */
export type Trusts<P = Principal> = ReadonlyMap<string, readonly Trust<P>[]>;

/** What a token says, once its signature and claims are those of a trust. */
export async function verifyToken<P>(
  token: string,
  trusts: Trusts<P>,
  nowSeconds: number,
): Promise<{ trust: Trust<P>; claims: Claims; generation: number }> {
  const { header, claims } = readUnverified(token);
  if (header.alg !== 'RS256') throw new Refusal('wrong_algorithm', 'RS256', header.alg);
  const ofIssuer = typeof claims.iss === 'string' ? trusts.get(claims.iss) : undefined;
  const trust = ofIssuer?.find(({ type }) => type === claims.typ) ?? ofIssuer?.[0];
  if (!trust) throw new Refusal('wrong_issuer', [...trusts.keys()], claims.iss);
  const signed = await verifySigned(token, trust, nowSeconds);
  checkClaims(signed.claims, trust, nowSeconds);
  return { trust, ...signed };
}

/** Whose signature a token must have, and for whom it must be. */
export interface Signer {
  keys: KeySet;
  issuer: string;
  audience: string | [string, ...string[]];
}

/** What a token says whose signature, issuer, audience and expiry are right; its other claims are the caller's. */
export async function verifySigned(
  token: string,
  signer: Signer,
  nowSeconds: number,
): Promise<{ claims: Claims; generation: number }> {
  const { header } = readUnverified(token);
  if (header.alg !== 'RS256') throw new Refusal('wrong_algorithm', 'RS256', header.alg);
  if ('crit' in header) throw new Refusal('critical_header', undefined, header.crit);
  if (typeof header.kid !== 'string' || header.kid.length > MAX_KID_LENGTH) {
    throw new Refusal('wrong_key', 'a known key id', header.kid);
  }
  const key = await signer.keys.find(header.kid);
  if (!key) throw new Refusal('wrong_key', 'a known key id', header.kid);
  const generation = signer.keys.generation();
  return { claims: verifySignature(token, key, signer, nowSeconds), generation };
}

function verifySignature(token: string, key: KeyObject, signer: Signer, nowSeconds: number): Claims {
  const { issuer, audience } = signer;
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
function checkClaims(claims: Claims, trust: Trust<unknown>, nowSeconds: number): void {
  const { exp, iat, sub, typ } = claims;
  if (typeof exp !== 'number') throw new Refusal('wrong_expiry', 'a number', exp);
  if (typeof iat !== 'number') throw new Refusal('wrong_issue_time', 'a number', iat);
  if (iat > nowSeconds + TOLERANCE_S) throw new Refusal('wrong_issue_time', `until ${nowSeconds}`, iat);
  if (textOf(sub) === null) throw new Refusal('wrong_subject', 'a text', sub);
  if (typ !== trust.type) throw new Refusal('wrong_type', trust.type, typ);
  trust.check(claims);
}

/** Whether a value of a token is an object. */
export function isClaims(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-empty text of at most 255 characters that a database can keep, or null. */
export function textOf(value: unknown): string | null {
  const isText = typeof value === 'string' && value.length > 0 && value.length <= 255;
  return isText && !/[\0\p{Surrogate}]/u.test(value) ? value : null;
}

/** The texts of a list, or nothing. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== null) : [];
}

/** What came instead, for the log: with type and length, and never a token. */
export function describe(actual: unknown): object | undefined {
  if (actual === undefined) return undefined;
  const text = typeof actual === 'string' ? actual : JSON.stringify(actual);
  const value = text.includes('eyJ') ? '[redacted]' : text.slice(0, 100);
  return { value, type: typeof actual, length: text.length };
}
