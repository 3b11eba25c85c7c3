import type { Principal } from '../kit/context';
import {
  BOARD_COLUMN_CATEGORIES,
  PRIORITIES,
  SEVERITIES,
  STATUSES,
  categoryOf,
  isCalendarDate,
  labelOf,
  maySeeBoards,
  maySeeTasks,
  mayWrite,
  refuseDescription,
  refuseEstimate,
  refuseSeverity,
  refuseStatus,
  refuseTitle,
  statusIn,
  valueOf,
  type TaskStatus,
  type TaskType,
} from './task.policy';

const TYPES: TaskType[] = ['TASK', 'BUG', 'EPIC'];
const ALL = [...new Set(TYPES.flatMap((type) => STATUSES[type]))];

describe('E7, F2: statuses', () => {
  const legal: Record<TaskType, string> = {
    TASK: 'To Do, In Progress, Done',
    BUG: 'New, Investigating, Fixed, Verified',
    EPIC: 'Planned, In Progress, Completed',
  };

  test.each(TYPES.flatMap((type) => ALL.map((status): [TaskType, TaskStatus] => [type, status])))(
    'a %s with the status %s is accepted or refused with the list of its own',
    (type, status) => {
      const labels = legal[type].split(', ');
      const refusal = labels.includes(labelOf(status)) ? null : `Invalid status. Available: ${legal[type]}`;
      expect(refuseStatus(type, status)).toBe(refusal);
    },
  );

  test.each(TYPES)('a %s has at most one status per column, and all of them have one', (type) => {
    const shown = BOARD_COLUMN_CATEGORIES.map((category) => statusIn(type, category)).filter(Boolean);
    expect(shown).toEqual(STATUSES[type]);
    for (const status of STATUSES[type]) expect(statusIn(type, categoryOf(status))).toBe(status);
  });

  test('only bugs are in review', () => {
    expect(TYPES.map((type) => statusIn(type, 'IN_REVIEW'))).toEqual([null, 'FIXED', null]);
  });
});

test('labels are read back exactly, in their own case', () => {
  for (const values of [ALL, PRIORITIES, SEVERITIES]) {
    for (const value of values) {
      expect(valueOf<string>(values, labelOf(value))).toBe(value);
      expect(valueOf<string>(values, labelOf(value).toLowerCase())).toBeNull();
      expect(valueOf<string>(values, value)).toBeNull();
    }
  }
});

test('E12: a severity is for bugs, and nobody minds clearing it', () => {
  expect(TYPES.map((type) => refuseSeverity(type, 'MAJOR'))).toEqual([
    'Severity is for bugs only',
    null,
    'Severity is for bugs only',
  ]);
  expect(TYPES.map((type) => refuseSeverity(type, null))).toEqual([null, null, null]);
});

test('titles have 1 to 500 characters and no control characters', () => {
  expect(refuseTitle('x')).toBeNull();
  expect(refuseTitle('😀'.repeat(500))).toBeNull();
  expect(refuseTitle('')).toBe('Title must have 1 to 500 characters');
  expect(refuseTitle('x'.repeat(501))).toBe('Title must have 1 to 500 characters');
  expect(refuseTitle('a\nb')).toBe('Title must not contain control characters');
  expect(refuseTitle('a\u0000b')).toBe('Title must not contain control characters');
  expect(refuseTitle('a\ud800b')).toBe('Title must not contain control characters');
});

test('descriptions have up to 40,000 characters, line breaks among them', () => {
  expect(refuseDescription('# A\n\n\t- b\r\n')).toBeNull();
  expect(refuseDescription('😀'.repeat(40_000))).toBeNull();
  expect(refuseDescription('x'.repeat(40_001))).toBe('Description must have at most 40000 characters');
  for (const text of ['a\u0000b', 'a\u0007b', 'a\ud800b'])
    expect(refuseDescription(text)).toBe(
      'Description must not contain control characters but tab and line break',
    );
});

test.each([
  [0, true],
  [0.5, true],
  [10_000, true],
  [10_000.1, false],
  [-0.1, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])('%s is an estimate: %s', (estimate, isEstimate) => {
  expect(refuseEstimate(estimate) === null).toBe(isEstimate);
});

test.each([
  ['2026-12-24', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['0000-01-01', false],
  ['20/11/2026', false],
  ['2026-1-1', false],
  ['2026-12-24T00:00:00Z', false],
])('E10: %s is a date: %s', (text, isDate) => {
  expect(isCalendarDate(text)).toBe(isDate);
});

describe('who may change tasks', () => {
  const user = (roles: string[]) => ({ kind: 'user', roles }) as unknown as Principal;
  const service = { kind: 'service' } as Principal;

  test.each([
    ['OWNER', true],
    ['ADMIN', true],
    ['MEMBER', true],
    ['GUEST', false],
    [null, false],
  ])('role %s: %s', (role, may) => {
    expect(mayWrite(user([]), role)).toBe(may);
    expect(mayWrite(user(['viewer']), role)).toBe(false);
    expect(mayWrite(service, role)).toBe(may);
  });
});

describe('B2, B4: who looks at the work of a workspace', () => {
  const user = (...roles: string[]) => ({ kind: 'user', roles }) as unknown as Principal;
  test.each([
    ['OWNER', true, true],
    ['ADMIN', true, true],
    ['MEMBER', true, true],
    ['GUEST', true, false],
    [null, false, false],
  ] as const)('%s sees tasks: %s, boards: %s', (role, tasks, boards) => {
    expect([maySeeTasks(user(), role), maySeeBoards(user(), role)]).toEqual([tasks, boards]);
  });

  test('a system administrator sees both everywhere', () => {
    const admin = user('system-admin');
    expect([maySeeTasks(admin, null), maySeeBoards(admin, null)]).toEqual([true, true]);
  });
});
