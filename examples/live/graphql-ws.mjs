// Follows a chat over a WebSocket, and misses nothing when the connection breaks.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/live/graphql-ws.mjs
import { CHAT_EVENTS, fromNowOn, report, show } from './settings.mjs';
import { socket } from './socket.mjs';

socket.subscribe(
  { query: CHAT_EVENTS, variables: await fromNowOn() },
  { next: ({ data }) => show(data), error: report, complete: () => console.log('ended') },
);
