import type { FetchNode } from '@apollo/query-planner';
import { parse, type GraphQLFormattedError } from 'graphql';
import { batchOf, NONE, sortBatch, type Batch } from './batch';
import { downstreamError } from './failures';
import { copyOf, merge } from './merge';
import type { FetchCall, SubgraphAnswer } from './operation';
import { placesOf, type Path } from './paths';
import { compileRepresentation, type Representation } from './representations';
import { compileRewrites } from './rewrites';
import type { Compiling, Cursor, Run, Step } from './steps';

type Data = Record<string, unknown>;

/** What a fetch node comes to. */
interface Fetch {
  service: string;
  text: string;
  isMutation: boolean;
  /** Whether the plan has another of the same text, so that both may come to ask for the same. */
  isRepeated: boolean;
  /** The request's JSON up to its variables. */
  head: string;
  variables: readonly { name: string; label: string }[];
  rewriteAnswer: ((value: unknown) => void) | null;
}

/** What a subgraph is sent for a fetch: without the operation's name, which would make equal requests unequal. */
export function fetchText({ operation, operationName }: FetchNode): string {
  if (operationName === undefined) return operation;
  return operation.replace(/^(query|mutation)\s+\w+/, '$1').replace(/^query\s*\{/, '{');
}

/** The fetches of which a plan has several with one text, each by its subgraph and text. */
export function repeatedFetches(fetches: readonly FetchNode[]): ReadonlySet<string> {
  const keys = fetches.map(keyOf);
  return new Set(keys.filter((key, i) => keys.indexOf(key) !== i));
}

function keyOf(node: FetchNode): string {
  return `${node.serviceName} ${fetchText(node)}`;
}

/** Compiles one fetch. Its step never rejects: what fails stands in the errors of the run. */
export function compileFetch({ schema, repeated }: Compiling, node: FetchNode): Step {
  const text = fetchText(node);
  const fetch: Fetch = {
    service: node.serviceName,
    text,
    isMutation: node.operationKind === 'mutation',
    isRepeated: repeated.has(keyOf(node)),
    head: `{"query":${JSON.stringify(text)},"variables":{`,
    variables: (node.variableUsages ?? []).map((name) => ({ name, label: `${JSON.stringify(name)}:` })),
    rewriteAnswer: compileRewrites(schema, node.outputRewrites),
  };
  const execute = node.requires
    ? entitiesStep(
        fetch,
        compileRepresentation(schema, node.requires, compileRewrites(schema, node.inputRewrites)),
      )
    : rootStep(fetch);
  return async (run, cursor) => {
    try {
      await execute(run, cursor);
    } catch (error) {
      run.errors.push(error);
    }
  };
}

/** The objects that a fetch adds to. */
function entitiesOf({ data }: Cursor): Data[] {
  if (!Array.isArray(data)) return [data as Data];
  return (data as (Data | null | undefined)[]).filter((each) => each !== null && each !== undefined);
}

function rootStep(fetch: Fetch): Step {
  const rootNames = onDemand(() => rootNamesOf(fetch.text));
  return async (run, cursor) => {
    const entities = entitiesOf(cursor);
    if (entities.length === 0) return;
    const body = `${fetch.head}${variablesText(fetch, run).join()}}}`;
    const call = { query: fetch.text, body, isMutation: fetch.isMutation, rootNames };
    const { data, errors } = await run.send(fetch.service, call);
    if (errors) report(run, fetch, errors, (path) => [path && [...cursor.path, ...path]]);
    if (!data) return;
    fetch.rewriteAnswer?.(data);
    for (const entity of entities) merge(entity, data);
  };
}

function entitiesStep(fetch: Fetch, representation: Representation): Step {
  return async (run, cursor) => {
    const batch = batchOf(entitiesOf(cursor), representation);
    if (fetch.isRepeated) sortBatch(batch);
    if (batch.texts.length === 0) return;
    const variables = variablesText(fetch, run);
    if (fetch.variables.some(({ name }) => name === 'representations') && 'representations' in run.variables)
      throw new Error('Variables cannot contain key "representations"');
    variables.push(`"representations":[${batch.texts.join()}]`);
    const body = `${fetch.head}${variables.join()}}}`;
    const call: FetchCall = { query: fetch.text, body, isMutation: fetch.isMutation, rootNames: () => null };
    const { data, errors }: SubgraphAnswer = await run.send(fetch.service, call);
    if (errors) report(run, fetch, errors, placer(run, cursor, batch));
    if (data) mergeEntities(fetch, batch, data);
  };
}

function mergeEntities(fetch: Fetch, { entities, texts, indexes }: Batch, data: Data): void {
  const received = data._entities;
  if (!Array.isArray(received)) throw new Error('Expected "data._entities" in response to be an array');
  const asked = indexes.reduce((sum, index) => (index === NONE ? sum : sum + 1), 0);
  if (received.length !== texts.length)
    throw new Error(`Expected "data._entities" to contain ${asked} elements`);
  const isShared = texts.length < asked;
  for (let i = 0; i < entities.length; i++) {
    const answered: unknown = received[indexes[i]!];
    if (!answered) continue;
    // Entities that share a representation are told apart from here on.
    const own = isShared ? copyOf(answered) : answered;
    const entity = entities[i]!;
    if (!(own as Data).__typename) (own as Data).__typename = entity.__typename;
    fetch.rewriteAnswer?.(own);
    merge(entity, own as Data);
  }
}

/** Where an error belongs: at every entity whose representation it names. */
function placer(run: Run, cursor: Cursor, batch: Batch): (path: Path | undefined) => (Path | undefined)[] {
  const placesByText = onDemand(() => {
    const places = placesOf(run.data, cursor.path);
    const byText: Path[][] = batch.texts.map(() => []);
    batch.indexes.forEach((index, i) => byText[index]?.push(places[i] ?? []));
    return byText;
  });
  return (path) => {
    const index = path?.[1];
    if (typeof index !== 'number') return [path && [...cursor.path, ...path]];
    const places = placesByText()[index] ?? [[]];
    return places.map((place) => [...place, ...path!.slice(2)]);
  };
}

function report(
  run: Run,
  { service }: Fetch,
  errors: readonly GraphQLFormattedError[],
  placesOfError: (path: Path | undefined) => (Path | undefined)[],
): void {
  const placed = errors.flatMap((error) =>
    placesOfError(error.path).map((path) => downstreamError(error, service, path)),
  );
  run.errors.push(...placed);
}

function variablesText({ variables }: Fetch, run: Run): string[] {
  const texts: string[] = [];
  for (const { name, label } of variables) {
    const text = run.variableText(name);
    if (text !== undefined) texts.push(label + text);
  }
  return texts;
}

/** The response names of an operation's root, as far as no fragment holds them. */
export function rootNamesOf(text: string): string[] {
  const operation = parse(text, { noLocation: true }).definitions.find(
    (node) => node.kind === 'OperationDefinition',
  );
  const fields = operation?.selectionSet.selections ?? [];
  return fields.flatMap((node) => (node.kind === 'Field' ? [(node.alias ?? node.name).value] : []));
}

/** The result of a function that is called when it is first asked for. */
function onDemand<R>(make: () => R): () => R {
  let made: R | undefined;
  return () => (made ??= make());
}
