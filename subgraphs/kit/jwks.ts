import { createPublicKey, type KeyObject } from 'node:crypto';
import jwksClient from 'jwks-rsa';
import type { Logger } from './logger';

/** The public signing keys of one issuer, kept locally: verifying a token calls nobody. */
export interface KeySet {
  /** The key with this id, or null. May fetch the set when the id is unknown. */
  find(kid: string): Promise<KeyObject | null>;
  /** Sees to it that the set is not old; whoever relies on an earlier verification calls it first. */
  freshen(): Promise<void>;
  /** Grows whenever a key was removed or replaced: what was verified before must be verified again. */
  generation(): number;
  close(): void;
}

interface KeySetOptions {
  url: string;
  log: Logger;
  now(): Date;
  /** Gives the answer for the URL; tests and other transports replace it. */
  fetchText?: (url: string, signal: AbortSignal) => Promise<string>;
}

/** A set older than this is fetched again in the background, so a removed key is refused about a minute later. */
const REFRESH_AFTER_MS = 60_000;
/** A set older than this (nobody asked for a while) is fetched before it is used. */
const STALE_AFTER_MS = 120_000;
const UNKNOWN_KID_INTERVAL_MS = 30_000;
const RETRY_AFTER_FAILURE_MS = 2_000;
const TIMEOUT_MS = 3_000;
const MAX_BYTES = 256 * 1024;
const MAX_KEYS = 50;
const MIN_MODULUS_BITS = 2048;

interface KeySetState {
  keys: Map<string, KeyObject>;
  generation: number;
  /** How often a set was fetched. */
  fetches: number;
  fetchedAt: number | null;
  /** When the last fetch failed; null when it succeeded. */
  failedAt: number | null;
  unknownKidAt: number | null;
  inFlight: Promise<void> | null;
}

/**
 * A key set that survives its issuer: the last known keys stay while it cannot be fetched, one fetch is in flight at
 * a time, and unknown key ids cause at most one fetch in 30 s, so that forged tokens lock nobody out.
 */
export function createKeySet(options: KeySetOptions): KeySet {
  const abort = new AbortController();
  const load = createLoader(options, abort.signal);
  const state: KeySetState = {
    ...{ keys: new Map(), generation: 0, fetches: 0, inFlight: null },
    ...{ fetchedAt: null, failedAt: null, unknownKidAt: null },
  };
  // A clock that was set back counts as elapsed: better a fetch too many than none for hours.
  const elapsed = (since: number | null, ms: number) => {
    const age = options.now().getTime() - (since ?? 0);
    return since === null || age >= ms || age < 0;
  };

  function refresh(): Promise<void> {
    if (abort.signal.aborted || !elapsed(state.failedAt, RETRY_AFTER_FAILURE_MS)) return Promise.resolve();
    state.inFlight ??= load(state).finally(() => (state.inFlight = null));
    return state.inFlight;
  }

  async function freshen(): Promise<void> {
    if (state.fetchedAt === null) return refresh();
    if (!elapsed(state.fetchedAt, REFRESH_AFTER_MS)) return;
    const refreshed = refresh();
    // An issuer that is known to be away is not waited for.
    if (elapsed(state.fetchedAt, STALE_AFTER_MS) && state.failedAt === null) await refreshed;
  }

  async function find(kid: string): Promise<KeyObject | null> {
    const before = state.fetches;
    await freshen();
    if (!state.keys.has(kid) && state.inFlight) await state.inFlight;
    const mayBeNew = state.fetches === before && elapsed(state.unknownKidAt, UNKNOWN_KID_INTERVAL_MS);
    if (!state.keys.has(kid) && mayBeNew) {
      await refresh();
      if (state.failedAt === null) state.unknownKidAt = options.now().getTime();
    }
    return state.keys.get(kid) ?? null;
  }

  return { find, freshen, generation: () => state.generation, close: () => abort.abort() };
}

/** Makes the function that fetches a set into the state, or leaves the state's keys as they are. Never fails. */
function createLoader({ url, log, now, fetchText = fetchCapped }: KeySetOptions, closed: AbortSignal) {
  const fetcher = async () => parseKeySet(await fetchText(url, closed));
  const client = jwksClient({ jwksUri: url, rateLimit: false, cache: false, fetcher });
  return async (state: KeySetState): Promise<void> => {
    try {
      const next = new Map<string, KeyObject>();
      for (const key of await client.getSigningKeys()) {
        const publicKey = createPublicKey(key.getPublicKey());
        const { modulusLength = 0 } = publicKey.asymmetricKeyDetails ?? {};
        if (key.kid && modulusLength >= MIN_MODULUS_BITS) next.set(key.kid, publicKey);
      }
      if ([...state.keys].some(([kid, key]) => !next.get(kid)?.equals(key))) state.generation++;
      Object.assign(state, {
        keys: next,
        fetches: state.fetches + 1,
        fetchedAt: now().getTime(),
        failedAt: null,
      });
    } catch (error) {
      state.failedAt = now().getTime();
      if (!closed.aborted)
        log.warn({ err: messageOf(error), url, kept: state.keys.size }, 'keys not fetched');
    }
  };
}

interface JsonWebKey {
  kid?: unknown;
  kty?: unknown;
  use?: unknown;
  alg?: unknown;
}

/** The RS256 signing keys of a JWKS document; other keys (such as Keycloak's for encryption) are left out. */
function parseKeySet(text: string): { keys: JsonWebKey[] } {
  const document = JSON.parse(text) as { keys?: unknown } | null;
  if (!Array.isArray(document?.keys)) throw new Error('not a JWKS document');
  const keys = (document.keys as (JsonWebKey | null)[])
    .slice(0, MAX_KEYS)
    .filter((key): key is JsonWebKey => {
      const isSigning = key?.kty === 'RSA' && key.use === 'sig' && key.alg === 'RS256';
      return isSigning && typeof key.kid === 'string' && key.kid !== '';
    });
  return { keys };
}

async function fetchCapped(url: string, closed: AbortSignal): Promise<string> {
  const signal = AbortSignal.any([closed, AbortSignal.timeout(TIMEOUT_MS)]);
  const response = await fetch(url, {
    signal,
    redirect: 'error',
    headers: { accept: 'application/json', connection: 'close' },
  });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`HTTP ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error(`more than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function messageOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } };
  return [message, cause?.code ?? cause?.message].filter(Boolean).join(': ');
}
