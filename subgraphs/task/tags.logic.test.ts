import type { ParsedTag } from '../../schema/events';
import { applied, refused } from '../kit/tag-results';
import { interpretChange, interpretCreation, isTaskTag, type TagAct } from './tags.logic';
import { STATUSES, labelOf, type TaskStatus, type TaskType } from './task.policy';

const tag = (name: string, value: string): ParsedTag => ({
  index: 0,
  name,
  value,
  raw: `#${name} ${value}`.trim(),
});

/** What the bot would say, and whose fault a refusal is. */
function say(name: string, value: string, type: TaskType = 'TASK'): string {
  const written = tag(name, value);
  const isCreation = ['task', 'bug', 'epic'].includes(name);
  const interpretation = isCreation ? interpretCreation(written) : interpretChange(written, type);
  if ('error' in interpretation) {
    const result = refused(written, interpretation.error);
    return `${interpretation.error.kind} ${interpretation.error.code}: ${result.text}`;
  }
  return 'text' in interpretation.act
    ? applied(written, interpretation.act.text).text
    : interpretation.act.title;
}

const act = (name: string, value: string, type: TaskType = 'TASK') =>
  (interpretChange(tag(name, value), type) as { act: TagAct }).act;

test('which tags are for tasks', () => {
  const names = ['task', 'bug', 'epic', 'status', 'assignee', 'priority', 'due', 'title', 'severity'];
  expect(names.every((name) => isTaskTag(tag(name, '')))).toBe(true);
  expect(
    ['invite', 'remove', 'close', 'reopen', 'constructor', 'Status'].some((name) => isTaskTag(tag(name, ''))),
  ).toBe(false);
});

test('E6: creation needs a title', () => {
  expect(say('task', 'Implement OAuth')).toBe('Implement OAuth');
  expect(interpretCreation(tag('bug', 'Crash'))).toEqual({
    act: { kind: 'create', type: 'BUG', title: 'Crash' },
  });
  expect(interpretCreation(tag('epic', 'SSO'))).toEqual({
    act: { kind: 'create', type: 'EPIC', title: 'SSO' },
  });
  expect(say('task', '')).toBe('SYNTAX INVALID_FORMAT: ❌ Invalid format. Use #task <title>');
  expect(say('bug', '')).toBe('SYNTAX INVALID_FORMAT: ❌ Invalid format. Use #bug <title>');
  expect(say('task', 'x'.repeat(501))).toBe('SEMANTIC INVALID_TITLE: ❌ Title must have 1 to 500 characters');
});

describe('E4, E7: every type with every status', () => {
  const available: Record<TaskType, string> = {
    TASK: 'To Do, In Progress, Done',
    BUG: 'New, Investigating, Fixed, Verified',
    EPIC: 'Planned, In Progress, Completed',
  };
  const types = Object.keys(available) as TaskType[];
  const statuses = [...new Set(types.flatMap((type) => STATUSES[type]))];

  test.each(types.flatMap((type) => statuses.map((status): [TaskType, TaskStatus] => [type, status])))(
    '%s: %s',
    (type, status) => {
      const label = labelOf(status);
      const error = `SEMANTIC INVALID_STATUS: ❌ Invalid status. Available: ${available[type]}`;
      const isLegal = STATUSES[type].includes(status);
      expect(say('status', label, type)).toBe(isLegal ? `✅ Status changed to ${label}` : error);
      expect(say('status', label.toLowerCase(), type)).toBe(error);
      if (isLegal) expect(act('status', label, type)).toMatchObject({ kind: 'change', patch: { status } });
    },
  );

  test('no status at all', () => {
    expect(say('status', '')).toBe(
      'SEMANTIC INVALID_STATUS: ❌ Invalid status. Available: To Do, In Progress, Done',
    );
  });
});

