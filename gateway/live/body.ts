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

/** The result as it is sent, with its cursor where there is one. */
export function renderBody(
  result: { errors?: readonly unknown[]; extensions?: Record<string, unknown> },
  cursor: string | null,
): Body {
  const extensions = cursor === null ? result.extensions : { ...result.extensions, cursor };
  const text = JSON.stringify(extensions ? { ...result, extensions } : result);
  let wire: string | undefined;
  return {
    text,
    get wire() {
      return (wire ??= toWire(text));
    },
    cursor,
    hasErrors: result.errors !== undefined,
  };
}
