import type { AuditTarget } from './audit';
import type { Context } from './context';
import { tryFromGlobalId, typeOfGlobalId } from './ids';
import { queryRows } from './transaction';

/** The things whose global ids stand in a field's arguments, in the order of the schema. */
export function targetsOf(args: Readonly<Record<string, unknown>>): AuditTarget[] {
  return Object.values(args).flatMap((value) => {
    if (typeof value === 'string') return targetOf(value) ?? [];
    if (Array.isArray(value)) return value.flatMap((id) => (typeof id === 'string' && targetOf(id)) || []);
    return typeof value === 'object' && value !== null ? targetsOf(value as Record<string, unknown>) : [];
  });
}

/** The thing that a global id names, or null. */
export function targetOf(globalId: string): AuditTarget | null {
  const type = typeOfGlobalId(globalId);
  const id = type && tryFromGlobalId(type, globalId);
  return type && id ? { type: type.toLowerCase(), id } : null;
}

/** Whether one of the things is in a workspace that the caller can see and does not belong to. */
export async function isForeign(ctx: Context, targets: readonly AuditTarget[]): Promise<boolean> {
  if (targets.length === 0) return false;
  const found = await queryRows(
    ctx,
    `/* kit.findForeign */ SELECT 1 FROM (
       SELECT s.workspace_id FROM access.scope s WHERE s.scope_id = ANY ($2::uuid[])
       UNION ALL
       SELECT e.workspace_id FROM unnest($1::text[], $2::uuid[]) AS g (type, id)
       JOIN event.store e ON e.aggregate_type = g.type AND e.aggregate_id = g.id AND e.version = 1
     ) found
     WHERE found.workspace_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM access.mine m WHERE m.scope_id = found.workspace_id)
     LIMIT 1`,
    [targets.map(({ type }) => type), targets.map(({ id }) => id)],
  );
  return found.length > 0;
}
