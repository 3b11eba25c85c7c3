import type { GraphQLErrorShape } from './http';
import { recordFrames, type Frame, type Subscribed } from './subscribed';
import { waitFor } from './wait';

export const SSE = 'text/event-stream';
/** As @apollo/client sends it. */
export const MULTIPART =
  'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json,application/json;q=0.9';

export interface StreamOptions {
  accept: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
}

/** One subscription over HTTP, read as the bytes come. */
export interface HttpStream<D = Record<string, unknown>> extends Subscribed<D> {
  /** Null until the head has come. */
  readonly status: number | null;
  readonly headers: Headers;
  /** All that came. */
  readonly text: string;
  /** The ids of the events. */
  readonly ids: string[];
  /** Waits until the head has come. */
  opened(): Promise<void>;
}

interface Payload<D> extends Partial<Frame<D>> {
  payload?: Partial<Frame<D>> | null;
}

/** Subscribes by `fetch`. */
export function openStream<D>(
  { url, token }: { url: string; token: string | null },
  operation: { document: string; variables?: Record<string, unknown> },
  { accept, method = 'POST', headers: extra }: StreamOptions,
): HttpStream<D> {
  const control = new AbortController();
  const recorder = recordFrames<D>(() => control.abort());
  const state = { status: null as number | null, headers: new Headers(), text: '', ids: [] as string[] };
  const take = ({ data, errors, extensions }: Partial<Frame<D>>) => {
    if (data === undefined) recorder.end({ errors });
    else recorder.next({ data, ...(errors && { errors }), ...(extensions && { extensions }) });
  };
  const read = async () => {
    const { document: query, variables } = operation;
    const given = method === 'GET' ? { query, variables: JSON.stringify(variables ?? {}) } : null;
    const response = await fetch(given ? `${url}?${String(new URLSearchParams(given))}` : url, {
      ...{ method, signal: control.signal },
      headers: {
        ...{ accept, 'content-type': 'application/json' },
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...extra,
      },
      ...(method === 'POST' && { body: JSON.stringify({ query, variables }) }),
    });
    Object.assign(state, { status: response.status, headers: response.headers });
    const type = response.headers.get('content-type') ?? '';
    const parse = type.startsWith(SSE) ? readEvents : type.startsWith('multipart/mixed') ? readParts : null;
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true });
      state.text += text;
      rest = parse ? parse<D>(rest + text, state.ids, take) : rest + text;
    }
    if (parse) return;
    const { errors, data } = JSON.parse(rest) as { errors?: GraphQLErrorShape[]; data?: D };
    if (data !== undefined) take({ data, errors });
    else recorder.end({ errors, closeCode: response.status });
  };
  read().then(
    () => recorder.end(),
    () => recorder.end(),
  );
  const more = { opened: () => waitFor(() => state.status, { what: 'the head' }).then(() => undefined) };
  return Object.defineProperties(
    recorder.subscribed,
    Object.getOwnPropertyDescriptors({
      ...more,
      get status() {
        return state.status;
      },
      get headers() {
        return state.headers;
      },
      get text() {
        return state.text;
      },
      ids: state.ids,
    }),
  ) as HttpStream<D>;
}

/** Takes the events that are whole, and answers the rest. */
function readEvents<D>(text: string, ids: string[], take: (frame: Partial<Frame<D>>) => void): string {
  const blocks = text.split('\n\n');
  const rest = blocks.pop()!;
  for (const block of blocks) {
    const lines = block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)!);
    const fields = Object.fromEntries(lines.map(([, name, value]) => [name, value])) as Record<
      string,
      string
    >;
    if (fields.id !== undefined) ids.push(fields.id);
    if (fields.event === 'next') take(JSON.parse(fields.data!) as Partial<Frame<D>>);
  }
  return rest;
}

/** Takes the parts whose delimiter has come, and answers the rest. */
function readParts<D>(text: string, _: string[], take: (frame: Partial<Frame<D>>) => void): string {
  const parts = text.split('\r\n--graphql');
  const rest = parts.pop()!;
  for (const part of parts.filter((one) => one !== '')) {
    const [head, body] = part.split('\r\n\r\n');
    expect(head).toBe('\r\nContent-Type: application/json');
    const { payload, errors } = JSON.parse(body!) as Payload<D>;
    if (payload) take(payload);
    else if (payload === null) take({ errors });
  }
  return rest;
}
