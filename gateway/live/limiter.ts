/** Runs at most so many tasks at a time; the others wait in order. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

/** Makes a limiter of its own. */
export function createLimiter(most: number): Limiter {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place is handed on without becoming free in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
