import type { ChatClient, Payload } from './chat-client';
import type { Person } from './seed';

export interface ViewerState {
  unreadCount: number;
  mentionCount: number;
  isMuted: boolean;
  isFavourite: boolean;
  lastReadMessage: { id: string } | null;
}
export interface ListedChat {
  id: string;
  name: string;
  activeAt: string;
  lastMessage: { id: string; body: string; author: { username: string } | null } | null;
  viewerState: ViewerState | null;
}
export interface Sidebar {
  unreadCount: number;
  sidebar: { nodes: ListedChat[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}
export const STATE = 'viewerState { unreadCount mentionCount isMuted isFavourite lastReadMessage { id } }';
const LISTED = `id name activeAt lastMessage { id body author { username } } ${STATE}`;
const LIST = `query ($id: ID!, $first: Int, $after: String, $filter: SidebarFilter) {
  workspace(id: $id) { unreadCount sidebar(first: $first, after: $after, filter: $filter) {
    nodes { ${LISTED} } pageInfo { hasNextPage endCursor } } } }`;

type Identified = { id: string };

/** What tests of the list of chats do through the gateway. */
export function makeSidebarClient(client: ChatClient) {
  const stateOf = async (person: Person, { id }: Identified) =>
    (
      await client.query<{ chat: ListedChat }>(person, `query ($id: ID!) { chat(id: $id) { ${STATE} } }`, {
        id,
      })
    ).chat.viewerState;
  return {
    stateOf,
    unreadOf: async (person: Person, chat: Identified) => (await stateOf(person, chat))?.unreadCount,
    /** Marks a chat as read, up to a message or all of it. */
    read: (person: Person, { id: chatId }: Identified, messageId?: string): Promise<Payload> =>
      client.mutate(person, 'markChatRead', { chatId, messageId }),
    /** Marks a chat as unread from a message on. */
    unread: (person: Person, { id: chatId }: Identified, messageId: string): Promise<Payload> =>
      client.mutate(person, 'markChatUnread', { chatId, messageId }),
    prefer: (person: Person, { id: chatId }: Identified, input: object): Promise<Payload> =>
      client.mutate(person, 'updateChatPreferences', { chatId, ...input }),
    list: async (person: Person, { id }: Identified, more: object = {}) =>
      (await client.query<{ workspace: Sidebar }>(person, LIST, { id, ...more })).workspace,
  };
}
