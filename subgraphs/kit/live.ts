import { execute, getArgumentValues, getOperationAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { auditAdmission } from './audit-fields';
import { decodeCursor } from './cursor';
import { badInput, toClientError } from './errors';
import {
  isRetraction,
  isShown,
  readEntries,
  readHeads,
  requireReadable,
  revokedBy,
  type TopicEntry,
} from './topics';
import type { Context } from './context';
import type { Documents } from './documents';
import type { Subscription } from './subgraph';

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
}

type Refusal = { errors: { message: string; extensions: object }[] };

/** Decides for each operation whether the viewer may subscribe, and to which topic; refusals stand in their places. */
export async function admit<L>(
  service: LiveService<L>,
  ctx: Context<L>,
  request: z.infer<typeof admitRequest>,
): Promise<{ results: (Admission | Refusal)[] }> {
  const one = (op: Operation) => admitOne(service, ctx, op).catch((error: unknown) => toRefusal(ctx, error));
  return { results: await Promise.all(request.operations.map(one)) };
}

async function admitOne<L>(service: LiveService<L>, ctx: Context<L>, op: Operation): Promise<Admission> {
  const { subscription, args } = readOperation(service, op);
  const { topic } = await subscription.admit(ctx, args as never);
  await auditAdmission(ctx, topic);
  const place = (await readHeads(ctx, [topic])).get(topic)!;
  const after = typeof args.after === 'string' ? decodeCursor(topic, args.after) : null;
  if (after !== null) requireReadable(topic, after, place);
  return { topic, head: place.head, after };
}

/**
 * Answers an operation for the events in (from, to] of its own topic, as the viewer: one result per event that the
 * viewer may see, in order, null where the field does not show it. At most PULL_LIMIT entries; `upTo` is how far they
 * reach. Permission is decided anew, and a topic that is not the operation's own is refused.
 */
export async function executeRange<L>(
  service: LiveService<L>,
  ctx: Context<L>,
  request: z.infer<typeof executeRequest>,
): Promise<object> {
  try {
    const { subscription, args, document } = readOperation(service, request);
    const { topic } = await subscription.admit(ctx, args as never);
    if (topic !== request.topic) throw badInput('this is not the topic of the operation');
    const { entries, upTo } = await readEntries(ctx, topic, request.from, request.to);
    const results = await Promise.all(
      entries.map((entry) => executeEntry({ service, ctx, subscription, document, op: request }, entry)),
    );
    return { entries: results, upTo };
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
  const entry = {
    seq,
    cursor: event.cursor,
    correlationId: event.correlationId,
    // Whoever has been admitted just now is not ended by a removal that lies behind.
    revoke: revokedBy(event).filter((userId) => userId !== ctx.principal.userId),
    retracts: isRetraction(event),
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
