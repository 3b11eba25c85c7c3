import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { define, own } from './own';
import { createTypeTest } from './types';

type Data = Record<string, unknown>;
type Rewrite = (value: unknown) => void;

const ON_TYPE = '... on ';

/** What a plan changes in representations before they are sent, or in answers before they are merged. */
export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
): Rewrite | null {
  const compiled = (rewrites ?? []).flatMap((rewrite) => {
    const last = rewrite.path.at(-1);
    return last === undefined ? [] : [compileAt(schema, rewrite.path.slice(0, -1), changeOf(rewrite, last))];
  });
  if (compiled.length === 0) return null;
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function changeOf(rewrite: FetchDataRewrite, key: string): (data: Data) => void {
  if (rewrite.kind === 'ValueSetter') {
    return (data) => {
      define(data, key, rewrite.setValueTo);
    };
  }
  return (data) => {
    const value = own(data, key);
    if (!value) return;
    define(data, rewrite.renameKeyTo, value);
    data[key] = undefined;
  };
}

function compileAt(schema: GraphQLSchema, path: readonly string[], change: (data: Data) => void): Rewrite {
  const [first, ...rest] = path;
  const within = first === undefined ? change : stepOf(schema, first, compileAt(schema, rest, change));
  const apply: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(apply);
    else if (typeof value === 'object' && value !== null) within(value as Data);
  };
  return apply;
}

function stepOf(schema: GraphQLSchema, element: string, next: Rewrite): (data: Data) => void {
  if (!element.startsWith(ON_TYPE)) return (data) => next(own(data, element));
  const isOfType = createTypeTest(schema, element.slice(ON_TYPE.length));
  return (data) => {
    // An object that does not say what it is may be what is asked for.
    if (!data.__typename || isOfType(data.__typename)) next(data);
  };
}
