import { setTimeout as delay } from 'node:timers/promises';
import type { ExecutionResult, FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { newTraceId } from '../correlation';
import { renderBody, type Body } from './body';
import { completeEvent } from './complete';
import { codeOf, refusal, Refusal } from './errors';
import { moveTo, type Feed, type Member } from './group';
import type { Limiter } from './limiter';
import type { Counters } from './metrics';
import type { LiveOptions } from './options';
import { primaryVariables, type LivePlan } from './planner';

/** What feeds work with. */
export interface FeedParts {
  options: Pick<LiveOptions, 'internal' | 'dataSource' | 'log' | 'cleaning' | 'now'>;
  counters: Counters;
  /** Bounds the executions that one subgraph's events cause at a time: a slow one holds up no other. */
  limitOf(subgraph: string): Limiter;
  isClosed(): boolean;
  /** Ends a subscription with errors. */
  end(member: Member, errors: readonly GraphQLFormattedError[]): void;
}

interface Entry {
  seq: number;
  cursor?: string | null;
  correlationId?: string | null;
  /** The users who may no longer read the topic after this event. */
  revoke?: readonly string[];
  /** Null: the field does not show this event. */
  result: ExecutionResult | null;
}

interface Answer {
  entries?: Entry[];
  /** How far the entries reach; behind the last there is nothing that the viewer may see. */
  upTo?: number;
  errors?: GraphQLFormattedError[];
}

const MOST_AT_ONCE = 8;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 2000;
/** What a subgraph does not understand it may understand once it has the supergraph's version. */
const NOT_UNDERSTOOD: readonly unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
];
const LONGEST_DELAY_NOT_UNDERSTOOD_MS = 10_000;
/** How long a subgraph of another version is waited for. */
const PATIENCE_MS = 60_000;
/** A token that is refused once may only have met a subgraph that has not yet fetched the issuer's keys. */
const MOST_TOKEN_REFUSALS = 5;

/** Sees to it that a feed sends everything up to what it knows of. Returns at once. */
export function wake(parts: FeedParts, feed: Feed): void {
  if (feed.isPulling || targetOf(feed) <= feed.position) return;
  feed.isPulling = true;
  pull(parts, feed).catch((error: unknown) => {
    feed.isPulling = false;
    parts.options.log.error({ err: error, topic: feed.group.topic }, 'a live feed stopped');
  });
}

/** Tells a group's live feed that its topic has come this far. */
export function onHead(parts: FeedParts, feed: Feed, seq: number): void {
  if (seq <= feed.wanted) return;
  feed.wanted = seq;
  feed.rungAt ??= Date.now();
  wake(parts, feed);
}

const isLive = (feed: Feed) => feed.group.live === feed;
const targetOf = (feed: Feed) => (isLive(feed) ? feed.wanted : feed.group.live.position);

/**
 * Sends in order and without a gap until there is no more to send or nobody to send to. What fails is tried again,
 * for as long as it takes: a restart of a subgraph costs time, not events.
 */
async function pull(parts: FeedParts, feed: Feed): Promise<void> {
  let failures = 0;
  let lostSince: number | null = null;
  while (feed.members.size > 0 && feed.position < targetOf(feed) && !parts.isClosed()) {
    try {
      await pullOnce(parts, feed);
      failures = 0;
      lostSince = null;
    } catch (error) {
      failures++;
      const now = parts.options.now().getTime();
      lostSince = isNotUnderstood(error) ? (lostSince ?? now) : null;
      const lostForMs = now - (lostSince ?? now);
      if (settle(parts, feed, error, { failures, lostForMs })) failures = 0;
      else await delay(backOff(failures, error), undefined, { ref: false });
    }
  }
  // No await lies between the loop's condition and here: a doorbell that rings later starts anew.
  feed.isPulling = false;
  if (isLive(feed)) feed.rungAt = null;
  else if (!parts.isClosed()) mergeIntoLive(parts, feed);
}

/** Whether a subgraph answered that it cannot do what it was asked, rather than that it cannot do it now. */
function isNotUnderstood(error: unknown): error is Refusal {
  return error instanceof Refusal && NOT_UNDERSTOOD.includes(codeOf(error));
}

function backOff(failures: number, error: unknown): number {
  const most = isNotUnderstood(error) ? LONGEST_DELAY_NOT_UNDERSTOOD_MS : LONGEST_DELAY_MS;
  const longest = Math.min(most, FIRST_DELAY_MS * 2 ** Math.min(failures, 10));
  return longest / 2 + (Math.random() * longest) / 2;
}

function mergeIntoLive(parts: FeedParts, feed: Feed): void {
  const { live, catchUps } = feed.group;
  for (const member of feed.members) moveTo(live, member);
  catchUps.delete(feed);
  // A live feed without members lets its topic run ahead of it.
  wake(parts, live);
}

async function pullOnce(parts: FeedParts, feed: Feed): Promise<void> {
  // One plan for the call and for what completes its answer, though a new one may be set meanwhile.
  const { plan } = feed.group;
  const to = targetOf(feed);
  const from = feed.position;
  const member = freshest(feed);
  const limit = parts.limitOf(plan.subgraph);
  const { entries, upTo } = await limit(() => execute(parts, feed, { plan, to, member }));
  for (let at = 0; at < entries.length; at += MOST_AT_ONCE) {
    if (!isLive(feed)) await drained(feed);
    const part = entries.slice(at, at + MOST_AT_ONCE);
    const bodies = await Promise.all(part.map((entry) => limit(() => render(parts, feed, { plan, entry }))));
    part.forEach((entry, i) => deliver(parts, feed, entry, bodies[i]!));
    if (feed.members.size === 0) return;
  }
  // Entries that the audience may not see leave no trace but the place behind them.
  feed.position = Math.max(feed.position, upTo);
  if (feed.position > from) return;
  // There is nothing where something was announced: the poll announces it again when it is there.
  // What was announced meanwhile is asked for at once.
  if (!isLive(feed)) feed.position = targetOf(feed);
  else if (feed.wanted <= to) feed.wanted = from;
}

