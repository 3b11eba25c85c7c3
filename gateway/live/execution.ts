import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Audience, Origin } from '../../subgraphs/kit/context';
import type { ChatRole } from '../../subgraphs/kit/permission';
import { newTraceId } from '../correlation';
import { withinChat } from './audience';
import { renderBody, type Body } from './body';
import { completeEvent } from './complete';
import { codeOf, refusal, Refusal, requireNoViewer } from './errors';
import { TokenRefused } from './failures';
import type { FeedParts } from './feed';
import type { Feed, Group, Viewer } from './group';
import { createLimiter } from './limiter';
import { primaryVariables, type LivePlan } from './planner';

/** An entry of a topic, as its owner executed it. */
interface Entry {
  seq: number;
  cursor?: string | null;
  correlationId?: string | null;
  /** The users who may no longer read the topic after this event. */
  revoke?: readonly string[];
  /** The user whom the field does not show it. */
  hideFrom?: string | null;
  /** Whether something that was shown before must not be shown any more. */
  retracts?: boolean;
  /** Null: the field does not show this event. */
  result: ExecutionResult | null;
}

/** An entry that is to be rendered and sent. */
export interface DueEntry extends Entry {
  caller: Caller;
  /** The users whom alone it is for; null for every member. */
  readers: ReadonlySet<string> | null;
}

/** An entry that an audience does not see, because it lies in a private chat. */
interface Hidden {
  seq: number;
  scopeId: string;
}

interface Answer {
  entries?: Entry[];
  hidden?: Hidden[];
  /** How far the entries reach; behind the last there is nothing that the caller may see. */
  upTo?: number;
  errors?: GraphQLFormattedError[];
}

/** On whose behalf something is executed. */
interface Caller {
  authorization: string;
  origin?: Origin;
}

/** A part of a topic that is executed under one plan, though another may be set meanwhile. */
export interface Range {
  group: Group;
  plan: LivePlan;
  from: number;
  to: number;
}

const REUSED_MS = 30_000;
const MOST_GRANTS = 100;
/** A range may hold entries of a hundred chats, each an execution. */
const MOST_CHATS_AT_ONCE = 4;

/** What a range holds for a feed's members. */
export interface Executed {
  entries: DueEntry[];
  /** The seqs that only some people see, whether members or not. */
  hidden: number[];
  /** The users of whom it is known whether they see these. */
  asked: ReadonlySet<string>;
  upTo: number;
}

/** Executes a range for a feed's members: what all of them see, and what some of them see in private chats. */
export async function executeFor(parts: FeedParts, feed: Feed, range: Range): Promise<Executed> {
  const { group } = range;
  const caller = group.audience ? callerOf(parts, range, group.audience) : callerFrom(feed);
  const { entries, hidden, upTo } = await execute(parts, range, caller);
  const forAll = entries.map((entry) => ({ ...entry, caller, readers: null }));
  if (!group.audience || hidden.length === 0) return { entries: forAll, hidden: [], asked: new Set(), upTo };
  const asked = new Set([...feed.members].flatMap(({ viewer }) => viewer.principal.userId ?? []));
  const forSome = await executeHidden(parts, asked, { ...range, hidden });
  const seqs = hidden.map(({ seq }) => seq);
  return { entries: [...forAll, ...forSome].sort((a, b) => a.seq - b.seq), hidden: seqs, asked, upTo };
}

/** The viewer whose token lives longest: all of such a group are one viewer. */
function callerFrom({ members }: Feed): Caller {
  let best: Viewer | null = null;
  for (const { viewer } of members)
    if (best === null || viewer.principal.expiresAt > best.principal.expiresAt) best = viewer;
  if (best === null) throw new Error('nobody is left to execute for');
  return best;
}

/** An audience itself, by a token that is good for what the plan asks of subgraphs and no more. */
function callerOf(parts: FeedParts, { group, plan }: Range, audience: Audience): Caller {
  const now = parts.options.now().getTime();
  const { workspaceId, workspaceRole, chatId, chatRole } = audience;
  const key = [plan.fetches.join(), chatId, chatRole].join('\n');
  const known = group.grants.get(key);
  const age = now - (known?.signedAt ?? -Infinity);
  if (known && age >= 0 && age < REUSED_MS) return known;
  const { topic } = group;
  const ops = plan.fetches;
  const token = parts.options.signAudience!({ workspaceId, workspaceRole, chatId, chatRole, topic, ops });
  const grant = { authorization: `Bearer ${token}`, signedAt: now };
  if (group.grants.size >= MOST_GRANTS) group.grants.clear();
  group.grants.set(key, grant);
  return grant;
}

