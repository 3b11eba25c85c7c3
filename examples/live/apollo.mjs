// Follows a chat by @apollo/client over a WebSocket, and misses nothing when the connection breaks.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/live/apollo.mjs
import { ApolloClient, InMemoryCache, gql } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { CHAT_EVENTS, fromNowOn, report, show } from './settings.mjs';
import { socket } from './socket.mjs';

const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });

client.subscribe({ query: gql(CHAT_EVENTS), variables: await fromNowOn() }).subscribe({
  next: ({ data, error }) => (data ? show(data) : report(error)),
  complete: () => console.log('ended'),
});
