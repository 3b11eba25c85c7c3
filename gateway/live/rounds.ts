/** Things that each get their turn once in a while. */
export interface Rounds<T> {
  add(item: T): void;
  remove(item: T): void;
  size(): number;
  stop(): void;
}

/** Thousands at once would hold up whatever else there is to do. */
const PARTS = 16;

/** Acts on everything once in each period, on a part of it at a time. */
export function createRounds<T>(periodMs: number, act: (item: T) => void): Rounds<T> {
  const parts = Array.from({ length: PARTS }, () => new Set<T>());
  let next = 0;
  const timer = setInterval(() => parts[next++ % PARTS]!.forEach(act), periodMs / PARTS);
  // A gateway that fails to start is not kept alive by it.
  timer.unref();
  return {
    add(item) {
      parts.reduce((least, part) => (part.size < least.size ? part : least)).add(item);
    },
    remove(item) {
      for (const part of parts) if (part.delete(item)) return;
    },
    size: () => parts.reduce((sum, { size }) => sum + size, 0),
    stop: () => clearInterval(timer),
  };
}
