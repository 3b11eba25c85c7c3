import { BUSY, type Call, type Running, type Settle } from './calls';

/** The calls to one subgraph: so many at a time, and so many that wait for their turn. */
export interface Lane {
  /** Starts a call or lets it wait; one beyond what may wait ends as BUSY, before this returns. */
  start(call: Call, settle: Settle): Running;
  close(): Promise<void>;
}

export interface LaneOptions {
  connections: number;
  maxWaiting: number;
  /** Carries a call out. */
  exchange(call: Call, settle: Settle): Running;
  /** Ends the connections, and with them what is under way. */
  close(): Promise<void>;
}

interface Waiting extends Running {
  call: Call;
  settle: Settle;
  running: Running | null;
}

const CLOSED = new Error('closed');

/** Makes a lane. Calls that wait take their turns in order, and cost nothing once they are cancelled. */
export function createLane({ connections, maxWaiting, exchange, close }: LaneOptions): Lane {
  const queue = new Set<Waiting>();
  let active = 0;
  let isDraining = false;

  const carryOut = (call: Call, settle: Settle): Running => {
    active++;
    return exchange(call, (outcome) => {
      active--;
      if (queue.size > 0) drain();
      settle(outcome);
    });
  };

  /** A call that fails at once comes back here: the loop goes on with the next, without descending. */
  function drain(): void {
    if (isDraining) return;
    isDraining = true;
    for (const next of queue) {
      if (active >= connections) break;
      queue.delete(next);
      next.running = carryOut(next.call, next.settle);
    }
    isDraining = false;
  }

  function wait(call: Call, settle: Settle): Running {
    const waiting: Waiting = {
      ...{ call, settle, running: null },
      cancel() {
        if (waiting.running) waiting.running.cancel();
        else queue.delete(waiting);
      },
    };
    queue.add(waiting);
    return waiting;
  }

  return {
    start(call, settle) {
      if (active < connections) return carryOut(call, settle);
      if (call.isPatient || queue.size < maxWaiting) return wait(call, settle);
      settle(BUSY);
      return { cancel: () => undefined };
    },
    async close() {
      const left = [...queue];
      queue.clear();
      for (const { settle } of left) settle(CLOSED);
      await close();
    },
  };
}
