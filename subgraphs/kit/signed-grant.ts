import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the bearer of a signed text may do, until when. */
export interface Grant {
  use: string;
  id: string;
  /** Seconds since the epoch. */
  expiresAt: number;
}

/** A text that carries a grant and cannot be made without the secret. */
export function signGrant(secret: string, grant: Grant): string {
  const body = Buffer.from(JSON.stringify([grant.use, grant.id, grant.expiresAt])).toString('base64url');
  return `${body}.${macOf(secret, body).toString('base64url')}`;
}

/** The grant in a text for this use; null when it was not signed with the secret, is for another use, or is over. */
export function readGrant(
  secret: string,
  text: string,
  { use, now }: { use: string; now: Date },
): Grant | null {
  const [body, mac, ...rest] = text.split('.');
  if (!body || !mac || rest.length > 0) return null;
  const expected = macOf(secret, body);
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  // Signed by us, so of our making.
  const [found, id, expiresAt] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    string,
    string,
    number,
  ];
  return found === use && expiresAt * 1000 > now.getTime() ? { use, id, expiresAt } : null;
}

function macOf(secret: string, body: string): Buffer {
  return createHmac('sha256', secret).update(body).digest();
}
