import { errorCodeDef, ERRORS } from '@apollo/federation-internals';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isInherited } from './own';
import type { Path } from './paths';

/** An error of a subgraph's answer as one of the whole: at its place, under a code, and with the subgraph's name. */
export function downstreamError(
  error: GraphQLFormattedError,
  service: string,
  path: Path | undefined,
): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${service}"`;
  const extensions = { ...error.extensions, serviceName: service };
  const options = { originalError: error as unknown as Error, path, extensions };
  const code: unknown = error.extensions?.code;
  // Apollo's table of codes is an object, in which it finds what every object inherits, by any value as a key.
  const known = typeof code === 'string' && !isInherited(code) ? errorCodeDef(error) : undefined;
  if (!known && code) return new GraphQLError(message, options);
  return (known ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
}

/** Whatever was thrown, as an error of an answer. */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
