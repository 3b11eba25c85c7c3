/** Lets so much of something through per minute and key. */
export interface Throttle {
  admits(key: string, at: number): boolean;
}

const MINUTE_MS = 60_000;
const MAX_KEYS = 10_000;

/** Makes a throttle of this process; beyond so many keys, the one that came first is forgotten. */
export function createThrottle(mostPerMinute: number): Throttle {
  const counts = new Map<string, { since: number; count: number }>();
  return {
    admits(key, at) {
      const known = counts.get(key);
      const current = known && at - known.since < MINUTE_MS ? known : { since: at, count: 0 };
      counts.delete(key);
      counts.set(key, current);
      if (counts.size > MAX_KEYS) counts.delete(counts.keys().next().value!);
      return ++current.count <= mostPerMinute;
    },
  };
}
