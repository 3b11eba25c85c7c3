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

/** What entities are asked by. */
export interface Representation {
  /** The representation of an entity as JSON; null when the entity does not have what it takes. */
  textOf(entity: unknown): string | null;
  /** The keys whose values decide the text where none of them is an object or a list; null where they may not. */
  leavesOf(entity: unknown): readonly string[] | null;
}

/** Compiles what a fetch requires of entities, rewritten as its subgraph knows them. */
export function compileRepresentation(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  rewrite: ((value: unknown) => void) | null,
): Representation {
  const pick = compilePick(schema, requires);
  const fragmentOf = rewrite ? () => undefined : compileFragments(schema, requires);
  return {
    textOf(entity) {
      const fragment = fragmentOf(entity);
      if (fragment) return fragment.text(entity);
      const picked = pick(entity);
      if (!picked?.__typename) return null;
      rewrite?.(picked);
      return JSON.stringify(picked);
    },
    leavesOf: (entity) => fragmentOf(entity)?.leaves ?? null,
  };
}

/** A fragment by which entities of its types are asked for. */
interface Fragment {
  text: PickText;
  leaves: readonly string[] | null;
}

const NOTHING: Fragment = { text: () => null, leaves: null };

/** Entities are asked for by fragments of which one fits as a rule; undefined for those that several fit. */
function compileFragments(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
): (source: unknown) => Fragment | undefined {
  const cases = requires.flatMap((node) => {
    const text = node.kind === 'InlineFragment' ? compileText(schema, node.selections) : null;
    if (node.kind !== 'InlineFragment' || node.typeCondition === undefined || !text) return [];
    const names = node.selections.map((one) => (one.kind === 'Field' ? responseName(one) : ''));
    const fragment = names.includes('__typename') ? { text, leaves: names } : NOTHING;
    return [{ fits: createTypeTest(schema, node.typeCondition), fragment }];
  });
  if (cases.length < requires.length) return () => undefined;
  return (source) => {
    const typename = (source as Data).__typename;
    if (!typename) return NOTHING;
    let found: Fragment | undefined;
    for (const { fits, fragment } of cases) {
      if (!fits(typename)) continue;
      if (found) return undefined;
      found = fragment;
    }
    return found ?? NOTHING;
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
