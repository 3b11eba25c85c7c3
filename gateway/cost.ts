import {
  GraphQLError,
  getNamedType,
  getNullableType,
  visit,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** What an operation asks for, with its fragments written out. */
export interface Measure {
  /** The deepest selection; introspection does not count. */
  depth: number;
  /** The deepest selection below `__schema` and `__type`. */
  introspectionDepth: number;
  rootFields: number;
  /** Every selected field, once per place where it is selected. */
  selections: number;
  /** One per field, times the sizes of the lists around it. */
  cost: number;
}

/**
 * The measure of a selection set. Its cost is `cost + costPerItem × n`, where n is the size of the page that surrounds
 * it, so that a fragment is measured once wherever it is spread, and a document of doubled fragments in linear time.
 */
interface Extent {
  depth: number;
  introspectionDepth: number;
  rootFields: number;
  selections: number;
  cost: number;
  costPerItem: number;
}

interface Scope {
  schema: GraphQLSchema | undefined;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fragments by name; null while one is being measured. */
  measured: Map<string, Extent | null>;
  variables: Readonly<Record<string, unknown>>;
}

/** The page size that a client gets when it names none. */
const PAGE_SIZE = 50;
/** What a list that cannot be paged is taken to hold. */
const LIST_SIZE = 10;
const MAX_SIZE = 1_000_000;
const PAGE_ARGUMENTS = ['first', 'last'];
const INTROSPECTION_FIELDS = ['__schema', '__type'];

const NOTHING: Extent = {
  depth: 0,
  introspectionDepth: 0,
  rootFields: 0,
  selections: 0,
  cost: 0,
  costPerItem: 0,
};

/** Measures one operation, in time linear to the document. Throws on a fragment that spreads itself. */
export function measureOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  schema?: GraphQLSchema,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === 'FragmentDefinition') fragments.set(node.name.value, node);
  }
  const values = { ...defaultsOf(operation), ...variables };
  const scope: Scope = { schema, fragments, measured: new Map(), variables: values };
  const root = schema?.getRootType(operation.operation) ?? undefined;
  const { costPerItem, cost, ...measure } = measureSet(scope, operation.selectionSet, root);
  return { ...measure, cost: cost + costPerItem * LIST_SIZE };
}

/** The variables by which measures of a document differ, and whether it is their number that counts. */
export function sizingVariables(document: DocumentNode): Map<string, { isPageSize: boolean }> {
  const found = new Map<string, { isPageSize: boolean }>();
  visit(document, {
    Field(node) {
      if (!node.selectionSet) return;
      for (const { name, value } of node.arguments ?? []) {
        if (value.kind !== 'Variable') continue;
        const isPageSize = PAGE_ARGUMENTS.includes(name.value) || found.get(value.name.value)?.isPageSize;
        found.set(value.name.value, { isPageSize: isPageSize ?? false });
      }
    },
  });
  return found;
}

function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const definitions = operation.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.map(({ variable, defaultValue }) => [variable.name.value, literalOf(defaultValue)]),
  );
}

function measureSet(scope: Scope, set: SelectionSetNode, type: GraphQLNamedType | undefined): Extent {
  const total = { ...NOTHING };
  for (const selection of set.selections) {
    if (selection.kind === 'Field') add(total, measureField(scope, selection, type));
    else if (selection.kind === 'FragmentSpread') add(total, measureFragment(scope, selection.name.value));
    else {
      const condition = selection.typeCondition?.name.value;
      const narrowed = condition === undefined ? type : scope.schema?.getType(condition);
      add(total, measureSet(scope, selection.selectionSet, narrowed));
    }
  }
  return total;
}

function add(total: Extent, part: Extent): void {
  total.depth = Math.max(total.depth, part.depth);
  total.introspectionDepth = Math.max(total.introspectionDepth, part.introspectionDepth);
  total.rootFields += part.rootFields;
  total.selections += part.selections;
  total.cost += part.cost;
  total.costPerItem += part.costPerItem;
}

function measureFragment(scope: Scope, name: string): Extent {
  const known = scope.measured.get(name);
  if (known) return known;
  if (known === null) {
    const message = `Cannot spread fragment "${name}" within itself.`;
    throw new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
  }
  const fragment = scope.fragments.get(name);
  // An unknown fragment is validation's to report.
  if (!fragment) return NOTHING;
  scope.measured.set(name, null);
  const extent = measureSet(
    scope,
    fragment.selectionSet,
    scope.schema?.getType(fragment.typeCondition.name.value),
  );
  scope.measured.set(name, extent);
  return extent;
}

function measureField(scope: Scope, node: FieldNode, parent: GraphQLNamedType | undefined): Extent {
  const name = node.name.value;
  const leaf: Extent = {
    ...NOTHING,
    depth: 1,
    rootFields: 1,
    selections: 1,
    cost: name === '__typename' ? 0 : 1,
  };
  if (!node.selectionSet) return leaf;
  const field = fieldOf(parent, name);
  const type = field && getNamedType(field.type);
  const below = measureSet(scope, node.selectionSet, isCompositeType(type) ? type : undefined);
  const selections = 1 + below.selections;
  if (INTROSPECTION_FIELDS.includes(name)) {
    // Lists of the schema are of no cost to the subgraphs; validation refuses circular introspection.
    return { ...leaf, introspectionDepth: below.depth + 1, selections, cost: selections };
  }
  const deep = { ...leaf, depth: 1 + below.depth, introspectionDepth: below.introspectionDepth, selections };
  return { ...deep, ...costOf(scope, node, field, below) };
}

function costOf(
  scope: Scope,
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  below: Extent,
): { cost: number; costPerItem: number } {
  const page = pageSize(scope, node, field);
  if (!field) return { cost: 1 + (page ?? 1) * (below.cost + below.costPerItem), costPerItem: 0 };
  if (!isListType(getNullableType(field.type))) {
    return { cost: 1 + below.cost + (page ?? LIST_SIZE) * below.costPerItem, costPerItem: 0 };
  }
  const item = below.cost + LIST_SIZE * below.costPerItem;
  const size = page ?? keyCount(scope, node);
  // A list without a size of its own, such as `nodes` or `edges`, is as long as the page that surrounds it.
  return size === undefined ? { cost: 1, costPerItem: item } : { cost: 1 + size * item, costPerItem: 0 };
}

function fieldOf(
  parent: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** How long the page is that a field's arguments ask for; undefined for a field that has no pages. */
function pageSize(
  scope: Scope,
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
): number | undefined {
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => PAGE_ARGUMENTS.includes(name.value))
    .map(({ value }) => valueOf(scope, value))
    .filter((size) => typeof size === 'number' && !Number.isNaN(size)) as number[];
  if (sizes.length > 0) return Math.min(Math.max(...sizes, 1), MAX_SIZE);
  return field?.args.some(({ name }) => PAGE_ARGUMENTS.includes(name)) ? PAGE_SIZE : undefined;
}

/** How many keys a look-up such as `nodes(ids:)` is given. */
function keyCount(scope: Scope, node: FieldNode): number | undefined {
  const lists = (node.arguments ?? []).map(({ value }) => valueOf(scope, value)).filter(Array.isArray);
  return lists.length > 0 ? Math.max(...lists.map((list) => list.length), 1) : undefined;
}

function valueOf(scope: Scope, node: ValueNode): unknown {
  return node.kind === 'Variable' ? scope.variables[node.name.value] : literalOf(node);
}

function literalOf(node: ValueNode | undefined): unknown {
  if (node?.kind === 'IntValue' || node?.kind === 'FloatValue') return Number(node.value);
  return node?.kind === 'ListValue' ? node.values : undefined;
}
