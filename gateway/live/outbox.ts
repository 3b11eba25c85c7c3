/** Gives a turn to whoever has something to write. */
export interface Outbox {
  /** Has `write` called once, soon. */
  add(write: () => void): void;
}

/** So many write before the event loop looks at anything else: a few milliseconds. */
const MOST_PER_TURN = 400;

/**
 * Makes an outbox. A turn comes when what the event loop is at is done, so that all that a writer is given meanwhile
 * goes in one write: the more writers wait, the more comes together.
 */
export function createOutbox(): Outbox {
  const waiting: (() => void)[] = [];
  let isAwaited = false;
  const awaitTurn = () => {
    isAwaited = waiting.length > 0;
    if (isAwaited) setImmediate(turn);
  };
  const turn = () => {
    for (const write of waiting.splice(0, MOST_PER_TURN)) write();
    awaitTurn();
  };
  return {
    add(write) {
      waiting.push(write);
      if (!isAwaited) awaitTurn();
    },
  };
}
