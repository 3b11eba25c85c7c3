/** Each event carries a number of its own, by which it is known among bytes. */
const MARK = 'fan-out-event-';
const DIGITS = 7;
const PATTERN = new RegExp(`${MARK}\\d{${DIGITS}}`, 'g');

export const toMark = (event: number): string => MARK + String(event).padStart(DIGITS, '0');

/** The event that a frame tells of; null when it tells of none. */
export function markOf(frame: Buffer): number | null {
  const at = frame.indexOf(MARK);
  if (at < 0) return null;
  return Number(frame.toString('latin1', at + MARK.length, at + MARK.length + DIGITS));
}

/** A frame as it came, as it would have come for another event. */
export const remark = (frame: string, event: number): string => frame.replace(PATTERN, toMark(event));

/** Milliseconds on a clock that all processes of the machine share. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
