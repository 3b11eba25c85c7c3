import {
  GraphQLError,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { ErrorCode } from '../subgraphs/kit/errors';
import { measureOperation, sizingVariables, type Measure } from './cost';
import { createLru } from './lru';

export interface QueryLimits {
  /** The deepest selection. */
  maxDepth: number;
  /** The most aliases in a document, and the most fields that it repeats. */
  maxAliases: number;
  /** The most directives in a document. */
  maxDirectives: number;
  /** The most root fields of an operation. */
  maxRootFields: number;
  /** The highest cost: one per field, times the sizes of the lists around it. */
  maxCost: number;
}

/** The planner's time grows with the written-out selections, whatever their cost. */
const MAX_SELECTIONS = 1000;
const MAX_OPERATIONS = 20;
/** Validation compares each fragment with each. */
const MAX_FRAGMENTS = 200;
/** What the deepest introspection of common tools needs, with room. */
const MAX_INTROSPECTION_DEPTH = 20;
/** How many sizes of its pages a document is remembered with. */
const MAX_VERDICTS = 100;
/** How deep the values of variables, and those written in the document, may nest. */
const MAX_VALUE_DEPTH = 32;

/**
 * Throws a GraphQLError when a document asks for too much. Takes time linear to the document, so it runs before
 * validation and planning, which do not; it reports only limits and fragments that spread themselves. With the schema
 * the sizes of lists without `first` or `last` count too.
 */
export function checkDocument(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  limits: QueryLimits,
  schema?: GraphQLSchema,
): void {
  checkSyntax(countSyntax(document), limits);
  const operations = document.definitions.filter((node) => node.kind === 'OperationDefinition');
  atMost(MAX_OPERATIONS, operations.length, 'operations');
  atMost(MAX_FRAGMENTS, document.definitions.length - operations.length, 'fragments');
  for (const operation of operations) {
    checkMeasure(measureOperation(document, operation, variables, schema), limits);
  }
}

/** Throws a GraphQLError when values nest deeper than any input does. */
export function checkVariables(variables: unknown): void {
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_VALUE_DEPTH)
      throw refuse('BAD_USER_INPUT', tooMany(MAX_VALUE_DEPTH, 'levels of nested variables'));
    level = level.flatMap(childrenOf);
  }
}

/**
 * Makes the check of one document that is asked for again and again: whether `checkVariables` and `checkDocument` let
 * it pass. The document is measured anew only for sizes that it was not asked for with lately.
 */
export function limitCheck(
  document: DocumentNode,
  limits: QueryLimits,
  schema: GraphQLSchema,
): (variables: Readonly<Record<string, unknown>>) => boolean {
  const sizing = [...sizingVariables(document)];
  const verdicts = createLru<boolean>(MAX_VERDICTS);
  return (variables) => {
    if (!passes(() => checkVariables(variables))) return false;
    let sizes = '';
    for (const [name, { isPageSize }] of sizing) sizes += sizeOf(variables, name, isPageSize);
    const known = verdicts.get(sizes);
    if (known !== undefined) return known;
    const verdict = passes(() => checkDocument(document, variables, limits, schema));
    verdicts.set(sizes, verdict);
    return verdict;
  };
}

/** As much of a variable as the measure of a document depends on. */
function sizeOf(variables: Readonly<Record<string, unknown>>, name: string, isPageSize: boolean): string {
  if (!Object.hasOwn(variables, name)) return 'default,';
  const value = variables[name];
  if (Array.isArray(value)) return `[${value.length}],`;
  return isPageSize && typeof value === 'number' ? `${value},` : ',';
}

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

function childrenOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [];
}

