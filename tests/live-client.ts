import type { Platform } from './platform';
import type { Frame, Subscribed, TestSocket } from './socket';

/** What the subscription below tells of one event of a chat. */
export interface ChatEvents {
  chatEvents: {
    cursor: string;
    event: { __typename: string; message?: { body: string; author: { username: string } | null } | null };
  };
}

/** Follows a chat, with a field of another subgraph in each message. */
export const CHAT_EVENTS = `subscription ($chatId: ID!, $after: String) {
  chatEvents(chatId: $chatId, after: $after) {
    cursor
    event { __typename ... on MessageSent { message { body author { username } } } }
  }
}`;

/** Subscribes behind the chat's last event, so that nothing is missed however late the server admits. */
export function followChat(
  socket: Pick<TestSocket, 'subscribe'>,
  chat: { id: string; cursor: string },
  after = chat.cursor,
): Subscribed<ChatEvents> {
  return socket.subscribe<ChatEvents>(CHAT_EVENTS, { chatId: chat.id, after });
}

export const bodyOf = ({ data }: Frame<ChatEvents>) => data.chatEvents.event.message?.body;
/** What was said, in order; other events are passed over. */
export const bodiesOf = ({ frames }: Pick<Subscribed<ChatEvents>, 'frames'>) =>
  frames.flatMap((frame) => bodyOf(frame) ?? []);
export const says = (body: string) => (frame: Frame<ChatEvents>) => bodyOf(frame) === body;
export const codesOf = ({ errors }: Pick<Subscribed, 'errors'>) =>
  errors.map(({ extensions }) => extensions?.code);

/** The gateway's metrics about live updates, by their names without what all of them begin with. */
export async function readMetrics({ url }: Pick<Platform, 'url'>): Promise<Record<string, number>> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [name, value] = line.split(' ') as [string, string];
      return [name.replace('tributary_live_', '').replace(/_total$/, ''), Number(value)];
    }),
  );
}
