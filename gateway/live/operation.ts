import {
  getOperationAST,
  getVariableValues,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  visit,
  GraphQLError,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { Refusal, refusal } from './errors';
import type { LiveRequest } from './options';

/** Parses a document; a refusal GRAPHQL_PARSE_FAILED otherwise. */
export function parseDocument(query: string, maxTokens: number | undefined): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, locations } = error.toJSON();
    throw new Refusal([{ message, locations, extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
  }
}

/** The operation that the request names, or the only one. */
export function findOperation(document: DocumentNode, request: LiveRequest): OperationDefinitionNode {
  const operation = getOperationAST(document, request.operationName);
  if (operation) return operation;
  throw refusal(
    'GRAPHQL_VALIDATION_FAILED',
    'The operation to run is not clear: name one that the document holds.',
  );
}

/** The variables as the schema coerces them, defaults included; a refusal BAD_USER_INPUT otherwise. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: LiveRequest['variables'],
): Record<string, unknown> {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  if (coerced) return coerced;
  throw new Refusal(
    errors.map(({ message, locations }) => ({
      message,
      locations,
      extensions: { code: 'BAD_USER_INPUT' },
    })),
  );
}

/**
 * The subscription's one root field. The planner cannot plan conditions on it, and one stream cannot be switched on
 * and off by variables: they are refused, wherever between the operation and the field they stand.
 */
export function rootFieldOf(document: DocumentNode, operation: OperationDefinitionNode): FieldNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const [field] = rootFields(operation.selectionSet.selections, fragments);
  if (!field) throw refusal('GRAPHQL_VALIDATION_FAILED', 'A subscription must select one field.');
  return field;
}

function rootFields(
  selections: readonly SelectionNode[],
  fragments: Map<string, FragmentDefinitionNode>,
): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) {
      throw refusal(
        'GRAPHQL_VALIDATION_FAILED',
        '@skip and @include cannot stand on the root field of a subscription.',
      );
    }
    if (selection.kind === Kind.FIELD) return [selection];
    const selected =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return selected ? rootFields(selected.selectionSet.selections, fragments) : [];
  });
}

/**
 * The variable that says nothing but where to resume (the root field's `after`): subscribers that differ in it alone
 * share their executions. Null when there is none, or when it must stay because the type or another use requires it.
 */
export function resumeVariableOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: FieldNode,
): string | null {
  const value = field.arguments?.find((argument) => argument.name.value === 'after')?.value;
  if (value?.kind !== Kind.VARIABLE) return null;
  const name = value.name.value;
  const definition = operation.variableDefinitions?.find((node) => node.variable.name.value === name);
  const type = definition && typeFromAST(schema, definition.type as never);
  if (!type || isNonNullType(type) || definition.defaultValue || countUses(document, name) !== 1) return null;
  return name;
}

function countUses(document: DocumentNode, name: string): number {
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => {
      if (node.name.value === name) uses++;
    },
  });
  return uses;
}
