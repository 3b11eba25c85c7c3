import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { addEntry, type AuditEntry, type AuditTarget } from './audit';
import { isForeign, targetOf, targetsOf } from './audit-targets';
import type { Context } from './context';
import { answer, AppError, forbidden } from './errors';
import { isSystemAdmin, SYSTEM_ADMIN } from './permission';
import { createThrottle, type Throttle } from './throttle';
import { inTransaction } from './transaction';

type Args = Record<string, unknown>;
type Field = GraphQLField<unknown, Context>;
type Run = () => Promise<unknown>;

/** What system administrators read of themselves and of the platform, which is nobody's data. */
const PERSONAL: readonly string[] = ['viewer', 'serverInfo', 'deadLetters', '_service'];

/** The most refusals of one caller that are written in a minute; more say nothing new. */
const MAX_REFUSALS = 30;

/**
 * Lets the audit log see what root fields refuse, and what system administrators read: their answer waits for its
 * entry. What they would write where they do not belong is refused, since seeing a thing is not being a member.
 */
export function auditFields(schema: GraphQLSchema): void {
  const refusals = createThrottle(MAX_REFUSALS);
  for (const field of fieldsOf(schema.getMutationType())) {
    const isOperators = realmRoleOf(field) === SYSTEM_ADMIN;
    wrap(field, async (ctx, args, run) => {
      const refused = isOperators ? null : await refuseForeign(ctx, args);
      return recordingRefusals({ ctx, args, field, refusals }, refused ?? run);
    });
  }
  for (const field of fieldsOf(schema.getQueryType())) {
    if (PERSONAL.includes(field.name)) continue;
    wrap(field, async (ctx, args, run) => {
      const value = await recordingRefusals({ ctx, args, field, refusals }, run);
      if (isSystemAdmin(ctx.principal)) await recordRead(ctx, field, args, value);
      return value;
    });
  }
}

/** Writes an entry in a transaction of its own, or the one that `ctx` carries. */
export function writeAudit(ctx: Context, entry: AuditEntry): Promise<void> {
  return inTransaction(ctx, async (tx) => addEntry(tx, entry));
}

const followed = new Map<string, number>();
const FOLLOWED_MS = 3_600_000;
const MAX_FOLLOWED = 10_000;

/** Writes that a system administrator follows a topic; once an hour, since permission is decided again and again. */
export async function auditAdmission(ctx: Context, topic: string): Promise<void> {
  if (!isSystemAdmin(ctx.principal)) return;
  const key = `${ctx.principal.userId} ${topic}`;
  const at = ctx.now().getTime();
  if (at - (followed.get(key) ?? -Infinity) < FOLLOWED_MS) return;
  const [type, id] = topic.split(':') as [string, string];
  await writeAudit(ctx, { action: 'admin.read', outcome: 'SUCCESS', targets: [{ type, id }] });
  followed.delete(key);
  followed.set(key, at);
  if (followed.size > MAX_FOLLOWED) followed.delete(followed.keys().next().value!);
}

function fieldsOf(type: GraphQLObjectType | null | undefined): Field[] {
  return Object.values(type?.getFields() ?? {}) as Field[];
}

function wrap(field: Field, around: (ctx: Context, args: Args, run: Run) => Promise<unknown>): void {
  const resolve = (field.resolve ?? defaultFieldResolver) as GraphQLFieldResolver<unknown, Context>;
  field.resolve = (source, args: Args, ctx, info) =>
    around(ctx, args, async () => resolve(source, args, ctx, info));
}

/** The realm role that a field asks for by `@auth(realmRole)`. */
function realmRoleOf({ astNode }: Field): string | null {
  const auth = astNode?.directives?.find((directive) => directive.name.value === 'auth');
  const value = auth?.arguments?.find((argument) => argument.name.value === 'realmRole')?.value;
  return value?.kind === 'StringValue' ? value.value : null;
}

