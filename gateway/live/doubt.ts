import { setTimeout as delay } from 'node:timers/promises';
import type { Admission } from './admission';
import { codeOf, Refusal } from './errors';
import { backOff, isLossOfAccess, lossOfAccess } from './failures';
import type { Member } from './group';
import type { Subject } from './grouping';
import { MOST_TOKEN_REFUSALS } from './readmission';
import type { GraphQLFormattedError } from 'graphql';

/** What doubting a member's permission needs of the engine. */
export interface DoubtParts {
  /** Takes the member out of its group, without ending it; answers what it followed. */
  hold(member: Member): Subject;
  ask(member: Member, subject: Subject): Promise<Admission>;
  /** Puts a member that was taken out where it now belongs; it misses and repeats nothing. */
  rejoin(member: Member, subject: Subject, admission: Admission): void;
  end(member: Member, errors: readonly GraphQLFormattedError[]): void;
}

/**
 * A member whom an event removes is sent nothing more until its topic's owner has been asked: it ends, or it was added
 * again meanwhile and goes on. The relay may bring a removal of long ago behind the head that somebody was admitted at.
 */
export async function doubt(parts: DoubtParts, member: Member, seq: number): Promise<void> {
  const subject = parts.hold(member);
  for (let failures = 1; member.sink.isOpen(); failures++) {
    try {
      const admission = await parts.ask(member, subject);
      member.admittedSeq = Math.max(member.admittedSeq, admission.head, seq);
      if (member.sink.isOpen()) parts.rejoin(member, subject, admission);
      return;
    } catch (error) {
      if (settle(parts, member, error, failures)) return;
      await delay(backOff(failures, error), undefined, { ref: false });
    }
  }
}

function settle({ end }: DoubtParts, member: Member, error: unknown, failures: number): boolean {
  const code = codeOf(error);
  if (isLossOfAccess(error)) end(member, lossOfAccess().errors);
  else if (code === 'SCHEMA_CHANGED' && error instanceof Refusal) end(member, error.errors);
  else if (code === 'UNAUTHENTICATED' && failures >= MOST_TOKEN_REFUSALS) member.viewer.expire();
  else return false;
  return true;
}
