import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

const CAPACITY = 2000;

/** Parsed and validated documents, the least recently used dropped; a document that is refused is not kept. */
export interface Documents {
  /** Throws the first GraphQLError of a document that does not parse or validate. */
  get(query: string): DocumentNode;
}

export function createDocuments(schema: GraphQLSchema): Documents {
  const known = new Map<string, DocumentNode>();
  return {
    get(query) {
      const found = known.get(query);
      const document = found ?? prepare(schema, query);
      known.delete(query);
      known.set(query, document);
      if (known.size > CAPACITY) known.delete(known.keys().next().value!);
      return document;
    },
  };
}

function prepare(schema: GraphQLSchema, query: string): DocumentNode {
  const document = parseOrThrow(query);
  const [error] = validate(schema, document, undefined, { maxErrors: 1 });
  if (error) throw withCode(error, 'GRAPHQL_VALIDATION_FAILED');
  return document;
}

function parseOrThrow(query: string): DocumentNode {
  try {
    return parse(query, { noLocation: true, maxTokens: 50_000 });
  } catch (error) {
    throw withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED');
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { nodes: error.nodes, extensions: { code } });
}
