import { createHash } from 'node:crypto';
import { Refusal, bearerOf, verifyToken, type Trust } from './auth-token';
import type { AuthOptions } from './auth-trusts';
import type { Origin } from './context';
import { createKeySet } from './jwks';
import type { Logger } from './logger';
import { ORIGIN_TYPE, SERVICE_AUDIENCE, serviceIssuerOf } from './service-token';

/** Reads where a client is from what the gateway has signed; nothing else is believed. */
export interface Origins {
  /** The origin that a header states; nulls where it states none that counts, which is logged. Never fails. */
  read(header: string | string[] | undefined, log: Logger): Promise<Origin>;
  close(): void;
}

const NOWHERE: Origin = Object.freeze({ ip: null, userAgent: null });
const MAX_KEPT = 10_000;

type Told = Origin & { expiresAt: number };

/** Makes the reader of a process; verified headers are kept until they expire. */
export function createOrigins(options: Omit<AuthOptions, 'log'> & { log: Logger }): Origins {
  const url = options.internalJwksUrls.gateway;
  const keys = url === undefined ? null : createKeySet({ url, log: options.log, now: options.now });
  const issuer = serviceIssuerOf('gateway');
  const trusts = new Map(keys ? [[issuer, [originTrust(keys, issuer)]]] : []);
  const kept = new Map<string, Told>();

  async function verify(header: string): Promise<Told> {
    const nowSeconds = Math.floor(options.now().getTime() / 1000);
    const hash = createHash('sha256').update(header).digest('base64');
    const known = kept.get(hash);
    if (known && known.expiresAt > nowSeconds) return known;
    const { trust, claims } = await verifyToken(bearerOf(header), trusts, nowSeconds);
    const told = Object.freeze(trust.toPrincipal(claims));
    kept.delete(hash);
    kept.set(hash, told);
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!);
    return told;
  }

  return {
    async read(header, log) {
      if (typeof header !== 'string') return NOWHERE;
      try {
        const { ip, userAgent } = await verify(header);
        return { ip, userAgent };
      } catch (error) {
        log.warn({ reason: error instanceof Refusal ? error.reason : String(error) }, 'origin refused');
        return NOWHERE;
      }
    },
    close: () => keys?.close(),
  };
}

function originTrust(keys: Trust['keys'], issuer: string): Trust<Told> {
  return {
    ...{ keys, issuer, audience: SERVICE_AUDIENCE, type: ORIGIN_TYPE },
    check: () => undefined,
    toPrincipal: (claims) => ({
      ip: keepable(claims.ip, 64),
      userAgent: keepable(claims.ua, 500),
      expiresAt: claims.exp as number,
    }),
  };
}

/** A text that a database can keep, cut to a length; null for anything else. */
function keepable(value: unknown, length: number): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return [...value.replace(/[\p{Cc}\p{Surrogate}]/gu, '')].slice(0, length).join('');
}
