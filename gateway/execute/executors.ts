import type { Executor } from './operation';
import { stockOperation } from './stock';

/** The executors by what `EXECUTOR` calls them. */
export const EXECUTORS: Readonly<Record<'stock', Executor>> = { stock: stockOperation };
