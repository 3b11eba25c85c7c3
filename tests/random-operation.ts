import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { createRandom, type Random } from './random-source';
import {
  drawArguments,
  drawCondition,
  drawVariableValues,
  printVariables,
  type Variables,
} from './random-variables';

/** A valid operation, and what its variables may be. */
export interface RandomOperation {
  text: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  drawVariables(random: Random): Record<string, unknown>;
}

interface OperationDraft {
  random: Random;
  schema: GraphQLSchema;
  variables: Variables;
  fragments: string[];
  /** What an alias stands for, so that it may be selected again: the field with its arguments, by type and alias. */
  aliases: Map<string, string>;
  /** What may still be selected. */
  budget: number;
  /** Apollo's planner goes round in circles for ever where what an interface object requires is selected more than once. */
  selectsOfView: boolean;
}

const NASTY = [
  '__proto__',
  'constructor',
  'toString',
  '_entities',
  'length',
  'hasOwnProperty',
  'then',
  'toJSON',
];
const ATTEMPTS = 6;

/** Draws an operation of a schema; null when none of a few attempts was valid. */
export function drawOperation(schema: GraphQLSchema, seed: number): RandomOperation | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const random = createRandom(seed + attempt * 7919);
    const draft: OperationDraft = {
      random,
      schema,
      variables: new Map(),
      fragments: [],
      aliases: new Map(),
      budget: 5 + random.int(30 - attempt * 4),
      selectsOfView: false,
    };
    const text = drawText(draft);
    const document = parse(text);
    if (validate(schema, document).length > 0) continue;
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
    const { variables } = draft;
    return { text, document, operation, drawVariables: (values) => drawVariableValues(values, variables) };
  }
  return null;
}

function drawText(draft: OperationDraft): string {
  const { random, schema, fragments } = draft;
  const mutation = schema.getMutationType();
  const isMutation = mutation != null && random.chance(0.15);
  const root = isMutation ? mutation : schema.getQueryType()!;
  const selections = drawSelections(draft, root, 4 + random.int(3));
  if (!isMutation && random.chance(0.08)) selections.push(...drawIntrospection(draft));
  const head = `${isMutation ? 'mutation' : 'query'} ${random.chance(0.7) ? 'Op ' : ''}`;
  // Fields of a mutation run one after the other, whatever directs them.
  return [`${head}${printVariables(draft.variables)}{ ${selections.join(' ')} }`, ...fragments].join('\n');
}

function drawIntrospection({ random, variables }: OperationDraft): string[] {
  const type = '{ kind name fields(includeDeprecated: true) { name type { name ofType { name } } } }';
  if (random.chance(0.5)) return [`${random.pick(['', 's: '])}__schema { queryType ${type} }`];
  if (random.chance(0.5)) return [`__type(name: "V0")${drawCondition(random, variables)} ${type}`];
  variables.set('named', { name: 'named', type: 'String!' as 'Boolean!', fallback: '"E0"' });
  return [`t: __type(name: $named) ${type}`];
}

function drawSelections(draft: OperationDraft, type: GraphQLCompositeType, depth: number): string[] {
  const { random } = draft;
  const count = 1 + random.int(depth > 3 ? 4 : 5);
  const selections: string[] = [];
  for (let i = 0; i < count; i++) selections.push(...drawSelection(draft, type, depth));
  if (selections.length === 0) selections.push('__typename');
  return selections;
}

function drawSelection(draft: OperationDraft, type: GraphQLCompositeType, depth: number): string[] {
  const { random } = draft;
  const roll = random.int(100);
  if (roll < 7) return [drawTypename(draft)];
  if (isUnionType(type) || roll < (isAbstractType(type) ? 55 : 17)) return [drawFragment(draft, type, depth)];
  const field = drawField(draft, type, depth);
  if (field === null) return [];
  // The same once more, with other selections below it or under another condition.
  return random.chance(0.12) ? [field, ...drawAgain(draft, type, field, depth)] : [field];
}

function drawTypename({ random, variables }: OperationDraft): string {
  const alias = random.chance(0.3) ? `${random.pick(['kind', 'kind', '__proto__', 'id', 'title'])}: ` : '';
  return `${alias}__typename${random.chance(0.1) ? drawCondition(random, variables) : ''}`;
}

