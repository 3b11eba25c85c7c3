import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '../subgraphs/kit/logger';
import { createDocuments, parseBare, type Documents } from './documents';
import { loadExecutable } from './execute/executable';
import { EXECUTORS } from './execute/executors';
import { knownOperation } from './known';
import type { LoadedSupergraph } from './supergraph';
import { createTrustedDocuments, hashOf } from './trusted';

const executable = loadExecutable(readFileSync(join(__dirname, '../schema/supergraph.graphql'), 'utf8'));
const loaded = { executable, apiSchema: executable.apiSchema } as LoadedSupergraph;
const limits = { maxDepth: 15, maxAliases: 50, maxDirectives: 50, maxRootFields: 20, maxCost: 1000 };

function documentsOf(): { documents: Documents; reload(): void } {
  let listener: (supergraph: LoadedSupergraph) => void = () => undefined;
  const onChange = (added: typeof listener) => void (listener = added);
  const documents = createDocuments({ limits, executor: EXECUTORS.compiled }, { onChange });
  listener(loaded);
  return { documents, reload: () => listener({ ...loaded, executable: { ...executable } }) };
}

const keep = (documents: Documents, text: string) =>
  documents.current()!.keep(text, hashOf(text), parseBare(text, undefined));

test('thousands of shapes do not grow without bound, and one that had to go still serves who has it', async () => {
  const { documents } = documentsOf();
  const first = keep(documents, '{ __typename }');
  for (let i = 0; i < 5000; i++) keep(documents, `{ a${i}: viewer { id } }`);
  const { documents: size, documentBytes, documentEvictions } = documents.metrics();
  expect(size).toBeLessThanOrEqual(2000);
  expect(documentEvictions).toBe(5001 - size);
  expect(documentBytes).toBeLessThan(2000 * 30);
  expect(documents.current()!.get('{ __typename }')).toBeUndefined();
  expect(documents.current()!.byHash(first.hash)).toBeUndefined();
  const answer = await first
    .operation(null)!
    .ready()
    .execute({ variables: {}, send: () => Promise.reject(new Error()) });
  expect(answer.data).toBe('{"__typename":"Query"}');
});

test('long documents do not cost many others their place', () => {
  const { documents } = documentsOf();
  for (let i = 0; i < 300; i++) keep(documents, `{ a${i}: __typename } # ${'x'.repeat(49_900)}`);
  expect(documents.metrics().documentBytes).toBeLessThanOrEqual(4_000_000);
  keep(documents, `{ __typename } # ${'x'.repeat(60_000)}`);
  expect(documents.metrics().documentBytes).toBeLessThanOrEqual(4_000_000);
  expect(documents.current()!.get(`{ __typename } # ${'x'.repeat(60_000)}`)).toBeUndefined();
});

test('another supergraph begins with none', () => {
  const { documents, reload } = documentsOf();
  keep(documents, '{ __typename }');
  const before = documents.current()!;
  reload();
  expect(documents.current()!.get('{ __typename }')).toBeUndefined();
  expect(before.get('{ __typename }')).toBeDefined();
});

test('costs are remembered by the sizes that they depend on', () => {
  const { documents } = documentsOf();
  const text = 'query($n: Int = 5) { myWorkspaces(first: $n) { nodes { id } } viewer { id } }';
  const document = keep(documents, text);
  for (let round = 0; round < 2; round++) {
    expect(document.allows({})).toBe(true);
    expect(document.allows({ n: 10, other: 'x' })).toBe(true);
    expect(document.allows({ n: 100_000 })).toBe(false);
    expect(document.allows({ n: null })).toBe(true);
  }
  const nested = JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown;
  expect(document.allows({ n: 1, other: nested })).toBe(false);
});

test('variables that nest without end are not known to be good', () => {
  const { documents } = documentsOf();
  const log = createLogger('test', 'silent');
  const trusted = createTrustedDocuments({ mode: 'off', manifest: [], persisted: null, log });
  const query = 'query($filter: TaskFilter) { __typename }';
  const nested = (depth: number) => `${'{"and":['.repeat(depth)}{}${']}'.repeat(depth)}`;
  const isKnown = (depth: number) => {
    const variables = JSON.parse(`{"filter":${nested(depth)}}`) as Record<string, unknown>;
    const parts = { documents, persisted: null, trusted };
    return knownOperation(parts, { query, variables }, { isInternal: false }) !== null;
  };
  keep(documents, query);
  expect([1, 10, 100_000].map(isKnown)).toEqual([true, true, false]);
});
