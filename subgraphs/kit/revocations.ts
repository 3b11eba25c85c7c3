import { z } from 'zod';
import { toRows } from '../../db/rows';
import type { Database, Principal } from './context';
import { CONTROL_TOPIC } from './events';
import { sessionIdOf } from './ids';
import type { Logger } from './logger';

/** Tokens that count no more: those of a session, or those of a user that were issued until then. */
export interface Revocation {
  /** The session's id, or the user's. */
  subjectId: string;
  /** Milliseconds since the epoch. */
  revokedAt: number;
  /** From then on no token that this concerns is valid anyway; milliseconds since the epoch. */
  expiresAt: number;
}

/** The revocations that one process knows of. */
export interface RevocationList {
  isRevoked(principal: Principal): boolean;
  /** Whether one of them was new. */
  add(revocations: readonly Revocation[]): boolean;
  /** Forgets those that have run out. */
  sweep(): void;
}

/** Makes an empty list; `issuer` is the one of users' tokens. */
export function createRevocationList(issuer: string, now: () => Date): RevocationList {
  const known = new Map<string, Revocation>();
  return {
    isRevoked(principal) {
      if (known.size === 0 || principal.kind !== 'user') return false;
      const { userId, sessionId, issuedAt, apiKey } = principal;
      if (sessionId !== null && known.has(sessionIdOf(issuer, sessionId))) return true;
      const ofUser = known.get(userId);
      // Tokens tell whole seconds. A key is no session: it is deleted or disabled instead.
      return ofUser !== undefined && apiKey === null && issuedAt <= Math.floor(ofUser.revokedAt / 1000);
    },
    add(revocations) {
      const isNew = revocations.some(
        ({ subjectId, revokedAt }) => revokedAt > (known.get(subjectId)?.revokedAt ?? -Infinity),
      );
      for (const one of revocations) known.set(one.subjectId, one);
      return isNew;
    },
    sweep() {
      const time = now().getTime();
      for (const { subjectId, expiresAt } of known.values()) if (expiresAt <= time) known.delete(subjectId);
    },
  };
}

/** How far a reader has come: null before its first reading. */
export const controlRequest = z.object({
  since: z.string().regex(/^\d+$/).nullable(),
  after: z.number().int().min(0).nullable(),
});
export type ControlRequest = z.infer<typeof controlRequest>;

/** Somebody who may read less than before. */
export interface ControlEntry {
  type: string;
  /** Null: anybody. */
  userId: string | null;
  workspaceId: string | null;
}

export interface ControlAnswer {
  revocations: Revocation[];
  /** What to ask `since` next time. */
  upTo: string;
  /** Where the next page of this reading begins; null behind the last. */
  next: string | null;
  entries: ControlEntry[];
  /** What to ask `after` next. */
  head: number;
}

const MOST_ENTRIES = 1000;
const MOST_REVOCATIONS = 5000;

/** What has been revoked, and who may read less, since a reader last asked. */
export async function readControl(db: Database, now: Date, request: ControlRequest): Promise<ControlAnswer> {
  const read = await readRevocations(db, now, request.since);
  const [place] = await db.dataSource.query<{ head: string }[]>(
    '/* kit.readControlHead */ SELECT coalesce((SELECT h.seq FROM event.topic_head h WHERE h.topic = $1), 0) AS head',
    [CONTROL_TOPIC],
  );
  const head = Number(place!.head);
  const { after } = request;
  if (after === null || after >= head) return { ...read, entries: [], head };
  const rows = toRows<ControlEntry & { seq: string }>(
    await db.dataSource.query<object[]>(
      '/* kit.readControl */ SELECT seq, type, user_id, workspace_id FROM event.control_entries($1, $2, $3)',
      [CONTROL_TOPIC, after, MOST_ENTRIES],
    ),
  );
  const entries = rows.map(({ type, userId, workspaceId }) => ({ type, userId, workspaceId }));
  const isCut = rows.length === MOST_ENTRIES;
  return { ...read, entries, head: isCut ? Number(rows.at(-1)!.seq) : head };
}

interface RevocationRow {
  upTo: string;
  changedIn: string | null;
  subjectId: string | null;
  revokedAt: Date;
  expiresAt: Date;
}

/**
 * Reads what was revoked since, in pages. Transactions are committed in another order than they begin, so the place to
 * go on from is the oldest one that still runs: nothing is missed, whatever clocks say.
 */
