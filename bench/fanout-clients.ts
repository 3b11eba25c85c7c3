import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { answer } from './child';
import { markOf, now } from './fanout-marks';

/** Many clients in one process, which look at what comes just closely enough to know which event it is. */
export interface OpenSockets {
  url: string;
  token: string;
  count: number;
  query: string;
  variables: object;
}

const MOST_OPENING = 50;
const PROTOCOL = 'graphql-transport-ws';

const sockets: WebSocket[] = [];
/** When each event came, on the clock that processes share. */
const arrivals = new Map<number, number[]>();
let sample = '';
let isDue: () => void = () => undefined;

function onMessage(data: Buffer): void {
  const mark = markOf(data);
  if (mark === null && data.includes('"type":"error"')) throw new Error(data.toString());
  if (mark === null) return;
  if (sample === '') sample = data.toString();
  const times = arrivals.get(mark);
  if (times) times.push(now());
  else arrivals.set(mark, [now()]);
  if (arrivals.get(mark)!.length >= sockets.length) isDue();
}

function open({ url, token, query, variables }: OpenSockets): Promise<void> {
  const ws = new WebSocket(url, PROTOCOL, { perMessageDeflate: false, skipUTF8Validation: true });
  sockets.push(ws);
  return new Promise((resolve, reject) => {
    ws.once('error', reject);
    ws.once('close', (code, reason) => reject(new Error(`closed with ${code} ${String(reason)}`)));
    ws.once('open', () => {
      const payload = { authorization: `Bearer ${token}` };
      ws.send(JSON.stringify({ type: 'connection_init', payload }));
    });
    // The acknowledgement.
    ws.once('message', () => {
      ws.on('message', onMessage);
      ws.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload: { query, variables } }));
      resolve();
    });
  });
}

answer({
  async open(wanted: OpenSockets) {
    let left = wanted.count;
    const opener = async () => {
      while (left-- > 0) await open(wanted);
    };
    await Promise.all(Array.from({ length: MOST_OPENING }, opener));
  },
  /** Answers when these events came to the sockets that read, once they have come to all. */
  async receive(marks: number[]) {
    const isComplete = () => marks.every((mark) => (arrivals.get(mark)?.length ?? 0) >= sockets.length);
    while (!isComplete()) await new Promise<void>((resolve) => (isDue = resolve));
    const times = marks.map((mark) => Float64Array.from(arrivals.get(mark)!));
    marks.forEach((mark) => arrivals.delete(mark));
    return times;
  },
  /** An event as it came. */
  sample: () => sample,
  /** One more comes, stops reading, and is never counted. */
  async stall(wanted: OpenSockets) {
    await open(wanted);
    sockets.pop()!.pause();
  },
});
