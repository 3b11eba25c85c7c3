import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const PATTERN = /^trib_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[\w-]{43}$/;
const SECRET_BYTES = 32;

/** The part of a key that is no secret: its beginning, made of its id. */
export function prefixOf(id: string): string {
  return `trib_${id.replace(/-/g, '')}`;
}

/** A new key of this id: 256 random bits behind its prefix. */
export function newKey(id: string): string {
  return `${prefixOf(id)}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/** The id that a key names; null for what is no key. */
export function idOfKey(key: string): string | null {
  const parts = PATTERN.exec(key);
  return parts && parts.slice(1).join('-');
}

/** What is kept of a key: without the platform's own secret nothing can be tried against it. */
export function hashKey(key: string, pepper: string): Buffer {
  return createHmac('sha256', pepper).update(key).digest();
}

/** Whether a key is the one of this hash; takes as long whether or not it is, and also where there is no hash. */
export function isKeyOf(key: string, hash: Buffer | null, pepper: string): boolean {
  const given = hashKey(key, pepper);
  const isEqual = timingSafeEqual(given, hash ?? Buffer.alloc(given.length));
  return isEqual && hash !== null;
}
