import type { FieldSelection } from '@apollo/federation-internals';
import {
  executeSync,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Introspect = (variables: Readonly<Record<string, unknown>>) => string;

/** Compiles a field `__schema` or `__type`: answered by graphql-js, and but once where no variable decides. */
export function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  selection: FieldSelection,
): Introspect {
  const field = selection.expandFragments().toSelectionNode();
  const document = documentOf(operation, field);
  const isConstant = (document.definitions[0] as OperationDefinitionNode).variableDefinitions?.length === 0;
  let constant: string | undefined;
  return (variables) => {
    if (constant !== undefined) return constant;
    const { data, errors } = executeSync({ schema, document, rootValue: {}, variableValues: variables });
    const [error] = errors ?? [];
    if (error) throw error;
    const text = JSON.stringify(data?.[(field.alias ?? field.name).value] ?? null);
    if (isConstant) constant = text;
    return text;
  };
}

function documentOf(operation: OperationDefinitionNode, field: FieldNode): DocumentNode {
  const used = new Set<string>();
  visit(field, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  const selectionSet = { kind: Kind.SELECTION_SET, selections: [field] } as const;
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions,
        selectionSet,
      },
    ],
  };
}
