import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { hash, type Random } from './random-source';

export interface VariableDraft {
  name: string;
  type: GraphQLInputType | 'Boolean!' | 'Boolean';
  /** As it is written; null for none. */
  fallback: string | null;
}

/** The variables of an operation while it is drawn. */
export type Variables = Map<string, VariableDraft>;

/** The arguments of a field as they are written, with variables where the draw says so. */
export function drawArguments(
  random: Random,
  args: readonly GraphQLArgument[],
  variables: Variables,
): string {
  const texts = args.flatMap((arg) => {
    const isNeeded = isNonNullType(arg.type) && arg.defaultValue === undefined;
    if (!isNeeded && random.chance(0.35)) return [];
    return [`${arg.name}: ${drawValue(random, arg.type, variables, 0)}`];
  });
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

/** A condition, `@include` or `@skip`, mostly by a variable. */
export function drawCondition(random: Random, variables: Variables): string {
  const name = random.pick(['include', 'include', 'skip']);
  if (random.chance(0.15)) return ` @${name}(if: ${random.chance(0.7) === (name === 'include')})`;
  const variable = `if${random.int(3)}`;
  if (!variables.has(variable)) {
    const fallback = random.chance(0.3) ? String(random.chance(0.5)) : null;
    const type = fallback !== null && random.chance(0.5) ? 'Boolean' : 'Boolean!';
    variables.set(variable, { name: variable, type, fallback });
  }
  return ` @${name}(if: $${variable})`;
}

/** The definitions of variables as they are written. */
export function printVariables(variables: Variables): string {
  if (variables.size === 0) return '';
  const texts = [...variables.values()].map(
    ({ name, type, fallback }) => `$${name}: ${String(type)}${fallback === null ? '' : ` = ${fallback}`}`,
  );
  return `(${texts.join(', ')})`;
}

/** Values for the variables: given, left out, null. */
export function drawVariableValues(random: Random, variables: Variables): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, type, fallback } of variables.values()) {
    const isBoolean = typeof type === 'string';
    const mayBeNull = isBoolean ? type === 'Boolean' && random.chance(0.1) : !isNonNullType(type);
    if ((fallback !== null || mayBeNull) && random.chance(0.35)) continue;
    if (mayBeNull && random.chance(isBoolean ? 1 : 0.2)) values[name] = null;
    else values[name] = isBoolean ? random.chance(0.65) : drawJson(random, type, 0);
  }
  return values;
}

function drawValue(random: Random, type: GraphQLInputType, variables: Variables, depth: number): string {
  if (random.chance(0.35)) return `$${drawVariable(random, type, variables)}`;
  if (isNonNullType(type)) return drawLiteral(random, type.ofType, variables, depth);
  return random.chance(0.1) ? 'null' : drawLiteral(random, type, variables, depth);
}

/** A variable for a place of a type: one that the operation has already, or a new one. */
function drawVariable(random: Random, type: GraphQLInputType, variables: Variables): string {
  const name = `v${hash(String(type)) % 997}${random.chance(0.7) ? '' : 'x'}`;
  if (!variables.has(name)) {
    const wider = isNonNullType(type) && random.chance(0.3) ? type : null;
    const fallback = random.chance(0.35) ? drawLiteral(random, stripNonNull(type), new Map(), 2) : null;
    variables.set(name, { name, type: wider && fallback !== null ? wider.ofType : type, fallback });
  }
  return name;
}

function drawLiteral(random: Random, type: GraphQLInputType, variables: Variables, depth: number): string {
  if (isNonNullType(type)) return drawLiteral(random, type.ofType, variables, depth);
  const isConstant = depth >= 2;
  const inner = (of: GraphQLInputType) =>
    isConstant
      ? drawLiteral(random, stripNonNull(of), variables, depth + 1)
      : drawValue(random, of, variables, depth + 1);
  if (isListType(type)) {
    if (random.chance(0.15)) return drawLiteral(random, type.ofType, variables, 2);
    return `[${Array.from({ length: random.int(3) }, () => inner(type.ofType)).join(', ')}]`;
  }
  if (isInputObjectType(type)) {
    const fields = chooseFields(random, type, depth).map(({ name, type: of }) => `${name}: ${inner(of)}`);
    return `{${fields.join(', ')}}`;
  }
  const value = drawLeafJson(random, type);
  return isEnumType(type) ? String(value) : JSON.stringify(value);
}

function drawJson(random: Random, type: GraphQLInputType, depth: number): unknown {
  if (isNonNullType(type)) return drawJson(random, type.ofType, depth);
  if (depth > 0 && random.chance(0.1) && !isListType(type)) return drawLeafOrObject(random, type, depth);
  if (isListType(type)) {
    if (random.chance(0.15)) return drawJson(random, type.ofType, depth + 1);
    return Array.from({ length: random.int(3) }, () => drawJson(random, type.ofType, depth + 1));
  }
  return drawLeafOrObject(random, type, depth);
}

function drawLeafOrObject(random: Random, type: GraphQLInputType, depth: number): unknown {
  if (!isInputObjectType(type)) return drawLeafJson(random, type);
  const fields = chooseFields(random, type, depth);
  return Object.fromEntries(
    fields.map(({ name, type: of }) => [
      name,
      !isNonNullType(of) && random.chance(0.1) ? null : drawJson(random, of, depth + 1),
    ]),
  );
}

function chooseFields(random: Random, type: GraphQLInputObjectType, depth: number) {
  const fields = Object.values(type.getFields());
  return random.some(fields, 0.4).filter(({ type: of }) => depth < 2 || !isInputObjectType(getNamedType(of)));
}

function drawLeafJson(random: Random, type: GraphQLInputType): unknown {
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (!('name' in type)) return null;
  if (type.name === 'Int') return random.int(9) - 2;
  if (type.name === 'Float') return random.pick([0.5, 2, -1e21]);
  if (type.name === 'Boolean') return random.chance(0.5);
  if (type.name === 'ID') return random.pick(['i1', 'i"2', 7]);
  return random.pick(['', 'text', 'ü "quoted" \\ \u2028', 'line\nbreak']);
}

function stripNonNull(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}
