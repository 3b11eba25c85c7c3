import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { define, isInherited, own } from './own';
import { merge } from './merge';
import { textOf } from './text';
import { createTypeTest } from './types';

type Data = Record<string, unknown>;
/** Picks out of an object; null when something that is asked for is missing. */
type Pick = (source: unknown) => Data | null;
/** As `Pick`, as JSON. */
type PickText = (source: unknown) => string | null;

/** Writes the representation of an entity; null when the entity does not have what it takes. */
export type Represent = (entity: unknown) => string | null;

/** Compiles what a fetch requires of entities, rewritten as its subgraph knows them. */
export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  rewrite: ((value: unknown) => void) | null,
): Represent {
  const pick = compilePick(schema, requires);
  const pickText = rewrite ? null : compileTopText(schema, requires);
  return (entity) => {
    if (pickText) {
      const text = pickText(entity);
      if (text !== undefined) return text;
    }
    const picked = pick(entity);
    if (!picked?.__typename) return null;
    rewrite?.(picked);
    return JSON.stringify(picked);
  };
}

/** Entities are asked for by fragments of which one fits as a rule; undefined for those that several fit. */
function compileTopText(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
): ((source: unknown) => string | null | undefined) | null {
  const cases = requires.flatMap((node) => {
    const text = node.kind === 'InlineFragment' ? compileText(schema, node.selections) : null;
    if (node.kind !== 'InlineFragment' || node.typeCondition === undefined || !text) return [];
    const isNamed = node.selections.some((one) => one.kind === 'Field' && responseName(one) === '__typename');
    return [{ fits: createTypeTest(schema, node.typeCondition), text, isNamed }];
  });
  if (cases.length < requires.length) return null;
  return (source) => {
    const typename = (source as Data).__typename;
    if (!typename) return null;
    let found: (typeof cases)[number] | undefined;
    for (const each of cases) {
      if (!each.fits(typename)) continue;
      if (found) return undefined;
      found = each;
    }
    return found?.isNamed ? found.text(source) : null;
  };
}

/** Null where the selection is not of fields alone. */
function compileText(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): PickText | null {
  const fields: { key: string; label: string; write: (value: unknown) => string }[] = [];
  for (const node of selections) {
    if (node.kind !== 'Field') return null;
    const key = responseName(node);
    const below = node.selections ? compileText(schema, node.selections) : textOf;
    if (!below || isInherited(key)) return null;
    const label = `${fields.length === 0 ? '{' : ','}${JSON.stringify(key)}:`;
    fields.push({ key, label, write: node.selections ? elementwise(below) : textOf });
  }
  return (source) => {
    if (source === null) return null;
    if (typeof source !== 'object' || Array.isArray(source)) return null;
    let text = '';
    for (const { key, label, write } of fields) {
      const value = (source as Data)[key];
      if (value === undefined) return null;
      text += label + write(value);
    }
    return `${text}}`;
  };
}

function elementwise(pick: PickText): (value: unknown) => string {
  return (value) =>
    Array.isArray(value) ? `[${value.map((each) => pick(each) ?? 'null').join()}]` : (pick(value) ?? 'null');
}

function compilePick(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Pick {
  const parts = selections.flatMap((node) => {
    if (node.kind === 'Field') return [pickField(schema, node)];
    return node.typeCondition === undefined
      ? []
      : [pickFragment(schema, node.typeCondition, node.selections)];
  });
  return (source) => {
    if (source === null) return null;
    const picked = Object.create(null) as Data;
    for (const part of parts) if (!part(source, picked)) return null;
    return picked;
  };
}

/** Adds to what is picked; false when nothing can be picked at all. */
type PickPart = (source: unknown, picked: Data) => boolean;

function pickField(schema: GraphQLSchema, node: QueryPlanSelectionNode & { kind: 'Field' }): PickPart {
  const key = responseName(node);
  const below = node.selections ? compilePick(schema, node.selections) : (value: unknown) => value;
  return (source, picked) => {
    const value = own(source, key);
    if (value === undefined) return false;
    define(picked, key, Array.isArray(value) ? value.map(below) : below(value));
    return true;
  };
}

function pickFragment(
  schema: GraphQLSchema,
  condition: string,
  selections: readonly QueryPlanSelectionNode[],
): PickPart {
  const fits = createTypeTest(schema, condition);
  const pick = compilePick(schema, selections);
  return (source, picked) => {
    const part = fits((source as Data).__typename) ? pick(source) : null;
    if (part) merge(picked, part);
    return true;
  };
}

function responseName({ alias, name }: { alias?: string; name: string }): string {
  return alias ?? name;
}
