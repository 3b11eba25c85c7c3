import { chatFold, type PastChat } from './past.logic';

type Step = [keyof typeof chatFold.on, object];

const after = (...steps: Step[]) =>
  steps.reduce<PastChat>(
    (past, [type, payload]) => chatFold.on[type]!(past, payload as never),
    chatFold.initial,
  );

const CREATED: Step = [
  'chat.created',
  { name: 'one', kind: 'DISCUSSION', visibility: 'PUBLIC', creatorId: 'a', taskId: null },
];

describe('what a chat was', () => {
  test('begins with what it was created as', () => {
    expect(after(CREATED)).toEqual({
      ...chatFold.initial,
      name: 'one',
      kind: 'DISCUSSION',
      visibility: 'PUBLIC',
    });
  });

  test('follows its changes, the last of each counts', () => {
    const updated = {
      name: 'two',
      topic: 'of late',
      description: null,
      visibility: 'PRIVATE',
      changedFields: ['name'],
    };
    const past = after(
      CREATED,
      ['chat.updated', updated],
      ['chat.kind.changed', { from: 'DISCUSSION', to: 'TASK' }],
      ['chat.closed', {}],
    );
    expect(past).toMatchObject({
      name: 'two',
      topic: 'of late',
      kind: 'TASK',
      visibility: 'PRIVATE',
      isClosed: true,
    });
    expect(after(CREATED, ['chat.closed', {}], ['chat.reopened', {}]).isClosed).toBe(false);
  });

  test('knows who takes part and as what, and forgets who goes', () => {
    const added: Step = ['chat.participant.added', { userId: 'b', role: 'MEMBER' }];
    const changed: Step = ['chat.participant.role_changed', { userId: 'b', from: 'MEMBER', to: 'READER' }];
    const removed: Step = ['chat.participant.removed', { userId: 'b' }];
    expect(after(CREATED, added, changed).roles).toEqual({ b: 'READER' });
    expect(after(CREATED, added, changed, removed).roles).toEqual({});
    expect(after(CREATED, removed).roles).toEqual({});
  });

  test('is never changed in place', () => {
    const before = after(CREATED);
    const copy = structuredClone(before);
    chatFold.on['chat.participant.added']!(before, { userId: 'b', role: 'MEMBER' } as never);
    expect(before).toEqual(copy);
  });
});
