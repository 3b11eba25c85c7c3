import { GONE, LATE, type Call, type Reply, type Running, type Settle } from './calls';
import type { Deadlines, Timed } from './deadlines';
import type { Pools } from './pools';

/** Somebody who waits for the outcome of a call. */
export interface Waiter extends Timed {
  /** They are told that they have gone, and the call is given up. */
  leave(): void;
}

/** What ends the waiting before there is an outcome. */
export interface Bounds {
  /** Milliseconds since the epoch. */
  until: number;
  /** Those who leave together; a waiter is among them for as long as it waits. */
  among?: Set<Waiter>;
}

/** Starts a call and settles once: by its outcome, as LATE, or as GONE; the last two cancel it. */
export type Wait = (start: (settle: Settle) => Running, bounds: Bounds, settle: Settle) => Waiter;

/** Makes what waits by the deadlines of a process. */
export function createWait(deadlines: Deadlines): Wait {
  return (start, { until, among }, settle) => {
    let isOver = false;
    const end: Settle = (outcome) => {
      if (isOver) return;
      isOver = true;
      slot.delete(waiter);
      among?.delete(waiter);
      settle(outcome);
    };
    const giveUp = (reason: Error) => {
      end(reason);
      running.cancel();
    };
    const waiter: Waiter = { expire: () => giveUp(LATE), leave: () => giveUp(GONE) };
    const slot = deadlines.add(waiter, until);
    among?.add(waiter);
    const running = start(end);
    return waiter;
  };
}

/** Makes one call by itself; rejects with why there is no answer. */
export type Send = (call: Call, timeoutMs: number, signal?: AbortSignal) => Promise<Reply>;

/** Makes what sends calls that have nothing to do with each other. */
export function createSend(pools: Pick<Pools, 'start'>, wait: Wait): Send {
  return (call, timeoutMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(GONE);
      const bounds = { until: Date.now() + timeoutMs };
      const waiter = wait(
        (end) => pools.start(call, end),
        bounds,
        (outcome) => {
          signal?.removeEventListener('abort', leave);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        },
      );
      function leave() {
        waiter.leave();
      }
      signal?.addEventListener('abort', leave, { once: true });
    });
}
