/** In a WebSocket frame: a whole text message. */
const WHOLE_TEXT = 0x81;
const LONGEST_SHORT = 125;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/**
 * Text as its UTF-8 bytes, one character each. Such strings are joined without copying, so that what many sockets
 * are sent lies in memory once however long they wait for it, and written as latin1 they need no buffers of their own.
 */
export function toWire(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** What stands before a text message of so many bytes that a server sends, uncompressed, as one frame. */
export function headOfText(length: number): string {
  if (length <= LONGEST_SHORT) return String.fromCharCode(WHOLE_TEXT, length);
  if (length <= 0xffff) return String.fromCharCode(WHOLE_TEXT, TWO_BYTES, length >> 8, length & 0xff);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(length));
  return String.fromCharCode(WHOLE_TEXT, EIGHT_BYTES, ...size);
}
