import type { GraphQLFormattedError } from 'graphql';

/** What a client is answered, with its data as JSON already. */
export interface RenderedAnswer {
  /** Undefined when execution came to nothing. */
  data: string | undefined;
  errors: readonly GraphQLFormattedError[];
  extensions?: Readonly<Record<string, unknown>>;
}

/** An answer as JSON, errors before data; parts that are empty are left out. */
export function renderAnswer({ data, errors, extensions }: RenderedAnswer): string {
  const parts: string[] = [];
  if (errors.length > 0) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) parts.push(`"data":${data}`);
  if (extensions && Object.keys(extensions).length > 0)
    parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join()}}`;
}
