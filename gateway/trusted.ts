import { createHash } from 'node:crypto';
import { NoSchemaIntrospectionCustomRule, specifiedRules, validate } from 'graphql';
import type { Logger } from '../subgraphs/kit/logger';
import { parseBare, type Documents } from './documents';
import { refusal } from './errors';
import { createLru } from './lru';
import type { ManifestEntry } from './manifest';
import type { PersistedQueries } from './persisted';
import type { OperationRequest } from './requests';
import type { LoadedSupergraph } from './supergraph';

/**
 * Which documents are executed: `off` all that come as text; `apq` also those that were registered by their hash;
 * `log` the same, with a line in the log for each that is not in the manifest; `enforce` those in the manifest alone.
 */
export type TrustMode = 'off' | 'apq' | 'log' | 'enforce';

/** How a request names its document. */
export type DocumentNaming = Pick<OperationRequest, 'query' | 'documentId' | 'extensions'>;

/** What decides which documents are executed. */
export interface TrustedDocuments {
  /**
   * The text to be executed where the request names it by an id; null where it is to be taken as it came. Throws a
   * GraphQLError for what must not be executed. The platform's own parts may execute whatever they want.
   */
  resolve(named: DocumentNaming, isInternal: boolean): string | null;
}

export interface TrustOptions {
  mode: TrustMode;
  manifest: readonly ManifestEntry[];
  /** Null where none can be registered. */
  persisted: PersistedQueries | null;
  log: Logger;
}

const MAX_LOGGED = 10_000;
const HASH_PREFIX = 'sha256:';

/** Makes what decides. */
export function createTrustedDocuments(options: TrustOptions): TrustedDocuments {
  const { mode, manifest, persisted } = options;
  const texts = new Set(manifest.map(({ text }) => text));
  const byId = new Map(
    manifest.flatMap(({ id, text }): [string, string][] => [
      [`${HASH_PREFIX}${hashOf(text)}`, text],
      [id, text],
    ]),
  );
  const say = onceEach(options.log);
  const requireTrust = (isInternal: boolean) => {
    if (mode === 'enforce' && !isInternal) throw untrusted();
  };
  const resolveText = (text: string, hash: string | undefined, isInternal: boolean) => {
    if (mode === 'apq') return null;
    // Where no hash counts, what stands beside a trusted text is passed over.
    if (texts.has(text)) return mode === 'enforce' && hash !== undefined ? text : null;
    requireTrust(isInternal);
    if (!isInternal) say(text);
    return null;
  };
  return {
    resolve({ query, documentId, extensions }, isInternal) {
      if (mode === 'off') return null;
      const hash = persistedHash(extensions);
      if (query) return resolveText(query, hash, isInternal);
      const id = documentId ?? hash;
      if (id === undefined) return null;
      const text = byId.get(id) ?? byId.get(`${HASH_PREFIX}${id}`);
      if (text !== undefined) return text;
      requireTrust(isInternal);
      return documentId === undefined ? null : registered(persisted, documentId);
    },
  };
}

function registered(persisted: PersistedQueries | null, documentId: string): string {
  const isHash = documentId.startsWith(HASH_PREFIX);
  const text = isHash ? persisted?.get(documentId.slice(HASH_PREFIX.length)) : undefined;
  if (text === undefined) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'There is no document with this id.');
  return text;
}

function untrusted() {
  return refusal('BAD_USER_INPUT', 'Only trusted documents are executed here, and this is none of them.');
}

function persistedHash(extensions: DocumentNaming['extensions']): string | undefined {
  const { sha256Hash } = (extensions?.persistedQuery ?? {}) as { sha256Hash?: unknown };
  return typeof sha256Hash === 'string' ? sha256Hash : undefined;
}

function onceEach(log: Logger): (text: string) => void {
  const logged = createLru<true>(MAX_LOGGED);
  return (text) => {
    const hash = hashOf(text);
    if (logged.get(hash)) return;
    logged.set(hash, true);
    log.warn({ hash }, 'a document that is not trusted was asked for');
  };
}

/** The SHA-256 of a document's text, in hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Preparation {
  manifest: readonly ManifestEntry[];
  documents: Documents;
  allowsIntrospection: boolean;
  /** Throws for a document beyond the limits, whatever its variables. */
  check(document: ReturnType<typeof parseBare>): void;
  log: Logger;
}

/**
 * Prepares the documents of a manifest for a supergraph that was loaded, so that the first who ask need not wait, and
 * logs those that do not fit it. Other work gets its turn after each.
 */
export async function prepareManifest(parts: Preparation, { apiSchema }: LoadedSupergraph): Promise<void> {
  const { manifest, documents, log } = parts;
  const cache = documents.of(apiSchema);
  const rules = parts.allowsIntrospection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  for (const { id, name, text } of manifest) {
    await new Promise((resolve) => setImmediate(resolve));
    if (documents.current() !== cache) return;
    const document = parseBare(text, undefined);
    const [problem] = validate(apiSchema, document, rules, { maxErrors: 1 });
    const reason = problem?.message ?? messageOf(() => parts.check(document));
    if (reason === undefined) cache.keep(text, hashOf(text), document);
    else log.warn({ id, name, reason }, 'a trusted document does not fit the supergraph');
  }
}

function messageOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
