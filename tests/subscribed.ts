import type { GraphQLErrorShape } from './http';
import { waitFor } from './wait';

/** One frame of a subscription. */
export interface Frame<D = Record<string, unknown>> {
  data: D;
  errors?: GraphQLErrorShape[];
  extensions?: Record<string, unknown>;
}

export interface Subscribed<D = Record<string, unknown>> {
  /** All frames so far. */
  frames: Frame<D>[];
  /** The errors of the frame that ended it, if one did. */
  errors: GraphQLErrorShape[];
  /** Whether it has ended, by whichever side. */
  readonly isEnded: boolean;
  /** How the connection was closed, or its HTTP status, when that ended it. */
  readonly closeCode: number | null;
  /** The next frame that `next` has not handed out yet and that the predicate likes; earlier ones are skipped. */
  next(predicate?: (frame: Frame<D>) => boolean, timeoutMs?: number): Promise<Frame<D>>;
  /** Waits until it has ended. */
  ended(timeoutMs?: number): Promise<void>;
  /** Ends it. */
  close(): void;
}

/** What a transport tells of one subscription. */
export interface Recorder<D> {
  subscribed: Subscribed<D>;
  next(frame: Frame<D>): void;
  /** It has ended, with these errors or by this code, if any. */
  end(how?: { errors?: readonly GraphQLErrorShape[]; closeCode?: number }): void;
}

/** Keeps what arrives for a test to look at. */
export function recordFrames<D>(close: () => void): Recorder<D> {
  const frames: Frame<D>[] = [];
  const errors: GraphQLErrorShape[] = [];
  const state = { isEnded: false, closeCode: null as number | null, read: 0 };
  const subscribed: Subscribed<D> = {
    frames,
    errors,
    get isEnded() {
      return state.isEnded;
    },
    get closeCode() {
      return state.closeCode;
    },
    next: (predicate = () => true, timeoutMs = 10_000) =>
      waitFor(() => nextFrame(frames, state, predicate), {
        timeoutMs,
        what: () =>
          `a frame (${frames.length} came, ${errors.map((error) => error.message).join('; ') || 'no error'})`,
      }),
    ended: async (timeoutMs = 10_000) => {
      await waitFor(() => state.isEnded, { timeoutMs, what: 'the end of the subscription' });
    },
    close,
  };
  return {
    subscribed,
    next: (frame) => void frames.push(frame),
    end(how = {}) {
      state.isEnded = true;
      state.closeCode ??= how.closeCode ?? null;
      errors.push(...(how.errors ?? []));
    },
  };
}

function nextFrame<D>(
  frames: Frame<D>[],
  state: { read: number },
  predicate: (frame: Frame<D>) => boolean,
): Frame<D> | null {
  while (state.read < frames.length) {
    const frame = frames[state.read++]!;
    if (predicate(frame)) return frame;
  }
  return null;
}
