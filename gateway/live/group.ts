import type { GraphQLFormattedError } from 'graphql';
import type { Audience, Origin, Principal } from '../../subgraphs/kit/context';
import type { Body } from './body';
import type { DueEntry } from './execution';
import type { LivePlan } from './planner';
import type { Ring } from './ring';

/** Where one subscription's results go, whatever the transport. */
export interface Sink {
  /** Sends a rendered execution result. */
  next(body: Body): void;
  /** Ends the subscription with errors. */
  fail(errors: readonly GraphQLFormattedError[]): void;
  /** Whether anybody still listens. */
  isOpen(): boolean;
  /** Resolves when the client has taken most of what was sent, or has gone. */
  drained(): Promise<void>;
}

/** The person at the other end of a connection; a refreshed token changes it in place. */
export interface Viewer {
  principal: Principal;
  authorization: string;
  /** What the client itself sent. */
  credential: string;
  origin?: Origin;
  /** Ends the connection because its token no longer counts. */
  expire(): void;
}

/** One live subscription. */
export interface Member {
  viewer: Viewer;
  sink: Sink;
  /** Gives its place back once it has ended. */
  release(): void;
  /** Where the viewer stands towards the topic, as its owner said last; null for nobody but the viewer. */
  audience: Audience | null;
  /** The feed that it is sent from; null once it has ended. */
  feed: Feed | null;
  /** The last seq that it was sent, or that it resumed behind. */
  position: number;
  /** The topic's head when permission was last decided: removals up to here lie behind that decision. */
  admittedSeq: number;
  /** When permission was last decided, in milliseconds. */
  admittedAt: number;
  /** How often in a row its token was refused when permission was decided anew. */
  refusals: number;
  /** Whether permission is being decided anew now. */
  isBeingReadmitted: boolean;
  /** Whether it is to be decided once more behind that. */
  wantsReadmission: boolean;
}

/** A token by which something is executed for an audience. */
export interface Grant {
  authorization: string;
  /** In milliseconds. */
  signedAt: number;
}

/** Subscriptions that are executed once for all: equal in topic, audience, operation and variables. */
export interface Group {
  key: string;
  topic: string;
  plan: LivePlan;
  /** For whom it is executed; null for one viewer, by the viewer's own token. */
  audience: Audience | null;
  /** The tokens of the audience, and of those parts of it that are in private chats, until they are signed anew. */
  grants: Map<string, Grant>;
  /** The coerced variables, without the one that only says where to resume. */
  variables: Record<string, unknown>;
  /** Sends what is new. */
  live: Feed;
  /** Send what late joiners have missed; each ends in the live feed. */
  catchUps: Set<Feed>;
  /** What was sent lately. */
  ring: Ring<DueEntry>;
}

/** A reader of a group's topic: members at one position, moved on together. */
export interface Feed {
  group: Group;
  members: Set<Member>;
  /** All up to here has been sent. */
  position: number;
  /**
   * How far it is known that there is something to send. A feed that catches up goes to the live feed's position: there
   * it is the topic's head when its members were admitted.
   */
  wanted: number;
  isPulling: boolean;
  /** Whether it waits until its members have read what they were sent: nobody else joins it. */
  isHeldUp: boolean;
  /** When the oldest unserved doorbell rang, in milliseconds; null when none waits. */
  rungAt: number | null;
}

/** A feed of nobody yet. */
export function createFeed(group: Group, position: number): Feed {
  const state = { wanted: position, isPulling: false, isHeldUp: false, rungAt: null };
  return { group, members: new Set(), position, ...state };
}

/** How many members a group has in all. */
export function sizeOf(group: Group): number {
  let size = group.live.members.size;
  for (const feed of group.catchUps) size += feed.members.size;
  return size;
}

/** Moves a member to a feed, out of the one that it was in. */
export function moveTo(feed: Feed | null, member: Member): void {
  member.feed?.members.delete(member);
  member.feed = feed;
  feed?.members.add(member);
}
