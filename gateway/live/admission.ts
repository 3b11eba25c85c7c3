import { refusal, Refusal } from './errors';
import { createLimiter } from './limiter';
import type { LiveOptions } from './options';
import type { GraphQLFormattedError } from 'graphql';
import type { Audience, Origin } from '../../subgraphs/kit/context';

/** Where a subscriber stands in its topic. */
export interface Admission {
  topic: string;
  /** The topic's last seq when permission was decided. */
  head: number;
  /** The seq to resume behind; null when the client named none. */
  after: number | null;
  /** Null: nobody else may see just what the viewer sees. */
  audience: Audience | null;
}

export interface AdmissionRequest {
  subgraph: string;
  /** The viewer's own. */
  authorization: string;
  /** Where the viewer is. */
  origin?: Origin;
  operation: { query: string; operationName?: string; variables: Record<string, unknown> };
  correlationId: string;
}

/** Asks the owner of a subscription field whether the viewer may subscribe; rejects with a Refusal. */
export type Admit = (request: AdmissionRequest) => Promise<Admission>;

interface Waiting {
  request: AdmissionRequest;
  resolve(admission: Admission): void;
  reject(error: unknown): void;
}

const MOST_PER_CALL = 50;
const MOST_CALLS = 16;

/** Makes the function that admits; what one viewer asks of one subgraph in one turn travels in one call. */
export function createAdmit(internal: LiveOptions['internal']): Admit {
  const limit = createLimiter(MOST_CALLS);
  const batches = new Map<string, Waiting[]>();
  const send = (key: string) => {
    const batch = batches.get(key) ?? [];
    batches.delete(key);
    for (let at = 0; at < batch.length; at += MOST_PER_CALL) {
      const part = batch.slice(at, at + MOST_PER_CALL);
      limit(() => admitAll(internal, part)).catch((error: unknown) =>
        part.forEach(({ reject }) => reject(error)),
      );
    }
  };
  return (request) =>
    new Promise((resolve, reject) => {
      const key = `${request.subgraph}\n${request.authorization}`;
      const batch = batches.get(key);
      if (batch) return void batch.push({ request, resolve, reject });
      batches.set(key, [{ request, resolve, reject }]);
      setImmediate(send, key);
    });
}

type Result = Partial<Admission> & { errors?: GraphQLFormattedError[] };

async function admitAll(internal: LiveOptions['internal'], batch: readonly Waiting[]): Promise<void> {
  const { subgraph, authorization, correlationId, origin } = batch[0]!.request;
  const operations = batch.map(({ request }) => request.operation);
  const answer = await internal(
    subgraph,
    '/internal/admit',
    { operations },
    authorization,
    correlationId,
    origin,
  );
  const { results, errors } = (answer ?? {}) as { results?: Result[]; errors?: GraphQLFormattedError[] };
  batch.forEach((waiting, i) => {
    try {
      waiting.resolve(readResult(errors ? { errors } : results?.[i]));
    } catch (error) {
      waiting.reject(error);
    }
  });
}

function readResult(result: Result | undefined): Admission {
  if (result?.errors?.length) throw new Refusal(result.errors);
  const { topic, head, after = null, audience = null } = result ?? {};
  if (typeof topic !== 'string' || typeof head !== 'number') {
    throw refusal('SUBGRAPH_UNAVAILABLE', 'The owner of this subscription gives no sensible answer.');
  }
  // A place beyond the head would silently wait for events that may never come.
  if (after !== null && after > head) {
    throw refusal('BAD_USER_INPUT', 'after is not a cursor of this subscription');
  }
  return { topic, head, after, audience };
}