function drawField(draft: OperationDraft, type: GraphQLCompositeType, depth: number): string | null {
  const { random, variables } = draft;
  if (isUnionType(type)) return null;
  const fields = Object.values(type.getFields()).filter(
    ({ name, type: of }) =>
      (depth > 0 || !isCompositeType(getNamedType(of))) && !(isOfView(name) && draft.selectsOfView),
  );
  const preferred = fields.filter((field) => isCompositeType(getNamedType(field.type)));
  if (fields.length === 0) return null;
  const field = random.pick(preferred.length > 0 && random.chance(0.5) ? preferred : fields);
  draft.budget--;
  draft.selectsOfView ||= isOfView(field.name);
  const condition = random.chance(0.1) ? drawCondition(random, variables) : '';
  return `${drawName(draft, type, field)}${condition}${drawBelow(draft, field, depth)}`;
}

function isOfView(name: string): boolean {
  return name.startsWith('blurb');
}

/** The alias, name and arguments of a field. An alias stands for the same wherever it is selected on a type. */
function drawName(
  draft: OperationDraft,
  type: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
): string {
  const { random, variables, aliases } = draft;
  const alias = random.chance(0.25) ? drawAlias(draft, type) : '';
  const key = alias === '' ? `${field.name} of ${type.name}` : alias;
  const known = aliases.get(key);
  if (known?.startsWith(`${field.name}(`) || known === field.name)
    return alias === '' ? known : `${alias}: ${known}`;
  const called = `${field.name}${drawArguments(random, field.args, variables)}`;
  if (known !== undefined) return `${alias}${draft.aliases.size}: ${called}`;
  aliases.set(key, called);
  return alias === '' ? called : `${alias}: ${called}`;
}

function drawAlias({ random }: OperationDraft, type: GraphQLCompositeType): string {
  if (random.chance(0.2)) return random.pick(NASTY);
  // The names of other fields, keys among them, that the plan may need for itself.
  if (random.chance(0.3) && !isUnionType(type)) return random.pick(Object.keys(type.getFields()));
  return `a${random.int(5)}`;
}

function drawBelow(draft: OperationDraft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const below = getNamedType(field.type);
  if (!isCompositeType(below)) return '';
  if (draft.budget <= 0) return ' { __typename }';
  return ` { ${drawSelections(draft, below, depth - 1).join(' ')} }`;
}

function drawAgain(draft: OperationDraft, type: GraphQLCompositeType, text: string, depth: number): string[] {
  const { random, variables } = draft;
  const brace = text.indexOf(' {', text.indexOf(')') + 1);
  const head = brace < 0 || text.includes('({') ? text : text.slice(0, brace);
  const name = /^(?:\w+: )?(\w+)/.exec(head)![1]!;
  const field = isUnionType(type) ? undefined : type.getFields()[name];
  if (!field || /[@{]/.test(head)) return [text];
  const again = `${head}${drawBelow(draft, field, depth)}`;
  if (random.chance(0.4)) return [`... { ${again} }`];
  return random.chance(0.3) ? [`...${drawCondition(random, variables)} { ${again} }`] : [again];
}

function drawFragment(draft: OperationDraft, type: GraphQLCompositeType, depth: number): string {
  const { random, variables, fragments } = draft;
  const condition = random.chance(0.12) ? drawCondition(random, variables) : '';
  draft.budget--;
  if (random.chance(0.1)) return `...${condition} { ${drawSelections(draft, type, depth).join(' ')} }`;
  const target = random.pick(targetsOf(draft, type));
  const below = depth > 0 && draft.budget > 0 ? drawSelections(draft, target, depth - 1) : ['__typename'];
  if (random.chance(0.7)) return `... on ${target.name}${condition} { ${below.join(' ')} }`;
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${target.name} { ${below.join(' ')} }`);
  const spread = `...${name}${condition}`;
  return random.chance(0.15) ? `${spread} ...${name}` : spread;
}

/** The types that a fragment on a type may have: mostly what narrows it. */
function targetsOf({ schema, random }: OperationDraft, type: GraphQLCompositeType): GraphQLCompositeType[] {
  if (isObjectType(type)) return [type, type, ...type.getInterfaces()];
  const possible = [...schema.getPossibleTypes(type)];
  if (random.chance(0.75)) return possible;
  const abstract = Object.values(schema.getTypeMap()).filter(
    (other) =>
      (isInterfaceType(other) || isUnionType(other)) &&
      schema.getPossibleTypes(other).some((member) => possible.includes(member)),
  );
  return [type, ...(abstract as GraphQLCompositeType[])];
}
