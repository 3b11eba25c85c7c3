import type { PoolClient } from 'pg';
import { toRows } from '../../db/rows';
import type { Database } from './context';
import type { TransactionOptions } from './transaction';

const NAME = /^\s*\/\* ([\w.-]+)(, of many shapes)? \*\//;
const names = new Map<string, string>();
const LIMIT = 2000;
/** How many of the texts are prepared whose shape is the client's: they must not take the names of all others. */
const SHAPES_LIMIT = 200;
let shapes = 0;

/**
 * A statement's prepared name: its comment and a number of its text. Texts beyond the limit go unprepared. Where what
 * a client asks for decides the text, not just the values, the comment says so: `task.filterTasks, of many shapes`.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  const [, comment, manifold] = NAME.exec(text) ?? [];
  if (!comment) throw new Error(`a statement must begin with its name as a comment: ${text.slice(0, 60)}`);
  if (names.size >= LIMIT || (manifold && shapes >= SHAPES_LIMIT)) return undefined;
  if (manifold) shapes++;
  const name = `${comment}#${names.size}`;
  names.set(text, name);
  return name;
}

/** How often statements were sent, by name. */
export type StatementCounts = Map<string, number>;

/** Counts the statements of transactions where somebody wants to know. */
export function countedBy(
  counts: StatementCounts | undefined,
  options: TransactionOptions,
): TransactionOptions {
  if (!counts) return options;
  const inspect = (statement: string) => {
    options.inspect?.(statement);
    const name = NAME.exec(statement)?.[1] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  return { ...options, inspect };
}

/** The counts as an answer's `extensions` tell them. */
export function statementsTold(counts: StatementCounts): { count: number; names: Record<string, number> } {
  const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return { count, names: Object.fromEntries(counts) };
}

/** Runs one statement as the login role, for nobody: a transaction of its own, prepared as every other. */
export async function queryAlone<R extends object>(
  { dataSource }: Pick<Database, 'dataSource'>,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const { rows } = await client.query<R>({ name: statementName(text), text, values: [...values] });
    return toRows<R>(rows);
  } finally {
    await runner.release();
  }
}
