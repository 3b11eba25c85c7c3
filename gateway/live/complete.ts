import type { ExecutionResult } from 'graphql';
import type { Origin } from '../../subgraphs/kit/context';
import { ViewerNeeded } from '../../subgraphs/kit/errors';
import type { RenderedAnswer } from '../execute/answer';
import { copyOf } from '../execute/merge';
import type { SendFetch } from '../execute/operation';
import { requireNoViewer, toFormatted } from './errors';
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

type Completers = Pick<LiveOptions, 'senderOf' | 'log' | 'cleaning'>;

/**
 * Adds the other subgraphs' fields to an event's result and writes it by the client's selection, by the executor that
 * answers queries. What fails stands in `errors`; rejects only with ViewerNeeded, when a part depends on who the viewer
 * is.
 */
export async function completeEvent(completers: Completers, completion: Completion): Promise<RenderedAnswer> {
  const { plan, variables, correlationId } = completion;
  try {
    const send = senderOf(completers, completion);
    const { data = 'null', errors } = await plan.completion.execute({ variables, send });
    requireNoViewer(errors);
    return { data, errors: errors.map((error) => toFormatted(error, correlationId, completers)) };
  } catch (error) {
    if (error instanceof ViewerNeeded) throw error;
    return { data: 'null', errors: [toFormatted(error, correlationId, completers)] };
  }
}

function senderOf(completers: Completers, { event, ...head }: Completion): SendFetch {
  const send = completers.senderOf(head);
  // The executor merges what it fetches into the event's data, which must stay as it is for other executions.
  const eventually = () => Promise.resolve({ data: copyOf(event.data), errors: event.errors });
  return (service, call) => (service === EVENT_SERVICE ? eventually() : send(service, call));
}
