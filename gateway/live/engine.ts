import type { ControlChange } from '../control';
import { newTraceId } from '../correlation';
import { createAdmit, type Admission } from './admission';
import { audienceOf } from './audience';
import { refusal, Refusal, toRefusal } from './errors';
import { onHead, schemaChanged, wake, type FeedParts } from './feed';
import {
  createFeed,
  moveTo,
  sizeOf,
  type Feed,
  type Group,
  type Member,
  type Sink,
  type Viewer,
} from './group';
import { createLimiter, type Limiter } from './limiter';
import { createCounters, type Counters } from './metrics';
import { coerceVariables } from './operation';
import { primaryVariables, type LivePlan, type LiveSupergraph } from './planner';
import { readmit, type ReadmissionParts } from './readmission';
import { createTopics } from './topics';
import type { LiveOptions, LiveRequest } from './options';
import type { GraphQLFormattedError } from 'graphql';

/** Serves subscriptions over any transport. */
export interface Engine {
  counters: Counters;
  /** The supergraph in force; throws SERVICE_BUSY before the first is known. */
  supergraph(): LiveSupergraph;
  /**
   * Admits the viewer to what the plan subscribes to and sends to the sink from then on. Rejects with a Refusal; null
   * when the sink has closed meanwhile.
   */
  subscribe(viewer: Viewer, plan: LivePlan, request: LiveRequest, sink: Sink): Promise<Member | null>;
  /** Ends a subscription without a word. */
  unsubscribe(member: Member): void;
  /** Puts members whose viewer's session has changed where they now belong; they miss and repeat nothing. */
  regroup(members: Iterable<Member>): void;
  /** Plans all operations anew, a few at a time; those that no longer validate end with SCHEMA_CHANGED. */
  setSupergraph(supergraph: LiveSupergraph): Promise<void>;
  /** Decides permission anew for everybody whose last decision is old, and for these users in any case. */
  readmit(users?: ControlChange['users']): void;
  metrics(): Record<string, number>;
  close(): void;
}

interface State {
  options: LiveOptions;
  supergraph: LiveSupergraph | null;
  groups: Map<string, { group: Group; unwatch(): void }>;
  topics: ReturnType<typeof createTopics>;
  admit: ReturnType<typeof createAdmit>;
  feeds: FeedParts;
  /** How often somebody has lost access, as far as is known. */
  controls: number;
}

const NOBODY: ReadonlySet<string> = new Set();
const READMIT_MS = 60_000;
const MOST_EXECUTIONS_PER_SUBGRAPH = 32;

/** Makes an engine without subscriptions. */
export function createEngine(options: LiveOptions): Engine {
  const state = createState(options);
  const { counters } = state.feeds;
  let isClosed = false;
  state.feeds.isClosed = () => isClosed;
  return {
    counters,
    supergraph() {
      if (state.supergraph) return state.supergraph;
      throw refusal('SERVICE_BUSY', 'Live updates are not ready yet; try again in a moment.');
    },
    subscribe: (viewer, plan, request, sink) => subscribe(state, { viewer, sink }, plan, request),
    unsubscribe: (member) => leave(state, member),
    regroup(members) {
      for (const member of members) if (member.feed) join(state, member, member.feed.group);
    },
    setSupergraph: (supergraph) => setSupergraph(state, supergraph),
    readmit(users = NOBODY) {
      if (users === 'everybody' || users.size > 0) state.controls++;
      const due = state.options.now().getTime() - READMIT_MS;
      const isNamed = ({ viewer }: Member) =>
        users === 'everybody' || users.has(viewer.principal.userId ?? '');
      for (const member of membersOf(state))
        if (member.admittedAt <= due || isNamed(member)) void readmit(readmission(state), member);
    },
    metrics: () => ({
      groups: state.groups.size,
      members: membersOf(state).length,
      topics: state.topics.size(),
      ...counters,
    }),
    close() {
      isClosed = true;
      state.topics.close();
      state.groups.clear();
    },
  };
}

function createState(options: LiveOptions): State {
  const limits = new Map<string, Limiter>();
  const limitOf = (subgraph: string) => {
    const limit = limits.get(subgraph) ?? createLimiter(MOST_EXECUTIONS_PER_SUBGRAPH);
    limits.set(subgraph, limit);
    return limit;
  };
  const { doorbells, internal, log } = options;
  const state: State = {
    options,
    supergraph: null,
    groups: new Map(),
    controls: 0,
    topics: createTopics({ doorbells, internal, log, pollMs: options.limits.pollMs }),
    admit: createAdmit(internal),
    feeds: {
      options,
      counters: createCounters(),
      limitOf,
      isClosed: () => false,
      end: (member, errors) => end(state, member, errors),
    },
  };
  return state;
}

function membersOf({ groups }: State): Member[] {
  return [...groups.values()].flatMap(({ group }) =>
    [group.live, ...group.catchUps].flatMap((feed) => [...feed.members]),
  );
}

