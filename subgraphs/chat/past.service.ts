import { encodeCursor } from '../kit/cursor';
import { loadAggregate, versionAt } from '../kit/snapshots';
import { pageOf, parsePage, type Connection, type PageArgs } from '../kit/pagination';
import { inTransaction } from '../kit/transaction';
import type { ChatEntity } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import { chatFold, type PastChat } from './past.logic';

/** A chat with what it was at a time. */
export interface ChatAsOfRow extends Omit<PastChat, 'roles'> {
  chat: ChatEntity;
  participants: readonly ChatParticipantAsOfRow[];
  eventsCursor: string;
}

export interface ChatParticipantAsOfRow {
  userId: string;
  role: PastChat['roles'][string];
}

/** What a chat that the caller sees was at a time; null before it was created. */
export function findPastChat(ctx: ChatContext, chat: ChatEntity, at: Date): Promise<ChatAsOfRow | null> {
  return inTransaction(ctx, async (ctx) => {
    const version = await versionAt(ctx, chatFold.aggregateType, chat.id, at);
    const loaded = version > 0 ? await loadAggregate(ctx, chatFold, chat.id, version) : null;
    if (!loaded) return null;
    const { roles, ...past } = loaded.state;
    const participants = Object.entries(roles).map(([userId, role]) => ({ userId, role }));
    participants.sort((one, other) => (one.userId < other.userId ? -1 : 1));
    return { ...past, chat, participants, eventsCursor: encodeCursor(`chat:${chat.id}`, loaded.version) };
  });
}

/** A page of those who took part then. */
export function listPastParticipants(past: ChatAsOfRow, args: PageArgs): Connection<ChatParticipantAsOfRow> {
  return pageOf(past.participants, parsePage(args, ['uuid']), ({ userId }) => [userId]);
}