/** The member whose token lives longest: all of a group are of one audience. */
function freshest(feed: Feed): Member {
  const members = [...feed.members];
  return members.reduce((best, member) =>
    member.viewer.principal.expiresAt > best.viewer.principal.expiresAt ? member : best,
  );
}

/** Somebody who catches up is sent more only as fast as it is read. */
async function drained(feed: Feed): Promise<void> {
  await Promise.all([...feed.members].map(({ sink }) => sink.drained()));
}

interface Range {
  plan: LivePlan;
  to: number;
  member: Member;
}

/** Thrown when the token that was used is refused. */
class TokenRefused extends Error {
  constructor(readonly authorization: string) {
    super('the viewer’s token is refused');
    this.name = 'TokenRefused';
  }
}

async function execute(
  parts: FeedParts,
  feed: Feed,
  range: Range,
): Promise<{ entries: Entry[]; upTo: number }> {
  const { plan, to, member } = range;
  const { topic, variables } = feed.group;
  const { operation: query, operationName } = plan.primary;
  const from = feed.position;
  const { authorization } = member.viewer;
  const body = { query, operationName, variables: primaryVariables(plan, variables), topic, from, to };
  parts.counters.executions++;
  const orRefused = (error: unknown): never => {
    throw codeOf(error) === 'UNAUTHENTICATED' ? new TokenRefused(authorization) : error;
  };
  const { internal } = parts.options;
  const answer = await internal(plan.subgraph, '/internal/execute', body, authorization, newTraceId()).catch(
    orRefused,
  );
  const { entries, upTo, errors } = (answer ?? {}) as Answer;
  if (errors?.length) return orRefused(new Refusal(errors));
  if (!Array.isArray(entries)) throw refusal('SUBGRAPH_UNAVAILABLE', 'no entries were answered');
  const read = entries.filter(({ seq }) => seq > from && seq <= to);
  return { entries: read, upTo: Math.min(upTo ?? read.at(-1)?.seq ?? from, to) };
}

/** The event as it is sent to every member, or null when it is not shown. */
async function render(
  parts: FeedParts,
  feed: Feed,
  { plan, entry }: { plan: LivePlan; entry: Entry },
): Promise<Body | null> {
  if (!entry.result || feed.members.size === 0) return null;
  const { authorization, origin } = freshest(feed).viewer;
  const completion = {
    plan,
    variables: feed.group.variables,
    event: entry.result,
    authorization,
    origin,
    correlationId: entry.correlationId ?? newTraceId(),
  };
  const result: FormattedExecutionResult = await completeEvent(parts.options, completion);
  return renderBody(result, plan.isResumable ? entry.cursor || null : null);
}

function deliver(parts: FeedParts, feed: Feed, entry: Entry, body: Body | null): void {
  feed.position = entry.seq;
  for (const member of feed.members) {
    if (entry.seq <= member.position) continue;
    member.position = entry.seq;
    if (body !== null) {
      parts.counters.frames++;
      member.sink.next(body);
    }
    const { userId } = member.viewer.principal;
    const isRevoked = userId !== null && entry.revoke?.includes(userId) && entry.seq > member.admittedSeq;
    if (isRevoked && member.feed) parts.end(member, lossOfAccess().errors);
  }
  if (body !== null && feed.rungAt !== null) {
    parts.counters.doorbellToFrameMs += Date.now() - feed.rungAt;
    parts.counters.doorbellsServed++;
    feed.rungAt = null;
  }
}

/** What a subscription ends with when its viewer may no longer read the topic. */
export function lossOfAccess(): Refusal {
  return refusal('FORBIDDEN', 'You may no longer read this.');
}

/** What a subscription ends with that fits the schema no longer. */
export function schemaChanged(): Refusal {
  return refusal('SCHEMA_CHANGED', 'The schema has changed, and this operation no longer fits it.');
}

/** Acts on a failed pull; false when it shall be tried again after a while. */
function settle(
  parts: FeedParts,
  feed: Feed,
  error: unknown,
  { failures, lostForMs }: { failures: number; lostForMs: number },
): boolean {
  const code = codeOf(error);
  const endAll = (errors: readonly GraphQLFormattedError[]) => {
    for (const member of feed.members) parts.end(member, errors);
    return true;
  };
  if (error instanceof TokenRefused) {
    if (failures < MOST_TOKEN_REFUSALS) return false;
    for (const { viewer } of feed.members) if (viewer.authorization === error.authorization) viewer.expire();
    return true;
  }
  if (code === 'FORBIDDEN' || code === 'NOT_FOUND') return endAll(lossOfAccess().errors);
  if (code === 'CURSOR_EXPIRED' && error instanceof Refusal) return endAll(error.errors);
  if (isNotUnderstood(error) && lostForMs >= PATIENCE_MS) return endAll(schemaChanged().errors);
  const { topic, plan } = feed.group;
  parts.options.log.warn(
    { err: error, topic, subgraph: plan.subgraph, failures },
    'a live execution is tried again',
  );
  return false;
}
