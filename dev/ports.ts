import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { StartError, codeOf, toStartError } from './start-error';

const HOST = '127.0.0.1';

/** Ports to choose from, the last one excluded. */
export interface PortRange {
  from: number;
  to: number;
}

/** Below what systems give to outgoing connections, which would take a port between its choice and its use. */
const RANGE: PortRange = { from: 30_000, to: 32_768 };

/** As many free ports as asked for, all different, from anywhere in the range. */
export async function freePorts(count: number, { from, to } = RANGE): Promise<number[]> {
  const servers = new Map<number, Server>();
  for (let tries = 0; servers.size < count; tries++) {
    if (tries > to - from) throw new StartError(`No ${count} ports are free between ${from} and ${to}.`);
    const port = randomInt(from, to);
    const server = servers.has(port) ? null : await listenIfFree(port);
    if (server) servers.set(port, server);
  }
  await Promise.all([...servers.values()].map(close));
  return [...servers.keys()];
}

/**
 * The wanted ports, with free ones in place of zeros; when `PORT` is 0, all are free ones. Refuses, in one line, ports
 * that are taken and ports that were given twice.
 */
export async function choosePorts<N extends string>(
  wanted: Readonly<Record<N, number>>,
): Promise<Record<N, number>> {
  const names = Object.keys(wanted) as N[];
  const isAllFree = (wanted as Record<string, number>).PORT === 0;
  const fixed = isAllFree ? [] : names.filter((name) => wanted[name] !== 0);
  refuseTwins(fixed, wanted);
  const taken = (
    await Promise.all(fixed.map(async (name) => ((await isFree(wanted[name])) ? null : name)))
  ).filter((name) => name !== null);
  if (taken.length > 0) {
    const list = taken.map((name) => `${wanted[name]} (${name})`).join(', ');
    const ports = taken.length === 1 ? `Port ${list} is` : `Ports ${list} are`;
    throw new StartError(
      `${ports} taken: stop the program that listens there, or set another port; PORT=0 picks free ones throughout.`,
    );
  }
  const free = await freePorts(names.length);
  return Object.fromEntries(
    names.map((name, i): [N, number] => [name, fixed.includes(name) ? wanted[name] : free[i]!]),
  ) as Record<N, number>;
}

function refuseTwins<N extends string>(names: readonly N[], wanted: Readonly<Record<N, number>>): void {
  for (const name of names) {
    const twin = names.find((other) => other !== name && wanted[other] === wanted[name]);
    if (twin) throw new StartError(`Port ${wanted[name]} is given twice: ${name} and ${twin}.`);
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = await listenIfFree(port);
  if (server) await close(server);
  return server !== null;
}

async function listenIfFree(port: number): Promise<Server | null> {
  try {
    return await listen(port);
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return null;
    throw toStartError(error, `Cannot listen on port ${port}`);
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
