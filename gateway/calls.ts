/** Where something is reached. */
export interface Address {
  origin: string;
  /** With the query. */
  path: string;
}

/** One HTTP request to a subgraph. */
export interface Call {
  address: Address;
  method: 'GET' | 'POST';
  /** Names and values in turn. */
  headers: string[];
  body?: string;
  /** It waits for a connection however many calls wait already. */
  isPatient?: boolean;
}

export interface Reply {
  status: number;
  contentType: string | undefined;
  text: string;
}

/** How a call ended: its answer, or why there is none. */
export type Outcome = Reply | Error;

/** Takes how a call ended, once. It must not throw. */
export type Settle = (outcome: Outcome) => void;

/** A call under way. */
export interface Running {
  /** Gives it up: the connection is closed, or nothing is sent. What was to settle it may be told so, or nothing. */
  cancel(): void;
}

/** How a call ends that finds too many others waiting. */
export const BUSY = new Error('too many calls wait for this subgraph');
/** How a call ends whose time is up. */
export const LATE = new Error('timeout');
/** How a call ends that nobody waits for any more. */
export const GONE = new Error('cancelled');

/** Headers as calls take them; those without a value are left out. */
export function headersOf(fields: Readonly<Record<string, string | undefined>>): string[] {
  const headers: string[] = [];
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) headers.push(name, value);
  }
  return headers;
}

/** The address of a URL. */
export function addressOf({ origin, pathname, search }: URL): Address {
  return { origin, path: pathname + search };
}
