import {
  drawArgs,
  drawLeaf,
  LEAF_NAMES,
  typeOf,
  wrap,
  type Draft,
  type EntityDraft,
  type FieldDraft,
  type KeyDraft,
} from './random-draft';

const NESTED: readonly KeyDraft[] = [
  { text: 'id org { id }', fields: ['id', 'org'] },
  { text: 'org { id name }', fields: ['org'] },
];
const COMPOUND: KeyDraft = { text: 'code region', fields: ['code', 'region'] };
const SIMPLE: KeyDraft = { text: 'id', fields: ['id'] };

/** Draws entities over the subgraphs, with their fields and what these need of each other. */
export function addEntities(draft: Draft): void {
  const { random } = draft;
  const count = 2 + random.int(3);
  for (let i = 0; i < count; i++) draft.entities.push(drawEntity(draft, `E${i}`));
  for (const entity of draft.entities) {
    for (const subgraph of entity.homes.keys()) declareEntity(draft, entity, subgraph);
    if (random.chance(0.5)) implementInterface(draft, entity);
    for (const subgraph of entity.homes.keys())
      if (random.chance(0.5)) typeOf(draft, subgraph, 'U0').members.add(entity.name);
  }
  for (const entity of draft.entities) {
    const names = random.atLeastOne([...LEAF_NAMES, 'parent', 'items', 'best', 'any', 'box'], 0.45);
    for (const name of names) addField(draft, entity, name);
  }
  for (const entity of draft.entities) addLinks(draft, entity);
}

/** The entity of a name in a subgraph, at least with a key. */
export function declareEntity(draft: Draft, entity: EntityDraft, subgraph: string): void {
  const { random } = draft;
  const isStub = !entity.homes.has(subgraph);
  if (isStub) entity.homes.set(subgraph, [random.pick(entity.keys)]);
  const keys = entity.homes.get(subgraph)!;
  const isDeadEnd = isStub && random.chance(0.3);
  if (isDeadEnd) entity.deadEnds.add(subgraph);
  const resolvable = isDeadEnd ? ', resolvable: false' : '';
  const marks = keys.map(({ text }) => `@key(fields: "${text}"${resolvable})`).join(' ');
  const type = typeOf(draft, subgraph, entity.name, `type ${entity.name} ${marks}`);
  for (const field of keys.flatMap(({ fields }) => fields))
    if (!type.fields.has(field)) type.fields.set(field, `: ${keyType(entity, field)}`);
}

function keyType(entity: EntityDraft, field: string): string {
  if (field === 'org') return 'Org!';
  return field === 'id' ? entity.idType : 'String!';
}

function drawEntity({ random, subgraphs }: Draft, name: string): EntityDraft {
  const extra = [COMPOUND, random.pick(NESTED)];
  const keys = random.chance(0.5) ? [SIMPLE] : [SIMPLE, ...random.atLeastOne(extra, 0.4)];
  const homes = new Map<string, readonly KeyDraft[]>();
  for (const subgraph of random.atLeastOne(subgraphs, 0.7)) homes.set(subgraph, random.atLeastOne(keys, 0.6));
  const all = random.pick([...homes.keys()]);
  homes.set(all, keys);
  return {
    name,
    keys,
    homes,
    deadEnds: new Set(),
    fields: [],
    idType: random.pick(['ID!', 'ID!', 'ID!', 'String!', 'Int!']),
  };
}

function implementInterface(draft: Draft, entity: EntityDraft): void {
  const own = draft.types.get(draft.subgraphs[0]!)!.get('I0')!;
  for (const subgraph of entity.homes.keys()) {
    const type = typeOf(draft, subgraph, entity.name);
    type.head = type.head.replace(`type ${entity.name}`, `type ${entity.name} implements I0`);
    for (const [name, rest] of own.fields) type.fields.set(name, `${rest} @shareable`);
  }
}

function addField(draft: Draft, entity: EntityDraft, name: string): void {
  const { random } = draft;
  const homes = [...entity.homes.keys()].filter((name) => !entity.deadEnds.has(name));
  const owners = random.chance(0.2) ? random.atLeastOne(homes, 0.5) : [random.pick(homes)];
  const base = drawBase(draft, name, owners);
  const field = {
    name,
    base,
    type: wrap(random, base),
    args: drawArgs(random, 0.2),
    owners,
  };
  entity.fields.push(field);
  const isShared = owners.length > 1;
  const hidden = random.chance(0.04) ? ' @inaccessible' : '';
  for (const owner of owners) {
    prepareBase(draft, base, owner);
    const marks = `${isShared ? ' @shareable' : ''}${hidden}`;
    typeOf(draft, owner, entity.name).fields.set(name, `${field.args}: ${field.type}${marks}`);
  }
}

