import { tryFromGlobalId } from '../../kit/ids';
import { sendMessageAction } from './action.sendMessage';
import { FinalNodeError, NodeError, type NodeRunContext } from './node-type';

const chatId = '01934f3e-7a1b-7c3d-8e4f-5a6b7c8d9e0f';

function contextThatAnswers(userErrors: { code: string; message: string }[]) {
  const calls: { input: { chatId: string; body: string; idempotencyKey: string } }[] = [];
  const ctx: NodeRunContext = {
    executionId: 'e',
    nodeId: 'n',
    chatId,
    idempotencyKey: 'e:n',
    signal: AbortSignal.timeout(1000),
    async callGateway(_, variables) {
      calls.push(variables as (typeof calls)[number]);
      return { sendMessage: { message: userErrors.length > 0 ? null : { id: 'message_x' }, userErrors } };
    },
  };
  return { ctx, calls };
}

test('W43: the message goes to the chat of the event under the key of execution and node', async () => {
  const { ctx, calls } = contextThatAnswers([]);
  await sendMessageAction.run!(ctx, { body: 'Hello' });
  expect(calls).toHaveLength(1);
  const { input } = calls[0]!;
  expect(input).toMatchObject({ body: 'Hello', idempotencyKey: 'e:n' });
  expect(tryFromGlobalId('Chat', input.chatId)).toBe(chatId);
});

test.each(['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'IDEMPOTENCY_KEY_REUSED'])(
  'W33: %s is not tried again',
  async (code) => {
    const { ctx } = contextThatAnswers([{ code, message: 'no' }]);
    await expect(sendMessageAction.run!(ctx, { body: 'Hello' })).rejects.toThrow(FinalNodeError);
  },
);

test('W33: another refusal may be tried again', async () => {
  const { ctx } = contextThatAnswers([{ code: 'CONFLICT', message: 'later' }]);
  const failure = await sendMessageAction.run!(ctx, { body: 'Hello' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NodeError);
  expect(failure).not.toBeInstanceOf(FinalNodeError);
});

test.each([
  [{}],
  [{ body: '' }],
  [{ body: 'x'.repeat(40_001) }],
  [{ body: 'x', chatId: 'y' }],
  [{ body: 'a\0b' }],
  [{ body: '\ud800' }],
])('W2: the config %# is refused', (config) => {
  expect(sendMessageAction.config.safeParse(config).success).toBe(false);
});
