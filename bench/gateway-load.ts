import { Pool } from 'undici';
import { answer } from './child';

/** What clients ask for a while, each one thing after the other. */
export interface Traffic {
  /** Clients go to them in turn. */
  urls: readonly string[];
  bodies: readonly string[];
  /** Client by client, from the beginning again where there are more clients. */
  tokens: readonly string[];
  connections: number;
  milliseconds: number;
}

/** What they got done. */
export interface Served {
  count: number;
  perSecond: number;
  /** How long each took, in milliseconds. */
  latencies: Float64Array;
  failed: number;
}

const GOOD = Buffer.from('{"data":{');

/** Sends a request; answers whether it came to data without errors. */
function send(pool: Pool, path: string, body: string, token: string): Promise<boolean> {
  return new Promise((resolve) => {
    let isGood = false;
    let isFirst = true;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    pool.dispatch(
      { path, method: 'POST', headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, status) => void (isGood = status === 200),
        onResponseData: (_, chunk) => {
          if (isFirst) isGood &&= chunk.subarray(0, GOOD.length).equals(GOOD);
          isFirst = false;
        },
        onResponseEnd: () => resolve(isGood),
        onResponseError: () => resolve(false),
      },
    );
  });
}

async function run({ urls, bodies, tokens, connections, milliseconds }: Traffic): Promise<Served> {
  const places = urls.map((url) => ({ pool: new Pool(new URL(url).origin), path: new URL(url).pathname }));
  const latencies: number[] = [];
  let failed = 0;
  const began = performance.now();
  const client = async (number: number) => {
    const { pool, path } = places[number % places.length]!;
    const token = tokens[number % tokens.length]!;
    // A stride without a common divisor takes every client through all of them, each in another order.
    const stride = STRIDES[number % STRIDES.length]!;
    for (let i = number; performance.now() < began + milliseconds; i += stride) {
      const sent = performance.now();
      if (!(await send(pool, path, bodies[i % bodies.length]!, token))) failed++;
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, i) => client(i)));
  const perSecond = (latencies.length * 1000) / (performance.now() - began);
  await Promise.all(places.map(({ pool }) => pool.close()));
  return { count: latencies.length, perSecond, latencies: Float64Array.from(latencies), failed };
}

/** Primes beyond the factors of any number of variable sets here. */
const STRIDES = [7, 11, 13, 17, 19, 23, 29, 31];

answer({ run });
