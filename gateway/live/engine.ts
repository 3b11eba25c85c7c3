import { isNarrowed, type Narrowed } from '../control';
import { newTraceId } from '../correlation';
import { createAdmit, type Admission } from './admission';
import { doubt } from './doubt';
import { refusal, Refusal, toRefusal } from './errors';
import { schemaChanged } from './failures';
import { onHead, type FeedParts } from './feed';
import type { Group, Member, Sink, Viewer } from './group';
import { createGrouping, membersOf, type Grouping, type Subject } from './grouping';
import { lastWords } from './last-words';
import { createLimiter, type Limiter } from './limiter';
import { createCounters, type Counters, type Metrics } from './metrics';
import { coerceVariables } from './operation';
import { createPlaces, type Places } from './places';
import { primaryVariables, type LivePlan, type LiveSupergraph } from './planner';
import { concerns, readmit, READMIT_MS, type ReadmissionParts } from './readmission';
import { createRings } from './ring';
import { createTopics, type Topics } from './topics';
import type { LiveOptions, LiveRequest } from './options';

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
  /** Decides permission anew for everybody whose last decision is old, and for whom this concerns in any case. */
  readmit(narrowed?: Narrowed): void;
  metrics(): Omit<Metrics, 'sockets' | 'streams' | 'redisChannels'>;
  close(): void;
}

interface State {
  options: LiveOptions;
  supergraph: LiveSupergraph | null;
  grouping: Grouping;
  topics: Topics;
  admit: ReturnType<typeof createAdmit>;
  feeds: FeedParts;
  places: Places;
  /** How often somebody has lost access, as far as is known. */
  controls: number;
}

const NOBODY: Narrowed = { users: new Set(), workspaces: new Set() };
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
    async subscribe(viewer, plan, request, sink) {
      const release = state.places.take(viewer.principal);
      let member: Member | null = null;
      try {
        return (member = await subscribe(state, { viewer, sink, release }, plan, request));
      } finally {
        if (!member) release();
      }
    },
    unsubscribe: (member) => state.grouping.leave(member),
    regroup(members) {
      for (const member of members) if (member.feed) state.grouping.join(member, member.feed.group);
    },
    setSupergraph: (supergraph) => setSupergraph(state, supergraph),
    readmit(narrowed = NOBODY) {
      state.feeds.rings.trim();
      if (isNarrowed(narrowed)) {
        state.controls++;
        // Who may not be told any more of what is not known by topic.
        state.feeds.rings.clear();
      }
      const due = state.options.now().getTime() - READMIT_MS;
      for (const member of state.grouping.members())
        if (member.admittedAt <= due || concerns(narrowed, member)) void readmit(readmission(state), member);
    },
    metrics: () => ({
      groups: state.grouping.size(),
      members: state.grouping.members().length,
      topics: state.topics.size(),
      ringBytes: state.feeds.rings.bytes(),
      ...counters,
    }),
    close() {
      isClosed = true;
      state.topics.close();
      state.grouping.close();
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
  const topics = createTopics({ doorbells, internal, log, pollMs: options.limits.pollMs });
  const feeds: FeedParts = {
    options,
    counters: createCounters(),
    rings: createRings(options.now),
    limitOf,
    isClosed: () => false,
    end: (member, errors) => grouping.end(member, errors),
    separate: (group) => separate(grouping, feeds, group),
    doubt: (member, seq) => void doubtMember(state, member, seq),
  };
  const grouping = createGrouping(topics, feeds);
  const state: State = {
    ...{ options, supergraph: null, controls: 0, grouping, topics, feeds },
    admit: createAdmit(internal),
    places: createPlaces(options.limits),
  };
  return state;
}

/** Executes an operation for each viewer from now on, because its answers depend on more than it says. */
function separate(grouping: Grouping, { counters, options }: FeedParts, group: Group): void {
  const { plan, topic } = group;
  counters.fallbacks++;
  options.log.warn({ topic, subgraph: plan.subgraph }, 'an operation asks who its viewer is');
  plan.dimensions.add('viewer');
  for (const member of membersOf(group)) grouping.join(member, group);
}

async function subscribe(
  state: State,
  { viewer, sink, release }: Pick<Member, 'viewer' | 'sink' | 'release'>,
  plan: LivePlan,
  request: LiveRequest,
): Promise<Member | null> {
  const variables = coerceVariables(plan.supergraph.apiSchema, plan.operation, request.variables);
  plan.completion.check(variables);
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
  // One literal without spreads: whoever sends to thousands of members reads them faster for it.
  const member: Member = {
    viewer,
    sink,
    release,
    feed: null,
    position,
    admittedSeq: head,
    admittedAt,
    refusals: 0,
    audience: null,
    isBeingReadmitted: false,
    wantsReadmission: false,
  };
  // A reload may have come between planning and here.
  enter(state, member, inForce(state, { plan, topic, variables: shared }), admission);
  // Whoever lost access while this was under way was not yet among those who are asked for.
  if (state.controls !== controls) void readmit(readmission(state), member);
  return member;
}

/** Puts a member where it belongs by its admission, which also says how far its topic has come. */
function enter(state: State, member: Member, subject: Subject, { audience, head }: Admission): void {
  // A gateway that cannot sign speaks for no audience.
  member.audience = state.options.signAudience ? audience : null;
  const group = state.grouping.join(member, subject);
  onHead(state.feeds, group.live, head);
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
  for (const group of state.grouping.groups()) {
    // Planning is synchronous: other work gets its turn after each plan.
    await new Promise((resolve) => setImmediate(resolve));
    if (state.supergraph !== supergraph) return;
    if (group.plan.supergraph === supergraph) continue;
    try {
      group.plan = replan(state, group.plan, group.variables);
      group.ring.clear();
      // What its answers depend on may have changed with it.
      for (const member of membersOf(group)) state.grouping.join(member, group);
    } catch (error) {
      const { errors } = toRefusal(error, newTraceId(), state.options);
      for (const member of membersOf(group)) state.grouping.end(member, errors);
    }
  }
}

async function doubtMember(state: State, member: Member, seq: number): Promise<void> {
  const { controls, grouping } = state;
  const parts = {
    hold: (held: Member) => grouping.hold(held),
    ask: ({ viewer }: Member, { plan, variables }: Subject) => admitTo(state, viewer, plan, variables),
    rejoin(held: Member, subject: Subject, admission: Admission) {
      held.admittedAt = state.options.now().getTime();
      enter(state, held, inForce(state, subject), admission);
    },
    end: grouping.end,
  };
  await doubt(parts, member, seq);
  if (state.controls !== controls && member.feed) void readmit(readmission(state), member);
}

/** What was subscribed to, by its plan under the supergraph in force. */
function inForce(state: State, { plan, topic, variables }: Subject): Subject {
  const current = plan.supergraph === state.supergraph ? plan : replan(state, plan, variables);
  return { plan: current, topic, variables };
}

function readmission(state: State): ReadmissionParts {
  return {
    ask({ viewer, feed }) {
      const { plan, variables } = feed!.group;
      return admitTo(state, viewer, plan, variables);
    },
    onAdmitted(member, admission) {
      if (member.feed) enter(state, member, member.feed.group, admission);
    },
    lastWords: (member) => lastWords(state.topics, member),
    end: (member, errors) => state.grouping.end(member, errors),
    now: () => state.options.now(),
  };
}
