import { replayDeadLetters, sweep } from './dead-letters';
import { createDispatcher } from './dispatcher';
import { createRelay } from './relay';
import type { ReactionsOptions } from './reactions';

export interface WorkerLoop {
  /** Ends after what is under way; nothing is lost by not waiting. */
  stop(): Promise<void>;
}

const MOST_PARALLEL = 4;
/** Connections that reactions leave to the relay, and to replays, sweeps and jobs. */
const SPARE = 2;
const POLL_MS = 500;
const SWEEP_MS = 60_000;

export interface WorkerLoopOptions extends ReactionsOptions {
  /** How many connections there are. */
  poolSize: number;
}

/**
 * Relays and reacts until stopped: at once when a doorbell rings, and every half second, so that a lost doorbell and
 * a failed event that is due again are found. Any number of workers may run.
 */
export function startWorkerLoop(options: WorkerLoopOptions): WorkerLoop {
  const relay = createRelay(options.db, options.log);
  const relaying = startLane(options, async () => {
    await relay.drain();
  });
  const parallel = Math.max(1, Math.min(MOST_PARALLEL, options.poolSize - SPARE));
  const dispatcher = createDispatcher(options, parallel, () => reacting.wake());
  const reacting = startLane(options, () => dispatcher.dispatch());
  const replaying = startLane(options, () => replayDeadLetters(options));
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
    options.db.doorbells.listen('events.deadletter.replayed', replaying.wake),
  ];
  return {
    async stop() {
      clearInterval(sweeping);
      for (const stopListening of listening) stopListening();
      await Promise.all([relaying.stop(), reacting.stop(), replaying.stop()]);
      await dispatcher.stop();
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
function startLane(options: ReactionsOptions, work: () => Promise<void>): Lane {
  const state: LaneState = { isStopped: false, isWoken: false, resume: () => undefined };
  const wake = () => {
    state.isWoken = true;
    state.resume();
  };
  const run = async () => {
    while (!state.isStopped) {
      state.isWoken = false;
      await work().catch((error: unknown) => {
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
