import { badInput } from './errors';

/** The cursor of a place in a topic, opaque to clients. */
export function encodeCursor(topic: string, seq: number): string {
  return Buffer.from(`${topic}@${seq}`).toString('base64url');
}

/** The seq behind a cursor of this topic; BAD_USER_INPUT for anything else. */
export function decodeCursor(topic: string, cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  const at = text.lastIndexOf('@');
  const seq = Number(text.slice(at + 1));
  const isOurs =
    text.slice(0, at) === topic &&
    Number.isSafeInteger(seq) &&
    seq >= 0 &&
    encodeCursor(topic, seq) === cursor;
  if (!isOurs) throw badInput('after is not a cursor of this subscription', 'after');
  return seq;
}
