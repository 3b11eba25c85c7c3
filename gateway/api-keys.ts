import { createHash } from 'node:crypto';
import type { Authenticator } from '../subgraphs/kit/auth';
import type { Origin, UserPrincipal } from '../subgraphs/kit/context';
import { AppError } from '../subgraphs/kit/errors';
import type { Forward } from './forward';
import { createLru } from './lru';

/** How much may be asked by one API key. */
export interface KeyLimits {
  keyId: string;
  /** Requests a minute; null: the gateway's default. */
  perMinute: number | null;
  /** The workspace that the key is bound to, and how many API calls an hour it may receive. */
  workspace: { id: string; perHour: number } | null;
}

/** A key's owner, as far as the key reaches, and the header that stands for them in the subgraphs. */
export interface KeyCaller {
  principal: UserPrincipal;
  authorization: string;
}

/** Exchanges API keys at identity, the only one that can tell them. */
export interface ApiKeys {
  /** Throws UNAUTHENTICATED for a key that does not count now, SUBGRAPH_UNAVAILABLE when identity cannot be asked. */
  exchange(header: string, origin?: Origin): Promise<KeyCaller>;
  /** What identity said last of a key's limits. */
  limitsOf(keyId: string): KeyLimits | null;
}

interface KeyParts {
  authenticator: Authenticator;
  forward: Forward;
  now(): Date;
}

interface Kept {
  at: number;
  asking: Promise<KeyCaller>;
  /** The last answer, whose token serves on while it is good. */
  caller: KeyCaller | null;
}

const KEY = /^Bearer +(trib_[\w-]{1,190})$/i;
const MAX_KEPT = 10_000;
/** How long a key that was disabled, has expired or was deleted may still be let in. */
const TRUST_MS = 3000;
/** A token that is good for longer than this serves on. */
const SPARE_S = 30;

/** Whether a header carries an API key rather than a token. */
export function isKeyHeader(header: string | undefined): header is string {
  return header !== undefined && KEY.test(header);
}

/** Keeps what identity said of a key for a few seconds, by the key's hash. */
export function createApiKeys({ authenticator, forward, now }: KeyParts): ApiKeys {
  const kept = createLru<Kept>(MAX_KEPT);
  const limits = createLru<KeyLimits>(MAX_KEPT);

  async function ask(key: string, before: KeyCaller | null, origin?: Origin): Promise<KeyCaller> {
    const answer = await askIdentity(forward, key, origin);
    const authorization = `Bearer ${answer.token}`;
    const principal = await authenticator.authenticate(authorization, ['user']);
    if (principal.kind !== 'user' || principal.apiKey === null) throw refused();
    const { id, workspaceId } = principal.apiKey;
    const workspace =
      workspaceId === null || answer.apiCallsPerHour === null
        ? null
        : { id: workspaceId, perHour: answer.apiCallsPerHour };
    limits.set(id, { keyId: id, perMinute: answer.rateLimitPerMinute, workspace });
    // The same token again spares the subgraphs a signature.
    const isStillGood = before && before.principal.expiresAt > now().getTime() / 1000 + SPARE_S;
    return isStillGood && isSame(before.principal, principal) ? before : { principal, authorization };
  }

  return {
    async exchange(header, origin) {
      const key = KEY.exec(header)?.[1] ?? '';
      const hash = createHash('sha256').update(key).digest('base64');
      const at = now().getTime();
      const known = kept.get(hash);
      const age = known ? at - known.at : -1;
      if (known && age >= 0 && age < TRUST_MS) return known.asking;
      const caller = known?.caller ?? null;
      const entry: Kept = { at, asking: ask(key, caller, origin), caller };
      kept.set(hash, entry);
      try {
        entry.caller = await entry.asking;
        return entry.caller;
      } catch (error) {
        // What identity did not say is asked again by the next request.
        if (!isRefusal(error)) kept.delete(hash);
        else entry.caller = null;
        throw error;
      }
    },
    limitsOf: (keyId) => limits.get(keyId) ?? null,
  };
}

interface Answer {
  token: string;
  rateLimitPerMinute: number | null;
  apiCallsPerHour: number | null;
}

async function askIdentity(forward: Forward, key: string, origin?: Origin): Promise<Answer> {
  const { status, body } = await forward
    .internal('identity', '/internal/exchange', { key }, { origin })
    .catch(() => ({ status: 503, body: null }));
  const answer = body as Partial<Answer> | null | undefined;
  if (status >= 300 || !answer) {
    throw new AppError('SUBGRAPH_UNAVAILABLE', 'API keys cannot be checked at the moment.', {
      retryAfterMs: 1000,
    });
  }
  const { token, rateLimitPerMinute = null, apiCallsPerHour = null } = answer;
  if (typeof token !== 'string') throw refused();
  return { token, rateLimitPerMinute, apiCallsPerHour };
}

function isSame(one: UserPrincipal, other: UserPrincipal): boolean {
  const times = { issuedAt: 0, expiresAt: 0 };
  return JSON.stringify({ ...one, ...times }) === JSON.stringify({ ...other, ...times });
}

function refused(): AppError {
  return new AppError('UNAUTHENTICATED', 'A valid access token or API key is required.');
}

function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.code === 'UNAUTHENTICATED';
}
