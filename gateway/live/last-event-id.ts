import {
  Kind,
  print,
  visit,
  OperationTypeNode,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { refusal } from './errors';
import { findOperation, parseDocument, rootFieldOf } from './operation';
import type { LiveRequest } from './options';

interface Parsing {
  apiSchema: GraphQLSchema;
  maxTokens?: number;
}

const ARGUMENT = 'after';
/** Stands for the header where the operation has no variable for it. */
const VARIABLE = '_lastEventId';

/**
 * The operation that resumes behind the id of the last event that the client has seen. It is newer than whatever the
 * operation says itself: a client that sends it repeats its request as it was at first.
 */
export function resumeBehind(
  lastEventId: string | undefined,
  request: LiveRequest,
  { apiSchema, maxTokens }: Parsing,
): LiveRequest {
  if (!lastEventId) return request;
  const document = parseDocument(request.query, maxTokens);
  const operation = findOperation(document, request);
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return request;
  const field = rootFieldOf(document, operation);
  const value = field.arguments?.find(({ name }) => name.value === ARGUMENT)?.value;
  const name = value?.kind === Kind.VARIABLE ? value.name.value : VARIABLE;
  const variables = { ...request.variables, [name]: lastEventId };
  if (value?.kind === Kind.VARIABLE) return { ...request, variables };
  const definition = apiSchema.getSubscriptionType()?.getFields()[field.name.value];
  if (definition && !definition.args.some((argument) => argument.name === ARGUMENT))
    throw refusal('BAD_USER_INPUT', 'Last-Event-ID: this subscription cannot be resumed.');
  return { ...request, query: print(withVariable(document, operation, field)), variables };
}

function withVariable(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: FieldNode,
): DocumentNode {
  const variable = { kind: Kind.VARIABLE, name: nameOf(VARIABLE) } as const;
  const type = { kind: Kind.NAMED_TYPE, name: nameOf('String') } as const;
  const definition: VariableDefinitionNode = { kind: Kind.VARIABLE_DEFINITION, variable, type };
  const argument: ArgumentNode = { kind: Kind.ARGUMENT, name: nameOf(ARGUMENT), value: variable };
  return visit(document, {
    OperationDefinition: {
      enter: (node) =>
        node === operation
          ? { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), definition] }
          : undefined,
    },
    Field: {
      enter: (node) => {
        if (node !== field) return undefined;
        const others = (node.arguments ?? []).filter(({ name }) => name.value !== ARGUMENT);
        return { ...node, arguments: [...others, argument] };
      },
    },
  });
}

const nameOf = (value: string) => ({ kind: Kind.NAME, value }) as const;
