const names = new Map<string, string>();

function camelCase(column: string): string {
  let name = names.get(column);
  if (name === undefined) {
    name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    names.set(column, name);
  }
  return name;
}

/** Rows with their snake_case columns renamed to camelCase; values, JSON ones included, stay as they are. */
export function toRows<R extends object>(rows: readonly object[]): R[] {
  return rows.map((row) => {
    const renamed: Record<string, unknown> = {};
    for (const [column, value] of Object.entries(row)) renamed[camelCase(column)] = value;
    return renamed as R;
  });
}
