import { compiledOperation } from './compiled';
import type { Executor } from './operation';
import { stockOperation } from './stock';

/** The executors by what `EXECUTOR` calls them. */
export const EXECUTORS: Readonly<Record<'compiled' | 'stock', Executor>> = {
  compiled: compiledOperation,
  stock: stockOperation,
};
