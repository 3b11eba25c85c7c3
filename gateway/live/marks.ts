import {
  getNamedType,
  isAbstractType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** What a value may depend on; `viewer` is everything else than the others. */
export type Dimension = 'workspace' | 'chat' | 'role' | 'viewer';

/** What the values of fields depend on, as the supergraph's `@audience` says; `viewer` where it says nothing. */
export type Marks = (type: string, field: string) => readonly Dimension[];

const DIMENSIONS: readonly string[] = ['workspace', 'chat', 'role', 'viewer'];
const UNMARKED: readonly Dimension[] = ['viewer'];

/** Reads the marks of a supergraph. A field's own goes before its type's. */
export function readMarks(sdl: string): Marks {
  const fields = new Map<string, readonly Dimension[]>();
  const types = new Map<string, readonly Dimension[]>();
  for (const node of parse(sdl, { noLocation: true }).definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const ofType = markOf(node.directives);
    if (ofType) types.set(node.name.value, ofType);
    for (const field of node.fields ?? []) {
      const ofField = markOf(field.directives);
      if (ofField) fields.set(`${node.name.value}.${field.name.value}`, ofField);
    }
  }
  return (type, field) => fields.get(`${type}.${field}`) ?? types.get(type) ?? UNMARKED;
}

/** The dimensions that directives name; several subgraphs may each mark a field that they share. */
function markOf(directives: readonly ConstDirectiveNode[] = []): readonly Dimension[] | null {
  const marks = directives.filter(({ name }) => name.value === 'audience');
  if (marks.length === 0) return null;
  const named = marks.flatMap((mark) => {
    const by = mark.arguments?.find(({ name }) => name.value === 'by')?.value;
    const values = by?.kind === Kind.LIST ? by.values : [];
    return values.map((value) => (value.kind === Kind.STRING ? value.value : ''));
  });
  // What is not known here may be anything.
  return [...new Set(named.map((name) => (DIMENSIONS.includes(name) ? (name as Dimension) : 'viewer')))];
}

/**
 * What the answers of a valid document may depend on: the dimensions of all its fields, whatever fragments, aliases and
 * conditions they stand in. A field of an interface depends on what it depends on in each type that it may be of.
 */
export function dimensionsOf(schema: GraphQLSchema, marks: Marks, document: DocumentNode): Set<Dimension> {
  const dimensions = new Set<Dimension>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        if (name.value === '__typename') return;
        const type = info.getParentType();
        const owner = type && getNamedType(type);
        const owners = isAbstractType(owner) ? schema.getPossibleTypes(owner) : [owner];
        for (const each of owners)
          for (const dimension of each ? marks(each.name, name.value) : UNMARKED) dimensions.add(dimension);
      },
    }),
  );
  return dimensions;
}
