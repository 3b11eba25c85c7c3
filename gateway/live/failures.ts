import type { GraphQLFormattedError } from 'graphql';
import { ViewerNeeded } from '../../subgraphs/kit/errors';
import { codeOf, refusal, Refusal } from './errors';
import type { FeedParts } from './feed';
import type { Feed } from './group';

/** What a subgraph does not understand it may understand once it has the supergraph's version. */
const NOT_UNDERSTOOD: readonly unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
];
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 2000;
const LONGEST_DELAY_NOT_UNDERSTOOD_MS = 10_000;
/** How long a subgraph of another version is waited for. */
const PATIENCE_MS = 60_000;
/** A token that is refused once may only have met a subgraph that has not yet fetched the issuer's keys. */
const MOST_TOKEN_REFUSALS = 5;

/** Thrown when the token that was used is refused. */
export class TokenRefused extends Error {
  constructor(readonly authorization: string) {
    super('the token is refused');
    this.name = 'TokenRefused';
  }
}

/** What a subscription ends with when its viewer may no longer read the topic. */
export function lossOfAccess(): Refusal {
  return refusal('FORBIDDEN', 'You may no longer read this.');
}

/** Whether an error says that the viewer may not read the topic, or not any more. */
export function isLossOfAccess(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'FORBIDDEN' || code === 'NOT_FOUND';
}

/** What a subscription ends with that fits the schema no longer. */
export function schemaChanged(): Refusal {
  return refusal('SCHEMA_CHANGED', 'The schema has changed, and this operation no longer fits it.');
}

/** Whether a subgraph answered that it cannot do what it was asked, rather than that it cannot do it now. */
export function isNotUnderstood(error: unknown): error is Refusal {
  return error instanceof Refusal && NOT_UNDERSTOOD.includes(codeOf(error));
}

/** How long to wait before a pull that failed is tried again. */
export function backOff(failures: number, error: unknown): number {
  const most = isNotUnderstood(error) ? LONGEST_DELAY_NOT_UNDERSTOOD_MS : LONGEST_DELAY_MS;
  const longest = Math.min(most, FIRST_DELAY_MS * 2 ** Math.min(failures, 10));
  return longest / 2 + (Math.random() * longest) / 2;
}

/** Acts on a failed pull; false when it shall be tried again after a while. */
export function settle(
  parts: FeedParts,
  feed: Feed,
  error: unknown,
  { failures, lostForMs }: { failures: number; lostForMs: number },
): boolean {
  const { group } = feed;
  const code = codeOf(error);
  const endAll = (errors: readonly GraphQLFormattedError[]) => {
    for (const member of feed.members) parts.end(member, errors);
    return true;
  };
  if (error instanceof ViewerNeeded && group.audience) {
    parts.separate(group);
    return true;
  }
  const isRefused = error instanceof TokenRefused;
  const isForbidden = isLossOfAccess(error);
  if (group.audience && (isRefused || isForbidden)) {
    // Each member's own permission is decided apart: only the audience's token was not believed.
    group.grants.clear();
  } else if (isRefused) {
    if (failures < MOST_TOKEN_REFUSALS) return false;
    for (const { viewer } of feed.members) if (viewer.authorization === error.authorization) viewer.expire();
    return true;
  } else if (isForbidden) return endAll(lossOfAccess().errors);
  if (code === 'CURSOR_EXPIRED' && error instanceof Refusal) return endAll(error.errors);
  if (isNotUnderstood(error) && lostForMs >= PATIENCE_MS) return endAll(schemaChanged().errors);
  const { topic, plan } = group;
  parts.options.log.warn(
    { err: error, topic, subgraph: plan.subgraph, failures },
    'a live execution is tried again',
  );
  return false;
}
