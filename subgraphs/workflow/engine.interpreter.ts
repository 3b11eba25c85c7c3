import { DBOS, DBOSWorkflowConflictError, Error as DBOSErrors } from '@dbos-inc/dbos-sdk';
import type { InTransaction, ServicePrincipal } from '../kit/context';
import { AppError } from '../kit/errors';
import type { EngineOptions } from '../kit/subgraph';
import { callGateway } from './engine.gateway';
import type { GraphNode } from './graph.logic';
import { NODE_TYPES } from './node.logic';
import {
  beginExecution,
  completeNode,
  endExecution,
  failNode,
  startNode,
  type Run,
  type RunPlan,
} from './node-run.service';
import { FinalNodeError, NodeError } from './nodes/node-type';
import type { WorkflowContext, WorkflowLoaders } from './workflow.loaders';

export interface InterpreterOptions extends EngineOptions<WorkflowLoaders> {
  /** Whether the engine is gone, so that nothing waits for a database any longer. */
  hasStopped(): boolean;
}

/** What `workflow.enqueue_execution` hands on of a run. */
export interface ExecutionInput {
  executionId: string;
  scopeId: string;
  depth: number;
  correlationId: string;
  causationId: string;
}

/** A first try and five more, after 1, 2, 4, 8 and 16 times the base delay. */
export const MAX_ATTEMPTS = 6;
const NODE_TIMEOUT_MS = 10_000;
const PRINCIPAL_SECONDS = 60;
const MAX_ERROR_LENGTH = 1000;
const INTERNAL = 'Something went wrong on our side.';

/**
 * Runs an execution. All that is not the same each time stands in a recorded step, and steps begin in an order that
 * the plan alone decides, so that another worker can take up a run where a dead one left it.
 */
export async function interpret(options: InterpreterOptions, input: ExecutionInput): Promise<void> {
  const retries = {
    retriesAllowed: true,
    maxAttempts: MAX_ATTEMPTS,
    intervalSeconds: options.retryBaseMs / 1000,
    backoffRate: 2,
  };
  const plan = await DBOS.runStep(
    () => transact(options, input, (ctx) => beginExecution(ctx, input.executionId)),
    {
      name: 'begin',
      ...retries,
    },
  );
  if (!plan) {
    options.log.warn({ executionId: input.executionId }, 'the execution is gone');
    return;
  }
  const error = await runWaves(plan, (node) =>
    DBOS.runStep(() => runNode(options, input, plan.run, node), { name: `node ${node.id}`, ...retries }),
  );
  await DBOS.runStep(() => transact(options, input, (ctx) => endExecution(ctx, plan.run, error)), {
    name: 'end',
    ...retries,
  });
}

/** Runs wave after wave until a node fails; answers the first failure by the node's id. */
async function runWaves(
  plan: RunPlan,
  runStep: (node: GraphNode) => Promise<string | null>,
): Promise<string | null> {
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  for (const wave of plan.waves) {
    const results = await Promise.allSettled(wave.map((id) => runStep(nodes.get(id)!)));
    for (const [i, result] of results.entries()) {
      const error = result.status === 'fulfilled' ? result.value : faultOf(result.reason);
      if (error !== null) return `node ${wave[i]}: ${error}`;
    }
  }
  return null;
}

/** A fault of a step that is no answer of the node. Whoever has lost the run must not write its end. */
function faultOf(reason: unknown): string {
  if (reason instanceof DBOSWorkflowConflictError) throw reason;
  if (reason instanceof DBOSErrors.DBOSWorkflowCancelledError) throw reason;
  return INTERNAL;
}

/**
 * Tries a node once and answers null when it is done, or why it has failed for good; throws when it is to be tried
 * again. Attempts are counted in the database, so that those before a crash count too.
 */
async function runNode(
  options: InterpreterOptions,
  input: ExecutionInput,
  run: Run,
  node: GraphNode,
): Promise<string | null> {
  const start = await transact(options, input, (ctx) => startNode(ctx, run, node));
  if (start.state === 'COMPLETED') return null;
  if (start.state === 'FAILED') return start.error;
  try {
    await act(options, input, node, start.eventId);
  } catch (thrown) {
    const error = describe(options, input, node, thrown);
    if (start.attempt < MAX_ATTEMPTS && !(thrown instanceof FinalNodeError)) throw new NodeError(error);
    await transact(options, input, (ctx) => failNode(ctx, run, node.id, error));
    return error;
  }
  await transact(options, input, (ctx) => completeNode(ctx, run, node.id));
  return null;
}

async function act(
  options: InterpreterOptions,
  input: ExecutionInput,
  node: GraphNode,
  causationId: string,
): Promise<void> {
  const nodeType = NODE_TYPES.get(node.type);
  if (!nodeType?.run) throw new FinalNodeError(`There is no action ${node.type}.`);
  const config = nodeType.config.safeParse(node.config);
  if (!config.success) throw new FinalNodeError('The config no longer fits the type of the node.');
  const { executionId, scopeId, depth, correlationId } = input;
  const claims = { userId: options.botUserId, scopeId, causationId, depth, correlationId };
  const signal = AbortSignal.timeout(NODE_TIMEOUT_MS);
  await nodeType.run(
    {
      executionId,
      nodeId: node.id,
      chatId: scopeId,
      idempotencyKey: `${executionId}:${node.id}`,
      signal,
      callGateway: (document, variables) => callGateway(options, claims, { document, variables, signal }),
    },
    config.data,
  );
}

/** What people are told of a failure; what they are not told is logged. */
function describe(
  options: InterpreterOptions,
  input: ExecutionInput,
  node: GraphNode,
  thrown: unknown,
): string {
  if (thrown instanceof NodeError) return thrown.message.slice(0, MAX_ERROR_LENGTH);
  options.log.error(
    { err: thrown, executionId: input.executionId, nodeId: node.id },
    'a node failed unexpectedly',
  );
  return INTERNAL;
}

/** A transaction as the bot in the scope of the run. While the database is away it waits and tries again. */
async function transact<R>(
  options: InterpreterOptions,
  input: ExecutionInput,
  fn: (ctx: InTransaction<WorkflowContext>) => Promise<R>,
): Promise<R> {
  const { correlationId, causationId } = input;
  for (;;) {
    try {
      return await options.run({ principal: principalOf(options, input), correlationId, causationId }, fn);
    } catch (error) {
      if (options.hasStopped() || !(error instanceof AppError) || error.code !== 'SERVICE_BUSY') throw error;
      await new Promise((resolve) => setTimeout(resolve, options.retryBaseMs));
    }
  }
}

function principalOf(options: InterpreterOptions, input: ExecutionInput): ServicePrincipal {
  return {
    kind: 'service',
    service: 'worker',
    userId: options.botUserId,
    scopeId: input.scopeId,
    causationId: input.causationId,
    depth: input.depth,
    expiresAt: Math.floor(options.now().getTime() / 1000) + PRINCIPAL_SECONDS,
  };
}
