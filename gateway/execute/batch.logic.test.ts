import { buildSchema } from 'graphql';
import { batchOf, NONE, sortBatch } from './batch';
import { compileRepresentation } from './representations';

const schema = buildSchema('type Query { user: User } type User { id: ID org: Org } type Org { id: ID }');

interface Selected {
  kind: 'Field';
  name: string;
  selections?: Selected[];
}

const field = (name: string, selections?: Selected[]): Selected => ({ kind: 'Field', name, selections });
const user = (keys: object) => ({ __typename: 'User', ...keys });

function representUsers(...fields: Selected[]) {
  const selections = [field('__typename'), ...fields];
  return compileRepresentation(schema, [{ kind: 'InlineFragment', typeCondition: 'User', selections }], null);
}

test('entities whose leaves are equal are represented once', () => {
  const entities = ['a', 'b', 'a', 'a'].map((id) => user({ id }));
  const { texts, indexes } = batchOf(entities, representUsers(field('id')));
  expect(texts).toEqual(['{"__typename":"User","id":"a"}', '{"__typename":"User","id":"b"}']);
  expect(indexes).toEqual([0, 1, 0, 0]);
});

test('values of other types are other values', () => {
  const entities = [1, '1', true, 'true', null, 'null'].map((id) => user({ id }));
  const { texts, indexes } = batchOf(entities, representUsers(field('id')));
  expect(texts).toHaveLength(6);
  expect(indexes).toEqual([0, 1, 2, 3, 4, 5]);
});

test('equal objects are found among leaves, in whatever place', () => {
  const entities = ['o', 'p', 'o', null].map((id) => user({ org: id && { id }, id: 'a' }));
  for (const fields of [
    [field('org', [field('id')]), field('id')],
    [field('id'), field('org', [field('id')])],
  ]) {
    const { texts, indexes } = batchOf(entities, representUsers(...fields));
    expect(texts).toHaveLength(3);
    expect(indexes).toEqual([0, 1, 0, 2]);
  }
});

test('what lacks a key, or is of another type, is not asked for', () => {
  const entities = [user({}), { id: 'a' }, { __typename: 'Org', id: 'a' }, user({ id: 'a' }), user({})];
  const { texts, indexes } = batchOf(entities, representUsers(field('id')));
  expect(texts).toEqual(['{"__typename":"User","id":"a"}']);
  expect(indexes).toEqual([NONE, NONE, NONE, 0, NONE]);
});

test('equal sets of entities are equal requests once they are sorted', () => {
  const batches = ['abca', 'cbaa'].map((ids) =>
    batchOf(
      [...ids].map((id) => user({ id })),
      representUsers(field('id')),
    ),
  );
  for (const batch of batches) {
    const asked = batch.indexes.map((index) => batch.texts[index]);
    sortBatch(batch);
    expect(batch.indexes.map((index) => batch.texts[index])).toEqual(asked);
  }
  expect(batches[0]!.texts).toEqual(batches[1]!.texts);
});
