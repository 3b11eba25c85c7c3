// Follows a chat over server-sent events, and misses nothing when the connection breaks.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/live/sse.mjs
import { createClient } from 'graphql-sse';
import { resuming } from './resuming.mjs';
import { CHAT_EVENTS, GRAPHQL_URL, authorization, fromNowOn, pause, report, show } from './settings.mjs';

const client = resuming(
  createClient({
    url: GRAPHQL_URL,
    headers: () => ({ authorization: authorization() }),
    retryAttempts: Infinity,
    retry: pause,
  }),
);

client.subscribe(
  { query: CHAT_EVENTS, variables: await fromNowOn() },
  {
    // What ends the stream for good comes as errors without data.
    next: ({ data, errors }) => (data ? show(data) : report(errors)),
    error: report,
    complete: () => console.log('ended'),
  },
);
