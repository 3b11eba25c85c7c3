import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { AudienceGrant, KeyHolder, Origin } from './context';
import { newUuid } from './ids';

/** The `aud` of internal tokens. */
export const SERVICE_AUDIENCE = 'tributary-internal';
/** How long an internal token is good for. */
export const SERVICE_LIFETIME_S = 60;

/** The `typ` of the tokens that identity signs in exchange for API keys. */
export const API_KEY_TYPE = 'ApiKey';

/** The `typ` of the tokens by which the gateway says where a client is. */
export const ORIGIN_TYPE = 'Origin';

/** The `typ` of the tokens by which the gateway executes something once for all members of an audience. */
export const AUDIENCE_TYPE = 'Audience';

/** Signs the internal tokens of one part of the platform. */
export interface ServiceSigner {
  /** A token for one internal call, good for 60 s. */
  sign(claims?: ServiceClaims): string;
  /** A token that says where a client is, good for 60 s. */
  signOrigin(origin: Origin): string;
  /** A token that stands for whoever calls by an API key, good for 60 s; identity's alone is believed. */
  signKeyHolder(holder: KeyHolder): string;
  /** A token that stands for an audience and what it is asked for, good for 60 s; the gateway's alone is believed. */
  signAudience(grant: AudienceGrant): string;
  /** The public key, as others fetch it. */
  jwks(): { keys: object[] };
}

export interface ServiceClaims {
  /** The user acted as: workers may name the platform's bot, together with a scope. */
  userId?: string;
  /** The scope to which the act is confined. */
  scopeId?: string;
  causationId?: string;
  depth?: number;
  correlationId?: string;
}

/** The `iss` of the internal tokens of a part of the platform. */
export function serviceIssuerOf(service: string): string {
  return `tributary:${service}`;
}

/** Makes the signer of a part of the platform from its RSA private key. */
export function createServiceSigner(
  service: 'gateway' | 'identity' | 'worker',
  privateKeyPem: string,
  now: () => Date,
): ServiceSigner {
  const key = createPrivateKey(privateKeyPem);
  const publicKey = createPublicKey(key);
  const kid = idOf(publicKey);
  const signed = (payload: object) => jwt.sign(payload, key, { algorithm: 'RS256', keyid: kid });
  return {
    sign(claims = {}) {
      const iat = Math.floor(now().getTime() / 1000);
      const payload = {
        iss: serviceIssuerOf(service),
        sub: service,
        aud: SERVICE_AUDIENCE,
        typ: 'Service',
        jti: newUuid(),
        iat,
        exp: iat + SERVICE_LIFETIME_S,
        user_id: claims.userId,
        scope_id: claims.scopeId,
        causation_id: claims.causationId,
        depth: claims.depth ?? 0,
        correlation_id: claims.correlationId,
      };
      return signed(payload);
    },
    signOrigin({ ip, userAgent }) {
      const iat = Math.floor(now().getTime() / 1000);
      const place = { ip: ip ?? undefined, ua: userAgent ?? undefined };
      const issued = { iss: serviceIssuerOf(service), sub: service, aud: SERVICE_AUDIENCE, typ: ORIGIN_TYPE };
      const payload = { ...issued, iat, exp: iat + SERVICE_LIFETIME_S, ...place };
      return signed(payload);
    },
    signKeyHolder({ userId, username, displayName, roles, apiKey }) {
      const iat = Math.floor(now().getTime() / 1000);
      const issued = { iss: serviceIssuerOf(service), sub: userId, aud: SERVICE_AUDIENCE, typ: API_KEY_TYPE };
      const person = { preferred_username: username, name: displayName, roles };
      const grant = {
        key_id: apiKey.id,
        scopes: apiKey.scopes,
        workspace_id: apiKey.workspaceId ?? undefined,
      };
      return signed({ ...issued, iat, exp: iat + SERVICE_LIFETIME_S, ...person, ...grant });
    },
    signAudience(grant) {
      const iat = Math.floor(now().getTime() / 1000);
      const issued = {
        iss: serviceIssuerOf(service),
        sub: 'audience',
        aud: SERVICE_AUDIENCE,
        typ: AUDIENCE_TYPE,
      };
      return signed({ ...issued, iat, exp: iat + SERVICE_LIFETIME_S, ...claimsOf(grant) });
    },
    jwks: () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] }),
  };
}

function idOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('base64url');
}

function claimsOf({ workspaceId, workspaceRole, chatId, chatRole, topic, ops }: AudienceGrant): object {
  const chat = chatId === null ? {} : { chat_id: chatId, chat_role: chatRole };
  return { workspace_id: workspaceId, workspace_role: workspaceRole, ...chat, topic, ops };
}
