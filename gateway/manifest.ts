import { parse } from 'graphql';
import { isRecord, parseJson } from './json';

/** A document that clients may name by its id. */
export interface ManifestEntry {
  id: string;
  name: string | null;
  text: string;
}

const APOLLO_FORMAT = 'apollo-persisted-query-manifest';

/**
 * The documents of a manifest as Apollo's or Relay's tools write it; which of them is told by what it holds. Throws an
 * Error that names the entry that is wrong.
 */
export function parseManifest(text: string): ManifestEntry[] {
  const manifest = parseJson(text);
  if (!isRecord(manifest)) throw new Error('it is no JSON object');
  const entries = 'format' in manifest ? fromApollo(manifest) : fromRelay(manifest);
  const ids = new Set<string>();
  for (const { id, text: document } of entries) {
    if (ids.has(id)) throw new Error(`its entry ${id} is there twice`);
    ids.add(id);
    requireDocument(id, document);
  }
  return entries;
}

function fromApollo({ format, version, operations }: Record<string, unknown>): ManifestEntry[] {
  if (format !== APOLLO_FORMAT || version !== 1)
    throw new Error(`its format is not ${APOLLO_FORMAT}, version 1`);
  if (!Array.isArray(operations)) throw new Error('it has no list of operations');
  return operations.map((entry: unknown, index) => {
    const { id, name, body } = isRecord(entry) ? entry : {};
    if (typeof id !== 'string' || id === '') throw new Error(`its entry number ${index} has no id`);
    if (typeof body !== 'string') throw new Error(`its entry ${id} has no body`);
    return { id, name: typeof name === 'string' ? name : null, text: body };
  });
}

function fromRelay(manifest: Record<string, unknown>): ManifestEntry[] {
  return Object.entries(manifest).map(([id, text]) => {
    if (id === '' || typeof text !== 'string') throw new Error(`its entry ${id} is no text`);
    return { id, name: null, text };
  });
}

function requireDocument(id: string, text: string): void {
  try {
    parse(text, { noLocation: true });
  } catch (error) {
    throw new Error(`its entry ${id} is no GraphQL document: ${(error as Error).message}`);
  }
}
