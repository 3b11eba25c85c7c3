/** What JSON writes otherwise than it is: quotes, backslashes, control characters and halves of surrogate pairs. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u;

/** A string as JSON. */
export function quote(value: string): string {
  return ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`;
}

/** Any value of parsed JSON as JSON again. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? quote(value) : JSON.stringify(value);
}
