// What the examples of this folder share: where the gateway is, who asks, and which chat is followed.
export const GRAPHQL_URL = process.env.GRAPHQL_URL ?? 'http://127.0.0.1:4000/graphql';
export const SOCKET_URL = GRAPHQL_URL.replace(/^http/, 'ws');

/** An application answers the token that counts now: the clients ask for it each time that they connect. */
export const authorization = () => `Bearer ${process.env.ACCESS_TOKEN}`;

export const CHAT_EVENTS = `subscription ($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) {
    event { __typename ... on MessageSent { message { body author { displayName } } } }
  }
}`;

const FIRST_CHAT = '{ workspace(slug: "acme") { chats(first: 1) { nodes { id name eventsCursor } } } }';

/** The variables that follow a chat of the workspace "acme" from now on. */
export async function fromNowOn() {
  const response = await fetch(GRAPHQL_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: authorization() },
    body: JSON.stringify({ query: FIRST_CHAT }),
  });
  const { data } = await response.json();
  const [chat] = data.workspace.chats.nodes;
  console.log(`following ${chat.name}`);
  return { chatId: chat.id, after: chat.eventsCursor };
}

/** Waits a little longer each time, and not as long as all others. */
export const pause = (retries) =>
  new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** retries, 30_000) * (0.5 + Math.random())));

export function show({ chatEvents: { event } }) {
  const { message } = event;
  console.log(message ? `${message.author?.displayName ?? 'somebody'}: ${message.body}` : event.__typename);
}

export function report(error) {
  console.error(error);
  process.exitCode = 1;
}
