import type { Caller } from './chat.policy';
import {
  EDIT_WINDOW_MS,
  faultOfBody,
  faultOfTagCount,
  refuseChanging,
  refuseSending,
} from './message.policy';

const MEMBER: Caller = {
  userId: 'me',
  role: 'MEMBER',
  workspaceRole: 'MEMBER',
  isReadOnly: false,
  isArchived: false,
};
const OPEN = { isClosed: false };

describe('B4: who may send', () => {
  test('participants who may write, into an open chat', () => {
    expect(refuseSending(MEMBER, OPEN)).toBeNull();
    expect(refuseSending({ ...MEMBER, role: 'ADMIN' }, OPEN)).toBeNull();
  });

  test.each<[string, Partial<Caller>, boolean, RegExp]>([
    ['who reads a public chat', { role: null }, false, /join the chat first/],
    ['who is a guest', { workspaceRole: 'GUEST' }, false, /Guests/],
    ['who has a read-only account', { isReadOnly: true }, false, /read and not write/],
    ['whose workspace is archived', { isArchived: true }, false, /archived/],
    ['whose chat is closed', { role: 'ADMIN' }, true, /^The chat is closed\.$/],
  ])('not one %s', (_, part, isClosed, message) => {
    expect(refuseSending({ ...MEMBER, ...part }, { isClosed })?.message).toMatch(message);
  });
});

test('B5: an author may change a message for five minutes, and not a millisecond longer', () => {
  const createdAt = new Date('2026-01-01T12:00:00Z');
  const message = { authorId: 'me', isAutomatic: false, isClosed: false, createdAt };
  const codeAfter = (ms: number) =>
    refuseChanging(MEMBER, message, 'edit', new Date(createdAt.getTime() + ms))?.code;
  expect(EDIT_WINDOW_MS).toBe(300_000);
  expect([codeAfter(299_999), codeAfter(300_000)]).toEqual([undefined, 'EDIT_WINDOW_CLOSED']);
});

describe('D11: bodies', () => {
  test.each([
    'a',
    'a\tb\r\nc',
    '<script>alert(1)</script>',
    '❤️',
    '\u202bשלום',
    'x'.repeat(40_000),
    '😀'.repeat(40_000),
  ])('a body is kept as it is (%#)', (body) => expect(faultOfBody(body)).toBeNull());

  test.each([
    ['', /1 to 40000/],
    ['x'.repeat(40_001), /1 to 40000/],
    ['😀'.repeat(40_001), /1 to 40000/],
    ['a\u0000b', /control/],
    ['a\u001bb', /control/],
    ['a\u007fb', /control/],
    ['a\ud83d', /control/],
    [' \n\t', /blank/],
    ['\u200b\u202e\u2060', /blank/],
    ['\u3164\ufe0f\u00ad', /blank/],
  ])('a body is refused (%#)', (body, fault) => {
    expect(faultOfBody(body)).toMatch(fault);
  });

  test('a body has at most 100 tags', () => {
    expect(faultOfTagCount(100)).toBeNull();
    expect(faultOfTagCount(101)).toMatch(/at most 100 tags; this one has 101/);
  });
});
