import { Session } from 'node:inspector/promises';
import { answer } from './child';

/** What a process has used. */
export interface Usage {
  /** Since its start, in milliseconds. */
  cpuMs: number;
  /** What it holds, in bytes: JavaScript's heap, after a collection, and the buffers beside it. */
  heldBytes: number;
}

const inspector = new Session();

answer({
  cpu: () => cpuMs(),
  /** What it has of the machine's memory, in bytes. */
  rss: () => process.memoryUsage.rss(),
  /** Begins to note where time goes. */
  async profile() {
    inspector.connect();
    await inspector.post('Profiler.enable');
    await inspector.post('Profiler.start');
  },
  /** Ends it; answers what was noted, as `.cpuprofile` files hold it. */
  async profiled() {
    const { profile } = await inspector.post('Profiler.stop');
    inspector.disconnect();
    return profile;
  },
  usage: (): Usage => {
    const used = cpuMs();
    for (let i = 0; i < 3; i++) globalThis.gc!();
    const { heapUsed, external } = process.memoryUsage();
    return { cpuMs: used, heldBytes: heapUsed + external };
  },
});

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
