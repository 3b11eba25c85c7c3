import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Origin } from '../subgraphs/kit/context';
import { SERVICE_LIFETIME_S, type ServiceSigner } from '../subgraphs/kit/service-token';
import { createLru } from './lru';

/** Signs where a client is, for the subgraphs, which believe nobody else about it. */
export type SignOrigin = (origin: Origin) => string;

const MAX_KEPT = 10_000;
const MAX_USER_AGENT = 500;
/** Signing costs a millisecond, so a token serves for most of its life. */
const REUSE_MS = SERVICE_LIFETIME_S * 750;

/** Makes the signer of origins; clients that look the same share a token. */
export function createOriginSigner(signer: ServiceSigner, now: () => Date): SignOrigin {
  const kept = createLru<{ token: string; signedAt: number }>(MAX_KEPT);
  return (origin) => {
    const key = `${origin.ip}\n${origin.userAgent}`;
    const known = kept.get(key);
    const signedAt = now().getTime();
    const age = known ? signedAt - known.signedAt : -1;
    if (known && age >= 0 && age < REUSE_MS) return known.token;
    const token = `Bearer ${signer.signOrigin(origin)}`;
    kept.set(key, { token, signedAt });
    return token;
  };
}

/**
 * Where a client is: the address that so many trusted proxies have passed on, or that of the connection, and what the
 * client says that it is.
 */
export function originOf(request: IncomingMessage, trustedHops: number): Origin {
  const userAgent = request.headers['user-agent']?.slice(0, MAX_USER_AGENT);
  return { ip: ipOf(request, trustedHops), userAgent: userAgent ?? null };
}

function ipOf({ headers, socket }: IncomingMessage, trustedHops: number): string | null {
  const passedOn = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  // The nearest proxy writes last: whatever stands before the trusted ones is the client's own word.
  const [ip] = [...passedOn, socket.remoteAddress ?? ''].slice(-1 - trustedHops);
  return addressOf(ip ?? '');
}

/** The address alone, as some proxies write it with a port; null for what is none, such as `unknown`. */
function addressOf(text: string): string | null {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  const address = (bracketed ?? plain ?? text).replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(address) > 0 ? address : null;
}
