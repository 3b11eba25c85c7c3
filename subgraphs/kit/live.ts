import { execute, getArgumentValues, getOperationAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { userIdOrNull } from './audience';
import { auditAdmission } from './audit-fields';
import { decodeCursor } from './cursor';
import { badInput, toClientError } from './errors';
import { readAudiences } from './readers';
import {
  isRetraction,
  isShown,
  readEntries,
  readHeads,
  requireReadable,
  revokedBy,
  type TopicEntry,
  type TopicHead,
} from './topics';
import type { Audience, Context } from './context';
import type { Documents } from './documents';
import type { Admitted, Subscription } from './subgraph';

/** A subscription operation as the gateway hands it on: the part of a client's operation that this subgraph answers. */
const operation = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).default({}),
});
export const admitRequest = z.object({ operations: z.array(operation).max(1000) });
export const executeRequest = operation.extend({
  topic: z.string(),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
});
export const headsRequest = z.object({
  topics: z.array(z.string().regex(/^\w+:[0-9a-f-]{36}$/)).max(10_000),
});

type Operation = z.infer<typeof operation>;

export interface LiveService<L> {
  schema: GraphQLSchema;
  documents: Documents;
  subscriptions: Readonly<Record<string, Subscription<L>>>;
}

interface Admission {
  topic: string;
  head: number;
  /** The place to resume behind; null when the client named none. */
  after: number | null;
  /** With whom the viewer sees the same; null for whoever is executed for alone. */
  audience: Audience | null;
}

type Refusal = { errors: { message: string; extensions: object }[] };

/** Decides for each operation whether the viewer may subscribe, and to which topic; refusals stand in their places. */
export async function admit<L>(
  service: LiveService<L>,
  ctx: Context<L>,
  request: z.infer<typeof admitRequest>,
): Promise<{ results: (Admission | Refusal)[] }> {
  const admitted = await Promise.all(
    request.operations.map((op) =>
      admitOne(service, ctx, op).catch((error: unknown) => toRefusal(ctx, error)),
    ),
  );
  const places = admitted.filter((place) => 'topic' in place);
  // However many operations there are, they are looked up together.
  const [heads, audiences] = await Promise.all([
    readHeads(ctx, [...new Set(places.map(({ topic }) => topic))]),
    readAudiences(ctx, [...new Set(places.flatMap(({ scopeId }) => scopeId ?? []))]),
  ]);
  const results = admitted.map((place) => {
    if (!('topic' in place)) return place;
    const audience = (place.scopeId !== null && audiences.get(place.scopeId)) || null;
    try {
      return toAdmission(place, heads.get(place.topic)!, audience);
    } catch (error) {
      return toRefusal(ctx, error);
    }
  });
  return { results };
}

type Place = Admitted & { args: Record<string, unknown> };

async function admitOne<L>(service: LiveService<L>, ctx: Context<L>, op: Operation): Promise<Place> {
  const { subscription, args } = readOperation(service, op);
  const { topic, scopeId } = await subscription.admit(ctx, args as never);
  await auditAdmission(ctx, topic);
  return { topic, scopeId, args };
}

function toAdmission({ topic, args }: Place, place: TopicHead, audience: Audience | null): Admission {
  const after = typeof args.after === 'string' ? decodeCursor(topic, args.after) : null;
  if (after !== null) requireReadable(topic, after, place);
  return { topic, head: place.head, after, audience };
}

/**
 * Answers an operation for the events in (from, to] of its own topic, as the caller: one result per event that the
 * caller may see, in order, null where the field does not show it. At most PULL_LIMIT entries; `upTo` is how far they
 * reach, and `hidden` which of them an audience does not see. For a viewer permission is decided anew, and a topic that
 * is not the operation's own is refused; the token of an audience names both.
 */
export async function executeRange<L>(
  service: LiveService<L>,
  ctx: Context<L>,
  request: z.infer<typeof executeRequest>,
): Promise<object> {
  try {
    const { subscription, args, document } = readOperation(service, request);
    const { topic, from, to } = request;
    if (ctx.principal.kind !== 'audience') {
      const own = await subscription.admit(ctx, args as never);
      if (own.topic !== topic) throw badInput('this is not the topic of the operation');
    }
    const { entries, hidden, upTo } = await readEntries(ctx, topic, from, to);
    const results = await Promise.all(
      entries.map((entry) => executeEntry({ service, ctx, subscription, document, op: request }, entry)),
    );
    return { entries: results, hidden, upTo };
  } catch (error) {
    return toRefusal(ctx, error);
  }
}

interface Execution<L> {
  service: LiveService<L>;
  ctx: Context<L>;
  subscription: Subscription<L>;
  document: DocumentNode;
  op: Operation;
}

async function executeEntry<L>(execution: Execution<L>, { seq, event }: TopicEntry): Promise<object> {
  const { service, ctx, subscription, document, op } = execution;
  const userId = userIdOrNull(ctx.principal);
  const isOwnHidden = ctx.principal.kind === 'audience' && subscription.hidesOwn;
  const entry = {
    seq,
    cursor: event.cursor,
    correlationId: event.correlationId,
    actorId: event.actorId,
    // Whoever has been admitted just now is not ended by a removal that lies behind.
    revoke: revokedBy(event).filter((removed) => removed !== userId),
    retracts: isRetraction(event),
    // The member of the audience whom this is not for.
    ...(isOwnHidden && { hideFrom: event.actorId }),
  };
  if (!isShown(ctx, subscription, event)) return { ...entry, result: null };
  const result = await execute({
    schema: service.schema,
    document,
    rootValue: event,
    contextValue: ctx,
    variableValues: op.variables,
    operationName: op.operationName,
  });
  const errors = result.errors?.map((error) => toClientError(error, event.correlationId, ctx.log).toJSON());
  return { ...entry, result: { data: result.data, ...(errors && { errors }) } };
}

/** The heads of topics, by topic. */
export async function heads(
  ctx: Context,
  request: z.infer<typeof headsRequest>,
): Promise<{ heads: Record<string, number> }> {
  const places = await readHeads(ctx, request.topics);
  return { heads: Object.fromEntries([...places].map(([topic, { head }]) => [topic, head])) };
}

interface ReadOperation<L> {
  subscription: Subscription<L>;
  args: Record<string, unknown>;
  document: DocumentNode;
}

/** The one subscription field of an operation, with its arguments; throws what is wrong with it. */
export function readOperation<L>(service: LiveService<L>, op: Operation): ReadOperation<L> {
  const document = service.documents.get(op.query);
  const definition = getOperationAST(document, op.operationName);
  const [selection] = definition?.selectionSet.selections ?? [];
  if (definition?.operation !== 'subscription' || selection?.kind !== 'Field') {
    throw badInput('a subscription selects one field of Subscription');
  }
  const field = service.schema.getSubscriptionType()?.getFields()[selection.name.value];
  const subscription = service.subscriptions[selection.name.value];
  if (!field || !subscription) throw badInput(`there is no subscription ${selection.name.value}`);
  return { subscription, args: getArgumentValues(field, selection, op.variables), document };
}

function toRefusal(ctx: Context, error: unknown): Refusal {
  const { message, extensions } = toClientError(error, ctx.correlationId, ctx.log);
  return { errors: [{ message, extensions }] };
}
