/** How results may travel to a client that asked over HTTP. */
export type StreamFormat = 'sse' | 'multipart';

interface MediaRange {
  /** Lower case, without parameters. */
  type: string;
  parameters: ReadonlyMap<string, string>;
  quality: number;
}

const JSON_TYPES = ['application/json', 'application/graphql-response+json', 'application/*', '*/*'];

/** The stream that an `Accept` header prefers for a subscription; null when it accepts none. */
export function streamFormatOf(accept: string | undefined): StreamFormat | null {
  for (const range of rangesOf(accept)) {
    const format = formatOf(range);
    if (format) return format;
  }
  return null;
}

/** Whether an `Accept` header prefers an event stream to JSON for what is answered once. */
export function prefersEventStream(accept: string | undefined): boolean {
  const preferred = rangesOf(accept).find((one) => formatOf(one) === 'sse' || JSON_TYPES.includes(one.type));
  return preferred !== undefined && formatOf(preferred) === 'sse';
}

function formatOf({ type, parameters }: MediaRange): StreamFormat | null {
  if (type === 'text/event-stream') return 'sse';
  return type === 'multipart/mixed' && parameters.get('subscriptionspec') === '1.0' ? 'multipart' : null;
}

/** What is accepted, the most wanted first; equals as they stand. */
function rangesOf(accept = ''): MediaRange[] {
  return splitOutsideQuotes(accept, ',')
    .map(rangeOf)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

function rangeOf(text: string): MediaRange {
  const [type = '', ...rest] = splitOutsideQuotes(text, ';');
  const parameters = new Map<string, string>();
  for (const parameter of rest) {
    const at = parameter.indexOf('=');
    if (at > 0)
      parameters.set(parameter.slice(0, at).trim().toLowerCase(), unquoted(parameter.slice(at + 1)));
  }
  const quality = Number(parameters.get('q') ?? 1);
  return { type: type.trim().toLowerCase(), parameters, quality: Number.isNaN(quality) ? 1 : quality };
}

const unquoted = (text: string) => text.trim().replace(/^"(.*)"$/, '$1');

function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  return text.match(separator === ',' ? /(?:[^,"]|"[^"]*"?)+/g : /(?:[^;"]|"[^"]*"?)+/g) ?? [];
}
