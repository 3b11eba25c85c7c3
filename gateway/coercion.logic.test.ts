import fc from 'fast-check';
import { buildSchema, getVariableValues, parse, type OperationDefinitionNode } from 'graphql';
import { variableCheck } from './coercion';

const schema = buildSchema(`
  scalar Any
  enum Color { RED GREEN constructor }
  input Inner { n: Int! self: Inner list: [Inner!] color: Color = RED }
  input Odd { constructor: Int toString: String! = "x" }
  input One @oneOf { a: Int b: String }
  type Query { x(a: Any, b: ID, c: Float): Int }
`);
const TYPES = [
  ...[
    'Int',
    'Int!',
    'Float',
    'String!',
    'ID',
    'Boolean!',
    'Any',
    'Any!',
    'Color',
    'Color!',
    '[Int]',
    '[Int!]!',
  ],
  ...[
    '[[Int!]]',
    '[Color!]',
    'Inner',
    'Inner!',
    '[Inner!]',
    'Odd',
    'Odd!',
    'One',
    'One!',
    '[One]',
    'Nope',
    'Query',
  ],
];
const NAMES = ['n', 'self', 'list', 'color', 'a', 'b', 'constructor', 'toString', '__proto__', 'x'];

/** JSON as clients send it, often of the names and values that fit somewhere. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(
      null,
      true,
      'RED',
      'constructor',
      'x',
      '',
      0,
      1,
      -0,
      2147483647,
      -2147483648,
      2147483648,
      1.5,
    ),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 3 })
      .map(
        (entries) =>
          JSON.parse(`{${entries.map(([k, v]) => `"${k}":${JSON.stringify(v)}`).join()}}`) as unknown,
      ),
  ),
}));

const definition = fc.tuple(
  fc.constantFrom(...TYPES),
  fc.constantFrom('', ' = null', ' = 1', ' = "x"', ' = RED', ' = {n: 1}'),
);

function checkedBy(
  definitions: string,
  variables: Record<string, unknown>,
): { fits: boolean; accepted: boolean } {
  const [operation] = parse(`query(${definitions}) { x }`).definitions as [OperationDefinitionNode];
  const nodes = operation.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, nodes, variables);
  return { fits: variableCheck(schema, nodes)(variables), accepted: errors === undefined };
}

test('nothing fits that graphql-js refuses', () => {
  let fitting = 0;
  fc.assert(
    fc.property(definition, definition, fc.option(json.value), fc.option(json.value), (one, two, a, b) => {
      const variables = JSON.parse(JSON.stringify({ a: a ?? undefined, b: b ?? undefined })) as Record<
        string,
        unknown
      >;
      const { fits, accepted } = checkedBy(`$a: ${one.join('')}, $b: ${two.join('')}`, variables);
      if (fits) fitting++;
      expect(fits && !accepted).toBe(false);
    }),
    { numRuns: 1500 },
  );
  // A check that lets nothing pass would be right, too.
  expect(fitting).toBeGreaterThan(100);
});

test('what clients usually send fits', () => {
  const usual: [definitions: string, variables: Record<string, unknown>][] = [
    ['$a: Int', {}],
    ['$a: Int! = 3', {}],
    ['$a: [ID!]!', { a: ['x', 'y'] }],
    ['$a: [ID!]!', { a: 'x' }],
    ['$a: Inner!', { a: { n: 1, self: { n: 2, color: 'GREEN' }, list: [{ n: 3 }] } }],
    ['$a: Any', { a: { whatever: [1, null] } }],
    ['$a: Float', { a: 2 }],
    ['$a: Boolean', { a: null, other: 1 }],
  ];
  for (const [definitions, variables] of usual)
    expect([definitions, checkedBy(definitions, variables)]).toEqual([
      definitions,
      { fits: true, accepted: true },
    ]);
});

test('what does not fit is left to graphql-js', () => {
  const others: [definitions: string, variables: Record<string, unknown>][] = [
    ['$a: Int!', {}],
    ['$a: Int', { a: 2147483648 }],
    ['$a: Inner', { a: { n: 1, m: 2 } }],
    ['$a: Inner', { a: { n: null } }],
    ['$a: Inner', { a: [] }],
    ['$a: Color', { a: 'toString' }],
    ['$a: Odd', { a: {} }],
    ['$a: One', { a: { a: 1, b: 'x' } }],
  ];
  for (const [definitions, variables] of others)
    expect([definitions, checkedBy(definitions, variables)]).toMatchObject([definitions, { fits: false }]);
});
