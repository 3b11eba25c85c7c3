import type { InTransaction } from '../kit/context';
import { badInput, enforce, forbidden } from '../kit/errors';
import { cursorOf, emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import type { ChatContext } from './chat.loaders';
import { placeIn, toCaller } from './chat.service';
import { lockMessage } from './editing.service';
import { faultOfEmoji, refuseAnotherEmoji, refuseReacting } from './reaction.policy';

interface React {
  messageId: string;
  emoji: string;
}

/** Answers a message with an emoji; the same one again changes nothing. */
export function addReaction(ctx: ChatContext, input: React) {
  return setReaction(ctx, input, true);
}

/** Takes a reaction of the caller's back; one that was not made changes nothing. */
export function removeReaction(ctx: ChatContext, input: React) {
  return setReaction(ctx, input, false);
}

/** The message is locked, so that reactions at the same time are counted one after another. */
async function setReaction(ctx: ChatContext, { messageId, emoji }: React, isMade: boolean) {
  const fault = faultOfEmoji(emoji);
  if (fault) throw badInput(fault, 'emoji');
  const { message, event } = await inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, messageId);
    const { userId } = ctx.principal;
    enforce(refuseReacting(toCaller(ctx, message), message));
    if (userId === null) throw forbidden('A reaction is made by somebody.');
    const { hasReacted, others } = await countReactions(ctx, messageId, emoji);
    if (hasReacted === isMade) return { message, event: null };
    if (isMade) enforce(refuseAnotherEmoji(others));
    const event = emit(ctx, {
      ...placeIn(message),
      type: isMade ? 'chat.reaction.added' : 'chat.reaction.removed',
      payload: { messageId, emoji, userId },
    });
    return { message, event };
  });
  return { message, cursor: event && cursorOf(event) };
}

/** Whether the caller has reacted with the emoji, and how many other emojis the message's reactions have. */
async function countReactions(ctx: InTransaction<ChatContext>, messageId: string, emoji: string) {
  const [counted] = await ctx.tx.query<{ hasReacted: boolean; others: number }>(
    `/* chat.countReactions */ SELECT coalesce(bool_or(r.emoji = $2 AND r.user_id = $3), false) AS has_reacted,
       count(DISTINCT r.emoji) FILTER (WHERE r.emoji <> $2)::int AS others
     FROM chat.reaction r WHERE r.message_id = $1`,
    [messageId, emoji, ctx.principal.userId],
  );
  return counted!;
}
