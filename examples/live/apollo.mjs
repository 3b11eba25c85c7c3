// Follows a chat by @apollo/client over a WebSocket, and misses nothing when the connection breaks.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/live/apollo.mjs
import { ApolloClient, InMemoryCache, gql } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { resuming } from './resuming.mjs';
import { CHAT_EVENTS, SOCKET_URL, authorization, fromNowOn, pause, report, show } from './settings.mjs';

const socket = resuming(
  createClient({
    url: SOCKET_URL,
    webSocketImpl: WebSocket,
    connectionParams: () => ({ authorization: authorization() }),
    // Also where nobody answers at all, as while a server starts.
    shouldRetry: () => true,
    retryAttempts: Infinity,
    retryWait: pause,
  }),
);
const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });

client.subscribe({ query: gql(CHAT_EVENTS), variables: await fromNowOn() }).subscribe({
  next: ({ data, error }) => (data ? show(data) : report(error)),
  complete: () => console.log('ended'),
});
