/** What is told once when its time is up. */
export interface Timed {
  expire(): void;
}

/** Deadlines of many things by one timer; each is told up to a tick after its time, and never before. */
export interface Deadlines {
  /** Answers what takes it back; `at` is in milliseconds since the epoch. */
  add(timed: Timed, at: number): Slot;
  close(): void;
}

/** What ends in the same tick; whoever deletes itself is told nothing. */
export type Slot = Set<Timed>;

const TICK_MS = 20;

/** Makes the deadlines of a process: the timer runs while there is any. */
export function createDeadlines(): Deadlines {
  const slots = new Map<number, Slot>();
  let timer: NodeJS.Timeout | undefined;

  function tick(): void {
    const now = Date.now();
    for (const [number, slot] of slots) {
      if (number * TICK_MS > now) continue;
      slots.delete(number);
      for (const timed of slot) timed.expire();
    }
    if (slots.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  return {
    add(timed, at) {
      const number = Math.ceil(at / TICK_MS);
      let slot = slots.get(number);
      if (!slot) slots.set(number, (slot = new Set()));
      slot.add(timed);
      timer ??= setInterval(tick, TICK_MS).unref();
      return slot;
    },
    close() {
      clearInterval(timer);
      slots.clear();
    },
  };
}
