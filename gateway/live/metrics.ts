/** What is counted since the start, and what each count is of. */
export const COUNTERS = {
  executions: 'Pulls from subgraphs.',
  rendered: 'Events executed and rendered, each for all members that it is sent to.',
  fallbacks: 'Operations executed for each viewer though nothing that they name depends on the viewer.',
  frames: 'Events sent, counted once per member.',
  ringHits: 'Events sent as they had been rendered before, counted once per member.',
  resumes: 'Subscriptions that resumed behind a cursor.',
  resumedEvents: 'Events that lay between the cursors of those that resumed and the heads.',
  refusals: 'Operations refused.',
  slowConsumerCuts: 'Clients cut off because they did not read.',
  deadPeerCuts: 'Clients cut off because a ping was not answered, or a heartbeat not taken.',
  doorbellToFrameMs: 'Milliseconds between doorbells and the first frame that followed.',
  doorbellsServed: 'Doorbells that a frame followed.',
} as const;

/** What is there now. */
export const GAUGES = {
  sockets: 'Open WebSockets.',
  streams: 'Open event streams and multipart answers.',
  groups: 'Subscriptions that are executed apart from others.',
  members: 'Live subscriptions.',
  topics: 'Topics that are watched.',
  redisChannels: 'Channels that are listened to at Redis.',
  ringBytes: 'What is kept for those who come later.',
} as const;

export type Counters = Record<keyof typeof COUNTERS, number>;
export type Metrics = Counters & Record<keyof typeof GAUGES, number>;

/** Counters at zero. */
export function createCounters(): Counters {
  return Object.fromEntries(Object.keys(COUNTERS).map((name) => [name, 0])) as Counters;
}
