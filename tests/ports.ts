import { freePorts } from '../dev/ports';

const FIRST = 10_000;
const PER_WORKER = 2_000;

/** Free ports of this worker's own: no other test file can take one between its choice and its use. */
export function testPorts(count: number): Promise<number[]> {
  const from = FIRST + (Number(process.env.JEST_WORKER_ID ?? 1) % 10) * PER_WORKER;
  return freePorts(count, { from, to: from + PER_WORKER });
}
