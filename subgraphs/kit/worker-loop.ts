import { replayDeadLetters, sweep } from './dead-letters';
import { createRelay } from './relay';
import { react, type ReactionsOptions } from './reactions';
import { findDue, type Due } from './wake-ups';

export interface WorkerLoop {
  /** Ends after what is under way; nothing is lost by not waiting. */
  stop(): Promise<void>;
}

const PARALLEL = 4;
const POLL_MS = 500;
const SWEEP_MS = 60_000;

/**
 * Relays and reacts until stopped: at once when a doorbell rings, and every half second, so that a lost doorbell and
 * a failed event that is due again are found. Any number of workers may run.
 */
export function startWorkerLoop(options: ReactionsOptions): WorkerLoop {
  const relay = createRelay(options.db, options.log);
  const relaying = startLane(options, async () => {
    await relay.drain();
  });
  const reacting = startLane(options, (isStopped) => reactToAll(options, isStopped));
  const sweepNow = () => {
    sweep(options).catch((error: unknown) => {
      options.log.warn({ err: error }, 'sweep failed');
    });
  };
  sweepNow();
  const sweeping = setInterval(sweepNow, SWEEP_MS);
  const listening = [
    options.db.doorbells.listen('outbox', relaying.wake),
    options.db.doorbells.listen('wake', reacting.wake),
  ];
  return {
    async stop() {
      clearInterval(sweeping);
      for (const stopListening of listening) stopListening();
      await Promise.all([relaying.stop(), reacting.stop()]);
    },
  };
}

interface Lane {
  wake(): void;
  stop(): Promise<void>;
}

interface LaneState {
  isStopped: boolean;
  isWoken: boolean;
  resume(): void;
}

/** Waits for the next poll, unless it has been woken or stopped meanwhile. */
async function pause(state: LaneState): Promise<void> {
  if (state.isWoken || state.isStopped) return;
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    state.resume = resolve;
    timer = setTimeout(resolve, POLL_MS);
  });
  clearTimeout(timer);
}

/** Repeats a piece of work, one at a time: when woken, and by the poll. A failure is logged and tried again. */
function startLane(options: ReactionsOptions, work: (isStopped: () => boolean) => Promise<void>): Lane {
  const state: LaneState = { isStopped: false, isWoken: false, resume: () => undefined };
  const wake = () => {
    state.isWoken = true;
    state.resume();
  };
  const run = async () => {
    while (!state.isStopped) {
      state.isWoken = false;
      await work(() => state.isStopped).catch((error: unknown) => {
        options.log.warn({ err: error }, 'worker is held up');
      });
      await pause(state);
    }
  };
  const running = run();
  return {
    wake,
    async stop() {
      state.isStopped = true;
      wake();
      await running;
    },
  };
}

/** Works off everything that is due, several aggregates at a time; stopped, it leaves the rest for the next start. */
async function reactToAll(options: ReactionsOptions, isStopped: () => boolean): Promise<void> {
  await replayDeadLetters(options);
  for (;;) {
    const due = await findDue(options.db, [...options.handlers.keys()], options.now(), PARALLEL * 8);
    const workOff = async () => {
      let count = 0;
      for (let item = due.shift(); item && !isStopped(); item = due.shift()) {
        if (await tryToReact(options, item)) count++;
      }
      return count;
    };
    const counts = await Promise.all(Array.from({ length: PARALLEL }, workOff));
    if (isStopped() || counts.every((count) => count === 0)) return;
  }
}

/** What holds one aggregate up (a deadlock, a lost connection) is no reason to leave the others: it stays due. */
function tryToReact(options: ReactionsOptions, due: Due): Promise<boolean> {
  return react(options, due).catch((error: unknown) => {
    options.log.warn({ err: error, ...due }, 'a reaction is held up');
    return false;
  });
}
