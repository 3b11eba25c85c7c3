import type { ErrorCode } from '../../subgraphs/kit/errors';
import type { Narrowed } from '../control';
import type { Admission } from './admission';
import { codeOf } from './errors';
import { isLossOfAccess, lossOfAccess } from './failures';
import type { Member } from './group';
import type { GraphQLFormattedError } from 'graphql';

/** What deciding permission anew needs of the engine. */
export interface ReadmissionParts {
  /** Asks the owner of the member's topic for permission. */
  ask(member: Member): Promise<Admission>;
  /** Puts the member where it now belongs, and tells its feed how far the topic has come. */
  onAdmitted(member: Member, admission: Admission): void;
  /** Resolves when the member has been sent what its topic came to, the event that removes it perhaps. */
  lastWords(member: Member): Promise<void>;
  end(member: Member, errors: readonly GraphQLFormattedError[]): void;
  now(): Date;
}

/** How old a decision may become. */
export const READMIT_MS = 60_000;
/** How often in a row a token is refused until that is believed. */
export const MOST_TOKEN_REFUSALS = 3;
/** When a decision that could not be had is asked for again: soon, and not by all at once. */
const RETRY_MS = 1000;
const UNDECIDED: readonly (ErrorCode | undefined)[] = [
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_BUSY',
  'DEADLINE_EXCEEDED',
  'INTERNAL_SERVER_ERROR',
  undefined,
];

/** Whether a member may be among those who may read less: of others than an audience it is not known where they read. */
export function concerns(
  { users, workspaces }: Narrowed,
  { viewer, audience }: Pick<Member, 'viewer' | 'audience'>,
): boolean {
  if (users === 'everybody' || users.has(viewer.principal.userId ?? '')) return true;
  return workspaces.size > 0 && (audience === null || workspaces.has(audience.workspaceId));
}

/**
 * Has permission decided anew for a member. Whoever is being asked for is asked for once more behind that, however often
 * it was wanted meanwhile: what many changes want cannot pile up.
 */
export async function readmit(parts: ReadmissionParts, member: Member): Promise<void> {
  member.wantsReadmission = true;
  if (member.isBeingReadmitted) return;
  member.isBeingReadmitted = true;
  while (member.wantsReadmission && member.feed) {
    member.wantsReadmission = false;
    member.admittedAt = parts.now().getTime();
    await decide(parts, member);
  }
  member.isBeingReadmitted = false;
}

async function decide(parts: ReadmissionParts, member: Member): Promise<void> {
  try {
    const admission = await parts.ask(member);
    member.refusals = 0;
    member.admittedSeq = Math.max(member.admittedSeq, admission.head);
    parts.onAdmitted(member, admission);
  } catch (error) {
    const code = codeOf(error);
    const hasEnded = () => member.feed === null;
    if (hasEnded()) return;
    if (isLossOfAccess(error)) {
      await parts.lastWords(member);
      if (!hasEnded()) parts.end(member, lossOfAccess().errors);
    }
    // Whoever may have lost access is not left with it until the next turn.
    if (UNDECIDED.includes(code)) member.admittedAt += RETRY_MS * (1 + 2 * Math.random()) - READMIT_MS;
    if (code !== 'UNAUTHENTICATED') return;
    member.refusals++;
    // Asked again with the next sweep, and believed when it stays so.
    if (member.refusals >= MOST_TOKEN_REFUSALS) member.viewer.expire();
    else member.admittedAt = 0;
  }
}
