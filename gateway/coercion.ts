import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';

/** Whether a value surely is one of a type. False says nothing: graphql-js is to be asked then. */
type Fits = (value: unknown) => boolean;

const MOST_INT = 2 ** 31;

const isString: Fits = (value) => typeof value === 'string';
const never: Fits = () => false;

const BUILT_IN = new Map<GraphQLInputType, Fits>([
  [GraphQLString, isString],
  [GraphQLID, isString],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLFloat, (value) => Number.isFinite(value)],
  [GraphQLInt, (value) => Number.isInteger(value) && Math.abs(value as number) < MOST_INT],
]);

/**
 * Makes the quick check of an operation's variables: true only for what `getVariableValues` accepts. What it does not
 * know to be right is left to `getVariableValues`, whose errors clients meet.
 */
export function variableCheck(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (variables: Readonly<Record<string, unknown>>) => boolean {
  const types = new Map<GraphQLInputType, Fits>();
  const checks = definitions.map((node): [name: string, fits: Fits, mayMiss: boolean] => {
    const type = typeFromAST(schema, node.type as never) as GraphQLInputType | undefined;
    const mayMiss = isInputType(type) && (node.defaultValue !== undefined || !isNonNullType(type));
    return [node.variable.name.value, isInputType(type) ? fitsOf(types, type) : never, mayMiss];
  });
  return (variables) => {
    for (const [name, fits, mayMiss] of checks)
      if (Object.hasOwn(variables, name) ? !fits(variables[name]) : !mayMiss) return false;
    return true;
  };
}

function fitsOf(types: Map<GraphQLInputType, Fits>, type: GraphQLInputType): Fits {
  const known = BUILT_IN.get(type) ?? types.get(type);
  if (known) return orNull(known);
  if (isNonNullType(type)) {
    const fits = fitsOf(types, type.ofType);
    return (value) => value != null && fits(value);
  }
  if (isListType(type)) {
    const fits = fitsOf(types, type.ofType);
    return orNull((value) => (Array.isArray(value) ? value.every(fits) : value !== undefined && fits(value)));
  }
  if (isInputObjectType(type)) return fitsObject(types, type);
  const fits = isEnumType(type) ? fitsEnum(type) : fitsScalar(type);
  types.set(type, fits);
  return orNull(fits);
}

const orNull =
  (fits: Fits): Fits =>
  (value) =>
    value == null || fits(value);

function fitsEnum(type: GraphQLEnumType): Fits {
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => names.has(value);
}

function fitsScalar(type: GraphQLScalarType): Fits {
  return (value) => {
    try {
      return type.parseValue(value) !== undefined;
    } catch {
      return false;
    }
  };
}

function fitsObject(types: Map<GraphQLInputType, Fits>, type: GraphQLInputObjectType): Fits {
  const fields = new Map<string, Fits>();
  // The type may hold itself.
  const fits: Fits = (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const entries = value as Record<string, unknown>;
    for (const name of Object.keys(entries)) if (!fields.get(name)?.(entries[name])) return false;
    return required.every((name) => Object.hasOwn(entries, name));
  };
  const definitions = Object.values(type.getFields());
  // A field that is called like what every object has is found where none was given.
  const isAmbiguous = definitions.some(({ name }) => name in Object.prototype);
  types.set(type, type.isOneOf || isAmbiguous ? never : fits);
  for (const field of definitions) fields.set(field.name, fitsOf(types, field.type));
  const required = definitions
    .filter(({ type: own, defaultValue }) => isNonNullType(own) && defaultValue === undefined)
    .map(({ name }) => name);
  return orNull(types.get(type)!);
}
