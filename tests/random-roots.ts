import { drawBase, prepareBase } from './random-entities';
import { drawArgs, drawLeaf, LEAF_NAMES, typeOf, wrap, type Draft } from './random-draft';

/** An entity interface in one subgraph, which others know as one type, or by one of its implementations. */
export function addMediaFamily(draft: Draft): void {
  const { random, subgraphs } = draft;
  if (random.chance(0.4)) return;
  const home = random.pick(subgraphs);
  const members = ['M1', 'M2', 'M3'].slice(0, 1 + random.int(3));
  const title = wrap(random, 'String');
  const key = '@key(fields: "id")';
  const shared = (fields: Map<string, string>) => fields.set('id', ': ID!').set('title', `: ${title}`);
  shared(typeOf(draft, home, 'M0', `interface M0 ${key}`).fields);
  for (const name of members) {
    const { fields } = typeOf(draft, home, name, `type ${name} implements M0 ${key}`);
    shared(fields).set('extra', `: ${wrap(random, random.pick(['Int', 'V0', 'Colour']))}`);
    if (random.chance(0.4)) typeOf(draft, home, 'U0').members.add(name);
  }
  const partial = new Set<string>();
  for (const other of subgraphs.filter((name) => name !== home)) {
    if (random.chance(0.6)) addView(draft, other, title);
    else if (random.chance(0.5)) {
      partial.add(other);
      const { fields } = typeOf(draft, other, members[0]!, `type ${members[0]!} ${key}`);
      fields.set('id', ': ID!').set(`own${other}`, `: ${wrap(random, 'Int')}`);
    }
  }
  draft.media = { home, name: 'M0', partial };
}

function addView(draft: Draft, subgraph: string, title: string): void {
  const { random } = draft;
  const view = typeOf(draft, subgraph, 'M0', 'type M0 @key(fields: "id") @interfaceObject');
  view.fields.set('id', ': ID!').set(`rating${subgraph}`, `: ${wrap(random, 'Float')}`);
  if (random.chance(0.5)) {
    view.fields.set('title', `: ${title} @external`);
    view.fields.set(`blurb${subgraph}`, `: ${wrap(random, 'String')} @requires(fields: "title")`);
  }
  if (random.chance(0.4)) view.fields.set(`box${subgraph}`, `: ${wrap(random, 'V0')}`);
}

/** Root fields of each subgraph, some that several answer, and mutations. */
export function addRoots(draft: Draft): void {
  const { random, subgraphs } = draft;
  for (const subgraph of subgraphs) {
    const query = typeOf(draft, subgraph, 'Query');
    const count = 2 + random.int(3);
    for (let i = 0; i < count; i++) query.fields.set(`q${subgraph}${i}`, drawRoot(draft, [subgraph]));
    if (random.chance(0.6)) {
      const mutation = typeOf(draft, subgraph, 'Mutation');
      for (let i = 0; i < 2; i++) mutation.fields.set(`m${subgraph}${i}`, drawRoot(draft, [subgraph]));
    }
  }
  if (random.chance(0.6)) {
    const several = random.atLeastOne(subgraphs, 0.7);
    const root = drawRoot(draft, several);
    for (const name of several) typeOf(draft, name, 'Query').fields.set('shared', `${root} @shareable`);
  }
}

function drawRoot(draft: Draft, subgraphs: readonly string[]): string {
  const { random } = draft;
  const name = random.pick([
    'parent',
    'parent',
    'items',
    'items',
    'any',
    'any',
    'box',
    ...LEAF_NAMES.slice(0, 4),
  ]);
  const base = LEAF_NAMES.includes(name) ? drawLeaf(random, name) : drawBase(draft, name, subgraphs);
  for (const subgraph of subgraphs) prepareBase(draft, base, subgraph);
  return `${drawArgs(random, 0.4)}: ${wrap(random, base)}`;
}
