/** Gives a turn to whoever has something to write. */
export interface Outbox {
  /** Has `write` called once, soon. */
  add(write: () => void): void;
}

/** So many write before the event loop looks at anything else: a few milliseconds. */
const MOST_PER_TURN = 400;
/** Who wrote for less than this need not rest: nobody would notice. */
const SHORTEST_REST_MS = 2;
const LONGEST_REST_MS = 50;

/**
 * Makes an outbox. A turn comes when what the event loop is at is done, so that all that a writer is given meanwhile
 * goes in one write. When all who waited have written it rests for as long as that took: what comes to many in quick
 * succession comes together, and leaves time for other work. What comes after a pause never waits.
 */
export function createOutbox(): Outbox {
  const waiting: (() => void)[] = [];
  let isAwaited = false;
  /** How many have their turn before the next rest. */
  let left = 0;
  let spentMs = 0;
  const begin = () => {
    isAwaited = waiting.length > 0;
    if (!isAwaited) return;
    spentMs = 0;
    setImmediate(() => {
      left = waiting.length;
      turn();
    });
  };
  const turn = () => {
    const began = performance.now();
    const now = waiting.splice(0, Math.min(left, MOST_PER_TURN));
    left -= now.length;
    for (const write of now) write();
    spentMs += performance.now() - began;
    if (left > 0) setImmediate(turn);
    else if (spentMs < SHORTEST_REST_MS) begin();
    else setTimeout(begin, Math.min(spentMs, LONGEST_REST_MS));
  };
  return {
    add(write) {
      waiting.push(write);
      if (!isAwaited) begin();
    },
  };
}