async function subscribe(
  state: State,
  { viewer, sink }: Pick<Member, 'viewer' | 'sink'>,
  plan: LivePlan,
  request: LiveRequest,
): Promise<Member | null> {
  const variables = coerceVariables(plan.supergraph.apiSchema, plan.operation, request.variables);
  const { controls } = state;
  const admission = await admitTo(state, viewer, plan, variables);
  if (!sink.isOpen()) return null;
  const { topic, head, after } = admission;
  if (after !== null) {
    state.feeds.counters.resumes++;
    state.feeds.counters.resumedEvents += head - after;
  }
  const shared = Object.fromEntries(
    Object.entries(variables).filter(([name]) => name !== plan.resumeVariable),
  );
  const admittedAt = state.options.now().getTime();
  const position = after ?? head;
  const member: Member = {
    ...{ viewer, sink, feed: null, position, admittedSeq: head, admittedAt, refusals: 0 },
    ...{ isBeingReadmitted: false, wantsReadmission: false },
  };
  // A reload may have come between planning and here.
  const current = plan.supergraph === state.supergraph ? plan : replan(state, plan, shared);
  const joined = join(state, member, { plan: current, topic, variables: shared });
  onHead(state.feeds, joined.live, head);
  // Whoever lost access while this was under way was not yet among those who are asked for.
  if (state.controls !== controls) void readmit(readmission(state), member);
  return member;
}

async function admitTo(
  state: State,
  viewer: Viewer,
  plan: LivePlan,
  variables: Record<string, unknown>,
): Promise<Admission> {
  const correlationId = newTraceId();
  const { operation: query, operationName } = plan.primary;
  const operation = { query, operationName, variables: primaryVariables(plan, variables) };
  const { subgraph } = plan;
  const { authorization, origin } = viewer;
  return state
    .admit({ subgraph, authorization, origin, operation, correlationId })
    .catch((error: unknown) => {
      throw toRefusal(error, correlationId, state.options);
    });
}

/** Puts a member at its position into the group of its audience, out of any other. */
function join(state: State, member: Member, subject: Pick<Group, 'plan' | 'topic' | 'variables'>): Group {
  const { plan, topic, variables } = subject;
  const key = JSON.stringify([topic, audienceOf(member.viewer.principal), plan.key, variables]);
  if (member.feed?.group.key === key) return member.feed.group;
  const previous = member.feed?.group;
  const group =
    state.groups.get(key)?.group ?? openGroup(state, { key, plan, topic, variables }, member.position);
  const isBehind = member.position < group.live.position;
  const feed = isBehind ? catchUpFrom(group, member.position) : group.live;
  moveTo(feed, member);
  wake(state.feeds, feed);
  if (previous) closeIfEmpty(state, previous);
  return group;
}

function openGroup(
  state: State,
  parts: Pick<Group, 'key' | 'plan' | 'topic' | 'variables'>,
  position: number,
): Group {
  const group: Group = { ...parts, live: undefined as never, catchUps: new Set() };
  group.live = createFeed(group, position);
  const unwatch = state.topics.watch({
    topic: group.topic,
    subgraph: () => group.plan.subgraph,
    onHead: (seq) => onHead(state.feeds, group.live, seq),
  });
  state.groups.set(group.key, { group, unwatch });
  return group;
}

/** A feed that brings members from a position to the live feed; who comes at the same position shares it. */
function catchUpFrom(group: Group, position: number): Feed {
  for (const feed of group.catchUps) if (feed.position === position) return feed;
  const feed = createFeed(group, position);
  group.catchUps.add(feed);
  return feed;
}

function leave(state: State, member: Member): void {
  const group = member.feed?.group;
  moveTo(null, member);
  if (group) closeIfEmpty(state, group);
}

function closeIfEmpty(state: State, group: Group): void {
  const entry = state.groups.get(group.key);
  if (entry?.group !== group || sizeOf(group) > 0) return;
  state.groups.delete(group.key);
  entry.unwatch();
}

function end(state: State, member: Member, errors: readonly GraphQLFormattedError[]): void {
  leave(state, member);
  member.sink.fail(errors);
}

/** The plan of the same operation under the supergraph in force; throws SCHEMA_CHANGED when there is none. */
function replan(state: State, plan: LivePlan, variables: Record<string, unknown>): LivePlan {
  const { log, checkDocument } = state.options;
  try {
    const request = { ...plan.request, variables };
    const prepared = state.supergraph!.prepare(request, (document) => checkDocument(document, variables));
    if (prepared.kind !== 'live') throw new Error('the operation is no subscription any more');
    coerceVariables(prepared.plan.supergraph.apiSchema, prepared.plan.operation, variables);
    return prepared.plan;
  } catch (error) {
    if (!(error instanceof Refusal)) log.warn({ err: error }, 'an operation cannot be planned anew');
    throw schemaChanged();
  }
}

async function setSupergraph(state: State, supergraph: LiveSupergraph): Promise<void> {
  state.supergraph = supergraph;
  // The iteration meets groups that are opened meanwhile as well.
  for (const { group } of state.groups.values()) {
    // Planning is synchronous: other work gets its turn after each plan.
    await new Promise((resolve) => setImmediate(resolve));
    if (state.supergraph !== supergraph) return;
    if (group.plan.supergraph === supergraph) continue;
    try {
      group.plan = replan(state, group.plan, group.variables);
    } catch (error) {
      const { errors } = toRefusal(error, newTraceId(), state.options);
      for (const feed of [group.live, ...group.catchUps])
        for (const member of feed.members) end(state, member, errors);
    }
  }
}

function readmission(state: State): ReadmissionParts {
  return {
    ask({ viewer, feed }) {
      const { plan, variables } = feed!.group;
      return admitTo(state, viewer, plan, variables);
    },
    onHead(member, head) {
      if (member.feed) onHead(state.feeds, member.feed.group.live, head);
    },
    end: (member, errors) => end(state, member, errors),
    now: () => state.options.now(),
  };
}
