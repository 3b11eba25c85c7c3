import type { Documents, PreparedDocument, PreparedOperation } from './documents';
import type { PersistedQueries } from './persisted';
import type { OperationRequest } from './requests';
import type { TrustedDocuments } from './trusted';

/** Whether a request is the platform's own. */
export interface Trust {
  isInternal: boolean;
}

/** What is known of documents. */
export interface KnownParts {
  documents: Documents;
  /** Null where no queries are registered. */
  persisted: PersistedQueries | null;
  trusted: TrustedDocuments;
}

/** An operation that can be executed at once. */
export interface KnownOperation {
  operation: PreparedOperation;
  variables: Readonly<Record<string, unknown>>;
}

/** What is asked, where all of it is known to be good; null where Apollo Server has the word. */
export function knownOperation(
  parts: KnownParts,
  asked: OperationRequest,
  trust: Trust,
): KnownOperation | null {
  const document = knownDocument(parts, asked, trust);
  const operation = document?.operation(asked.operationName);
  if (!operation) return null;
  const variables = asked.variables ?? {};
  // The limits come first: what goes through values of any depth would run out of stack.
  return document!.allows(variables) && operation.fits(variables) ? { operation, variables } : null;
}

function knownDocument(
  { documents, persisted, trusted }: KnownParts,
  asked: OperationRequest,
  { isInternal }: Trust,
): PreparedDocument | undefined {
  const text = resolveOrNull(() => trusted.resolve(asked, isInternal));
  if (text === undefined) return undefined;
  if (text !== null) return documents.current()?.get(text);
  const { query, extensions } = asked;
  if (!extensions?.persistedQuery) return query ? documents.current()?.get(query) : undefined;
  const hash = persisted && hashIn(extensions.persistedQuery);
  if (!hash) return undefined;
  const registered = query ?? persisted.get(hash);
  const document = registered ? documents.current()?.get(registered) : undefined;
  if (document?.hash !== hash) return undefined;
  if (query) persisted.set(hash, query);
  return document;
}

function hashIn(persistedQuery: unknown): string | null {
  const { version, sha256Hash } = persistedQuery as { version?: unknown; sha256Hash?: unknown };
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : null;
}

/** Undefined for what is refused, which `executeHttp` says. */
function resolveOrNull(resolve: () => string | null): string | null | undefined {
  try {
    return resolve();
  } catch {
    return undefined;
  }
}
