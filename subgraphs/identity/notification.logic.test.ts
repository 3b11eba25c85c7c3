import fc from 'fast-check';
import { mentionsIn, NOTIFICATION_SOURCES } from './notification.logic';

const named = (body: string) => mentionsIn(body).usernames;

describe('D8: mentions', () => {
  test('are names behind an @, in any case, each once', () => {
    expect(named('@alice and (@Bob), @alice!')).toEqual(['alice', 'bob']);
    expect(named('thanks @jörg.müller-lüdenscheidt_2.')).toEqual(['jörg.müller-lüdenscheidt_2']);
    expect(named('@alice-')).toEqual(['alice']);
  });

  test('are no addresses, paths or bare signs', () => {
    expect(named('write to alice@example.com, see npm/@types, @ home, @@alice')).toEqual([]);
  });

  test('of the channel are not those of a person', () => {
    expect(mentionsIn('@channel lunch')).toEqual({ usernames: [], isChannel: true });
    expect(mentionsIn('the channel')).toEqual({ usernames: [], isChannel: false });
    expect(mentionsIn('@channels')).toEqual({ usernames: ['channels'], isChannel: false });
  });

  test('do not come from tags that act on a person, but from those that only name one', () => {
    const assignee = { raw: '#assignee @bob', value: '@bob' };
    expect(mentionsIn('For @carol\n#assignee @bob', [assignee]).usernames).toEqual(['carol']);
    expect(mentionsIn('#task Ask @bob', [{ raw: '#task Ask @bob', value: 'Ask @bob' }]).usernames).toEqual([
      'bob',
    ]);
  });

  test('are fifty at most, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(mentionsIn(text).usernames.every((name) => name !== '' && !name.includes('@'))).toBe(true);
      }),
    );
    expect(named(Array.from({ length: 80 }, (_, i) => `@user${i}`).join(' '))).toHaveLength(50);
  });
});

test('G2: a plain message in a channel tells nobody, one in a direct chat everybody in it', () => {
  const sent = (chatKind: string, body: string) =>
    NOTIFICATION_SOURCES['chat.message.sent']({
      payload: { messageId: 'm', body, tags: [], chatKind },
    } as never).notices;
  const told = (kind: string, body: string) => sent(kind, body).filter(({ to }) => to === 'PARTICIPANTS');
  expect(told('CHANNEL', 'hello')).toEqual([]);
  expect(told('DIRECT', 'hello')).toEqual([{ kind: 'DIRECT_MESSAGE', to: 'PARTICIPANTS' }]);
  expect(told('DIRECT', '@channel')).toEqual([{ kind: 'DIRECT_MESSAGE', to: 'PARTICIPANTS' }]);
  expect(told('CHANNEL', '@channel')).toEqual([{ kind: 'CHANNEL_MENTION', to: 'PARTICIPANTS' }]);
});

test('G2: of a task are told whoever has it and whoever made it, once', () => {
  const change = { aggregateId: 't', payload: { from: 'New', to: 'Done', assigneeId: 'a', creatorId: 'a' } };
  const source = NOTIFICATION_SOURCES['task.status.changed'];
  expect(source(change as never).notices).toEqual([{ kind: 'TASK_STATUS_CHANGED', to: { ids: ['a'] } }]);
  const unassigned = { aggregateId: 't', payload: { ...change.payload, assigneeId: null } };
  expect(source(unassigned as never).notices[0]!.to).toEqual({ ids: ['a'] });
});
