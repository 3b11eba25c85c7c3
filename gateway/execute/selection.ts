import {
  isObjectType,
  isSubtype,
  Variable,
  type CompositeType,
  type FieldDefinition,
  type FieldSelection,
  type NamedType,
  type Schema,
  type Selection,
  type SelectionSet,
} from '@apollo/federation-internals';

/** The selections of an object, and the type that they are of where the object does not say its own. */
export interface PlacedSet {
  set: SelectionSet;
  parent: NamedType;
}

/** A field of an answer, however often an operation selects it under one name. */
export interface CollectedField {
  /** The name in the answer. */
  key: string;
  /** As it is selected first. */
  selection: FieldSelection;
  definition: FieldDefinition<CompositeType>;
  /** The type that it is selected of. */
  parent: NamedType;
  /** Of all places where it is selected, in their order. */
  below: SelectionSet[];
}

/** What an operation is written by. */
export interface Scope {
  /** The API schema. */
  schema: Schema;
  /** The values of the variables that fields are included by. */
  conditions: Readonly<Record<string, boolean>>;
  /** Compiles a field of introspection. */
  introspection(selection: FieldSelection): (variables: Readonly<Record<string, unknown>>) => string;
}

/**
 * The fields that an object of a type is answered with, in their order. Without a type name fragments apply by the type
 * that the selection is of.
 */
export function collectFields(
  scope: Scope,
  sets: readonly PlacedSet[],
  typename: string | null,
): CollectedField[] {
  const fields = new Map<string, CollectedField>();
  for (const { set, parent } of sets) collectSet({ scope, typename, fields }, set, parent);
  return [...fields.values()];
}

interface Collecting {
  scope: Scope;
  typename: string | null;
  fields: Map<string, CollectedField>;
}

function collectSet(collecting: Collecting, set: SelectionSet, parent: NamedType): void {
  const { scope, typename, fields } = collecting;
  for (const selection of set.selections()) {
    if (isSkipped(scope, selection)) continue;
    if (selection.kind === 'FragmentSelection') {
      const { typeCondition } = selection.element;
      if (applies(scope, typeCondition, typename, parent))
        collectSet(collecting, selection.selectionSet, typeCondition ?? parent);
      continue;
    }
    const key = selection.element.responseName();
    const below = selection.selectionSet ? [selection.selectionSet] : [];
    const known = fields.get(key);
    if (known) known.below.push(...below);
    else fields.set(key, { key, selection, definition: selection.element.definition, parent, below });
  }
}

/** The names of the variables that fields and fragments of an operation are included by. */
export function conditionNames(set: SelectionSet): Set<string> {
  const names = new Set<string>();
  const visited = new Set<SelectionSet>();
  const visit = (each: SelectionSet) => {
    if (visited.has(each)) return;
    visited.add(each);
    for (const selection of each.selections()) {
      for (const { name, arguments: given } of directivesOf(selection)) {
        const value = (given as { if?: unknown }).if;
        if (name && value instanceof Variable) names.add(value.name);
      }
      if (selection.selectionSet) visit(selection.selectionSet);
    }
  };
  visit(set);
  return names;
}

function directivesOf(selection: Selection): { name: string; arguments: object }[] {
  return selection.element.appliedDirectives
    .filter(({ name }) => name === 'skip' || name === 'include')
    .map((directive) => ({ name: directive.name, arguments: directive.arguments() }));
}

function isSkipped({ conditions }: Scope, selection: Selection): boolean {
  return directivesOf(selection).some(({ name, arguments: given }) => {
    const value = (given as { if?: unknown }).if;
    const holds = value instanceof Variable ? conditions[value.name] : value;
    return name === 'skip' ? holds : !holds;
  });
}

function applies(
  { schema }: Scope,
  condition: NamedType | undefined,
  typename: string | null,
  parent: NamedType,
): boolean {
  if (!condition) return true;
  const type = typename === null ? parent : schema.type(typename);
  return type !== undefined && isSubtype(condition, type);
}

/** The type of an object for its `__typename`; null where it is of none that an object can be of. */
export function objectTypeOf({ schema }: Scope, typename: unknown, parent: NamedType): string | null {
  const type = (typeof typename === 'string' ? schema.type(typename) : undefined) ?? parent;
  return isObjectType(type) ? type.name : null;
}