/** What a field of a name is in these subgraphs, before it is wrapped. */
export function drawBase(draft: Draft, name: string, owners: readonly string[]): string {
  const { random, media } = draft;
  if (name === 'box') return random.pick(draft.values);
  if (name === 'any') {
    const hasMedia = media && !owners.some((owner) => media.partial.has(owner));
    return random.pick(['U0', 'I0', hasMedia ? media.name : 'U0']);
  }
  if (name === 'parent' || name === 'items' || name === 'best') return random.pick(draft.entities).name;
  return drawLeaf(random, name);
}

/** Sees to it that a subgraph knows the type of a field that it answers. */
export function prepareBase(draft: Draft, base: string, subgraph: string): void {
  const entity = draft.entities.find(({ name }) => name === base);
  if (entity) declareEntity(draft, entity, subgraph);
  const { media } = draft;
  if (media?.name !== base || subgraph === media.home) return;
  typeOf(draft, subgraph, base, `type ${base} @key(fields: "id") @interfaceObject`).fields.set('id', ': ID!');
}

/** What lies between the fields of an entity in several subgraphs. */
function addLinks(draft: Draft, entity: EntityDraft): void {
  const { random } = draft;
  for (const field of entity.fields) {
    if (field.owners.length > 1) continue;
    const roll = random.int(100);
    if (roll < 35) addRequires(draft, entity, field);
    else if (roll < 45) addOverride(draft, entity, field);
    else if (roll < 75) addProvides(draft, entity, field);
  }
}

function addRequires(draft: Draft, entity: EntityDraft, field: FieldDraft): void {
  const { random } = draft;
  const owner = field.owners[0]!;
  const type = typeOf(draft, owner, entity.name);
  // None that comes later: what requires itself cannot be had.
  const others = entity.fields
    .slice(0, entity.fields.indexOf(field))
    .filter((other) => !other.args && !type.fields.has(other.name) && canHave(draft, other.base, owner));
  if (others.length === 0) return;
  const chosen = [...new Set([random.pick(others), random.pick(others)])];
  const texts = chosen.map((other) => {
    prepareBase(draft, other.base, owner);
    type.fields.set(other.name, `: ${other.type} @external`);
    return `${other.name}${requiredSelection(draft, other.base, owner)}`;
  });
  append(type.fields, field.name, `@requires(fields: "${texts.join(' ')}")`);
}

function canHave({ media }: Draft, base: string, subgraph: string): boolean {
  return base !== media?.name || !media.partial.has(subgraph);
}

/** What is required below a field, of types that the subgraph has. */
function requiredSelection(draft: Draft, base: string, subgraph: string): string {
  const { random } = draft;
  const entity = draft.entities.find(({ name }) => name === base);
  if (entity) return ` { ${random.pick(entity.homes.get(subgraph)!).text} }`;
  if (base === draft.media?.name) return ' { __typename id }';
  if (base === 'I0') return random.pick([' { label }', ' { __typename label }', ' { ... on V1 { label } }']);
  if (base === 'U0') {
    const [member] = typeOf(draft, subgraph, 'U0').members;
    return draft.values.includes(member!) ? ` { ... on ${member} { label } }` : ' { __typename }';
  }
  if (!draft.values.includes(base)) return '';
  return base === 'V0' && random.chance(0.4) ? ' { label child { label } }' : ' { label }';
}

function addProvides(draft: Draft, entity: EntityDraft, field: FieldDraft): void {
  const { random } = draft;
  const target = draft.entities.find(({ name }) => name === field.base);
  if (!target) return;
  const owner = field.owners[0]!;
  const type = typeOf(draft, owner, target.name);
  const given = target.fields.find(
    ({ name, args }) =>
      !args && !type.fields.has(name) && LEAF_NAMES.includes(name) && !isLinked(draft, target, name),
  );
  if (!given || random.chance(0.1)) return;
  type.fields.set(given.name, `: ${given.type} @external`);
  for (const other of given.owners) {
    const { fields } = typeOf(draft, other, target.name);
    if (!fields.get(given.name)!.includes('@shareable')) append(fields, given.name, '@shareable');
  }
  append(typeOf(draft, owner, entity.name).fields, field.name, `@provides(fields: "${given.name}")`);
}

function isLinked(draft: Draft, { name, homes }: EntityDraft, field: string): boolean {
  const texts = [...homes.keys()].map((home) => typeOf(draft, home, name).fields.get(field) ?? '');
  return texts.some((text) => /@(requires|override)/.test(text));
}

function addOverride(draft: Draft, entity: EntityDraft, field: FieldDraft): void {
  const owner = field.owners[0]!;
  const former = [...entity.homes.keys()].find(
    (name) =>
      name !== owner &&
      canHave(draft, field.base, name) &&
      !typeOf(draft, name, entity.name).fields.has(field.name),
  );
  if (former === undefined) return;
  prepareBase(draft, field.base, former);
  typeOf(draft, former, entity.name).fields.set(field.name, `${field.args}: ${field.type}`);
  append(typeOf(draft, owner, entity.name).fields, field.name, `@override(from: "${former}")`);
}

function append(fields: Map<string, string>, name: string, mark: string): void {
  fields.set(name, `${fields.get(name)!} ${mark}`);
}
