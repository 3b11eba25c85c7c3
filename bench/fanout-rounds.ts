import { join } from 'node:path';
import { startChild, type Child } from './child';
import type { OpenSockets } from './fanout-clients';

/** A server whose fan-out is measured. */
export interface Contender {
  server: Child;
  /** How a client subscribes. */
  subscription: Omit<OpenSockets, 'count'>;
  /** Has these events sent to all; answers when each was published, on the clock that processes share. */
  publish(events: number[]): Promise<number[]>;
}

/** What is measured in one go: so many bursts of so many events. */
export interface Load {
  burst: number;
  bursts: number;
}

/** What was measured, round by round. */
export interface Samples {
  /** The server's, per event. */
  cpuMs: number[];
  /** From the publishing of an event to its receipt, for each client. */
  latencies: number[];
}

const CLIENTS = join(__dirname, 'fanout-clients.js');
const MOST_PER_PROCESS = 5000;

let events = 0;
const nextEvents = (count: number) => Array.from({ length: count }, () => events++);

/** Clients in processes of their own. */
export interface Audience {
  size: number;
  receive(events: number[]): Promise<number[][]>;
  /** An event as it came. */
  sample(): Promise<string>;
  /** One more comes, and does not read. */
  stall(): Promise<void>;
  close(): Promise<void>;
}

/** Opens so many sockets, until each has had an event. */
export async function openAudience(contender: Contender, size: number): Promise<Audience> {
  const used = Array.from({ length: Math.ceil(size / MOST_PER_PROCESS) }, () => startChild(CLIENTS));
  const count = size / used.length;
  await Promise.all(
    used.map((child) => child.ask('open', { ...contender.subscription, count } satisfies OpenSockets)),
  );
  const audience: Audience = {
    size,
    async receive(awaited) {
      const received = await Promise.all(used.map((child) => child.ask<Float64Array[]>('receive', awaited)));
      return awaited.map((_, i) => received.flatMap((times) => [...times[i]!]));
    },
    sample: () => used[0]!.ask<string>('sample'),
    stall: () => used[0]!.ask('stall', { ...contender.subscription, count: 1 } satisfies OpenSockets),
    async close() {
      await Promise.all(used.map((child) => child.stop()));
    },
  };
  const first = nextEvents(1);
  await contender.publish(first);
  await audience.receive(first);
  return audience;
}

/** Measures one round of bursts, each sent when the one before has come to everybody. */
export async function measure(
  { contender, audience }: { contender: Contender; audience: Audience },
  { burst, bursts }: Load,
  samples: Samples,
): Promise<void> {
  const before = await contender.server.ask<number>('cpu');
  for (let i = 0; i < bursts; i++)
    for (const latency of await publishOnce(contender, audience, burst)) samples.latencies.push(latency);
  samples.cpuMs.push(((await contender.server.ask<number>('cpu')) - before) / (burst * bursts));
}

/** Answers how long each event took to each client. */
async function publishOnce(contender: Contender, audience: Audience, burst: number): Promise<number[]> {
  const awaited = nextEvents(burst);
  const [published, arrivals] = await Promise.all([contender.publish(awaited), audience.receive(awaited)]);
  return arrivals.flatMap((times, i) => times.map((time) => time - published[i]!));
}
