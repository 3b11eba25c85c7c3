import {
  ApolloClient,
  CombinedGraphQLErrors,
  CombinedProtocolErrors,
  HttpLink,
  InMemoryCache,
  ServerError,
  gql,
} from '@apollo/client';
import { createClient, type NetworkError } from 'graphql-sse';
import type { GraphQLErrorShape } from './http';
import { MULTIPART, openStream } from './http-stream';
import { openSocket } from './socket';
import { recordFrames, type Frame, type Subscribed } from './subscribed';

/** A client of one transport, with one token. */
export interface TestClient {
  subscribe<D = Record<string, unknown>>(
    document: string,
    variables?: Record<string, unknown>,
  ): Subscribed<D>;
  close(): Promise<void>;
}

export interface Transport {
  name: string;
  /** What its client refuses before it sends it. */
  refuses?: RegExp;
  /** How the end of a token is told: a close code, or an error. */
  expiry: number | string;
  connect(at: { url: string; wsUrl: string }, token: string | null): TestClient;
}

type Open = <D>(document: string, variables: Record<string, unknown>) => Subscribed<D>;

/** A client whose subscriptions are connections of their own. */
function distinct(open: Open): TestClient {
  const opened: Subscribed<unknown>[] = [];
  return {
    subscribe<D>(document: string, variables: Record<string, unknown> = {}) {
      const subscribed = open<D>(document, variables);
      opened.push(subscribed);
      return subscribed;
    },
    close: async () => {
      for (const { close } of opened) close();
      await Promise.all(opened.map(({ ended }) => ended()));
    },
  };
}

const sockets: Transport = {
  name: 'graphql-ws',
  expiry: 4403,
  connect: ({ wsUrl }, token) => openSocket(wsUrl, token),
};

const events: Transport = {
  name: 'SSE, by graphql-sse',
  expiry: 'UNAUTHENTICATED',
  connect: ({ url }, token) => {
    const headers = token === null ? undefined : { authorization: `Bearer ${token}` };
    const client = createClient({ url, headers, retryAttempts: 0 });
    return distinct(<D>(query: string, variables: Record<string, unknown>) => {
      const recorder = recordFrames<D>(() => {
        stop();
        recorder.end();
      });
      const stop = client.subscribe<D>(
        { query, variables },
        {
          next: ({ data, errors, extensions }) => {
            const shown = errors as readonly GraphQLErrorShape[] | undefined;
            if (data === undefined) recorder.end({ errors: shown });
            else recorder.next({ data, errors: shown, extensions } as Frame<D>);
          },
          error: (error) => recorder.end({ closeCode: (error as NetworkError<Response>).response?.status }),
          complete: () => recorder.end(),
        },
      );
      return recorder.subscribed;
    });
  },
};

const parts: Transport = {
  name: 'multipart',
  expiry: 'UNAUTHENTICATED',
  connect: ({ url }, token) =>
    distinct((document, variables) =>
      openStream({ url, token }, { document, variables }, { accept: MULTIPART }),
    ),
};

/** Its cache adds `__typename` to what is selected. */
const apollo: Transport = {
  name: 'multipart, by @apollo/client',
  expiry: 'UNAUTHENTICATED',
  refuses: /\{$|@defer|^\{|^mutation/,
  connect: ({ url: uri }, token) => {
    const headers = token === null ? undefined : { authorization: `Bearer ${token}` };
    const client = new ApolloClient({
      ...{ link: new HttpLink({ uri, headers }), cache: new InMemoryCache() },
      // Each subscription is one, however many are equal.
      queryDeduplication: false,
    });
    return distinct((document, variables) => subscribeByApollo(client, document, variables));
  },
};

function subscribeByApollo<D>(
  client: ApolloClient,
  document: string,
  variables: Record<string, unknown>,
): Subscribed<D> {
  const recorder = recordFrames<D>(() => {
    stop.unsubscribe();
    recorder.end();
  });
  const stop = client
    .subscribe<D>({ query: gql(document), variables, fetchPolicy: 'no-cache', errorPolicy: 'all' })
    .subscribe({
      next: ({ data, error, extensions }) => {
        const isKnown = CombinedGraphQLErrors.is(error) || CombinedProtocolErrors.is(error);
        const errors = isKnown ? (error.errors as readonly GraphQLErrorShape[]) : undefined;
        if (data) recorder.next({ data, errors, extensions } as Frame<D>);
        else recorder.end({ errors, closeCode: ServerError.is(error) ? error.statusCode : undefined });
      },
      complete: () => recorder.end(),
    });
  return recorder.subscribed;
}

/** Every way in which clients follow what happens. */
export const TRANSPORTS: readonly Transport[] = [sockets, events, parts, apollo];
