import {
  isCompositeType,
  isListType,
  isNonNullType,
  type NamedType,
  type SelectionSet,
  type Type,
} from '@apollo/federation-internals';
import { compileLeaf } from './leaf';
import { own, readerOf } from './own';
import { invalidTypename, locateInField, locateInList, missing, type Problems } from './problems';
import { collectFields, objectTypeOf, type CollectedField, type PlacedSet, type Scope } from './selection';
import { quote } from './text';

type Data = Record<string, unknown>;

/** What one answer is written with. */
export interface Writing {
  problems: Problems;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Writes a value as JSON; undefined when it is null because of a problem, which is noted. Throws where a value does not
 * have the shape of its type at all.
 */
export type Write = (value: unknown, writing: Writing) => string | undefined;

/** A field of an object of one type. */
interface FieldWrite {
  key: string;
  /** Its name in JSON, and what stands before it. */
  label: string;
  parent: string;
  read: (source: unknown) => unknown;
  write: Write;
  isNullable: boolean;
}

const TYPENAME = '__typename';

/** Compiles what writes the data of an operation. */
export function compileWriter(scope: Scope, root: PlacedSet): (data: Data, writing: Writing) => string {
  const shapeOf = shapes(scope, [root], (typename) => ({ typename, parent: root.parent }));
  const hasFragments = root.set.selections().some(({ kind }) => kind === 'FragmentSelection');
  return (data, writing) =>
    writeFields(shapeOf(rootTypenameOf(data, hasFragments)) ?? [], data, writing) ?? 'null';
}

/** What the root is, is known: what it says of itself counts where fragments apply by it. */
function rootTypenameOf(data: Data, hasFragments: boolean): string | null {
  return data[TYPENAME] && hasFragments ? typenameOf(data) : null;
}

function compileType(scope: Scope, type: Type, sets: readonly SelectionSet[]): Write {
  if (isNonNullType(type)) return compileNonNull(scope, type.ofType as Type, sets);
  if (isListType(type)) return compileList(scope, type.ofType as Type, sets);
  if (isCompositeType(type)) return compileObject(scope, type, sets);
  return compileLeaf(type);
}

function compileNonNull(scope: Scope, type: Type, sets: readonly SelectionSet[]): Write {
  const write = compileType(scope, type, sets);
  return (value, writing) => {
    const text = write(value, writing);
    if (text !== 'null') return text;
    writing.problems.push(missing(type));
    return undefined;
  };
}

function compileList(scope: Scope, type: Type, sets: readonly SelectionSet[]): Write {
  const write = compileType(scope, type, sets);
  const isNullable = !isNonNullType(type);
  return (value, writing) => {
    if (value === null) return 'null';
    if (!Array.isArray(value)) throw unshaped(value, `a list of ${type.toString()}`);
    const { problems } = writing;
    let text = '';
    let isBroken = false;
    for (let i = 0; i < value.length; i++) {
      const before = problems.length;
      const element = write(value[i], writing);
      if (problems.length > before) locateInList(problems, before, i);
      if (element === undefined && !isNullable) isBroken = true;
      text += i === 0 ? (element ?? 'null') : `,${element ?? 'null'}`;
    }
    return isBroken ? undefined : `[${text}]`;
  };
}

function compileObject(scope: Scope, type: NamedType, sets: readonly SelectionSet[]): Write {
  const shapeOf = shapes(
    scope,
    sets.map((set) => ({ set, parent: type })),
    (typename) => {
      const named = typename === null ? type : scope.schema.type(typename);
      return named && isCompositeType(named) ? { typename, parent: named } : null;
    },
  );
  return (value, writing) => {
    if (value === null) return 'null';
    if (typeof value !== 'object') throw unshaped(value, type.toString());
    const shape = shapeOf(typenameOf(value as Data));
    if (shape) return writeFields(shape, value as Data, writing);
    writing.problems.push(invalidTypename(type));
    return undefined;
  };
}

/** What the object says that it is; null where it says nothing. */
function typenameOf(data: Data): string | null {
  const typename = data[TYPENAME];
  if (typename !== undefined && typeof typename !== 'string') throw unshaped(typename, 'a __typename');
  return typename || null;
}

function unshaped(value: unknown, expected: string): Error {
  // What was answered is nobody's but the client's: faults are logged.
  const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
  return new Error(`A subgraph answered ${kind} where there must be ${expected}.`);
}

interface Placed {
  typename: string | null;
  parent: NamedType;
}

/** The fields by type of object, compiled when the first of a type comes. */
function shapes(
  scope: Scope,
  sets: readonly PlacedSet[],
  place: (typename: string | null) => Placed | null,
): (typename: string | null) => FieldWrite[] | null {
  const known = new Map<string | null, FieldWrite[] | null>();
  return (typename) => {
    const shape = known.get(typename);
    if (shape !== undefined) return shape;
    const placed = place(typename);
    const compiled = placed && compileFields(scope, sets, placed);
    // Of types that do not exist there may be any number.
    if (typename === null || scope.schema.type(typename)) known.set(typename, compiled);
    return compiled;
  };
}

function compileFields(scope: Scope, sets: readonly PlacedSet[], { typename, parent }: Placed): FieldWrite[] {
  const placed = sets.map(({ set }) => ({ set, parent }));
  return collectFields(scope, placed, typename).map((field, i) => ({
    key: field.key,
    label: `${i === 0 ? '{' : ','}${JSON.stringify(field.key)}:`,
    parent: field.parent.name,
    ...compileField(scope, field),
  }));
}

function compileField(
  scope: Scope,
  field: CollectedField,
): Pick<FieldWrite, 'read' | 'write' | 'isNullable'> {
  const { definition, key, below } = field;
  const read = readerOf(key);
  if (definition.isSchemaIntrospectionField()) {
    const introspect = scope.introspection(field.selection);
    return { read: () => null, write: (_, { variables }) => introspect(variables), isNullable: true };
  }
  if (definition.name === TYPENAME) return { ...compileTypename(scope, field), isNullable: false };
  const type = definition.type!;
  return { read, write: compileType(scope, type, below), isNullable: !isNonNullType(type) };
}

/** The object's own `__typename`, under whatever name the client gave it. */
function compileTypename(scope: Scope, { key, parent }: CollectedField): Pick<FieldWrite, 'read' | 'write'> {
  const texts = new Map<unknown, string | undefined>();
  return {
    read:
      key === TYPENAME
        ? (source) => own(source, TYPENAME)
        : (source) => own(source, key) ?? (source as Data)[TYPENAME],
    write(typename) {
      const known = texts.get(typename);
      if (known !== undefined) return known;
      const type = objectTypeOf(scope, typename, parent);
      const text = type === null ? undefined : quote(type);
      if (text !== undefined && typeof typename === 'string' && scope.schema.type(typename))
        texts.set(typename, text);
      return text;
    },
  };
}

/** Undefined where a field that must not be null is. */
function writeFields(fields: readonly FieldWrite[], given: Data, writing: Writing): string | undefined {
  const { problems } = writing;
  const source = Array.isArray(given)
    ? Object.assign(Object.create(null) as Data, { length: given.length }, given)
    : given;
  let text = '';
  for (const { key, label, parent, read, write, isNullable } of fields) {
    const before = problems.length;
    const value = read(source);
    const written = write(value === undefined ? null : value, writing);
    if (problems.length > before) locateInField(problems, before, key, parent);
    if (written === undefined && !isNullable) return undefined;
    text += label + (written ?? 'null');
  }
  return text === '' ? '{}' : `${text}}`;
}
