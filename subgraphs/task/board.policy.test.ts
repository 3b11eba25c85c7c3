import {
  refuseBoardCount,
  refuseBoardName,
  refuseColumnName,
  refuseDeleting,
  refuseFilter,
  refuseOrder,
  refuseWipLimit,
} from './board.policy';

const ANY = { types: null, assigneeIds: null, labelIds: null, text: null };
const ids = (count: number) => Array.from({ length: count }, (_, i) => String(i));

describe('a board', () => {
  test.each([
    ['a name', refuseBoardName('x'.repeat(200)), true],
    ['no name', refuseBoardName(''), false],
    ['a long name', refuseBoardName('x'.repeat(201)), false],
    ['the name of a column', refuseColumnName('x'.repeat(100)), true],
    ['a long name of a column', refuseColumnName('x'.repeat(101)), false],
    ['no limit', refuseWipLimit(null), true],
    ['a limit', refuseWipLimit(1000), true],
    ['a limit of nothing', refuseWipLimit(0), false],
    ['too high a limit', refuseWipLimit(1001), false],
    ['each column once', refuseOrder(['a', 'b'], ['b', 'a']), true],
    ['a column twice', refuseOrder(['a', 'b'], ['a', 'a']), false],
    ['a column too many', refuseOrder(['a', 'b'], ['a', 'b', 'c']), false],
    ['one more', refuseBoardCount(99), true],
    ['one too many', refuseBoardCount(100), false],
  ])('%s', (_, refusal, isFine) => expect(refusal === null).toBe(isFine));

  test.each([
    [ANY, undefined],
    [{ ...ANY, assigneeIds: ids(50), labelIds: ids(50), text: 'x'.repeat(200) }, undefined],
    [{ ...ANY, assigneeIds: ids(51) }, 'assigneeIds'],
    [{ ...ANY, labelIds: ids(51) }, 'labelIds'],
    [{ ...ANY, text: 'x'.repeat(201) }, 'text'],
  ])('a filter is at fault in its field', (filter, field) => expect(refuseFilter(filter)?.field).toBe(field));

  test.each([
    ['me', 'MEMBER', true],
    ['you', 'MEMBER', false],
    ['you', 'ADMIN', true],
    ['you', 'OWNER', true],
  ])('that %s made is deleted by a %s: %s', (creatorId, role, isFine) =>
    expect(refuseDeleting('me', role, { creatorId }) === null).toBe(isFine),
  );
});
