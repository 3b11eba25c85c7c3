import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { variableCheck } from './coercion';
import type { Executable, ExecutableOperation, Executor } from './execute/operation';
import { refusal } from './errors';
import { limitCheck, type QueryLimits } from './limits';
import { createLru } from './lru';
import type { LoadedSupergraph } from './supergraph';

type Variables = Readonly<Record<string, unknown>>;

/** One operation of a document that is known to be valid. */
export interface PreparedOperation {
  isMutation: boolean;
  /** True only for variables that surely fit; graphql-js has the word, and the errors, about all others. */
  fits(variables: Variables): boolean;
  /** The operation as it is executed; planned when it is first asked for. */
  ready(): ExecutableOperation;
}

/** A document that is known to be valid under its supergraph. */
export interface PreparedDocument {
  text: string;
  /** Its SHA-256, in hexadecimal digits. */
  hash: string;
  document: DocumentNode;
  /** Whether the document is within the limits with these variables. */
  allows(variables: Variables): boolean;
  /** The operation of this name, or the only one; undefined for a subscription, too. */
  operation(name: string | null | undefined): PreparedOperation | undefined;
}

/** The documents that were found valid under one supergraph. */
export interface DocumentCache {
  get(text: string): PreparedDocument | undefined;
  byHash(hash: string): PreparedDocument | undefined;
  /** Prepares a valid document, and keeps it unless it is too long. */
  keep(text: string, hash: string, document: DocumentNode): PreparedDocument;
}

/** What the documents of all supergraphs come to. */
export interface DocumentMetrics {
  documentHits: number;
  documentMisses: number;
  documentEvictions: number;
  documents: number;
  documentBytes: number;
}

/** The documents by the supergraph that they belong to, and are forgotten with. */
export interface Documents {
  /** Those of the supergraph that is served; undefined before the first. */
  current(): DocumentCache | undefined;
  /** Those of the supergraph with this API schema, which need not be served any more. */
  of(apiSchema: GraphQLSchema): DocumentCache;
  metrics(): DocumentMetrics;
}

export interface DocumentOptions {
  /** Null: none. */
  limits: QueryLimits | null;
  executor: Executor;
}

const MAX_DOCUMENTS = 2000;
/** Of text; what is prepared from it is some hundred times as large. */
const MAX_BYTES = 4_000_000;
/** Longer documents are prepared anew, so that one does not cost many others their place. */
const MAX_KEPT_LENGTH = 50_000;

/** Makes the caches; each supergraph that is loaded gets an empty one. */
export function createDocuments(
  options: DocumentOptions,
  supergraph: { onChange(listener: (loaded: LoadedSupergraph) => void): void },
): Documents {
  const counts = { documentHits: 0, documentMisses: 0, documentEvictions: 0 };
  const caches = new WeakMap<GraphQLSchema, BoundedCache>();
  let current: BoundedCache | undefined;
  supergraph.onChange(({ executable }) => {
    current = createCache(executable, options, counts);
    caches.set(executable.apiSchema, current);
  });
  return {
    current: () => current,
    of(apiSchema) {
      const cache = caches.get(apiSchema);
      if (!cache) throw new Error('no supergraph was loaded with this schema');
      return cache;
    },
    metrics: () => ({ ...counts, documents: current?.size() ?? 0, documentBytes: current?.bytes() ?? 0 }),
  };
}

interface BoundedCache extends DocumentCache {
  size(): number;
  bytes(): number;
}

function createCache(
  executable: Executable,
  options: DocumentOptions,
  counts: Pick<DocumentMetrics, 'documentHits' | 'documentMisses' | 'documentEvictions'>,
): BoundedCache {
  const byHash = new Map<string, PreparedDocument>();
  const byText = createLru<PreparedDocument>(MAX_DOCUMENTS, {
    of: (text) => text.length,
    most: MAX_BYTES,
    onForget: ({ hash }) => {
      counts.documentEvictions++;
      byHash.delete(hash);
    },
  });
  return {
    get(text) {
      const found = byText.get(text);
      if (found) counts.documentHits++;
      else counts.documentMisses++;
      return found;
    },
    byHash: (hash) => byHash.get(hash),
    keep(text, hash, document) {
      const known = byHash.get(hash);
      if (known) return known;
      const prepared = prepare({ text, hash, document }, executable, options);
      if (text.length > MAX_KEPT_LENGTH) return prepared;
      byHash.set(hash, prepared);
      byText.set(text, prepared);
      return prepared;
    },
    size: byText.size,
    bytes: byText.weight,
  };
}

function prepare(
  valid: Pick<PreparedDocument, 'text' | 'hash' | 'document'>,
  executable: Executable,
  { limits, executor }: DocumentOptions,
): PreparedDocument {
  const { document } = valid;
  const operations = new Map<OperationDefinitionNode, PreparedOperation>();
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION && node.operation !== OperationTypeNode.SUBSCRIPTION)
      operations.set(node, prepareOperation({ document, operation: node }, executable, executor));
  return {
    ...valid,
    allows: limits ? limitCheck(document, limits, executable.apiSchema) : () => true,
    operation(name) {
      const node = getOperationAST(document, name);
      return node ? operations.get(node) : undefined;
    },
  };
}

function prepareOperation(
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  executable: Executable,
  executor: Executor,
): PreparedOperation {
  let check: PreparedOperation['fits'] | undefined;
  let ready: ExecutableOperation | undefined;
  return {
    isMutation: operation.operation === OperationTypeNode.MUTATION,
    fits(variables) {
      check ??= variableCheck(executable.apiSchema, operation.variableDefinitions ?? []);
      return check(variables);
    },
    ready() {
      const plan = () => executable.plan(document, operation.name?.value);
      return (ready ??= executor(executable, { document, operation, plan: plan() }));
    },
  };
}

/** Parses a document without the places of its parts, which what is kept does not need. */
export function parseBare(text: string, maxTokens: number | undefined): DocumentNode {
  try {
    return parse(text, { maxTokens, noLocation: true });
  } catch (error) {
    // The parser descends with the document.
    throw error instanceof RangeError ? refusal('QUERY_TOO_DEEP', 'The document nests too deeply.') : error;
  }
}
