import { refuseTaking, refuseTaskCount } from './message-task.policy';

test.each([
  ['ADMIN', undefined],
  ['MEMBER', undefined],
  ['READER', 'You may read this chat and not write in it.'],
  [null, 'You read this chat as a visitor: join the chat first.'],
])('whoever is %s in a chat makes tasks of its messages, or is told: %s', (role, message) => {
  expect(refuseTaking(role)?.message).toBe(message);
});

test('a message gives at most 100 tasks', () => {
  expect(refuseTaskCount(100)).toBeNull();
  expect(refuseTaskCount(101)).toMatchObject({ code: 'CONFLICT' });
});
