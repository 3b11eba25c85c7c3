// Follows a chat by urql over a WebSocket, and misses nothing when the connection breaks.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/live/urql.mjs
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { CHAT_EVENTS, GRAPHQL_URL, authorization, fromNowOn, report, show } from './settings.mjs';
import { socket } from './socket.mjs';

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
