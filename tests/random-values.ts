import {
  getArgumentValues,
  getDirectiveValues,
  getVariableValues,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { chosen, errorAt, happens, wrongTypename, wrongValue, type World } from './random-faults';
import type { ReadRequest } from './random-requests';
import { canonical, hash } from './random-source';

export interface Asked {
  schema: GraphQLSchema;
  service: string;
  request: ReadRequest;
  world: World;
}

/** How many entities there are of each type. */
const ENTITIES = 5;

interface Walk extends Asked {
  variables: Record<string, unknown>;
  errors: Record<string, unknown>[];
}

/** An object that is being answered. Two with the same `is` are the same, whoever answers. */
interface Thing {
  type: GraphQLObjectType;
  is: number;
  /** Of entities, which of their type. */
  index: number | null;
  /** What was said of it in a representation. */
  told: string;
  /** Where faults are decided. */
  place: number;
  path: readonly (string | number)[];
}

interface Place {
  is: number;
  place: number;
  path: readonly (string | number)[];
}

/** Answers the root fields of a query or mutation. */
export function answerRoot(asked: Asked) {
  const { schema, request, world, service } = asked;
  const walk = begin(asked);
  const isMutation = request.operation.operation === 'mutation';
  const type = (isMutation ? schema.getMutationType() : schema.getQueryType())!;
  const root = { type, is: hash(world.seed, 'root'), index: null, told: '' };
  const place = hash(world.seed, service, 'root');
  const data = answerThing(walk, { ...root, place, path: [] }, [request.operation.selectionSet]);
  return finish(walk, data);
}

/** Answers each representation by what it says. */
export function answerEntities(asked: Asked, representations: readonly unknown[]) {
  const walk = begin(asked);
  const data: Record<string, unknown> = {};
  for (const node of asked.request.operation.selectionSet.selections) {
    if (node.kind !== Kind.FIELD) throw new Error('A fetch of entities selects them alone.');
    const name = node.alias?.value ?? node.name.value;
    data[name] = representations.map((representation, i) =>
      answerEntity(walk, representation as Record<string, unknown>, [name, i], node.selectionSet!),
    );
  }
  return finish(walk, data);
}

function begin(asked: Asked): Walk {
  const { request, schema } = asked;
  const definitions = request.operation.variableDefinitions ?? [];
  const given = definitions.filter(({ variable }) => variable.name.value !== 'representations');
  const { coerced, errors } = getVariableValues(schema, given, request.variables);
  if (!coerced) throw errors[0]!;
  return { ...asked, variables: coerced, errors: [] };
}

function finish({ errors }: Walk, data: unknown) {
  return errors.length > 0 ? { data, errors } : { data };
}

function answerEntity(
  walk: Walk,
  representation: Record<string, unknown>,
  path: readonly (string | number)[],
  selections: SelectionSetNode,
): unknown {
  const { schema, world, service } = walk;
  const told = canonical(representation);
  const place = hash(world.seed, service, told);
  if (spoilsValue(walk, place, path)) return null;
  const index = indexOf(representation);
  const named = schema.getType(canonical(representation.__typename).slice(1, -1));
  const type = isAbstractType(named) ? concreteType(schema, named, index) : named;
  if (!isObjectType(type)) return null;
  return answerThing(walk, { type, is: identify(walk, type, index), index, told, place, path }, [selections]);
}

/** Which entity a representation means: any of its keys says so. */
function indexOf({ id, code, org }: Record<string, unknown>): number {
  const key = id ?? code ?? (org as { id?: unknown } | null | undefined)?.id;
  const digits = /(\d)$/.exec(canonical(key).replace(/"$/, ''));
  return digits ? Number(digits[1]) % ENTITIES : hash(canonical(key)) % ENTITIES;
}

function identify({ world }: Walk, { name }: GraphQLObjectType, index: number): number {
  return hash(world.seed, name.startsWith('M') ? 'M0' : name, index);
}

function concreteType(
  schema: GraphQLSchema,
  type: GraphQLAbstractType,
  index: number,
): GraphQLObjectType | undefined {
  const possible = schema.getPossibleTypes(type);
  return possible[index % Math.max(possible.length, 1)];
}

function answerThing(walk: Walk, thing: Thing, sets: readonly SelectionSetNode[]): Record<string, unknown> {
  const fields = new Map<string, FieldNode[]>();
  for (const set of sets) collect(walk, thing.type, set, fields);
  const answer = Object.create(null) as Record<string, unknown>;
  for (const [name, nodes] of fields) {
    const place = hash(thing.place, name);
    if (happens(place, 'missing', walk.world.profile.missing)) continue;
    answer[name] = answerField(walk, thing, nodes, { is: 0, place, path: [...thing.path, name] });
  }
  return answer;
}

function collect(
  walk: Walk,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  into: Map<string, FieldNode[]>,
): void {
  const { schema, variables, request } = walk;
  for (const node of set.selections) {
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false) continue;
    if (node.kind === Kind.FIELD) {
      add(node, into);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? request.fragments.get(node.name.value)! : node;
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const applies =
      !condition || condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
    if (applies) collect(walk, type, fragment.selectionSet, into);
  }
}

function add(node: FieldNode, into: Map<string, FieldNode[]>): void {
  const name = node.alias?.value ?? node.name.value;
  const known = into.get(name) ?? [];
  // Apollo's planner asks for two fields under one name where a client's alias is the name of a key.
  if (known.some((other) => other.name.value !== node.name.value))
    throw new GraphQLError(`Two fields are asked for as ${name}.`);
  into.set(name, [...known, node]);
}

function answerField(walk: Walk, thing: Thing, nodes: readonly FieldNode[], at: Place): unknown {
  const [node] = nodes;
  const name = node!.name.value;
  const { profile } = walk.world;
  if (name === '__typename')
    return happens(at.place, 'typename', profile.typenames) ? wrongTypename(at.place) : thing.type.name;
  const field = thing.type.getFields()[name];
  if (!field) throw new Error(`${walk.service} has no field ${thing.type.name}.${name}`);
  const args = canonical(getArgumentValues(field, node!, walk.variables));
  const key = keyValue(thing, field);
  if (key !== undefined && !spoilsValue(walk, at.place, at.path)) return key;
  const told = requires(field) ? thing.told : '';
  const is = hash(thing.is, name, args, told);
  return answerValue(walk, field.type, nodes, { ...at, is: name === 'org' ? (thing.index ?? is) : is });
}

function requires({ astNode }: GraphQLField<unknown, unknown>): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'requires') ?? false;
}

/** Keys say which entity it is. */
function keyValue({ type, index, is }: Thing, { name, type: of }: GraphQLField<unknown, unknown>): unknown {
  if (type.name === 'Org' && name === 'id') return `org-${is % ENTITIES}`;
  if (index === null) return undefined;
  if (name === 'id') return String(of) === 'Int!' ? index : `${type.name.replace(/M\d/, 'M')}-${index}`;
  return name === 'code' ? `code-${index}` : undefined;
}

/** Whether null stands in the place of a value, with what is told of it. */
function spoilsValue({ world, errors }: Walk, place: number, path: readonly (string | number)[]): boolean {
  const { profile } = world;
  if (happens(place, 'error', profile.errors)) {
    errors.push(errorAt(place, path));
    if (happens(place, 'deeper', 0.1)) errors.push(errorAt(place, [...path, 0, 'deep']));
    return happens(place, 'error with null', 0.7);
  }
  return happens(place, 'null', profile.nulls);
}

function answerValue(walk: Walk, type: GraphQLOutputType, nodes: readonly FieldNode[], at: Place): unknown {
  if (isNonNullType(type)) return answerValue(walk, type.ofType, nodes, at);
  if (spoilsValue(walk, at.place, at.path)) return null;
  const value = answerWell(walk, type, nodes, at);
  return happens(at.place, 'type', walk.world.profile.types) ? wrongValue(at.place, value) : value;
}

function answerWell(walk: Walk, type: GraphQLOutputType, nodes: readonly FieldNode[], at: Place): unknown {
  if (isListType(type)) {
    return Array.from({ length: at.is % 4 }, (_, i) =>
      answerValue(walk, type.ofType, nodes, {
        is: hash(at.is, i),
        place: hash(at.place, i),
        path: [...at.path, i],
      }),
    );
  }
  if (isLeafType(type)) return leafValue(type, at.is);
  if (isNonNullType(type)) return answerValue(walk, type.ofType, nodes, at);
  const index = at.is % ENTITIES;
  const concrete = isAbstractType(type) ? chooseMember(walk, type, at.is) : type;
  const isEntity = concrete.getFields().id !== undefined && concrete.name !== 'Org';
  const own = isEntity ? memberIndex(walk, concrete, index) : null;
  const is = own === null ? at.is : identify(walk, concrete, own);
  const thing = { type: concrete, is, index: own, told: '', place: at.place, path: at.path };
  return answerThing(
    walk,
    thing,
    nodes.map(({ selectionSet }) => selectionSet!),
  );
}

function chooseMember({ schema }: Walk, type: GraphQLAbstractType, is: number): GraphQLObjectType {
  return chosen(is, 'member', schema.getPossibleTypes(type));
}

/** Which entity of a type is meant: those behind an entity interface have their types in turn. */
function memberIndex({ schema }: Walk, type: GraphQLObjectType, index: number): number {
  const family = schema.getType('M0');
  if (!isAbstractType(family) || !type.name.startsWith('M')) return index;
  const possible = schema.getPossibleTypes(family);
  const turn = possible.indexOf(type);
  return turn < 0
    ? index
    : turn + possible.length * (index % Math.max(1, Math.floor(ENTITIES / possible.length)));
}

function leafValue({ name }: GraphQLLeafType, is: number): unknown {
  if (name === 'Int') return (is % 2001) - 1000;
  if (name === 'Float') return chosen(is, 'float', [0.1, -2.5, 3, 1e21, (is % 1000) / 8]);
  if (name === 'Boolean') return is % 2 === 0;
  if (name === 'Colour') return chosen(is, 'colour', ['RED', 'GREEN', 'BLUE']);
  if (name === 'Stamp')
    return chosen<unknown>(is, 'stamp', [
      'now',
      5,
      true,
      { at: [is % 9, null], __typename: 'E0' },
      [1, [2]],
      is % 99,
    ]);
  if (name === 'ID') return is % 5 === 0 ? is % 100 : `i${is % 100}`;
  return chosen(is, 'text', [
    `t${is % 1000}`,
    '',
    'ü "q" \\ \n\u2028\ud83d\ude00',
    '\u0000</script>',
    `t${is % 10}`,
  ]);
}
