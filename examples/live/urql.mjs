// Follows a chat by urql over a WebSocket, and misses nothing when the connection breaks.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/live/urql.mjs
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { resuming } from './resuming.mjs';
import {
  CHAT_EVENTS,
  GRAPHQL_URL,
  SOCKET_URL,
  authorization,
  fromNowOn,
  pause,
  report,
  show,
} from './settings.mjs';

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
const client = new Client({
  url: GRAPHQL_URL,
  fetchOptions: () => ({ headers: { authorization: authorization() } }),
  preferGetMethod: false,
  exchanges: [
    cacheExchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query, variables }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
});

client
  .subscription(CHAT_EVENTS, await fromNowOn())
  .subscribe(({ data, error }) => (error ? report(error) : show(data)));
