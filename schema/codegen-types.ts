import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildASTSchema, Kind, parse, visit, type DocumentNode } from 'graphql';
import { keysOf } from './descriptions';
import type { Mappers } from './codegen-mappers';
import type { SubgraphSdl } from './subgraphs';

/** The federation's directives as the generator reads them; the real ones come by `@link`. */
const DIRECTIVES = parse(`
  directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
  directive @shareable repeatable on OBJECT | FIELD_DEFINITION
  directive @external on OBJECT | FIELD_DEFINITION
  directive @requires(fields: String!) on FIELD_DEFINITION
  directive @provides(fields: String!) on FIELD_DEFINITION
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
  directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
`);

/** The module `schema/generated/<name>.ts`: resolver types, and the SDL as a parsed document. Not yet formatted. */
export async function generateTypes(subgraph: SubgraphSdl, mappers: Mappers): Promise<string> {
  const schema = withoutLinks(subgraph.document);
  const context = `${subgraph.name.charAt(0).toUpperCase()}${subgraph.name.slice(1)}Context`;
  const generated = await codegen({
    schema,
    schemaAst: buildASTSchema(schema),
    documents: [],
    filename: `${subgraph.name}.ts`,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
    config: {
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      contextType: `../../subgraphs/${subgraph.name}/${subgraph.name}.loaders#${context}`,
      mappers,
      scalars: {
        ID: 'string',
        DateTime: { input: 'Date', output: 'Date | string' },
        LocalDate: 'string',
        JSON: 'unknown',
      },
    },
  });
  const types = adapt(generated, subgraph.document);
  return [
    '// Made by `npm run codegen` from schema/*.graphql. Do not edit.',
    "import { parse, type DocumentNode } from 'graphql';",
    ...importsFor(types),
    types,
    '/** The SDL of the subgraph, with the common part. */',
    `export const sdl: DocumentNode = parse(${asTemplate(subgraph.text)});`,
    '',
  ].join('\n');
}

function withoutLinks(document: DocumentNode): DocumentNode {
  const stripped = visit(document, { SchemaExtension: () => null });
  return { kind: Kind.DOCUMENT, definitions: [...DIRECTIVES.definitions, ...stripped.definitions] };
}

function importsFor(types: string): string[] {
  const imports: string[] = [];
  if (/\bStoredEvent</.test(types)) imports.push("import type { StoredEvent } from '../events';");
  if (/\bLiveEvent\b/.test(types))
    imports.push("import type { LiveEvent } from '../../subgraphs/kit/subgraph';");
  return imports;
}

function asTemplate(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, (found) => `\\${found}`)}\``;
}

/** Brings the generator's types to how the platform calls resolvers. */
function adapt(generated: string, document: DocumentNode): string {
  const kept = generated
    .split('\n\n')
    .filter((block) => !/^export type \w*Directive(Args|Resolver|Resolvers|ResolverFn)\b/.test(block.trim()))
    .filter(
      (block) =>
        !/^export (interface|type) Subscription(SubscribeFn|ResolveFn|\w*Object)\b/.test(block.trim()),
    )
    .map((block) => {
      if (/^export type SubscriptionResolver</.test(block)) return SUBSCRIPTION_RESOLVER;
      if (block.includes('export type FederationReferenceTypes =')) return referenceTypes(document);
      return block;
    })
    .join('\n\n');
  for (const part of [SUBSCRIPTION_RESOLVER, REFERENCES_DOC]) {
    if (!kept.includes(part))
      throw new Error('the generator of types has changed: a part to adapt was not found');
  }
  return kept;
}

const SUBSCRIPTION_RESOLVER = `/** A subscription's field is resolved with the event as its source; what admits a caller stands in the manifest. */
export type SubscriptionResolver<TResult, _TKey extends string, _TParent = unknown, TContext = unknown, TArgs = unknown> = {
  resolve: (event: LiveEvent, args: TArgs, context: TContext, info: GraphQLResolveInfo) => Promise<TResult> | TResult;
};`;

const REFERENCES_DOC =
  '/** References by which the gateway asks for entities; with several keys, any one of them. */';

/** A reference carries one of the type's keys. */
function referenceTypes(document: DocumentNode): string {
  const members = document.definitions
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((type) => keysOf(type).length > 0)
    .map((type) => {
      const keys = keysOf(type);
      const fields = [...new Set(keys.flatMap((key) => key.split(/\s+/)))];
      const optional = keys.length > 1 ? '?' : '';
      return `  ${type.name.value}: { __typename: '${type.name.value}'; ${fields.map((f) => `${f}${optional}: string`).join('; ')} };`;
    });
  return `${REFERENCES_DOC}
export type FederationReferenceTypes = {\n${members.join('\n')}\n};`;
}
