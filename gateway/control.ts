import type { Principal } from '../subgraphs/kit/context';
import type { Doorbells } from '../subgraphs/kit/doorbells';
import { CONTROL_TOPIC } from '../subgraphs/kit/events';
import {
  CONTROL_CHANNEL,
  createPoll,
  createRevocationList,
  readPages,
  type ControlAnswer,
  type ControlRequest,
} from '../subgraphs/kit/revocations';
import type { Logger } from '../subgraphs/kit/logger';
import type { Forward } from './forward';

/** What a gateway is told to look at anew. */
export interface ControlChange {
  /** Some sessions have ended. */
  hasRevoked: boolean;
  /** The users who may read less than before; `everybody` where it may be anyone. */
  users: ReadonlySet<string> | 'everybody';
  /** The workspaces of which anyone may read less. */
  workspaces: ReadonlySet<string>;
}

/** Who may read less than before. */
export type Narrowed = Omit<ControlChange, 'hasRevoked'>;

/** Follows which sessions have ended and who has lost access, by asking the subgraphs: a gateway has no database. */
export interface Control {
  /** Whether a valid token counts no more, because its session was ended. */
  isRevoked(principal: Principal): boolean;
  onChange(listener: (change: ControlChange) => void): void;
  close(): Promise<void>;
}

interface ControlOptions {
  forward: Pick<Forward, 'internal'>;
  /** Those that may be asked; each knows everything. */
  subgraphs: readonly string[];
  /** Null: looked at every second alone. */
  doorbells: Doorbells | null;
  /** The `iss` of users' tokens. */
  issuer: string;
  log: Logger;
  now(): Date;
}

/** Several may have to be asked within the five seconds that a revocation may take. */
const TIMEOUT_MS = 700;

/** Starts following: every second, and at once when a doorbell rings. While nobody answers, what is known stays. */
export function createControl(options: ControlOptions): Control {
  const { doorbells, issuer, log, now } = options;
  const list = createRevocationList(issuer, now);
  const listeners: ((change: ControlChange) => void)[] = [];
  const place: ControlRequest = { since: null, after: null };
  const ask = createAsk(options);
  let isClosed = false;
  const take = (answer: ControlAnswer) => {
    const hasRevoked = list.add(answer.revocations);
    const narrowed = narrowedBy(answer, place.after);
    place.after = answer.head;
    if (hasRevoked || isNarrowed(narrowed))
      listeners.forEach((listener) => listener({ hasRevoked, ...narrowed }));
  };
  const look = async () => {
    const upTo = await readPages(place.since, async (since) => {
      const answer = isClosed ? null : await ask({ ...place, since });
      if (answer) take(answer);
      return answer;
    });
    place.since = upTo ?? place.since;
    list.sweep();
  };
  const poll = createPoll(look, log);
  const channels = [CONTROL_CHANNEL, `live.${CONTROL_TOPIC}`];
  const stops = channels.map((channel) => doorbells?.listen(channel, () => void poll.now()));
  void poll.now();
  return {
    isRevoked: (principal) => list.isRevoked(principal),
    onChange: (listener) => void listeners.push(listener),
    async close() {
      isClosed = true;
      stops.forEach((stop) => stop?.());
      await poll.stop();
    },
  };
}

/** A feed that is behind where this gateway was has been made anew: what it held before is not known. */
function narrowedBy({ entries, head }: ControlAnswer, after: number | null): Narrowed {
  const isAnyone = entries.some(({ userId, workspaceId }) => userId === null && workspaceId === null);
  const isNew = after !== null && head < after;
  const ofAll = entries.filter(({ userId }) => userId === null);
  return {
    users: isNew || isAnyone ? 'everybody' : new Set(entries.flatMap(({ userId }) => userId ?? [])),
    workspaces: new Set(ofAll.flatMap(({ workspaceId }) => workspaceId ?? [])),
  };
}

/** Whether anybody may read less than before. */
export function isNarrowed({ users, workspaces }: Narrowed): boolean {
  return users === 'everybody' || users.size + workspaces.size > 0;
}

/** Asks the subgraph that answered last, and the others in turn when it does not. */
function createAsk({ forward, subgraphs, log }: ControlOptions) {
  let preferred = 0;
  return async (place: ControlRequest): Promise<ControlAnswer | null> => {
    for (let tried = 0; tried < subgraphs.length; tried++) {
      const at = (preferred + tried) % subgraphs.length;
      const name = subgraphs[at]!;
      const headers = { timeoutMs: TIMEOUT_MS, isPolled: true };
      const reply = await forward.internal(name, '/internal/control', place, headers).catch(() => null);
      if (reply?.status === 200) {
        preferred = at;
        return reply.body as ControlAnswer;
      }
    }
    log.debug('nobody says what was revoked');
    return null;
  };
}
