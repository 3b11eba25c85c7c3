import {
  defaultFieldResolver,
  getDirectiveValues,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Context, MakeLoaders, Principal } from './context';
import { answer, forbidden, type AppError } from './errors';
import { isSystemAdmin, refuseField, type FieldRequirement } from './permission';
import type { Subscription } from './subgraph';
import { queryRows } from './transaction';

type Field = GraphQLField<unknown, Context, Record<string, never>>;

/**
 * Puts what holds for every field before its resolver: the scopes of an API key, accounts that only read, and people
 * who were deactivated. Mutations answer a refusal as a userError; everything else as an error. What was loaded before a
 * mutation is loaded anew behind it.
 */
export function guardFields<L>(schema: GraphQLSchema, makeLoaders: MakeLoaders<L>): void {
  const active = createActiveCache();
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type === schema.getSubscriptionType()) continue;
    for (const field of fieldsOf(type)) {
      const requirement = requirementOf(schema, type, field);
      if (requirement.operation === 'mutation') guardMutation(field, requirement, { active, makeLoaders });
      // `_service` is the schema itself; `_entities` reads.
      else if (roots.includes(type) ? field.name !== '_service' : requirement.scopes.length > 0)
        guardField(field, requirement);
    }
  }
}

/** Subscriptions by name that refuse so too, whichever way they are served. */
export function guardSubscriptions<L>(
  schema: GraphQLSchema,
  subscriptions: Readonly<Record<string, Subscription<L>>>,
): Record<string, Subscription<L>> {
  const type = schema.getSubscriptionType();
  const guarded = Object.entries(subscriptions).map(([name, subscription]) => {
    const field = type?.getFields()[name] as Field | undefined;
    if (!type || !field) throw new Error(`the schema has no subscription ${name}`);
    return [name, guardSubscription(subscription, requirementOf(schema, type, field))] as const;
  });
  return Object.fromEntries(guarded);
}

function guardSubscription<L>(subscription: Subscription<L>, requirement: FieldRequirement): Subscription<L> {
  return {
    ...subscription,
    async admit(ctx, args) {
      const refusal = refusalOf(ctx.principal, requirement) ?? (await refuseOldAdmin(ctx));
      if (refusal) throw refusal;
      return subscription.admit(ctx, args);
    },
  };
}

function fieldsOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields()) as Field[];
}

function requirementOf(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): FieldRequirement {
  const directive = schema.getDirective('auth');
  const auth = directive && field.astNode && getDirectiveValues(directive, field.astNode);
  const operation =
    type === schema.getMutationType()
      ? 'mutation'
      : type === schema.getSubscriptionType()
        ? 'subscription'
        : 'query';
  return { operation, scopes: (auth?.scopes as string[] | null | undefined) ?? [] };
}

function refusalOf(principal: Principal, requirement: FieldRequirement): AppError | null {
  if (principal.kind !== 'user') return null;
  const { roles, apiKey } = principal;
  const message = refuseField({ roles, keyScopes: apiKey?.scopes ?? null }, requirement);
  return message === null ? null : forbidden(message);
}

function guardField(field: Field, requirement: FieldRequirement): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, ctx, info) => {
    const refusal = refusalOf(ctx.principal, requirement) ?? (await refuseOldAdmin(ctx));
    if (refusal) throw refusal;
    return resolve(source, args, ctx, info);
  };
}

function guardMutation<L>(
  field: Field,
  requirement: FieldRequirement,
  { active, makeLoaders }: { active: ActiveCache; makeLoaders: MakeLoaders<L> },
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, ctx, info) => {
    const refusal = refusalOf(ctx.principal, requirement) ?? (await refuseDeactivated(ctx, active));
    const input = (args as { input?: { clientMutationId?: string | null } }).input ?? {};
    if (refusal) return answer(input, () => Promise.reject(refusal));
    // Neither the use case nor its payload sees what an earlier mutation of the request has loaded.
    ctx.loaders = makeLoaders(ctx);
    try {
      return await resolve(source, args, ctx, info);
    } finally {
      ctx.loaders = makeLoaders(ctx);
    }
  };
}

/** Whoever is deactivated belongs nowhere and sees nothing; what administrators see does not rest on belonging. */
async function refuseOldAdmin(ctx: Context): Promise<AppError | null> {
  return isSystemAdmin(ctx.principal) ? refuseDeactivated(ctx) : null;
}

/** Whose tokens are issued behind the deactivation are still let through for so long: all others end with it. */
const TRUST_MS = 2000;
const MAX_ACTIVE = 10_000;

/** Who was found to be active a moment ago, so that somebody who writes much is not looked up each time. */
interface ActiveCache {
  knows(userId: string, now: number): boolean;
  add(userId: string, now: number): void;
}

function createActiveCache(): ActiveCache {
  const seen = new Map<string, number>();
  return {
    knows(userId, now) {
      const age = now - (seen.get(userId) ?? -Infinity);
      // A clock that was set back counts as elapsed.
      return age >= 0 && age < TRUST_MS;
    },
    add(userId, now) {
      seen.delete(userId);
      seen.set(userId, now);
      if (seen.size > MAX_ACTIVE) seen.delete(seen.keys().next().value!);
    },
  };
}

async function refuseDeactivated(ctx: Context, active?: ActiveCache): Promise<AppError | null> {
  if (ctx.principal.kind !== 'user') return null;
  const { userId } = ctx.principal;
  const now = ctx.now().getTime();
  if (active?.knows(userId, now)) return null;
  const [person] = await queryRows<{ isActive: boolean }>(
    ctx,
    '/* kit.readActivity */ SELECT p.is_active FROM access.person p WHERE p.user_id = $1',
    [userId],
  );
  if (person?.isActive === false) return forbidden('Your account was deactivated.');
  active?.add(userId, now);
  return null;
}
