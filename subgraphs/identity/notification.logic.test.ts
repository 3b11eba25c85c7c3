import { NOTIFICATION_SOURCES } from './notification.logic';

const PLAIN = { messageId: 'm', chatKind: 'CHANNEL', mentions: [], mentionsAll: null, threadFollowers: [] };
const sent = (payload: object) =>
  NOTIFICATION_SOURCES['chat.message.sent']({ payload: { ...PLAIN, ...payload } } as never).notices;
const NOBODY = { ids: [] };

test('G2: a plain message in a channel tells nobody, one in a direct chat everybody in it', () => {
  expect(sent({}).map(({ to }) => to)).toEqual([NOBODY, NOBODY]);
  const direct = { kind: 'DIRECT_MESSAGE', to: 'PARTICIPANTS' };
  expect(sent({ chatKind: 'DIRECT' }).at(-1)).toEqual(direct);
  expect(sent({ chatKind: 'DIRECT', mentionsAll: 'CHANNEL' }).slice(2)).toEqual([direct]);
});

test('G2: those who are mentioned come before those who follow the thread, and all others after them', () => {
  expect(sent({ mentions: ['a'], mentionsAll: 'CHANNEL', threadFollowers: ['b'] })).toEqual([
    { kind: 'MENTION', to: { ids: ['a'] } },
    { kind: 'THREAD_REPLY', to: { ids: ['b'] } },
    { kind: 'CHANNEL_MENTION', to: 'PARTICIPANTS' },
  ]);
  expect(sent({ mentionsAll: 'HERE' }).at(-1)).toEqual({ kind: 'CHANNEL_MENTION', to: 'PRESENT' });
});

test('D8: an edit tells whom it mentions anew, once with the message', () => {
  const added = { mentions: ['a'], mentionsAll: null };
  const edited = { messageId: 'm', mentions: ['a', 'b'], mentionsAll: null, added };
  expect(NOTIFICATION_SOURCES['chat.message.edited']({ payload: edited } as never)).toMatchObject({
    once: 'm',
    notices: [{ kind: 'MENTION', to: { ids: ['a'] } }],
  });
});

test('G2: of a task are told whoever has it and whoever made it, once', () => {
  const change = { aggregateId: 't', payload: { from: 'New', to: 'Done', assigneeId: 'a', creatorId: 'a' } };
  const source = NOTIFICATION_SOURCES['task.status.changed'];
  expect(source(change as never).notices).toEqual([{ kind: 'TASK_STATUS_CHANGED', to: { ids: ['a'] } }]);
  const unassigned = { aggregateId: 't', payload: { ...change.payload, assigneeId: null } };
  expect(source(unassigned as never).notices[0]!.to).toEqual({ ids: ['a'] });
});
