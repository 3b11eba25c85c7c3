import { z } from 'zod';

/** What a node may use while it runs. */
export interface NodeRunContext {
  executionId: string;
  nodeId: string;
  /** The chat of the event that started the run. */
  chatId: string;
  /** The key under which the node's outward act happens once, however often it is tried. */
  idempotencyKey: string;
  /** Fires when the node's time is up. */
  signal: AbortSignal;
  /** Calls a mutation or query of the platform as the bot, in the scope of the run; answers its data. */
  callGateway(document: string, variables: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** A failure that trying again may mend. Its message is shown to people and holds nothing secret. */
export class NodeError extends Error {
  override name = 'NodeError';
}

/** A failure that trying again cannot mend. */
export class FinalNodeError extends NodeError {
  override name = 'FinalNodeError';
}

/** A text in a config: of control characters it holds none but tab and line break. */
export function configText(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^(?:[^\p{Cc}\p{Surrogate}]|[\t\r\n])*$/u, 'must not hold control characters');
}

/** A type of node: what it asks for, how an editor shows it, and what it does. */
export interface NodeType<C = unknown> {
  /** `trigger.…` or `action.…`. */
  type: string;
  /** A name of the icon set `lucide`. */
  icon: string;
  /** What it does, in a few words for a person. */
  description: string;
  config: z.ZodType<C>;
  /** What an action does; a trigger does nothing in a run. May run more than once for one node. */
  run?: (ctx: NodeRunContext, config: C) => Promise<void>;
}
