import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newUuid } from './ids';

/** The `aud` of internal tokens. */
export const SERVICE_AUDIENCE = 'tributary-internal';
/** How long an internal token is good for. */
export const SERVICE_LIFETIME_S = 60;

/** Signs the internal tokens of one part of the platform. */
export interface ServiceSigner {
  /** A token for one internal call, good for 60 s. */
  sign(claims?: ServiceClaims): string;
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
  const kid = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
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
      return jwt.sign(payload, key, { algorithm: 'RS256', keyid: kid });
    },
    jwks: () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] }),
  };
}
