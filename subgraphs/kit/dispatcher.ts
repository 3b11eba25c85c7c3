import { react, type ReactionsOptions } from './reactions';
import { findDue, keyOf, type Due } from './wake-ups';

export interface Dispatcher {
  /** Starts what is due, as far as there is room; does not wait for what it starts. */
  dispatch(): Promise<void>;
  /** Starts nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** How long an aggregate is left alone that another worker has, or that was held up; twice as long each time. */
const HOLD_MS = 500;
const HOLD_MS_MAX = 4000;

interface Hold {
  until: number;
  ms: number;
}

interface State {
  options: ReactionsOptions;
  wake(): void;
  parallel: number;
  isStopped: boolean;
  queue: Due[];
  running: Map<string, Promise<void>>;
  held: Map<string, Hold>;
}

/**
 * Works off what is due, `parallel` aggregates at a time, each for itself: one that is slow takes up one place and no
 * more, and those that are held up leave their places to others. `wake` has it called again.
 */
export function createDispatcher(options: ReactionsOptions, parallel: number, wake: () => void): Dispatcher {
  const state: State = {
    ...{ options, wake, parallel, isStopped: false, queue: [] },
    ...{ running: new Map<string, Promise<void>>(), held: new Map<string, Hold>() },
  };
  return {
    dispatch: () => dispatch(state),
    async stop() {
      state.isStopped = true;
      await Promise.all(state.running.values());
    },
  };
}

async function dispatch(state: State): Promise<void> {
  let mayBeMore = true;
  while (mayBeMore && hasRoom(state)) {
    mayBeMore = state.queue.length === 0 && (await refill(state));
    while (hasRoom(state)) {
      const due = state.queue.shift();
      if (!due) break;
      if (!state.running.has(keyOf(due))) start(state, due);
    }
  }
}

function hasRoom({ isStopped, running, parallel }: State): boolean {
  return !isStopped && running.size < parallel;
}

/** Looks for what is due; answers whether there may be more than was found. */
async function refill(state: State): Promise<boolean> {
  const { options, running, held, parallel } = state;
  const now = Date.now();
  const passedOver = [...held].filter(([, { until }]) => until > now).map(([key]) => key);
  const { found, isCut } = await findDue(options.db, [...options.handlers.keys()], options.now(), {
    limit: parallel * 8,
    except: [...running.keys(), ...passedOver],
  });
  state.queue = found;
  for (const [key, { until }] of held) if (until < now - HOLD_MS_MAX) held.delete(key);
  return isCut;
}

function start(state: State, due: Due): void {
  const { running, held, wake } = state;
  const key = keyOf(due);
  const working = workOff(state, due).then((hold) => {
    running.delete(key);
    if (hold) held.set(key, hold);
    else held.delete(key);
    wake();
  });
  running.set(key, working);
}

/** How long the aggregate is to be left alone, if at all. */
async function workOff({ options, held }: State, due: Due): Promise<Hold | null> {
  try {
    if (await react(options, due)) return null;
    return { until: Date.now() + HOLD_MS, ms: HOLD_MS };
  } catch (error) {
    // What holds one aggregate up (a deadlock, a lost connection) is no reason to leave the others: it stays due.
    options.log.warn({ err: error, ...due }, 'a reaction is held up');
    const ms = Math.min((held.get(keyOf(due))?.ms ?? HOLD_MS / 2) * 2, HOLD_MS_MAX);
    return { until: Date.now() + ms, ms };
  }
}
