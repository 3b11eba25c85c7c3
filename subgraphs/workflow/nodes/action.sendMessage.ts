import { z } from 'zod';
import { toGlobalId } from '../../kit/ids';
import { configText, FinalNodeError, NodeError, type NodeType } from './node-type';

const config = z.strictObject({
  /** What to say in the chat of the event. */
  body: configText(40_000),
});
export type SendMessageConfig = z.infer<typeof config>;

const SEND = `mutation WorkflowSendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) { message { id } userErrors { code message } }
}`;

const answer = z.object({
  sendMessage: z.object({
    message: z.object({ id: z.string() }).nullable(),
    userErrors: z.array(z.object({ code: z.string(), message: z.string() })),
  }),
});

/** Refusals that the same call will meet again. */
const FINAL_CODES: readonly string[] = ['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'IDEMPOTENCY_KEY_REUSED'];

export const sendMessageAction: NodeType<SendMessageConfig> = {
  type: 'action.sendMessage',
  icon: 'send',
  description: 'Posts a message, as the bot, in the chat where the workflow was started.',
  config,
  async run(ctx, { body }) {
    const input = { chatId: toGlobalId('Chat', ctx.chatId), body, idempotencyKey: ctx.idempotencyKey };
    const { sendMessage } = answer.parse(await ctx.callGateway(SEND, { input }));
    const refusal = sendMessage.userErrors[0];
    if (!refusal) return;
    const message = `${refusal.code}: ${refusal.message}`;
    throw FINAL_CODES.includes(refusal.code) ? new FinalNodeError(message) : new NodeError(message);
  },
};
