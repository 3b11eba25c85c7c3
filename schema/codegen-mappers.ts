import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type DocumentNode, type ObjectTypeDefinitionNode } from 'graphql';
import { isStub, keyFieldsOf } from './descriptions';
import { EVENTS, type EventType } from './events';

/** GraphQL type → the TypeScript type of the value that its resolvers are given. */
export type Mappers = Record<string, string>;

/**
 * What stands behind each object type of a subgraph:
 * - `<Type>Row` (a type exported by a file of the subgraph's folder), else `<Type>Entity`;
 * - a reference for the types of others;
 * - the event itself for the envelopes of subscriptions and for the members of their unions.
 * Types without any of these are plain objects of the schema's own shape.
 */
export function mappersOf(root: string, subgraph: string, document: DocumentNode): Mappers {
  const mappers: Mappers = {};
  const rows = rowTypesOf(root, subgraph);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION && definition.name.value.endsWith('Event')) {
      mappers[definition.name.value] = 'LiveEvent';
      for (const member of definition.types ?? [])
        mappers[member.name.value] = eventTypeOf(member.name.value);
    }
  }
  for (const type of document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)) {
    const name = type.name.value;
    if (isStub(type)) mappers[name] = referenceOf(type);
    else if (name.endsWith('EventEnvelope')) mappers[name] = 'LiveEvent';
    const row = rows.get(`${name}Row`) ?? rows.get(`${name}Entity`);
    if (row) mappers[name] = row;
  }
  return mappers;
}

function referenceOf(type: ObjectTypeDefinitionNode): string {
  const fields = keyFieldsOf(type).map((field) => `${field}: string`);
  return `{ ${[`__typename: '${type.name.value}'`, ...fields].join('; ')} }`;
}

/** `MessageSent` is `chat.message.sent`: the one event whose name ends in the member's; else any event. */
function eventTypeOf(member: string): string {
  const pascal = (type: string) =>
    type.replace(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const types = (Object.keys(EVENTS) as EventType[]).filter((type) => pascal(type).endsWith(member));
  return types.length === 1 ? `StoredEvent<'${types[0]}'>` : 'LiveEvent';
}

function rowTypesOf(root: string, subgraph: string): Map<string, string> {
  const folder = join(root, 'subgraphs', subgraph);
  const types = new Map<string, string>();
  if (!existsSync(folder)) return types;
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  for (const file of files.sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(/^export (?:class|interface|type) (\w+(?:Row|Entity))\b(?!<)/gm)) {
      if (name) types.set(name, `../../subgraphs/${subgraph}/${file.replace(/\.ts$/, '')}#${name}`);
    }
  }
  return types;
}
