import { getNamedType, isEnumType, isInputObjectType, isNonNullType } from 'graphql';
import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import { ID_PREFIX, type IdType } from '../schema/ids';
import { WORKFLOW, type Ids } from './tenants';

const ID_TYPES = Object.keys(ID_PREFIX) as IdType[];

/** Ids whose names say what somebody is in the sentence, rather than what is meant. */
const WORDS: Readonly<Record<string, IdType>> = {
  assigneeId: 'User',
  actorId: 'User',
  inviteeId: 'User',
  threadRootId: 'Message',
  columnId: 'BoardColumn',
  columnIds: 'BoardColumn',
  afterId: 'Task',
  beforeId: 'Task',
  parentId: 'Task',
  ids: 'Task',
};

/** What texts of a certain name look like; any other is `text`. */
const TEXTS: Readonly<Record<string, string>> = {
  slug: 'a-free-slug',
  confirmSlug: 'a-free-slug',
  logoUrl: 'https://example.com/logo.png',
  avatarUrl: 'https://example.com/me.png',
  locale: 'en',
  timeZone: 'Europe/Berlin',
  emoji: '🌱',
  contentType: 'image/png',
  color: '#123456',
  primaryColor: '#123456',
  accentColor: '#123456',
};

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  JSON: {},
  LocalDate: '2099-12-31',
  DateTime: '2099-12-31T00:00:00.000Z',
};

/** What inputs are filled with. */
export interface Filling {
  schema: GraphQLSchema;
  ids: Ids;
  /** The username of somebody. */
  username: string;
}

/** Which type an argument or input field called so holds an id of; `id` is the id of the field's own subject. */
export function idTypeOf(name: string, subject: string): IdType {
  const stem = (name === 'id' || name === 'ids' ? subject : name.replace(/Ids?$/, '')).toLowerCase();
  const found =
    WORDS[name] ??
    ID_TYPES.find((type) => type.toLowerCase() === stem) ??
    ID_TYPES.find((type) => stem.endsWith(type.toLowerCase()));
  if (!found) throw new Error(`whose id is ${name} of ${subject}?`);
  return found;
}

/** An input whose required fields, and all ids, are filled in. */
export function inputOf(filling: Filling, typeName: string, subject: string): Record<string, unknown> {
  const type = filling.schema.getType(typeName);
  if (!isInputObjectType(type)) throw new Error(`${typeName} is no input`);
  const fields = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) || String(field.type) === 'ID',
  );
  return Object.fromEntries(
    fields.map((field) => [field.name, valueOf(filling, field.type, field.name, subject)]),
  );
}

function valueOf(filling: Filling, type: GraphQLInputType, name: string, subject: string): unknown {
  const text = String(type).replace(/!/g, '');
  const named = getNamedType(type);
  if (text.startsWith('[')) {
    if (named.name === 'WorkflowNodeInput') return WORKFLOW.nodes;
    if (named.name === 'WorkflowGraphEdgeInput') return WORKFLOW.edges;
    return [valueOf(filling, named, name, subject)];
  }
  if (text === 'ID') return filling.ids[idTypeOf(name, subject)];
  if (text === 'String') return name === 'username' ? filling.username : (TEXTS[name] ?? 'text');
  if (isEnumType(named)) return named.getValues()[0]!.value;
  if (isInputObjectType(named)) return inputOf(filling, named.name, subject);
  if (text in SCALARS) return SCALARS[text];
  throw new Error(`no value for ${name}: ${text}`);
}