/** What a system administrator is answered for writing where they see everything and do not belong; null otherwise. */
async function refuseForeign(ctx: Context, args: Args): Promise<Run | null> {
  if (!isSystemAdmin(ctx.principal) || !(await isForeign(ctx, targetsOf(args)))) return null;
  const refusal = forbidden('System administrators read what they do not belong to, and do not write it.');
  return () => answer(args.input ?? {}, () => Promise.reject(refusal));
}

interface Recording {
  ctx: Context;
  args: Args;
  field: Field;
  refusals: Throttle;
}

/** Writes a FAILURE of what is refused with FORBIDDEN. What cannot be written is logged: it changes no answer. */
async function recordingRefusals(recording: Recording, run: Run): Promise<unknown> {
  try {
    const value = await run();
    await record(recording, refusalIn(value));
    return value;
  } catch (error) {
    if (error instanceof AppError && error.code === 'FORBIDDEN') await record(recording, error.message);
    throw error;
  }
}

/** The sentence of a payload's FORBIDDEN, or null. */
function refusalIn(value: unknown): string | null {
  const { userErrors } = (value ?? {}) as { userErrors?: { code: string; message: string }[] };
  if (!Array.isArray(userErrors)) return null;
  return userErrors.find(({ code }) => code === 'FORBIDDEN')?.message ?? null;
}

async function record({ ctx, args, field, refusals }: Recording, reason: string | null): Promise<void> {
  const { principal } = ctx;
  if (reason === null || principal.kind !== 'user') return;
  if (!refusals.admits(principal.userId, ctx.now().getTime())) return;
  const targets = targetsOf(args);
  const subject = targets.slice(1).find(({ type }) => type === 'user');
  const entry = { action: field.name, outcome: 'FAILURE', reason, targets, subjectId: subject?.id } as const;
  await writeAudit(ctx, entry).catch((error: unknown) =>
    ctx.log.error({ err: error, action: field.name }, 'a refusal cannot be audited'),
  );
}

async function recordRead(ctx: Context, field: Field, args: Args, value: unknown): Promise<void> {
  for (const target of await targetsRead(ctx, field, args, value)) {
    const targets = target ? [target] : [];
    await writeAudit(ctx, { action: 'admin.read', outcome: 'SUCCESS', targets });
  }
}

/** What was read, one by one; a null for a list of no thing in particular, and nothing where nothing was found. */
async function targetsRead(
  ctx: Context,
  field: Field,
  args: Args,
  value: unknown,
): Promise<readonly (AuditTarget | null)[]> {
  if (field.name === '_entities') return ctx.origin.ip === null ? entitiesRead(args, value) : [];
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return listRead(args, value);
  const named = targetsOf(args);
  return named.length > 0 ? named.slice(0, 1) : [targetOfValue(field, value)];
}

/** A list answers a list of ids in its order; an id that names nothing takes a place, too. */
function listRead(args: Args, values: readonly unknown[]): AuditTarget[] {
  const ids: readonly unknown[] = Object.values(args).find(Array.isArray) ?? [];
  return distinct(
    values.flatMap((value, i) => (value !== null && typeof ids[i] === 'string' && targetOf(ids[i])) || []),
  );
}

/** Through the gateway the owner of the root field has told of the read already. */
async function entitiesRead(args: Args, value: unknown): Promise<AuditTarget[]> {
  const found = await Promise.allSettled((value ?? []) as Promise<unknown>[]);
  const representations = (args.representations ?? []) as { id?: string; nodeRef?: string }[];
  return distinct(
    representations.flatMap(({ id, nodeRef }, i) => {
      const entity = found[i];
      const isFound = entity?.status === 'fulfilled' && entity.value !== null;
      return (isFound && targetOf(id ?? nodeRef ?? '')) || [];
    }),
  );
}

function targetOfValue(field: Field, value: unknown): AuditTarget | null {
  const { id } = value as { id?: unknown };
  return typeof id === 'string' ? { type: getNamedType(field.type).name.toLowerCase(), id } : null;
}

function distinct(targets: readonly AuditTarget[]): AuditTarget[] {
  return [...new Map(targets.map((target) => [`${target.type} ${target.id}`, target])).values()];
}