async function readRevocations(
  { dataSource }: Database,
  now: Date,
  since: string | null,
): Promise<Pick<ControlAnswer, 'revocations' | 'upTo' | 'next'>> {
  const rows = toRows<RevocationRow>(
    await dataSource.query<object[]>(
      `/* kit.readRevocations */ SELECT t.up_to::text, r.changed_in::text, r.subject_id, r.revoked_at, r.expires_at
       FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS up_to) t
       LEFT JOIN access.revoked_session r ON r.changed_in >= $1::xid8 AND r.expires_at > $2
       ORDER BY r.changed_in FETCH FIRST ${MOST_REVOCATIONS} ROWS WITH TIES`,
      [since ?? '0', now],
    ),
  );
  const revocations = rows.flatMap(({ subjectId, revokedAt, expiresAt }) =>
    subjectId === null ? [] : [{ subjectId, revokedAt: revokedAt.getTime(), expiresAt: expiresAt.getTime() }],
  );
  const { upTo, changedIn } = rows.at(-1)!;
  // A page holds all of its last transaction.
  const isCut = rows.length >= MOST_REVOCATIONS && changedIn !== null;
  return { revocations, upTo, next: isCut ? String(BigInt(changedIn) + 1n) : null };
}

/**
 * Reads all pages from a place on, and answers where to go on the next time: what the first page said, since what was
 * still running then may have been committed behind a later one. Null when a page could not be had.
 */
export async function readPages<A extends Pick<ControlAnswer, 'upTo' | 'next'>>(
  since: string | null,
  read: (from: string | null) => Promise<A | null>,
): Promise<string | null> {
  const first = await read(since);
  for (let page = first; page?.next;) {
    page = await read(page.next);
    if (!page) return null;
  }
  return first?.upTo ?? null;
}

/** A list that follows the database. */
export interface RevocationWatch {
  isRevoked(principal: Principal): boolean;
  /** Called whenever something new was revoked. */
  onChange(listener: () => void): void;
  close(): Promise<void>;
}

const POLL_MS = 1000;
/** By this channel whoever revokes tells all others to look at once. */
export const CONTROL_CHANNEL = 'control';

/**
 * Follows what is revoked: looks every second, and at once when the doorbell rings. Resolves when it has looked for
 * the first time; a database that cannot be read meanwhile is asked again, and answers nothing else either.
 */
export async function watchRevocations(
  db: Database,
  { log, now }: { log: Logger; now(): Date },
): Promise<RevocationWatch> {
  const list = createRevocationList(db.settings.issuer, now);
  const listeners: (() => void)[] = [];
  let since: string | null = null;
  let isClosed = false;
  const look = async () => {
    const upTo = await readPages(since, async (from) => {
      if (isClosed) return null;
      const page = await readRevocations(db, now(), from);
      if (list.add(page.revocations)) listeners.forEach((listener) => listener());
      return page;
    });
    since = upTo ?? since;
    list.sweep();
  };
  const poll = createPoll(look, log);
  const stopListening = db.doorbells.listen(CONTROL_CHANNEL, () => void poll.now());
  await poll.now();
  return {
    isRevoked: (principal) => list.isRevoked(principal),
    onChange: (listener) => void listeners.push(listener),
    async close() {
      isClosed = true;
      stopListening();
      await poll.stop();
    },
  };
}

/** Work that is done every second, one run at a time, and whenever asked for. */
export interface Poll {
  /** Resolves behind a run that began after the call; never rejects. */
  now(): Promise<void>;
  /** Ends it, behind what is under way. */
  stop(): Promise<void>;
}

/** Starts a poll; its first run is asked for, or comes in a second. */
export function createPoll(run: () => Promise<void>, log: Logger): Poll {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    running = run()
      .catch((error: unknown) => log.debug({ err: error }, 'revocations cannot be read'))
      .finally(() => {
        running = null;
      });
    return running;
  };
  const ask = (): Promise<void> => {
    if (!running) return start();
    next ??= running.then(() => {
      next = null;
      return start();
    });
    return next;
  };
  const timer = setInterval(() => {
    if (!running) void start();
  }, POLL_MS);
  timer.unref();
  return {
    now: ask,
    async stop() {
      clearInterval(timer);
      await next;
      await running;
    },
  };
}
