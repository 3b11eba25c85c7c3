/** What was started, to be stopped in the opposite order. */
export interface Scope {
  /** To be run at the end, and given so many milliseconds then. */
  defer(name: string, ms: number, stop: () => Promise<unknown>): void;
  /** Lets the start go no further: from now on `check` throws. */
  halt(): void;
  check(): void;
  /** Stops everything; answers what failed or did not end in time. */
  close(): Promise<string[]>;
}

/** A start was stopped by its user. */
export class Stopped extends Error {}

interface Step {
  name: string;
  ms: number;
  stop: () => Promise<unknown>;
}

export function createScope(): Scope {
  const steps: Step[] = [];
  let isHalted = false;
  return {
    defer(name, ms, stop) {
      steps.push({ name, ms, stop });
    },
    halt() {
      isHalted = true;
    },
    check() {
      if (isHalted) throw new Stopped('stopped');
    },
    async close() {
      isHalted = true;
      const problems: string[] = [];
      for (let step = steps.pop(); step; step = steps.pop()) {
        const problem = await attempt(step);
        if (problem) problems.push(problem);
      }
      return problems;
    },
  };
}

async function attempt({ name, ms, stop }: Step): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`${name} did not end in time`), ms);
  });
  const work = stop().then(
    () => null,
    (error: unknown) => `${name}: ${(error as Error).message}`,
  );
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
