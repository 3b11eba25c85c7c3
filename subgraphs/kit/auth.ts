import { createHash } from 'node:crypto';
import { verifyLogoutToken, type LogoutClaims } from './auth-logout';
import { bearerOf, describe, Refusal, verifyToken } from './auth-token';
import { trustsOf, type AuthOptions } from './auth-trusts';
import type { Principal } from './context';
import { AppError } from './errors';
import type { KeySet } from './jwks';
import type { Logger } from './logger';

export type { AuthOptions } from './auth-trusts';

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
  /** Verifies a logout token of the identity provider; throws UNAUTHENTICATED and logs why, never the token. */
  readLogoutToken(token: string, log?: Logger): Promise<LogoutClaims>;
  close(): void;
}

const MAX_VERIFIED = 10_000;

/** Makes the authenticator of a process. Keys are fetched at first use, so the issuer may start later. */
export function createAuthenticator(options: AuthOptions): Authenticator {
  const trusts = trustsOf(options);
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
    if (options.isRevoked?.(principal)) throw new Refusal('revoked');
    if (!allow.includes(principal.kind)) throw new Refusal('wrong_kind', allow, principal.kind);
    return principal;
  }

  return {
    authenticate: (header, allow, log = options.log) => verify(header, allow).catch(toRefused(log)),
    readLogoutToken(token, log = options.log) {
      const { issuer, clients, now } = options;
      const { keys } = trusts.get(issuer)![0]!;
      const signer = { keys, issuer, audience: clients as [string, ...string[]] };
      const nowSeconds = Math.floor(now().getTime() / 1000);
      return verifyLogoutToken(token, signer, nowSeconds).catch(toRefused(log));
    },
    close: () => trusts.forEach((ofIssuer) => ofIssuer.forEach((trust) => trust.keys.close())),
  };
}

/** Logs why a token was refused, and says so much as its bearer may know. */
function toRefused(log: Logger) {
  return (error: unknown): never => {
    if (!(error instanceof Refusal)) throw error;
    const details = { reason: error.reason, expected: error.expected, actual: describe(error.actual) };
    log.warn(details, 'token refused');
    const message =
      error.reason === 'expired' ? 'The access token has expired.' : 'A valid access token is required.';
    throw new AppError('UNAUTHENTICATED', message);
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
