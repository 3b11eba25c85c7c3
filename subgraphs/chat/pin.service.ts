import type { InTransaction } from '../kit/context';
import { enforce } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import type { ChatContext } from './chat.loaders';
import { placeIn, toCaller } from './chat.service';
import { lockMessage } from './editing.service';
import { MessageEntity } from './message.entity';
import { refuseAnotherPin, refusePinning } from './pin.policy';

/** Pins a message to its chat; one that is pinned stays where it is. */
export function pinMessage(ctx: ChatContext, input: { messageId: string }) {
  return setPinned(ctx, input.messageId, true);
}

/** Takes the pin off a message; one without a pin stays as it is. */
export function unpinMessage(ctx: ChatContext, input: { messageId: string }) {
  return setPinned(ctx, input.messageId, false);
}

async function setPinned(ctx: ChatContext, messageId: string, isPinned: boolean) {
  const { message, event } = await inTransaction(ctx, async (ctx) => {
    if (isPinned) lockChatOf(ctx, messageId);
    const message = await lockMessage(ctx, messageId);
    enforce(refusePinning(toCaller(ctx, message), message));
    if ((message.pinnedAt !== null) === isPinned) return { message, event: null };
    if (isPinned) enforce(refuseAnotherPin(await countPins(ctx, message.chatId)));
    const event = emit(ctx, {
      ...placeIn(message),
      type: isPinned ? 'chat.message.pinned' : 'chat.message.unpinned',
      payload: { messageId },
    });
    const changed = { pinnedAt: isPinned ? event.occurredAt : null };
    return { message: Object.assign(new MessageEntity(), message, changed), event };
  });
  return { message, cursor: event && cursorOf(event) };
}

/** Pins of one chat are made one after another, so that they can be counted. The chat comes before its message. */
function lockChatOf(ctx: InTransaction<ChatContext>, messageId: string): void {
  ctx.tx.send(
    `/* chat.lockChatOfMessage */ SELECT 1 FROM chat.chat c
     WHERE c.id = (SELECT m.chat_id FROM chat.message m WHERE m.id = $1) FOR NO KEY UPDATE`,
    [messageId],
  );
}

async function countPins(ctx: InTransaction<ChatContext>, chatId: string): Promise<number> {
  const [counted] = await ctx.tx.query<{ pins: number }>(
    `/* chat.countPins */ SELECT count(*)::int AS pins FROM chat.message m
     WHERE m.chat_id = $1 AND m.pinned_at IS NOT NULL`,
    [chatId],
  );
  return counted!.pins;
}
