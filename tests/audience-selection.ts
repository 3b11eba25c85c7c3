import {
  buildASTSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { SubgraphName } from '../subgraphs/kit/config';
import type { Dimension, Marks } from '../gateway/live/marks';
import { readSubgraphs } from '../schema/subgraphs';

/** A subgraph's own types. */
export interface SubgraphTypes {
  name: SubgraphName;
  schema: GraphQLSchema;
}

/** The types of every subgraph under a root folder, as their SDL says. */
export function readTypes(root: string): SubgraphTypes[] {
  return readSubgraphs(root).map(({ name, document }) => ({
    name: name as SubgraphName,
    schema: buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }),
  }));
}

/** Whether a type is an entity, by which of its keys it can be asked for. */
export function keysOf(type: GraphQLNamedType): { isEntity: boolean; isResolvable: boolean } {
  const keys = type.astNode?.directives?.filter(({ name }) => name.value === 'key') ?? [];
  const isResolvable = keys.some(({ arguments: args = [] }) =>
    args.every(
      ({ name, value }) => name.value !== 'resolvable' || (value.kind === 'BooleanValue' && value.value),
    ),
  );
  return { isEntity: keys.length > 0, isResolvable };
}

/** Which fields are selected: by their marks, and what their required arguments are given. */
export interface Wish {
  marks: Marks;
  /** Fields that depend on one of these are left out. */
  without: readonly Dimension[];
  /** The arguments of fields that ask for some, by name. */
  args: Readonly<Record<string, string>>;
}

const DEEPEST = 6;

/**
 * All fields of a type that may be the same for an audience, with what lies below; of other entities their ids, since
 * each is asked for by itself.
 */
export function selectionOf(type: GraphQLNamedType, schema: GraphQLSchema, wish: Wish, depth = 0): string {
  if (isAbstractType(type)) {
    const members = isUnionType(type) ? type.getTypes() : [];
    const parts = members.map(
      (member) => `... on ${member.name} ${selectionOf(member, schema, wish, depth + 1)}`,
    );
    return `{ __typename ${parts.join(' ')} }`;
  }
  const fields = Object.values((type as GraphQLObjectType).getFields());
  const parts = fields.flatMap((field) => fieldOf(type as GraphQLObjectType, field, schema, { wish, depth }));
  return `{ __typename ${parts.join(' ')} }`;
}

function fieldOf(
  owner: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
  { wish, depth }: { wish: Wish; depth: number },
): string[] {
  if (wish.marks(owner.name, field.name).some((dimension) => wish.without.includes(dimension))) return [];
  const required = field.args.filter(
    ({ type, defaultValue }) => String(type).endsWith('!') && defaultValue === undefined,
  );
  const given = required.map(({ name }) => `${name}: ${JSON.stringify(wish.args[name] ?? '')}`);
  const call = given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
  const type = getNamedType(field.type);
  // Two members of a union may have fields of one name and different types.
  const name = `${owner.name}_${field.name}: ${call}`;
  if (!isObjectType(type) && !isAbstractType(type)) return [name];
  if (keysOf(type).isEntity) return [`${name} { __typename id }`];
  return depth < DEEPEST ? [`${name} ${selectionOf(type, schema, wish, depth + 1)}`] : [];
}

/** The paths at which answers differ, an error being one. */
export function differences(answers: readonly unknown[]): string[] {
  const [first, ...others] = answers.map((answer) => leavesOf(answer));
  const found = new Set<string>();
  for (const other of others)
    for (const path of new Set([...first!.keys(), ...other.keys()]))
      if (first!.get(path) !== other.get(path)) found.add(path.split('.').at(-1)!);
  return [...found].sort();
}

function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value))
      leavesOf(inner, Array.isArray(value) ? `${name}/${path}` : `${path}.${name}`, leaves);
    if (Object.keys(value).length === 0) leaves.set(path, Array.isArray(value) ? '[]' : '{}');
  } else leaves.set(path, JSON.stringify(value));
  return leaves;
}
