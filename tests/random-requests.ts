import { Kind, parse, print, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

/** A request to a subgraph. */
export interface ReadRequest {
  /** The operation in one way of writing, without its name. */
  text: string;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Without the representations. */
  variables: Readonly<Record<string, unknown>>;
  representations: readonly unknown[] | null;
}

/** Reads an operation that has not been read before. */
export function readRequest(query: string): ReadRequest {
  const document = parse(query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    if (node.kind === Kind.OPERATION_DEFINITION) operation = { ...node, name: undefined };
  }
  const text = print({ kind: Kind.DOCUMENT, definitions: [operation!, ...fragments.values()] });
  return { text, operation: operation!, fragments, variables: {}, representations: null };
}
