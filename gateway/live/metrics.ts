/** What is counted since the start. */
export interface Counters {
  /** Pulls from subgraphs. */
  executions: number;
  /** Operations that had to be executed for each viewer, though nothing that they name depends on the viewer. */
  fallbacks: number;
  /** Events executed and rendered, each for all members that it is sent to. */
  rendered: number;
  /** Events sent as they had been rendered before, counted once per member. */
  ringHits: number;
  /** Events sent, counted once per member. */
  frames: number;
  /** Subscriptions that resumed behind a cursor. */
  resumes: number;
  /** How many events lay between these cursors and the heads. */
  resumedEvents: number;
  /** Subscriptions refused at admission. */
  refusals: number;
  /** Sockets cut off because they did not read. */
  slowConsumerCuts: number;
  /** Sockets cut off because a ping was not answered. */
  deadPeerCuts: number;
  /** Time between doorbells and the first frame that followed, summed. */
  doorbellToFrameMs: number;
  /** How many doorbells that sum is of. */
  doorbellsServed: number;
}

/** Counters at zero. */
export function createCounters(): Counters {
  return {
    executions: 0,
    rendered: 0,
    ringHits: 0,
    fallbacks: 0,
    frames: 0,
    resumes: 0,
    resumedEvents: 0,
    refusals: 0,
    slowConsumerCuts: 0,
    deadPeerCuts: 0,
    doorbellToFrameMs: 0,
    doorbellsServed: 0,
  };
}