async function execute(
  parts: FeedParts,
  { group, plan, from, to }: Range,
  { authorization }: Caller,
): Promise<Required<Pick<Answer, 'entries' | 'hidden' | 'upTo'>>> {
  const { topic, variables } = group;
  const { operation: query, operationName } = plan.primary;
  const body = { query, operationName, variables: primaryVariables(plan, variables), topic, from, to };
  parts.counters.executions++;
  const orRefused = (error: unknown): never => {
    throw codeOf(error) === 'UNAUTHENTICATED' ? new TokenRefused(authorization) : error;
  };
  const answer = await parts.options
    .internal(plan.subgraph, '/internal/execute', body, authorization, newTraceId())
    .catch(orRefused);
  const { entries, hidden = [], upTo, errors } = (answer ?? {}) as Answer;
  requireNoViewer(errors);
  if (errors?.length) return orRefused(new Refusal(errors));
  if (!Array.isArray(entries)) throw refusal('SUBGRAPH_UNAVAILABLE', 'no entries were answered');
  const isWithin = ({ seq }: { seq: number }) => seq > from && seq <= to;
  const read = entries.filter(isWithin);
  const reached = Math.min(upTo ?? read.at(-1)?.seq ?? from, to);
  return { entries: read, hidden: hidden.filter(isWithin), upTo: reached };
}

/** The entries in private chats, each for those members who are in its chat now. */
async function executeHidden(
  parts: FeedParts,
  asked: ReadonlySet<string>,
  { hidden, ...range }: Range & { hidden: readonly Hidden[] },
): Promise<DueEntry[]> {
  const scopeIds = [...new Set(hidden.map(({ scopeId }) => scopeId))];
  const readers = await readersOf(parts, range.plan.subgraph, scopeIds, asked);
  const limit = createLimiter(MOST_CHATS_AT_ONCE);
  const due = scopeIds.flatMap((scopeId) => {
    const seqs = hidden.filter((entry) => entry.scopeId === scopeId).map(({ seq }) => seq);
    const roles = new Map(Object.entries(readers[scopeId] ?? {}));
    return audiencesOf(range, scopeId, roles).map(({ audience, userIds }) =>
      limit(() => executeSome(parts, range, { audience, seqs, readers: userIds })),
    );
  });
  return (await Promise.all(due)).flat();
}

/** Which of the users are in which of the chats, and as what. */
async function readersOf(
  parts: FeedParts,
  subgraph: string,
  scopeIds: readonly string[],
  asked: ReadonlySet<string>,
): Promise<Record<string, Record<string, ChatRole>>> {
  const userIds = [...asked];
  const answer = await parts.options.internal(subgraph, '/internal/readers', { scopeIds, userIds });
  const { readers } = (answer ?? {}) as { readers?: Record<string, Record<string, ChatRole>> };
  if (!readers) throw refusal('SUBGRAPH_UNAVAILABLE', 'no readers were answered');
  return readers;
}

function audiencesOf(
  { group, plan }: Range,
  chatId: string,
  roles: ReadonlyMap<string, ChatRole>,
): { audience: Audience; userIds: Set<string> }[] {
  const audiences = new Map<string, { audience: Audience; userIds: Set<string> }>();
  for (const [userId, role] of roles) {
    const audience = withinChat(group.audience!, { id: chatId, role }, plan.dimensions);
    const known = audiences.get(audience.chatRole!);
    if (known) known.userIds.add(userId);
    else audiences.set(audience.chatRole!, { audience, userIds: new Set([userId]) });
  }
  return [...audiences.values()];
}

/** Some entries of a range, as an audience sees them. */
async function executeSome(
  parts: FeedParts,
  range: Range,
  { audience, seqs, readers }: { audience: Audience; seqs: readonly number[]; readers: ReadonlySet<string> },
): Promise<DueEntry[]> {
  const caller = callerOf(parts, range, audience);
  const to = Math.max(...seqs);
  const due: DueEntry[] = [];
  for (let from = Math.min(...seqs) - 1; from < to;) {
    const { entries, upTo } = await execute(parts, { ...range, from, to }, caller);
    const wanted = entries.filter(({ seq }) => seqs.includes(seq));
    due.push(...wanted.map((entry) => ({ ...entry, caller, readers })));
    if (upTo <= from) break;
    from = upTo;
  }
  return due;
}

/** The event as it is sent, or null when it is not shown. Throws ViewerNeeded when it differs by viewer. */
export async function render(
  parts: FeedParts,
  group: Group,
  { plan, entry }: { plan: LivePlan; entry: DueEntry },
): Promise<Body | null> {
  const { result: event, caller, cursor } = entry;
  if (!event) return null;
  parts.counters.rendered++;
  const completion = {
    ...{ plan, variables: group.variables, event },
    ...{ authorization: caller.authorization, origin: caller.origin },
    correlationId: entry.correlationId ?? newTraceId(),
  };
  return renderBody(await completeEvent(parts.options, completion), plan.isResumable ? cursor || null : null);
}
