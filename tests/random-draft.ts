import type { Random } from './random-source';

/** A type of one subgraph, as it is written. */
export interface TypeDraft {
  head: string;
  /** By name; the rest of the field after it. */
  fields: Map<string, string>;
  /** For unions. */
  members: Set<string>;
}

export interface KeyDraft {
  /** What stands in `@key`. */
  text: string;
  fields: readonly string[];
}

/** An entity, or an entity interface, that all subgraphs agree on. */
export interface EntityDraft {
  name: string;
  keys: readonly KeyDraft[];
  /** The keys that each subgraph with it has. */
  homes: Map<string, readonly KeyDraft[]>;
  /** The subgraphs that name it and do not resolve it. */
  deadEnds: Set<string>;
  fields: FieldDraft[];
  idType: string;
}

export interface FieldDraft {
  name: string;
  type: string;
  /** What the type is without its wrappings. */
  base: string;
  args: string;
  /** The subgraphs that answer it. */
  owners: readonly string[];
}

export interface MediaDraft {
  home: string;
  name: string;
  /** The subgraphs that know an implementation and not the interface. */
  partial: ReadonlySet<string>;
}

/** A supergraph while it is drawn. */
export interface Draft {
  random: Random;
  subgraphs: readonly string[];
  types: Map<string, Map<string, TypeDraft>>;
  entities: EntityDraft[];
  values: readonly string[];
  /** The entity interface, whose implementations lie in one subgraph. */
  media: MediaDraft | null;
}

const LEAVES: Readonly<Record<string, string>> = {
  title: 'String',
  rank: 'Int',
  price: 'Float',
  isOpen: 'Boolean',
  colour: 'Colour',
  stamp: 'Stamp',
  length: 'Int',
  slug: 'ID',
  constructor: 'String',
};

/** Names of fields with the leaf that they mostly are. */
export const LEAF_NAMES = Object.keys(LEAVES);

/** The leaf type of a field's name, now and then another. */
export function drawLeaf(random: Random, name: string): string {
  if (random.chance(0.06)) return random.pick(Object.values(LEAVES));
  return LEAVES[name] ?? 'String';
}

/** A type in lists and non-null marks. */
export function wrap(random: Random, type: string): string {
  const shapes = ['T', 'T', 'T', 'T!', 'T!', '[T]', '[T!]', '[T]!', '[T!]!', '[[T]]', '[[T!]!]', '[[T!]]!'];
  return random.pick(shapes).replace('T', type);
}

/** Arguments of a field, mostly none. */
export function drawArgs(random: Random, probability: number): string {
  if (!random.chance(probability)) return '';
  const args = [
    'first: Int',
    'after: ID = "x"',
    'by: Colour = GREEN',
    'filter: Filter',
    'ids: [ID!]',
    'most: Int! = 4',
  ];
  return `(${random.atLeastOne(args, 0.3).join(' ')})`;
}

/** The type of a subgraph, made when it is not there yet. */
export function typeOf(draft: Draft, subgraph: string, name: string, head = `type ${name}`): TypeDraft {
  const types = draft.types.get(subgraph)!;
  let type = types.get(name);
  if (!type) {
    type = { head, fields: new Map(), members: new Set() };
    types.set(name, type);
  }
  return type;
}
