import { buildSchema, getIntrospectionQuery, parse, validate, type GraphQLError } from 'graphql';
import { measureOperation } from './cost';
import { checkDocument, checkVariables, type QueryLimits } from './limits';

const schema = buildSchema(`
  type Query { viewer: User users(first: Int, last: Int): Users nodes(ids: [ID!]!): [User]! }
  type Mutation { rename(name: String): User }
  type Users { nodes: [User!]! edges: [Edge!]! pageInfo: PageInfo! totalCount: Int }
  type Edge { node: User! }
  type PageInfo { hasNextPage: Boolean! }
  type User { id: ID! name: String friends(first: Int): Users tags: [Tag!]! boss: User }
  type Tag { text: String! }
`);

const limits: QueryLimits = {
  maxDepth: 10,
  maxAliases: 10,
  maxDirectives: 10,
  maxRootFields: 5,
  maxCost: 10_000,
};

function refusalOf(query: string, variables: Record<string, unknown> = {}): string | null {
  try {
    checkDocument(parse(query), variables, limits, schema);
    return null;
  } catch (error) {
    const { message, extensions } = error as GraphQLError;
    return `${String(extensions.code)}: ${message}`;
  }
}

function measureOf(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === 'OperationDefinition')!;
  return measureOperation(document, operation, variables, schema);
}

/** F0 spreads F1 twice, which spreads F2 twice, and so on. */
function doubled(levels: number, spread = (next: string) => `...${next} ...${next}`): string {
  const fragments = Array.from(
    { length: levels },
    (_, i) => `fragment F${i} on User{${spread(`F${i + 1}`)}}`,
  );
  return `{viewer{...F0}} ${fragments.join(' ')} fragment F${levels} on User{id}`;
}

describe('cost', () => {
  test.each([
    ['{viewer{id name}}', 3],
    ['{viewer{__typename id}}', 2],
    // One for the connection and its list, one per item.
    ['{users(first:10){nodes{id}}}', 1 + 10 + 10 - 9],
    ['{users(last:10){nodes{id}}}', 12],
    ['{users{nodes{id}}}', 52],
    ['{users(first:10){pageInfo{hasNextPage} totalCount}}', 4],
    ['{users(first:10){edges{node{id}}}}', 1 + 10 * 2 + 1],
    ['{viewer{tags{text}}}', 1 + 1 + 10],
    ['{nodes(ids:["a","b","c"]){id}}', 1 + 3],
    ['{users(first:10){nodes{friends(first:5){nodes{id}}}}}', 1 + 1 + 10 * (1 + 1 + 5)],
    ['{...F} fragment F on Query{users(first:10){...G}} fragment G on Users{nodes{id}}', 12],
    ['query($n:Int=7){users(first:$n){nodes{id}}}', 9],
  ])('%s', (query, most) => {
    const { cost } = measureOf(query);
    expect(cost).toBeLessThanOrEqual(most + 1);
    expect(cost).toBeGreaterThanOrEqual(most - 1);
  });

  test('sizes come from variables, and a default counts when none is given', () => {
    const query = 'query($n:Int=7){users(first:$n){nodes{id}}}';
    expect(measureOf(query, { n: 100 }).cost - measureOf(query).cost).toBe(93);
    expect(measureOf(query, { n: 'x' }).cost).toBe(measureOf('{users{nodes{id}}}').cost);
  });

  test('a size below one, infinite or absurd cannot lower the cost or break the sum', () => {
    const one = measureOf('{users(first:1){nodes{id}}}').cost;
    expect(measureOf('{users(first:-5){nodes{id}}}').cost).toBe(one);
    expect(measureOf('query($n:Int){users(first:$n){nodes{id}}}', { n: -1e9 }).cost).toBe(one);
    expect(measureOf(`{users(first:${'9'.repeat(400)}){nodes{id}}}`).cost).toBeGreaterThan(limits.maxCost);
  });

  test('a list of keys in a variable counts as long as it is', () => {
    const query = 'query($ids:[ID!]!){nodes(ids:$ids){id}}';
    const ids = Array.from({ length: 40 }, (_, i) => String(i));
    expect(measureOf(query, { ids }).cost).toBe(41);
  });

  test('S16: nested pages multiply', () => {
    const query = '{users(first:100){nodes{friends(first:100){nodes{friends(first:100){nodes{id}}}}}}}';
    expect(refusalOf(query)).toMatch(/^QUERY_TOO_COMPLEX: .*10000/);
    expect(refusalOf(query.replaceAll('100', '5'))).toBeNull();
  });

  test('without the schema the sizes that are written count', () => {
    const document = parse('{users(first:1000){nodes{friends(first:1000){nodes{id}}}}}');
    expect(() => checkDocument(document, {}, limits)).toThrow('costs more than');
  });
});