function checkMeasure(measure: Measure, limits: QueryLimits): void {
  if (measure.depth > limits.maxDepth) throw refuse('QUERY_TOO_DEEP', tooMany(limits.maxDepth, 'levels'));
  if (measure.introspectionDepth > MAX_INTROSPECTION_DEPTH) {
    throw refuse('QUERY_TOO_DEEP', tooMany(MAX_INTROSPECTION_DEPTH, 'levels of introspection'));
  }
  atMost(limits.maxRootFields, measure.rootFields, 'root fields');
  atMost(MAX_SELECTIONS, measure.selections, 'fields with its fragments written out');
  if (measure.cost > limits.maxCost) {
    const message = `The operation costs more than ${limits.maxCost}: one per field, times the sizes of the lists around it. Ask for smaller pages or fewer fields.`;
    throw refuse('QUERY_TOO_COMPLEX', message);
  }
}

function checkSyntax(counts: SyntaxCounts, limits: QueryLimits): void {
  atMost(limits.maxAliases, counts.aliases, 'aliases');
  atMost(limits.maxAliases, counts.repeated, 'repeated fields');
  atMost(limits.maxDirectives, counts.directives, 'directives');
  if (counts.valueDepth > MAX_VALUE_DEPTH) {
    throw refuse('QUERY_TOO_DEEP', tooMany(MAX_VALUE_DEPTH, 'levels of nested values'));
  }
}

function atMost(limit: number, count: number, what: string): void {
  if (count > limit) throw refuse('QUERY_TOO_COMPLEX', tooMany(limit, what));
}

function tooMany(limit: number, what: string): string {
  return `The operation has more than ${limit} ${what}, which is the most that is allowed.`;
}

function refuse(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

interface SyntaxCounts {
  aliases: number;
  /** Of whatever name and place, known or not. */
  directives: number;
  /** Fields selected again in the same selection: validation compares each with each. */
  repeated: number;
  valueDepth: number;
}

/** Counts what is written in the document, used or not. */
function countSyntax(document: DocumentNode): SyntaxCounts {
  const counts: SyntaxCounts = { aliases: 0, directives: 0, repeated: 0, valueDepth: 0 };
  for (const definition of document.definitions) {
    countNode(definition, counts);
    if (!('selectionSet' in definition)) continue;
    countSelections(definition.selectionSet, '', new Set(), counts);
  }
  return counts;
}

function countSelections(
  set: SelectionSetNode,
  condition: string,
  seen: Set<string>,
  counts: SyntaxCounts,
): void {
  for (const node of set.selections) {
    countNode(node, counts);
    if (node.kind === 'InlineFragment') {
      // Its fields stand in the same selection as those around it.
      const narrowed = node.typeCondition ? `${condition}/${node.typeCondition.name.value}` : condition;
      countSelections(node.selectionSet, narrowed, seen, counts);
    }
    if (node.kind !== 'Field') continue;
    if (node.alias) counts.aliases++;
    const key = `${condition}.${(node.alias ?? node.name).value}`;
    if (seen.has(key)) counts.repeated++;
    else seen.add(key);
    for (const { value } of node.arguments ?? []) countValue(value, 1, counts);
    if (node.selectionSet) countSelections(node.selectionSet, '', new Set(), counts);
  }
}

function countNode(node: ASTNode, counts: SyntaxCounts): void {
  if ('directives' in node) counts.directives += node.directives?.length ?? 0;
  if (node.kind !== 'OperationDefinition') return;
  for (const { directives, defaultValue } of node.variableDefinitions ?? []) {
    counts.directives += directives?.length ?? 0;
    countValue(defaultValue, 1, counts);
  }
}

function countValue(node: ASTNode | undefined, depth: number, counts: SyntaxCounts): void {
  counts.valueDepth = Math.max(counts.valueDepth, depth);
  // Deeper than allowed is deep enough to know.
  if (depth > MAX_VALUE_DEPTH) return;
  if (node?.kind === 'ListValue') for (const value of node.values) countValue(value, depth + 1, counts);
  if (node?.kind === 'ObjectValue') for (const { value } of node.fields) countValue(value, depth + 1, counts);
}
