import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { CONTENT_TYPES } from '../subgraphs/chat/attachment.policy';
import { ID_PREFIX, NODE_TYPES } from '../schema/ids';
import { findUndescribed, isStub, keysOf } from '../schema/descriptions';
import { readSubgraphs } from '../schema/subgraphs';

const ROOT = join(__dirname, '..');
const schema = buildSchema(readFileSync(join(ROOT, 'schema', 'api.graphql'), 'utf8'));
const objectTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
const isNamed = (suffix: string) => (type: { name: string }) => type.name.endsWith(suffix);
const isList = (type: GraphQLOutputType) => isListType(isNonNullType(type) ? type.ofType : type);

/** Lists of objects that are no connections, each with what bounds it. */
const BOUNDED_LISTS: Record<string, string> = {
  'Query.nodes': 'as many as ids were given, at most 100',
  'Message.tagResults': 'the tags of one message, which the length of its body bounds',
  'Message.reactions': 'one per emoji, at most 50',
  'Message.attachments': 'at most 10 files',
  'Message.tasks': 'one per #task tag, at most 100, and at most 100 by hand',
  'MessageHighlight.segments': 'the matches of one stretch of a body and what is between them',
  'MessageSearchHit.highlights': 'at most three',
  'MessageTagsResolved.tagResults': 'the tags of one message',
  'Task.labels': 'at most 20',
  'Board.columns': 'one per status category',
  'BoardFilter.assignees': 'at most 50',
  'BoardFilter.labels': 'at most 50',
  'TaskActivityValue.labels': 'those that one change added or took',
  'BulkUpdateTaskResult.userErrors': 'the refusals of one change',
  'Workflow.nodes': 'at most 100 steps',
  'Workflow.edges': 'between at most 100 steps',
  'Execution.nodeRuns': 'one per step of the workflow',
  'User.notificationPreferences': 'one per kind of notification',
  'Workspace.quotas': 'one per kind of quota',
};

const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields());

/** What each field of a root type is annotated with, and what its description says it requires. */
function rootFields() {
  const types = readSubgraphs(ROOT).flatMap(({ document }) =>
    document.definitions.flatMap((node) => (node.kind === 'ObjectTypeDefinition' ? [node] : [])),
  );
  const roots = types.filter(({ name }) => /^(Query|Mutation|Subscription)$/.test(name.value));
  return roots.flatMap(({ fields }) =>
    (fields ?? []).map(({ name, description, directives }) => {
      const auth = directives?.find((directive) => directive.name.value === 'auth');
      const given = (auth?.arguments ?? []).flatMap(({ name, value }) =>
        value.kind === 'StringValue' ? [[name.value, value.value] as const] : [],
      );
      const [, requires = ''] = (description?.value ?? '').replace(/\s+/g, ' ').split('Requires: ');
      return {
        field: name.value,
        auth: auth && Object.fromEntries(given),
        requires,
      };
    }),
  );
}

