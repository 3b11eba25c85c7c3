import type { Principal, ServicePrincipal, UserPrincipal } from './context';
import { isClaims, Refusal, textOf, textsOf, type Claims, type Trust, type Trusts } from './auth-token';
import { audienceTrust } from './auth-audience';
import { botIdOf, userIdOf } from './ids';
import { createKeySet, type KeySet } from './jwks';
import type { Logger } from './logger';
import { API_KEY_TYPE, SERVICE_AUDIENCE, SERVICE_LIFETIME_S, serviceIssuerOf } from './service-token';

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
  /** Whether a valid token counts no more, because its session was ended. */
  isRevoked?(principal: Principal): boolean;
  log: Logger;
  now(): Date;
}

/** Whose tokens are believed: users' by the identity provider's keys, internal ones by their signers'. */
export function trustsOf(options: AuthOptions): Trusts {
  const { log, now } = options;
  const trusts = new Map<string, readonly Trust[]>([[options.issuer, [userTrust(options)]]]);
  for (const [service, url] of Object.entries(options.internalJwksUrls)) {
    const keys = createKeySet({ url, log, now });
    const ofService: Trust[] = [serviceTrust(options, service, keys)];
    if (service === 'identity') ofService.push(apiKeyTrust(keys));
    if (service === 'gateway') ofService.push(audienceTrust(keys, checkLifetime));
    trusts.set(serviceIssuerOf(service), ofService);
  }
  return trusts;
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
    apiKey: null,
    issuedAt: claims.iat as number,
    expiresAt: claims.exp as number,
  };
}

/** What identity vouches for in exchange for an API key: the owner, as far as the key's scopes and workspace reach. */
function apiKeyTrust(keys: KeySet): Trust {
  return {
    ...{ keys, issuer: serviceIssuerOf('identity'), audience: SERVICE_AUDIENCE, type: API_KEY_TYPE },
    check: checkLifetime,
    toPrincipal: toKeyHolder,
  };
}

function toKeyHolder(claims: Claims): UserPrincipal {
  const username = textOf(claims.preferred_username) ?? '';
  return {
    kind: 'user',
    userId: textOf(claims.sub)!,
    sessionId: null,
    username,
    displayName: textOf(claims.name) ?? username,
    email: null,
    roles: textsOf(claims.roles),
    groups: [],
    apiKey: {
      id: textOf(claims.key_id) ?? '',
      scopes: textsOf(claims.scopes),
      workspaceId: textOf(claims.workspace_id),
    },
    issuedAt: claims.iat as number,
    expiresAt: claims.exp as number,
  };
}

/** Internal tokens are short-lived whatever their signer writes into them. */
function checkLifetime(claims: Claims): void {
  const lifetime = (claims.exp as number) - (claims.iat as number);
  if (lifetime > SERVICE_LIFETIME_S) throw new Refusal('wrong_expiry', SERVICE_LIFETIME_S, lifetime);
}

function serviceTrust(options: AuthOptions, service: string, keys: KeySet): Trust {
  const botId = botIdOf(options.issuer);
  return {
    ...{ keys, issuer: serviceIssuerOf(service), audience: SERVICE_AUDIENCE, type: 'Service' },
    check(claims) {
      checkLifetime(claims);
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
