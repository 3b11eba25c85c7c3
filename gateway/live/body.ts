import { renderAnswer, type RenderedAnswer } from '../execute/answer';
import { toWire } from './frames';

/** One rendered execution result, the same for everybody whom it is sent to. */
export interface Body {
  /** JSON. */
  readonly text: string;
  /** The text as its bytes, made once for all sockets. */
  readonly wire: string;
  /** Where to resume behind it; null where nothing can be resumed. */
  readonly cursor: string | null;
  /** Whether some of it could not be had. */
  readonly hasErrors: boolean;
}

/** The result of an execution as it is sent, with its cursor where there is one. */
export function renderBody(answer: RenderedAnswer, cursor: string | null): Body {
  const extensions = cursor === null ? answer.extensions : { ...answer.extensions, cursor };
  return bodyOf(renderAnswer({ ...answer, extensions }), cursor, answer.errors.length > 0);
}

/** A result that is JSON already. */
export function bodyOf(text: string, cursor: string | null, hasErrors: boolean): Body {
  let wire: string | undefined;
  return {
    text,
    get wire() {
      return (wire ??= toWire(text));
    },
    cursor,
    hasErrors,
  };
}