describe('depth', () => {
  test('S1: a deep selection is refused, through fragments too', () => {
    const deep = (levels: number) => `{viewer{${'boss{'.repeat(levels)}id${'}'.repeat(levels)}}}`;
    expect(refusalOf(deep(8))).toBeNull();
    expect(refusalOf(deep(9))).toMatch(/^QUERY_TOO_DEEP: .*10 levels/);
    expect(refusalOf(doubled(12, (next) => `boss{...${next}}`))).toMatch(/^QUERY_TOO_DEEP/);
    expect(refusalOf(`{viewer{${'...{'.repeat(300)}id${'}'.repeat(300)}}}`)).toBeNull();
  });

  test('values written in the document are refused when they nest too deeply', () => {
    const list = (levels: number) => `{nodes(ids:${'['.repeat(levels)}${']'.repeat(levels)}){id}}`;
    expect(refusalOf(list(20))).toBeNull();
    expect(refusalOf(list(1000))).toMatch(/^QUERY_TOO_DEEP/);
    expect(
      refusalOf(list(1000).replace('{', 'query($x:Int='.concat('['.repeat(99), ']'.repeat(99), '){'))),
    ).toMatch(/^QUERY_TOO_DEEP/);
  });

  test('the introspection of common tools passes, and S15: circular introspection is refused', () => {
    const full = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true });
    expect(refusalOf(full)).toBeNull();
    const circular = `{__schema{types{${'fields{type{'.repeat(12)}name${'}}'.repeat(12)}}}}`;
    expect(refusalOf(circular)).toMatch(/^QUERY_TOO_DEEP/);
    const short = `{__schema{types{${'fields{type{'.repeat(4)}name${'}}'.repeat(4)}}}}`;
    expect(validate(schema, parse(short)).map(({ message }) => message)).toEqual([
      'Maximum introspection depth exceeded',
    ]);
  });
});

describe('counts', () => {
  const many = (count: number, text: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i)).join(' ');

  test.each([
    ['S5: aliases', `{viewer{${many(11, (i) => `a${i}:name`)}}}`, 'aliases'],
    ['S5: aliases of __typename', `{viewer{${many(11, (i) => `a${i}:__typename`)}}}`, 'aliases'],
    [
      'aliases in a fragment that nobody uses',
      `{viewer{id}} fragment X on User{${many(11, (i) => `a${i}:id`)}}`,
      'aliases',
    ],
    ['S8: one unknown directive again and again', `{viewer{id ${many(11, () => '@x')}}}`, 'directives'],
    [
      'S8: directives on everything',
      `query @a{viewer @b{...X @c ...@d{id}}} fragment X on User @e{id ${many(6, (i) => `@f${i}`)}}`,
      'directives',
    ],
    ['directives on variables', `query($x:Int ${many(11, () => '@x')}){viewer{id}}`, 'directives'],
    ['S9: the same field again and again', `{viewer{${many(12, () => 'id')}}}`, 'repeated fields'],
    ['S9: through inline fragments', `{viewer{${many(12, () => '...{id}')}}}`, 'repeated fields'],
    [
      'S9: through inline fragments on one type',
      `{viewer{${many(12, () => '...on User{id}')}}}`,
      'repeated fields',
    ],
    ['S6, S7: root fields', `{${many(6, (i) => `a${i}:viewer{id}`)}}`, 'root fields'],
    [
      'root fields through a fragment',
      `{...X ...X} fragment X on Query{a:viewer{id} b:viewer{id} c:viewer{id}}`,
      'root fields',
    ],
    ['operations', many(21, (i) => `query Q${i}{viewer{id}}`), 'operations'],
    ['fragments', `{viewer{id}} ${many(201, (i) => `fragment F${i} on User{id}`)}`, 'fragments'],
  ])('%s', (_, query, what) => {
    expect(refusalOf(query)).toMatch(
      new RegExp(`^QUERY_TOO_COMPLEX: The operation has more than \\d+ ${what},`),
    );
  });

  test('the same field under different types of a union is no repetition', () => {
    expect(refusalOf(`{viewer{${many(40, (i) => `...on T${i}{id}`)}}}`)).toBeNull();
  });
});

describe('fragments', () => {
  test('S3, S4: doubled fragments are refused in time linear to the document', () => {
    // Written out it has 2^150 fields: whoever does so never ends.
    const query = doubled(150);
    expect(refusalOf(query)).toMatch(/^QUERY_TOO_COMPLEX: .*fragments written out/);
    expect(refusalOf(doubled(9, (next) => `a:boss{...${next}} b:boss{...${next}}`))).toMatch(/^QUERY_TOO/);
  });

  test('S2: a fragment that spreads itself is refused, at any distance', () => {
    const cycle = '{viewer{...A}} fragment A on User{boss{...B}} fragment B on User{...A}';
    expect(refusalOf(cycle)).toBe('GRAPHQL_VALIDATION_FAILED: Cannot spread fragment "A" within itself.');
    expect(refusalOf('{viewer{...A}} fragment A on User{...A}')).toMatch(/^GRAPHQL_VALIDATION_FAILED/);
  });

  test('what validation reports is left to it', () => {
    expect(refusalOf('{viewer{...Nobody nope{deep}}}')).toBeNull();
  });
});

test('variables that nest deeper than any input are refused, however deep', () => {
  const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown;
  expect(() => checkVariables({ x: nested(20) })).not.toThrow();
  expect(() => checkVariables({ x: nested(100_000) })).toThrow('nested variables');
  expect(() => checkVariables({})).not.toThrow();
});
