import { AppError, conflict, enforce, notFound, onUniqueViolation, requireVersion } from '../kit/errors';
import type { InTransaction } from '../kit/context';
import { controlTopics, cursorOf, emit } from '../kit/events';
import { inTransaction } from '../kit/transaction';
import { ChatEntity } from './chat.entity';
import type { ChatContext } from './chat.loaders';
import { refuseDeleting, refuseInDirect, refuseManaging } from './chat.policy';
import { loadChat, placeOf, publicTopicsOf } from './chat.service';
import {
  applyPatch,
  changedFieldsOf,
  faultOfPatch,
  type ChatPatch,
  type ChatSettings,
} from './settings.policy';

type UpdateChat = ChatPatch & { chatId: string; expectedVersion?: number | null };

/** Changes what a chat's admins say about it, who may read it included; what is so already changes nothing. */
export async function updateChat(ctx: ChatContext, { chatId, expectedVersion, ...patch }: UpdateChat) {
  const { chat, event } = await inTransaction(ctx, async (ctx) => {
    const { chat, caller } = await loadChat(ctx, chatId);
    enforce(refuseInDirect(chat) ?? refuseManaging(caller, 'update'));
    const next = applyPatch(chat, patch);
    const fault = faultOfPatch(patch, next);
    if (fault) throw new AppError('BAD_USER_INPUT', fault.message, { path: [fault.field] });
    requireVersion(chat, expectedVersion, { what: `The chat "${chat.name}"`, payload: { chat } });
    const changedFields = changedFieldsOf(chat, next);
    if (changedFields.length === 0) return { chat, event: null };
    const event = emit(ctx, {
      ...placeOf(chat),
      type: 'chat.updated',
      topics: topicsOf(chat, next),
      payload: { ...next, changedFields },
    });
    if (isWithdrawn(chat, next)) {
      const topics = publicTopicsOf(chat);
      emit(ctx, {
        ...placeOf(chat),
        scopeId: chat.workspaceId,
        type: 'listing.withdrawn',
        topics,
        payload: {},
      });
    }
    return { chat: Object.assign(new ChatEntity(), chat, next, { version: chat.version + 1 }), event };
  }).catch(
    onUniqueViolation('chat_channel_name_key', () =>
      conflict(`A channel named "${patch.name?.trim()}" exists already.`, { path: ['name'] }),
    ),
  );
  return { chat, cursor: event && cursorOf(event) };
}

/**
 * Deletes a chat with all that was said in it. Its rows are also those of others, so that the system removes them, once
 * it is known that the caller sees the chat and may do this.
 */
export async function deleteChat(ctx: ChatContext, { chatId }: { chatId: string }) {
  if (!(await ctx.loaders.chatById.load(chatId))) throw notFound('Chat', 'chatId');
  const event = await inTransaction(
    ctx,
    async (ctx) => {
      const { chat, caller } = await loadChat(ctx, chatId);
      const hasUndecidedTags = await awaitsTask(ctx, chat);
      enforce(refuseInDirect(chat) ?? refuseDeleting(caller, { taskId: chat.taskId, hasUndecidedTags }));
      const topics = [...publicTopicsOf(chat), ...controlTopics(chat.workspaceId)];
      return emit(ctx, { ...placeOf(chat), type: 'chat.deleted', topics, payload: {} });
    },
    { as: 'system', reason: 'delete a chat' },
  );
  return { cursor: cursorOf(event) };
}

/** Whether what is said in a discussion may yet make it the chat of a task. */
async function awaitsTask(ctx: InTransaction<ChatContext>, { id, kind }: ChatEntity): Promise<boolean> {
  if (kind !== 'DISCUSSION') return false;
  const rows = await ctx.tx.query(
    `/* chat.findUndecidedTags */ SELECT 1 FROM chat.message m
     WHERE m.chat_id = $1 AND m.tag_count > jsonb_array_length(m.tag_results) AND m.deleted_at IS NULL LIMIT 1`,
    [id],
  );
  return rows.length > 0;
}

const isWithdrawn = (before: ChatSettings, after: ChatSettings) =>
  before.visibility === 'PUBLIC' && after.visibility === 'PRIVATE';

/** The workspace hears of what is public now; gateways ask at once who may still read what is not any more. */
function topicsOf(chat: ChatEntity, next: ChatSettings): string[] {
  if (isWithdrawn(chat, next)) return controlTopics(chat.workspaceId);
  return publicTopicsOf({ workspaceId: chat.workspaceId, visibility: next.visibility });
}