describe('the conventions of the schema', () => {
  test('members of a union agree on fields of the same name, so that one selection may ask for all', () => {
    const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
    const kinds = unions.flatMap((union) =>
      union.getTypes().flatMap((type) =>
        fieldsOf(type).map(({ name, type: kind }) => ({
          field: `${union.name}.${name}`,
          kind: String(kind),
        })),
      ),
    );
    const first = new Map(kinds.map(({ field, kind }) => [field, kind]));
    expect(kinds.filter(({ field, kind }) => first.get(field) !== kind)).toEqual([]);
  });

  test('the types of files that may be attached stand in the description', () => {
    const { CreateAttachmentInput } = schema.getTypeMap();
    if (!isInputObjectType(CreateAttachmentInput)) throw new Error('there is no such input');
    const { description } = CreateAttachmentInput.getFields().contentType!;
    const said = [...description!.matchAll(/`([^`]+)`/g)].map(([, type]) => type);
    expect(said).toEqual(CONTENT_TYPES);
  });

  test('everything is described, and root fields say what they require', () => {
    const problems = readSubgraphs(ROOT).flatMap(({ document }) => findUndescribed(document));
    expect(problems).toEqual([]);
  });

  test('B13: root fields are annotated with what they require, and say it in the same words', () => {
    const words: Record<string, RegExp> = {
      OWNER: /workspace role OWNER/,
      ADMIN: /workspace role ADMIN/,
      MEMBER: /workspace role (MEMBER|ADMIN)|chat role ADMIN|what `\w+` requires/,
      GUEST: /membership|participation|the right to read|what `\w+` requires/,
    };
    const silent = rootFields().filter(({ auth, requires }) => {
      const role = auth?.workspaceRole;
      const isRole = role === undefined || words[role]?.test(requires);
      return !auth || !isRole || (auth.realmRole && !requires.includes(`realm role ${auth.realmRole}`));
    });
    expect(silent).toEqual([]);
    for (const type of [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!])
      for (const field of fieldsOf(type)) expect(field.description).toContain('Requires:');
  });

  test('C8: lists of objects are connections, or bounded for a reason that is written down', () => {
    const unbounded = objectTypes
      .filter((type) => !/(Connection|Payload)$/.test(type.name))
      .flatMap((type) => fieldsOf(type).map((field) => ({ place: `${type.name}.${field.name}`, field })))
      .filter(({ field }) => isList(field.type))
      .filter(({ field }) => {
        const item = getNamedType(field.type);
        return isObjectType(item) || isInterfaceType(item);
      })
      .map(({ place }) => place);
    expect(unbounded.sort()).toEqual(Object.keys(BOUNDED_LISTS).sort());
  });

  test('connections are Relay connections with nodes, and take first, after, last and before', () => {
    for (const type of objectTypes.filter(isNamed('Connection'))) {
      const edge = type.name.replace(/Connection$/, 'Edge');
      const fields = Object.fromEntries(fieldsOf(type).map((field) => [field.name, String(field.type)]));
      const node = type.name.replace(/Connection$/, '');
      expect({ type: type.name, ...fields }).toMatchObject({
        type: type.name,
        edges: `[${edge}!]!`,
        nodes: `[${node}!]!`,
        pageInfo: 'PageInfo!',
      });
      if (fields.totalCount) expect(fields.totalCount).toBe('Int');
      const edgeFields = fieldsOf(schema.getType(edge) as GraphQLObjectType);
      expect(edgeFields.map((field) => `${field.name}: ${String(field.type)}`).sort()).toEqual([
        'cursor: String!',
        `node: ${node}!`,
      ]);
    }
    const fields = objectTypes
      .flatMap(fieldsOf)
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'));
    for (const field of fields) {
      expect(field.args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual(
        expect.arrayContaining(['first: Int', 'after: String', 'last: Int', 'before: String']),
      );
    }
    expect(fields.length).toBeGreaterThan(0);
  });

  test('mutations are verbNoun with one input and one payload, and payloads implement Payload', () => {
    for (const field of fieldsOf(schema.getMutationType()!)) {
      const stem = field.name.charAt(0).toUpperCase() + field.name.slice(1);
      expect(field.name).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
      expect(field.args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual([`input: ${stem}Input!`]);
      expect(String(field.type)).toBe(`${stem}Payload!`);
      const payload = schema.getType(`${stem}Payload`) as GraphQLObjectType;
      expect(payload.getInterfaces().map((each) => each.name)).toContain('Payload');
      const input = schema.getType(`${stem}Input`);
      expect(isInputObjectType(input) && Object.keys(input.getFields())).toContain('clientMutationId');
      const entities = fieldsOf(payload).filter(
        (each) => !/^(userErrors|clientMutationId|cursor)$/.test(each.name),
      );
      expect(entities.filter((each) => isNonNullType(each.type)).map((each) => each.name)).toEqual([]);
    }
  });

  test('creating mutations take an idempotency key', () => {
    const creating = fieldsOf(schema.getMutationType()!).filter((field) => /^(create|send)/.test(field.name));
    expect(creating.length).toBeGreaterThan(0);
    for (const field of creating) {
      const input = getNamedType(field.args[0]!.type);
      expect(isInputObjectType(input) && Object.keys(input.getFields())).toContain('idempotencyKey');
    }
  });

  test('every type that implements Node is in the list, has a prefix, and its owner a resolvable nodeRef key', () => {
    const implementing = schema.getPossibleTypes(schema.getType('Node') as never).map((type) => type.name);
    expect(implementing.sort()).toEqual([...NODE_TYPES].sort());
    expect(new Set(Object.values(ID_PREFIX)).size).toBe(Object.keys(ID_PREFIX).length);
    for (const name of implementing) {
      const owned = readSubgraphs(ROOT).filter(({ document }) =>
        document.definitions.some(
          (node) => node.kind === 'ObjectTypeDefinition' && node.name.value === name && !isStub(node),
        ),
      );
      expect({ name, owners: owned.length }).toEqual({ name, owners: 1 });
      const definition = owned[0]!.document.definitions.find(
        (node) => node.kind === 'ObjectTypeDefinition' && node.name.value === name,
      );
      expect(definition?.kind === 'ObjectTypeDefinition' && keysOf(definition).sort()).toEqual([
        'id',
        'nodeRef',
      ]);
    }
  });

  test('hidden keys and federation machinery are absent from the API schema', () => {
    const fields = objectTypes.flatMap(fieldsOf).map((field) => field.name);
    expect(fields).not.toContain('nodeRef');
    expect(Object.keys(schema.getTypeMap()).filter((name) => /^(join__|link__|_)(?!_)/.test(name))).toEqual(
      [],
    );
    expect(schema.getDirectives().map((directive) => directive.name)).not.toContain('join__type');
  });

  test('names follow the conventions: …At is DateTime, booleans is…, has…, viewerCan…, viewerHas… or viewerIs…', () => {
    for (const type of objectTypes.filter((each) => !each.name.endsWith('PageInfo'))) {
      for (const field of fieldsOf(type)) {
        const place = `${type.name}.${field.name}`;
        const named = getNamedType(field.type).name;
        if (field.name.endsWith('At')) expect({ place, named }).toEqual({ place, named: 'DateTime' });
        if (named === 'DateTime') expect(place).toMatch(/(At|Until)$/);
        if (named === 'Boolean')
          expect(place).toMatch(
            /\.(is|has|viewerCan|viewerHas|viewerIs)[A-Z]|^TagResult\.applied$|Payload\.consistent$/,
          );
      }
    }
  });

  test('enum values are SCREAMING_CASE', () => {
    const values = Object.values(schema.getTypeMap())
      .flatMap((type) => ('getValues' in type && !type.name.startsWith('__') ? type.getValues() : []))
      .map((value) => value.name);
    expect(values.filter((value) => !/^[A-Z][A-Z0-9_]*$/.test(value))).toEqual([]);
  });

  test('durable subscriptions yield an envelope with cursor, correlation id and event', () => {
    const durable = fieldsOf(schema.getSubscriptionType()!).filter(
      (field) => field.name.endsWith('Events') && field.args.some(({ name }) => name === 'after'),
    );
    expect(durable.map((field) => field.name).sort()).toEqual([
      'boardEvents',
      'chatEvents',
      'inboxEvents',
      'workspaceEvents',
    ]);
    for (const field of durable) {
      const envelope = getNamedType(field.type) as GraphQLObjectType;
      expect(
        fieldsOf(envelope)
          .map((each) => each.name)
          .sort(),
      ).toEqual(['correlationId', 'cursor', 'event']);
      expect(field.args.map((arg) => arg.name)).toContain('after');
    }
  });

  test('fields that lead into another subgraph are nullable', () => {
    const owners = new Map<string, string>();
    const subgraphs = readSubgraphs(ROOT);
    for (const { name, document } of subgraphs) {
      for (const node of document.definitions) {
        if (node.kind === 'ObjectTypeDefinition' && node.description) owners.set(node.name.value, name);
      }
    }
    const strict = subgraphs.flatMap(({ name, document }) =>
      document.definitions
        .filter((node) => node.kind === 'ObjectTypeDefinition')
        .flatMap((node) => (node.fields ?? []).map((field) => ({ type: node.name.value, field })))
        .filter(({ field }) => field.type.kind === 'NonNullType' && field.type.type.kind === 'NamedType')
        .filter(({ field }) => {
          const target = (field.type as { type: { name: { value: string } } }).type.name.value;
          return owners.has(target) && owners.get(target) !== name && NODE_TYPES.includes(target as never);
        })
        .map(({ type, field }) => `${type}.${field.name.value}`),
    );
    expect(strict).toEqual([]);
  });
});

test('every type and field of every subgraph says on what it depends', () => {
  const isMarked = ({ directives }: { directives?: readonly { name: { value: string } }[] }) =>
    directives?.some(({ name }) => name.value === 'audience') ?? false;
  const unmarked = readSubgraphs(ROOT).flatMap(({ document }) =>
    document.definitions.flatMap((type) => {
      if (!/^(Object|Interface)Type/.test(type.kind) || isMarked(type)) return [];
      const { name, fields = [] } = type as ObjectTypeDefinitionNode;
      return fields.filter((field) => !isMarked(field)).map((field) => `${name.value}.${field.name.value}`);
    }),
  );
  expect(unmarked).toEqual([]);
});
