import DataLoader from 'dataloader';
import { queryRows } from './transaction';
import type { Context } from './context';

/**
 * A DataLoader over one statement that takes the keys as `$1` (an array) and whose rows are matched to the keys by
 * `keyOf`. Missing rows are null. One per request: nothing is shared between callers.
 */
export function makeLoader<R extends object>(
  ctx: Context,
  text: string,
  keyOf: (row: R) => string,
): DataLoader<string, R | null> {
  return new DataLoader(async (keys) => {
    const rows = await queryRows<R>(ctx, text, [keys]);
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** Makes a loader for each set of arguments that are asked for, once: equal ones share their statements. */
export function makeLoaderOfEach<A, L>(make: (args: A) => L): (args: A) => L {
  const loaders = new Map<string, L>();
  return (args) => {
    const name = JSON.stringify(args);
    const loader = loaders.get(name) ?? make(args);
    loaders.set(name, loader);
    return loader;
  };
}

/** As `makeLoader`, with all rows of a key, in the statement's order. */
export function makeListLoader<R extends object>(
  ctx: Context,
  text: string,
  keyOf: (row: R) => string,
): DataLoader<string, R[]> {
  return new DataLoader(async (keys) => {
    const rows = await queryRows<R>(ctx, text, [keys]);
    const byKey = new Map<string, R[]>(keys.map((key) => [key, []]));
    for (const row of rows) byKey.get(keyOf(row))?.push(row);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}
