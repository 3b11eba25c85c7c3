/** The SQL statements that a subgraph sent, all together and by name. */
export interface StatementCounts {
  count: number;
  names: Record<string, number>;
}

/** What each subgraph sent for one request. */
export type Statements = Record<string, StatementCounts>;

/** Adds what a subgraph says in `extensions.statements` that it sent; anything else that stands there is left out. */
export function gather(statements: Statements, subgraph: string, told: unknown): void {
  const names: unknown = (told as Partial<StatementCounts> | null | undefined)?.names;
  if (typeof names !== 'object' || names === null) return;
  const sum = (statements[subgraph] ??= { count: 0, names: {} });
  for (const [name, count] of Object.entries(names) as [string, unknown][]) {
    if (typeof count !== 'number') continue;
    sum.count += count;
    sum.names[name] = (sum.names[name] ?? 0) + count;
  }
}
