import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
} from 'graphql';

const ROOT_TYPES = ['Query', 'Mutation', 'Subscription'];

/** Whether the type is another subgraph's, taken up here by its key alone. Own types carry a description. */
export function isStub(type: ObjectTypeDefinitionNode): boolean {
  return !type.description && has(type.directives, 'key');
}

/** The names of the fields that the stub's keys are made of, without those that are read from the owner. */
export function keyFieldsOf(type: ObjectTypeDefinitionNode): string[] {
  const names = keysOf(type).flatMap((key) => key.split(/\s+/));
  const external = type.fields?.filter((field) => has(field.directives, 'external')) ?? [];
  return [...new Set(names)].filter((name) => external.every((field) => field.name.value !== name));
}

/** The field sets of the type's keys. */
export function keysOf(type: ObjectTypeDefinitionNode): string[] {
  return (type.directives ?? [])
    .filter((directive) => directive.name.value === 'key')
    .flatMap((directive) => directive.arguments ?? [])
    .filter((argument) => argument.name.value === 'fields' && argument.value.kind === Kind.STRING)
    .map((argument) => (argument.value as StringValueNode).value.trim());
}

/** Everything that lacks a description, and every root field whose description does not say what it requires. */
export function findUndescribed(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => problemsOf(definition));
}

function problemsOf(definition: DefinitionNode): string[] {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const name = definition.name.value;
      const isForeign = definition.kind === Kind.OBJECT_TYPE_DEFINITION && isStub(definition);
      const keys = isForeign ? keysOf(definition).flatMap((key) => key.split(/\s+/)) : [];
      const fields = definition.fields?.filter((field) => !keys.includes(field.name.value)) ?? [];
      return [
        ...(isForeign || ROOT_TYPES.includes(name) ? [] : missing(definition, name)),
        ...fields
          .filter((field) => !isForeign || !has(field.directives, 'external'))
          .flatMap(fieldProblems(name)),
      ];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return members(definition, definition.fields);
    case Kind.ENUM_TYPE_DEFINITION:
      return members(definition, definition.values);
    case Kind.DIRECTIVE_DEFINITION:
      return members(definition, definition.arguments);
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_DEFINITION:
      return missing(definition, definition.name.value);
    default:
      return [];
  }
}

interface Described {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode | undefined;
}

function fieldProblems(typeName: string) {
  return (field: FieldDefinitionNode): string[] => {
    const place = `${typeName}.${field.name.value}`;
    const isRoot = ROOT_TYPES.includes(typeName);
    const isSilent = isRoot && field.description && !field.description.value.includes('Requires:');
    return [
      ...missing(field, place),
      ...(isSilent ? [`${place}: its description does not say "Requires:"`] : []),
      ...(field.arguments ?? []).flatMap((argument) =>
        missing(argument, `${place}(${argument.name.value}:)`),
      ),
    ];
  };
}

function members(definition: Described, parts: readonly Described[] | undefined): string[] {
  const name = definition.name.value;
  return [
    ...missing(definition, name),
    ...(parts ?? []).flatMap((part) => missing(part, `${name}.${part.name.value}`)),
  ];
}

function missing(node: Described, place: string): string[] {
  return node.description?.value.trim() ? [] : [`${place}: has no description`];
}

function has(directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean {
  return Boolean(directives?.some((directive) => directive.name.value === name));
}
