import type { Outcome, Running, Settle } from '../calls';

/** Whose fetches are shared: nobody's, those of one request, or those of one caller's requests as well. */
export type ShareMode = 'off' | 'request' | 'all';

/** One fetch of a subgraph, and all that its answer depends on. */
export interface Fetch {
  service: string;
  /** On whose behalf: a user's token, or an audience's. */
  authorization: string | undefined;
  /** Where the caller is, as the subgraph is told. */
  origin: string | undefined;
  /** The whole request. */
  body: string;
  isMutation: boolean;
  /** When the subgraph is told that nobody waits any more, in milliseconds since the epoch. */
  deadline: number;
}

/** Carries a fetch out. */
export type Ask<F extends Fetch = Fetch> = (fetch: F, settle: Settle) => Running;

/** How many fetches went out, and how many were answered by one that was under way. */
export interface FetchCounters {
  fetches: number;
  shared: number;
}

/** A fetch that is under way, and who waits for it. */
interface Flight {
  key: string;
  fetch: Fetch;
  startedAt: number;
  sharers: Set<Settle>;
  running?: Running;
}

/** Whoever comes later asks anew: an answer that hangs must not hold up everybody. */
const JOINABLE_MS = 1000;

/**
 * Lets fetches that are alike to the letter share one answer while it is under way; each is told the text, and reads it
 * by itself. Mutations are never shared. What was asked before one of the same caller's was sent, or answered, is not
 * joined by what is asked after that: everybody reads what they wrote.
 */
export function shareFetches<F extends Fetch>(ask: Ask<F>, counters: FetchCounters, now = Date.now): Ask<F> {
  const flights = new Map<string, Flight>();

  const ground = (flight: Flight) => {
    if (flights.get(flight.key) === flight) flights.delete(flight.key);
  };

  function mutate(fetch: F, settle: Settle): Running {
    groundAll(flights, fetch);
    return ask(fetch, (outcome) => {
      groundAll(flights, fetch);
      settle(outcome);
    });
  }

  /** The first to ask is one of those who share. */
  function join(flight: Flight, fetch: F, settle: Settle): Running {
    let again: Running | undefined;
    const sharer: Settle = (outcome) => {
      const hasTimeLeft = fetch.deadline > flight.fetch.deadline && now() >= flight.fetch.deadline;
      if (hasTimeLeft && isLate(outcome)) again = share(fetch, settle);
      else settle(outcome);
    };
    flight.sharers.add(sharer);
    return {
      cancel() {
        again?.cancel();
        if (!flight.sharers.delete(sharer) || flight.sharers.size > 0) return;
        ground(flight);
        flight.running?.cancel();
      },
    };
  }

  function lead(key: string, fetch: F, settle: Settle): Running {
    const flight: Flight = { key, fetch, startedAt: now(), sharers: new Set() };
    flights.set(key, flight);
    const running = join(flight, fetch, settle);
    flight.running = ask(fetch, (outcome) => {
      ground(flight);
      const sharers = [...flight.sharers];
      flight.sharers.clear();
      for (const sharer of sharers) sharer(outcome);
    });
    return running;
  }

  function share(fetch: F, settle: Settle): Running {
    if (fetch.isMutation) return mutate(fetch, settle);
    const key = keyOf(fetch);
    const flight = flights.get(key);
    if (!flight || now() - flight.startedAt > JOINABLE_MS) return lead(key, fetch, settle);
    counters.shared++;
    return join(flight, fetch, settle);
  }

  return share;
}

/** Nobody joins any more what is under way for this caller. */
function groundAll(flights: Map<string, Flight>, { authorization }: Fetch): void {
  for (const [key, { fetch }] of flights) if (fetch.authorization === authorization) flights.delete(key);
}

function keyOf({ service, authorization = '', origin = '', body }: Fetch): string {
  // Neither of the first three can hold a line feed: they are a name and the values of headers.
  return `${service}\n${authorization}\n${origin}\n${body}`;
}

/** Whether a fetch may have come to nothing because nobody was said to wait for it any more. */
function isLate(outcome: Outcome): boolean {
  return outcome instanceof Error || outcome.text.includes('"DEADLINE_EXCEEDED"');
}
