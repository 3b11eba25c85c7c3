import DataLoader from 'dataloader';
import type { Context } from './context';
import { makeLoaderOfEach } from './loader';
import {
  keysetSql,
  parsePage,
  toConnection,
  type Connection,
  type KeyPart,
  type PageArgs,
} from './pagination';
import { queryRows } from './transaction';

/** A list that belongs to a parent: one statement answers the same page for many parents. */
export interface PagedList<R> {
  keyset: readonly KeyPart[];
  /** The columns of the keyset in the inner query. */
  columns: readonly string[];
  descending?: boolean;
  /** What its cursors begin with, where the same list can be had in another order: those of one are none of the other. */
  mark?: string;
  /** How many a page may have, where it is not 100. */
  most?: number;
  /** What the statement takes behind the parents, from `$2`. */
  parameters?: readonly unknown[];
  keysetOf(row: R): string[];
  /** The statement for parents `$1`; `where` and `orderAndLimit` go into its lateral part, whose order it keeps. */
  text(where: string, orderAndLimit: string): string;
}

/** Answers pages of a list: those asked for with equal arguments come in one statement. */
export function makePagedLoader<R extends object>(ctx: Context, list: PagedList<R>) {
  const parameters = list.parameters ?? [];
  const loaderOf = makeLoaderOfEach((args: PageArgs) => {
    const page = parsePage(args, list.keyset, list.most, list.mark);
    const { where, orderAndLimit, values } = keysetSql(page, list.columns, {
      descending: list.descending,
      firstParameter: 2 + parameters.length,
    });
    const text = list.text(where, orderAndLimit);
    return new DataLoader<string, Connection<R>>(async (keys) => {
      const rows = await queryRows<R & { parentKey: string }>(ctx, text, [keys, ...parameters, ...values]);
      const byKey = new Map<string, R[]>(keys.map((key) => [key, []]));
      for (const row of rows) byKey.get(row.parentKey)!.push(row);
      return keys.map((key) => toConnection(byKey.get(key)!, page, list.keysetOf));
    });
  });
  return (key: string, { first, after, last, before }: PageArgs): Promise<Connection<R>> =>
    loaderOf({ first, after, last, before }).load(key);
}
