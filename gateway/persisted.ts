import { createLru } from './lru';

/** The texts that clients have registered by their hashes: automatic persisted queries. */
export interface PersistedQueries {
  /** The text with this SHA-256. */
  get(hash: string): string | undefined;
  /** Remembers a text whose hash was verified. */
  set(hash: string, text: string): void;
  /** The same as Apollo Server uses it. */
  store: {
    get(key: string): Promise<string | undefined>;
    set(key: string, text: string): Promise<void>;
    delete(key: string): Promise<void>;
  };
}

const MAX_QUERIES = 10_000;
const MAX_LENGTH = 10_000_000;
/** What Apollo Server puts before each hash. */
const PREFIX = 'apq:';

/** Makes the registry, which outlives supergraphs. */
export function createPersistedQueries(): PersistedQueries {
  const texts = createLru<string>(MAX_QUERIES, { of: (_, text) => text.length, most: MAX_LENGTH });
  return {
    get: texts.get,
    set: texts.set,
    store: {
      get: async (key) => texts.get(key.slice(PREFIX.length)),
      set: async (key, text) => texts.set(key.slice(PREFIX.length), text),
      delete: async (key) => texts.delete(key.slice(PREFIX.length)),
    },
  };
}
