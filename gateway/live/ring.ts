import type { Body } from './body';

/** What is known of an event beside how it is sent. */
export interface Passed {
  seq: number;
  revoke?: readonly string[];
}

/** What lies in (after, seq] of a topic for one group: the event at seq, where there is one, and no other. */
export interface Kept<E extends Passed = Passed> {
  after: number;
  seq: number;
  event: E | null;
  /** Null when the event is not shown. */
  body: Body | null;
}

/**
 * What a group was sent lately, so that whoever comes later is sent the same without an execution. It holds what every
 * member was sent: what some were sent alone must not be kept.
 */
export interface Ring<E extends Passed = Passed> {
  /** Changes with each `clear`: what was rendered before one must not be kept behind it. */
  readonly generation: number;
  /** Keeps a span that is not kept yet. */
  keep(kept: Kept<E>): void;
  /** The span that somebody at this position is sent next; null when it is not kept. */
  next(position: number): Kept<E> | null;
  /** Where the first span behind a position begins; null when there is none. */
  startBehind(position: number): number | null;
  /** Forgets everything, because something of it must not be sent any more. */
  clear(): void;
  /** Clears it for good. */
  close(): void;
}

/** The rings of all groups, bounded together. */
export interface Rings<E extends Passed = Passed> {
  open(): Ring<E>;
  /** Clears all of them. */
  clear(): void;
  /** Drops what has become too old. */
  trim(): void;
  /** How much they hold. */
  bytes(): number;
}

interface Bounds {
  /** Spans of one ring. */
  spans: number;
  ageMs: number;
  bytesOfOne: number;
  bytesOfAll: number;
}

const BOUNDS: Bounds = { spans: 256, ageMs: 60_000, bytesOfOne: 1_000_000, bytesOfAll: 64_000_000 };
/** What a span costs beside its text. */
const SPAN_BYTES = 200;

interface Shared {
  now(): Date;
  bounds: Bounds;
  bytes: number;
}

type Span<E extends Passed> = Kept<E> & { keptAt: number; bytes: number };

interface State<E extends Passed> {
  shared: Shared;
  /** By seq, and without overlaps; between two of them anything may lie. */
  spans: Span<E>[];
  bytes: number;
  generation: number;
  isClosed: boolean;
}

/** Makes rings that forget by this clock. */
export function createRings<E extends Passed>(now: () => Date, bounds: Partial<Bounds> = {}): Rings<E> {
  const shared: Shared = { now, bounds: { ...BOUNDS, ...bounds }, bytes: 0 };
  const states = new Set<State<E>>();
  return {
    open() {
      const state: State<E> = { shared, spans: [], bytes: 0, generation: 0, isClosed: false };
      states.add(state);
      return ringOf(state, () => states.delete(state));
    },
    clear: () => states.forEach(clear),
    trim: () => states.forEach(trim),
    bytes: () => shared.bytes,
  };
}

function ringOf<E extends Passed>(state: State<E>, onClose: () => void): Ring<E> {
  return {
    get generation() {
      return state.generation;
    },
    keep: (kept) => keep(state, kept),
    next(position) {
      trim(state);
      return state.spans.find(({ after, seq }) => after <= position && position < seq) ?? null;
    },
    startBehind(position) {
      trim(state);
      return state.spans.find(({ after }) => after > position)?.after ?? null;
    },
    clear: () => clear(state),
    close() {
      clear(state);
      state.isClosed = true;
      onClose();
    },
  };
}

function keep<E extends Passed>(state: State<E>, kept: Kept<E>): void {
  const { shared, spans } = state;
  if (state.isClosed || kept.after >= kept.seq) return;
  const at = spans.findLastIndex(({ seq }) => seq <= kept.after) + 1;
  const next = spans[at];
  if (next && next.after < kept.seq) return;
  const bytes = SPAN_BYTES + 2 * (kept.body?.text.length ?? 0);
  spans.splice(at, 0, { ...kept, keptAt: shared.now().getTime(), bytes });
  count(state, bytes);
  const { bounds } = shared;
  while (spans.length > bounds.spans || state.bytes > bounds.bytesOfOne) dropFirst(state);
  while (spans.length > 0 && shared.bytes > bounds.bytesOfAll) dropFirst(state);
}

function count(state: Pick<State<Passed>, 'shared' | 'bytes'>, bytes: number): void {
  state.bytes += bytes;
  state.shared.bytes += bytes;
}

function dropFirst<E extends Passed>(state: State<E>): void {
  count(state, -state.spans.shift()!.bytes);
}

function trim<E extends Passed>(state: State<E>): void {
  const { now, bounds } = state.shared;
  const oldest = now().getTime() - bounds.ageMs;
  if (!state.spans.some(({ keptAt }) => keptAt < oldest)) return;
  state.spans = state.spans.filter(({ keptAt }) => keptAt >= oldest);
  count(state, state.spans.reduce((bytes, span) => bytes + span.bytes, 0) - state.bytes);
}

function clear<E extends Passed>(state: State<E>): void {
  state.spans = [];
  count(state, -state.bytes);
  state.generation++;
}

/** Keeps what one execution answers, unless the ring is cleared while it is under way. */
export interface Keeping<E extends Passed> {
  keep(sent: Sent & { entry: E; body: Body | null }): void;
  /** Keeps that there is nothing more up to a seq. */
  keepNothing(rest: Sent & { upTo: number }): void;
  /** Forgets what was kept before. */
  forget(): void;
}

interface Sent {
  /** The seq that was sent last. */
  after: number;
  /** The seqs that some people alone see. */
  hidden: readonly number[];
}

/** Begins before the execution does. */
export function beginKeeping<E extends Passed & { result: unknown }>(ring: Ring<E>): Keeping<E> {
  let { generation } = ring;
  const keep = (kept: Kept<E>, hidden: readonly number[]) => {
    if (generation !== ring.generation || hidden.includes(kept.seq)) return;
    ring.keep({ ...kept, after: Math.max(kept.after, ...hidden.filter((seq) => seq < kept.seq)) });
  };
  return {
    keep({ after, entry, body, hidden }) {
      // Whoever comes later may find whole what could not be had now.
      if (body?.hasErrors) return;
      keep({ after, seq: entry.seq, event: { ...entry, result: null }, body }, hidden);
    },
    keepNothing({ after, upTo, hidden }) {
      keep({ after, seq: upTo, event: null, body: null }, hidden);
    },
    forget() {
      ring.clear();
      generation = ring.generation;
    },
  };
}