test('E8: assignees', () => {
  expect(act('assignee', '@alex')).toEqual({ kind: 'assign', username: 'alex', text: 'Assigned to @alex' });
  expect(act('assignee', '@a.b+c@example.com')).toMatchObject({ username: 'a.b+c@example.com' });
  expect(say('assignee', 'alex')).toBe('SYNTAX INVALID_FORMAT: ❌ Invalid format. Use @username');
  expect(say('assignee', '@')).toBe('SYNTAX INVALID_FORMAT: ❌ Invalid format. Use @username');
  expect(say('assignee', '@alex please')).toBe('SYNTAX INVALID_FORMAT: ❌ Invalid format. Use @username');
  for (const nobody of ['', '@none']) {
    expect(act('assignee', nobody)).toEqual({
      kind: 'change',
      patch: { assigneeId: null },
      text: 'Assignee cleared',
    });
  }
});

test.each([
  ['High', '✅ Priority set to High'],
  ['Medium', '✅ Priority set to Medium'],
  ['Low', '✅ Priority set to Low'],
  ['high', 'SEMANTIC INVALID_PRIORITY: ❌ Invalid priority. Available: High, Medium, Low'],
  ['HIGH', 'SEMANTIC INVALID_PRIORITY: ❌ Invalid priority. Available: High, Medium, Low'],
  ['Urgent', 'SEMANTIC INVALID_PRIORITY: ❌ Invalid priority. Available: High, Medium, Low'],
  ['', 'SEMANTIC INVALID_PRIORITY: ❌ Invalid priority. Available: High, Medium, Low'],
])('E9: #priority %s', (value, said) => {
  expect(say('priority', value)).toBe(said);
});

test.each([
  ['2026-12-24', '✅ Due date set to 2026-12-24'],
  ['', '✅ Due date cleared'],
  ['2026-02-30', 'SEMANTIC INVALID_DATE: ❌ Invalid date. Use YYYY-MM-DD'],
  ['20/11/2026', 'SYNTAX INVALID_FORMAT: ❌ Invalid date. Use YYYY-MM-DD'],
  ['tomorrow', 'SYNTAX INVALID_FORMAT: ❌ Invalid date. Use YYYY-MM-DD'],
])('E10: #due %s', (value, said) => {
  expect(say('due', value)).toBe(said);
});

test('E11: titles', () => {
  expect(say('title', 'Sign in with OAuth')).toBe('✅ Title changed to Sign in with OAuth');
  expect(say('title', '')).toBe('SYNTAX INVALID_FORMAT: ❌ Invalid format. Use #title <text>');
  expect(say('title', 'x'.repeat(10_000))).toBe(
    'SEMANTIC INVALID_TITLE: ❌ Title must have 1 to 500 characters',
  );
});

test.each([
  ['BUG', 'Critical', '✅ Severity set to Critical'],
  ['BUG', 'Major', '✅ Severity set to Major'],
  ['BUG', 'Minor', '✅ Severity set to Minor'],
  ['BUG', 'Trivial', '✅ Severity set to Trivial'],
  [
    'BUG',
    'major',
    'SEMANTIC INVALID_SEVERITY: ❌ Invalid severity. Available: Critical, Major, Minor, Trivial',
  ],
  ['TASK', 'Major', 'BUSINESS BUGS_ONLY: ❌ Severity is for bugs only'],
  ['EPIC', 'nonsense', 'BUSINESS BUGS_ONLY: ❌ Severity is for bugs only'],
] as [TaskType, string, string][])('E12: %s with #severity %s', (type, value, said) => {
  expect(say('severity', value, type)).toBe(said);
});

test('E15: a result carries the tag as written, the line, and the same sentence without its mark', () => {
  const written = { index: 3, name: 'status', value: 'done', raw: '#status done' };
  const { error } = interpretChange(written, 'TASK') as { error: Parameters<typeof refused>[1] };
  expect(refused(written, error)).toEqual({
    index: 3,
    tag: '#status done',
    applied: false,
    text: '❌ Invalid status. Available: To Do, In Progress, Done',
    error: {
      kind: 'SEMANTIC',
      code: 'INVALID_STATUS',
      message: 'Invalid status. Available: To Do, In Progress, Done',
    },
  });
});
