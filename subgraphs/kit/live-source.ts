import type { GraphQLSchema } from 'graphql';
import { auditAdmission } from './audit-fields';
import { decodeCursor } from './cursor';
import { isShown, readEntries, readHeads, requireReadable } from './topics';
import type { Context, MakeLoaders } from './context';
import type { LiveEvent, Subscription } from './subgraph';

const POLL_MS = 1500;
/** With the poll, how long somebody who has lost access may stay connected. */
const READMIT_MS = 2500;

/**
 * Lets a subgraph serve its subscriptions by itself over graphql-ws: each field's events, in order and without a gap,
 * pulled from the store when a doorbell rings or the poll finds more.
 */
export function addSubscribers<L>(
  schema: GraphQLSchema,
  subscriptions: Readonly<Record<string, Subscription<L>>>,
  makeLoaders: MakeLoaders<L>,
): void {
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  for (const [name, subscription] of Object.entries(subscriptions)) {
    const field = fields[name];
    if (!field) throw new Error(`the schema has no subscription ${name}`);
    field.subscribe = (_, args: Record<string, unknown>, ctx) =>
      liveEvents(ctx as Context<L>, subscription, { args, makeLoaders });
  }
}

interface Request<L> {
  args: Record<string, unknown>;
  makeLoaders: MakeLoaders<L>;
}

async function* liveEvents<L>(
  ctx: Context<L>,
  subscription: Subscription<L>,
  { args, makeLoaders }: Request<L>,
): AsyncGenerator<LiveEvent> {
  const { topic } = await subscription.admit(ctx, args as never);
  await auditAdmission(ctx, topic);
  const place = (await readHeads(ctx, [topic])).get(topic)!;
  let seen = place.head;
  if (typeof args.after === 'string') {
    seen = decodeCursor(topic, args.after);
    requireReadable(topic, seen, place);
  }
  let admittedAt = Date.now();
  const readmit = async () => {
    // Permission is looked up anew: what a loader kept belongs to the last time.
    ctx.loaders = makeLoaders(ctx);
    await subscription.admit(ctx, args as never);
    admittedAt = Date.now();
  };
  const bell = listenTo(ctx, topic);
  try {
    for (;;) {
      const head = (await readHeads(ctx, [topic])).get(topic)!.head;
      if (Date.now() - admittedAt >= READMIT_MS) await readmit();
      while (seen < head) {
        await readmit();
        const { entries, upTo } = await readEntries(ctx, topic, seen, head);
        for (const { event } of entries) {
          // Entities are read anew for each event: what a loader kept belongs to the one before.
          ctx.loaders = makeLoaders(ctx);
          if (isShown(ctx, subscription, event)) yield event;
        }
        seen = upTo;
      }
      await bell.next();
    }
  } finally {
    bell.stop();
  }
}

interface Bell {
  /** Resolves when it has rung since the last call, or when it is time to poll. */
  next(): Promise<void>;
  stop(): void;
}

function listenTo(ctx: Context, topic: string): Bell {
  let hasRung = false;
  let wake: () => void = () => undefined;
  const stop = ctx.db.doorbells.listen(`live.${topic}`, () => {
    hasRung = true;
    wake();
  });
  return {
    stop,
    async next() {
      if (!hasRung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, POLL_MS);
        });
        clearTimeout(timer);
      }
      hasRung = false;
    },
  };
}
