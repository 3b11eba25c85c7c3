// Follows a chat over a WebSocket, and misses nothing when the connection breaks.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/live/graphql-ws.mjs
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { resuming } from './resuming.mjs';
import { CHAT_EVENTS, SOCKET_URL, authorization, fromNowOn, pause, report, show } from './settings.mjs';

const client = resuming(
  createClient({
    url: SOCKET_URL,
    // A browser has one of its own.
    webSocketImpl: WebSocket,
    connectionParams: () => ({ authorization: authorization() }),
    // Also where nobody answers at all, as while a server starts.
    shouldRetry: () => true,
    retryAttempts: Infinity,
    retryWait: pause,
  }),
);

client.subscribe(
  { query: CHAT_EVENTS, variables: await fromNowOn() },
  { next: ({ data }) => show(data), error: report, complete: () => console.log('ended') },
);
