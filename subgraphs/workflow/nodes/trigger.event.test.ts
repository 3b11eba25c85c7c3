import { eventTrigger, matchesMessage } from './trigger.event';

const trigger = { type: 'chat.message.sent', contains: 'OAuth' } as const;

test('W31: a message that contains the text starts the workflow, whatever the case', () => {
  expect(matchesMessage(trigger, 'Kick-off\n#task Implement OAuth')).toBe(true);
  expect(matchesMessage(trigger, 'is oauth2 ready?')).toBe(true);
  expect(matchesMessage(trigger, 'O Auth')).toBe(false);
  expect(matchesMessage(trigger, '')).toBe(false);
});

test('W31: a pattern is a text, not an expression', () => {
  expect(matchesMessage({ ...trigger, contains: '.*' }, 'anything')).toBe(false);
  expect(matchesMessage({ ...trigger, contains: '.*' }, 'a .* b')).toBe(true);
});

test.each([
  [{ type: 'chat.message.sent', contains: '' }],
  [{ type: 'chat.message.sent', contains: 'x'.repeat(1001) }],
  [{ type: 'task.created', contains: 'x' }],
  [{ contains: 'x' }],
  [{ type: 'chat.message.sent', contains: 'x', more: 1 }],
])('W2: the config %j is refused', (config) => {
  expect(eventTrigger.config.safeParse(config).success).toBe(false);
});
