import { executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { Origin } from '../../subgraphs/kit/context';
import { ViewerNeeded } from '../../subgraphs/kit/errors';
import { refusal, requireNoViewer, toFormatted } from './errors';
import type { LiveOptions } from './options';
import { EVENT_SERVICE, type LivePlan } from './planner';

/** What one event is completed with. */
export interface Completion {
  plan: LivePlan;
  variables: Record<string, unknown>;
  /** The owner's result for the event. */
  event: ExecutionResult;
  authorization: string;
  /** Where the viewer is. */
  origin?: Origin;
  /** The event's own, so that the fetches appear under what caused it. */
  correlationId: string;
}

type Completers = Pick<LiveOptions, 'dataSource' | 'log' | 'cleaning'>;

type RequestContext = Parameters<typeof executeQueryPlan>[2];

/**
 * Adds the other subgraphs' fields to an event's result and shapes it by the client's selection, by the gateway's own
 * executor. What fails stands in `errors`; rejects only with ViewerNeeded, when a part depends on who the viewer is.
 */
export async function completeEvent(
  completers: Completers,
  completion: Completion,
): Promise<FormattedExecutionResult> {
  const { plan, correlationId } = completion;
  const { schema, api } = plan.supergraph.executable;
  try {
    const services = servicesOf(completers, completion);
    const request = requestOf(completers, completion);
    const result = await executeQueryPlan(plan.completion, services, request, plan.context, schema, api);
    requireNoViewer(result.errors);
    const errors = result.errors?.map((error) => toFormatted(error, correlationId, completers));
    const extensions = result.extensions as Record<string, unknown> | undefined;
    return { data: result.data ?? null, ...(errors && { errors }), ...(extensions && { extensions }) };
  } catch (error) {
    if (error instanceof ViewerNeeded) throw error;
    return { data: null, errors: [toFormatted(error, correlationId, completers)] };
  }
}

function servicesOf(completers: Completers, { plan, event }: Completion): Record<string, GraphQLDataSource> {
  // The executor merges what it fetches into the event's data, which must stay as it is for other executions.
  const process = () => Promise.resolve({ data: structuredClone(event.data), errors: event.errors?.slice() });
  const services: [string, GraphQLDataSource][] = plan.services.map((name) => [
    name,
    guarded(completers.dataSource(name)),
  ]);
  return Object.fromEntries([[EVENT_SERVICE, { process } as GraphQLDataSource], ...services]);
}

/** A data source that throws costs its own fields, under a code of the table. */
function guarded(source: GraphQLDataSource): GraphQLDataSource {
  return {
    process: (options) =>
      source.process(options).catch(() => {
        const [error] = refusal(
          'SUBGRAPH_UNAVAILABLE',
          'A part of this answer cannot be had at the moment.',
        ).errors;
        return { errors: [error!] };
      }),
  };
}

/** The few parts of a request that the executor reads. */
function requestOf(completers: Completers, completion: Completion): RequestContext {
  const { plan, variables, authorization, correlationId, origin } = completion;
  const request = {
    request: { query: plan.request.query, variables },
    context: { authorization, correlationId, origin },
    logger: completers.log,
    metrics: {},
  };
  return request as unknown as RequestContext;
}
