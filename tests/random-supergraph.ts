import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { drawArgs, drawLeaf, LEAF_NAMES, typeOf, wrap, type Draft, type TypeDraft } from './random-draft';
import { addEntities } from './random-entities';
import { addMediaFamily, addRoots } from './random-roots';
import { createRandom, type Random } from './random-source';

/** A supergraph that composes, with the SDL of each subgraph. */
export interface RandomSupergraph {
  sdl: string;
  subgraphs: Readonly<Record<string, string>>;
}

export type Composition = RandomSupergraph | { subgraphs: Readonly<Record<string, string>>; error: string };

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires",
  "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject"])`;
const COMMON = `enum Colour { RED GREEN BLUE }
scalar Stamp
input Filter { text: String limit: Int = 3 colours: [Colour!] near: Filter ids: [ID!]! = ["f"] }`;

/** Draws subgraphs from a seed and composes them; not all do. */
export function composeRandom(seed: number): Composition {
  const subgraphs = drawSubgraphs(createRandom(seed));
  const services = Object.entries(subgraphs).map(([name, text]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(text),
  }));
  try {
    const { supergraphSdl, errors } = composeServices(services);
    if (supergraphSdl !== undefined) return { sdl: supergraphSdl, subgraphs };
    return { subgraphs, error: errors.map((error) => error.message).join('\n') };
  } catch (error) {
    return { subgraphs, error: String(error) };
  }
}

function drawSubgraphs(random: Random): Record<string, string> {
  const subgraphs = ['a', 'b', 'c', 'd'].slice(0, 2 + random.int(3));
  const draft: Draft = {
    random,
    subgraphs,
    types: new Map(subgraphs.map((name) => [name, new Map<string, TypeDraft>()])),
    entities: [],
    values: ['V0', 'V1'],
    media: null,
  };
  addValues(draft);
  addMediaFamily(draft);
  addEntities(draft);
  addRoots(draft);
  return Object.fromEntries(subgraphs.map((name) => [name, print(draft, name)]));
}

/** Types that each subgraph has whole, an interface over them, and a union. */
function addValues(draft: Draft): void {
  const { random } = draft;
  const label = random.pick(['String', 'String!', '[String!]']);
  const size = drawArgs(random, 0.4);
  const fields = draft.values.map(() => random.atLeastOne(LEAF_NAMES, 0.35));
  const types = fields.map((names) => names.map((name) => wrap(random, drawLeaf(random, name))));
  const child = wrap(random, 'V1');
  const common = random.pick(draft.values);
  for (const subgraph of draft.subgraphs) {
    const top = typeOf(draft, subgraph, 'I0', 'interface I0');
    top.fields.set('label', `: ${label}`).set('size', `${size}: Int`);
    draft.values.forEach((name, i) => {
      const value = typeOf(draft, subgraph, name, `type ${name} implements I0 @shareable`);
      value.fields.set('label', `: ${label}`).set('size', `${size}: Int`);
      fields[i]!.forEach((field, j) => {
        const type = types[i]![j]!;
        // Where subgraphs differ in what may be null, anything may be.
        value.fields.set(field, `: ${random.chance(0.1) ? type.replace(/!$/, '') : type}`);
      });
    });
    typeOf(draft, subgraph, 'V0').fields.set('child', `: ${child}`);
    typeOf(draft, subgraph, 'Org', 'type Org @shareable').fields.set('id', ': ID!').set('name', ': String');
    typeOf(draft, subgraph, 'U0', 'union U0').members.add(common);
  }
}

function print(draft: Draft, subgraph: string): string {
  const types = [...draft.types.get(subgraph)!.values()].map(({ head, fields, members }) => {
    if (members.size > 0) return `${head} = ${[...members].join(' | ')}`;
    return `${head} {\n${[...fields].map(([name, rest]) => `  ${name}${rest}`).join('\n')}\n}`;
  });
  return [LINK, COMMON, ...types].join('\n');
}
