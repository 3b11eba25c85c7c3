import * as fc from 'fast-check';
import { newUuid, toGlobalId } from '../kit/ids';
import { faultOfFilter, toCondition, type FilterOfTasks } from './filter.logic';

const user = toGlobalId('User', newUuid());
const comparison = fc.record(
  { eq: fc.constantFrom('HIGH', 'LOW'), in: fc.array(fc.constantFrom('HIGH', 'LOW')), isNull: fc.boolean() },
  { requiredKeys: [] },
);
const { filter } = fc.letrec<{ filter: FilterOfTasks }>((tie) => ({
  filter: fc.record(
    {
      priority: comparison,
      title: fc.record({ contains: fc.string() }),
      and: fc.array(tie('filter'), { maxLength: 2, depthIdentifier: 'f' }),
      or: fc.array(tie('filter'), { maxLength: 2, depthIdentifier: 'f' }),
      not: fc.option(tie('filter'), { depthIdentifier: 'f', maxDepth: 3 }),
    },
    { requiredKeys: [] },
  ),
}));

describe('filters of tasks', () => {
  test('a condition takes each of its values by one parameter, in order, and holds none itself', () => {
    fc.assert(
      fc.property(filter, fc.integer({ min: 1, max: 9 }), (one, first) => {
        const { sql, values } = toCondition(one, first);
        const numbers = [...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
        expect(numbers).toEqual(values.map((_, i) => first + i));
        expect(sql).not.toMatch(/HIGH|LOW/);
        expect(sql.split('(').length).toBe(sql.split(')').length);
      }),
    );
  });

  test.each<[string, FilterOfTasks, string]>([
    ['an empty filter holds for all', {}, 'true'],
    ['so does an empty list of what must hold', { and: [] }, 'true'],
    ['none of nothing holds', { or: [] }, 'false'],
    ['null is as if absent', { type: null, title: { eq: null }, not: null }, 'true'],
    ['one comparison', { type: { eq: 'BUG' } }, 't.type = $2::text'],
    ['the opposite', { not: { priority: { eq: 'HIGH' } } }, '(t.priority = $2::text) IS NOT TRUE'],
    [
      'alternatives',
      { or: [{ assignee: { isNull: true } }, { assignee: { eq: user } }] },
      '(t.assignee_id IS NULL OR t.assignee_id = $2::uuid)',
    ],
    [
      'whatever the case',
      { title: { contains: 'Login', startsWith: 'a' } },
      '(strpos(lower(t.title), lower($2::text)) > 0 AND starts_with(lower(t.title), lower($3::text)))',
    ],
    [
      'a hidden parent is none',
      { parent: { isNull: true } },
      'NOT EXISTS (SELECT 1 FROM task.task p WHERE p.id = t.parent_id)',
    ],
  ])('%s', (_, one, sql) => expect(toCondition(one, 2).sql).toBe(sql));

  const nested = (depth: number): FilterOfTasks => (depth === 0 ? {} : { not: nested(depth - 1) });

  test.each<[string, FilterOfTasks, string]>([
    ['six deep', nested(6), 'filter may hold filters in each other 5 deep'],
    ['too much', { and: Array.from({ length: 51 }, () => ({})) }, 'filter must have at most 50 parts'],
    [
      'too many values',
      { and: [{ type: { in: Array.from({ length: 101 }, () => 'BUG') } }] },
      'filter.and.0.type.in must have at most 100 values',
    ],
    [
      'the id of another thing',
      { not: { assignee: { eq: 'task_x' } } },
      'filter.not.assignee: that is not the id of a User',
    ],
    [
      'a day that does not exist',
      { dueDate: { gt: '2026-02-30' } },
      'filter.dueDate: Invalid date. Use YYYY-MM-DD',
    ],
    [
      'a long text',
      { title: { contains: 'x'.repeat(501) } },
      'filter.title: a text must have at most 500 characters',
    ],
    ['a NUL', { title: { eq: '\0' } }, 'filter.title: a text must be well-formed'],
  ])('%s is refused', (_, one, fault) => expect(faultOfFilter(one)).toBe(fault));

  test('five deep and fifty parts are not', () => {
    expect(faultOfFilter(nested(5))).toBeNull();
    expect(faultOfFilter({ or: Array.from({ length: 25 }, () => ({ type: { eq: 'BUG' } })) })).toBeNull();
  });
});
