import type { Child } from './child';
import { median, quantile } from './figures';
import type { OpenSockets } from './fanout-clients';

/** A server whose fan-out is measured. */
export interface Contender {
  server: Child;
  /** How a client subscribes. */
  subscription: Omit<OpenSockets, 'count'>;
  /** Has these events sent to all; answers when each was published, on the clock that processes share. */
  publish(events: number[]): Promise<number[]>;
}

/** What is measured in one go. */
export interface Load {
  /** How many events come together. */
  burst: number;
  bursts: number;
}

export interface Figures {
  sockets: number;
  burst: number;
  cpuPerEventMs: number;
  cpuPerDeliveryUs: number;
  p50: number;
  p99: number;
}

const ROUNDS = 3;
const MOST_PER_PROCESS = 5000;

let events = 0;
const nextEvents = (count: number) => Array.from({ length: count }, () => events++);

/** Clients in processes of their own. */
export interface Audience {
  size: number;
  receive(events: number[]): Promise<number[][]>;
  /** An event as it came. */
  sample(): Promise<string>;
  /** One stops reading, and is counted no more. */
  stall(): Promise<void>;
  close(): Promise<void>;
}

/** Opens so many sockets, until each has had an event. */
export async function openAudience(
  processes: Child[],
  contender: Contender,
  size: number,
): Promise<Audience> {
  const used = processes.slice(0, Math.ceil(size / MOST_PER_PROCESS));
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
    stall: () => used[0]!.ask('stall', 1),
    async close() {
      await Promise.all(used.map((child) => child.ask('close')));
    },
  };
  const first = nextEvents(1);
  await contender.publish(first);
  await audience.receive(first);
  return audience;
}

/** Measures bursts one after the other; the CPU is the median of some rounds. */
export async function measure(contender: Contender, audience: Audience, load: Load): Promise<Figures> {
  const { server } = contender;
  const latencies: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = await server.ask<number>('cpu');
    for (let i = 0; i < load.bursts; i++)
      latencies.push(...(await publishOnce(contender, audience, load.burst)));
    cpu.push(((await server.ask<number>('cpu')) - before) / (load.burst * load.bursts));
  }
  const cpuPerEventMs = median(cpu);
  return {
    ...{ sockets: audience.size, burst: load.burst, cpuPerEventMs },
    cpuPerDeliveryUs: (cpuPerEventMs * 1000) / audience.size,
    ...{ p50: median(latencies), p99: quantile(latencies, 0.99) },
  };
}

/** Answers how long each event took to each client. */
async function publishOnce(contender: Contender, audience: Audience, burst: number): Promise<number[]> {
  const awaited = nextEvents(burst);
  const [published, arrivals] = await Promise.all([contender.publish(awaited), audience.receive(awaited)]);
  return arrivals.flatMap((times, i) => times.map((time) => time - published[i]!));
}
