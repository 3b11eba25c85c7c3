// Follows a chat by @apollo/client over HTTP alone, and misses nothing when the connection breaks.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/live/apollo-http.mjs
import {
  ApolloClient,
  ApolloLink,
  CombinedProtocolErrors,
  HttpLink,
  InMemoryCache,
  gql,
} from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { RetryLink } from '@apollo/client/link/retry';
import { tap } from 'rxjs';
import { CHAT_EVENTS, GRAPHQL_URL, authorization, fromNowOn, report, show } from './settings.mjs';

/** Connects again unless the server has said why not to. */
const retry = new RetryLink({
  delay: { initial: 250, max: 30_000, jitter: true },
  attempts: (_count, _operation, error) =>
    !CombinedProtocolErrors.is(error) ||
    error.errors.every(({ extensions }) => extensions?.code === 'SERVICE_BUSY'),
});

/** Keeps the operation where it is in what it follows. */
const keepPlace = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap(({ extensions }) => {
      if (extensions?.cursor) operation.variables.after = extensions.cursor;
    }),
  ),
);

const authorize = new SetContextLink(() => ({ headers: { authorization: authorization() } }));
const http = new HttpLink({ uri: GRAPHQL_URL });
const client = new ApolloClient({
  link: ApolloLink.from([retry, keepPlace, authorize, http]),
  cache: new InMemoryCache(),
});

client.subscribe({ query: gql(CHAT_EVENTS), variables: await fromNowOn() }).subscribe({
  next: ({ data, error }) => (data ? show(data) : report(error)),
  complete: () => console.log('ended'),
});
