import { parseManifest } from './manifest';

const apollo = (operations: unknown, version = 1) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version, operations });
const OPERATION = { id: 'a1', name: 'A', type: 'query', body: 'query A { a }' };

test("Apollo's and Relay's manifests are told apart by what they hold", () => {
  expect(parseManifest(apollo([OPERATION]))).toEqual([{ id: 'a1', name: 'A', text: 'query A { a }' }]);
  expect(parseManifest('{"0cc1":"{ a }","0cc2":"{ b }"}')).toEqual([
    { id: '0cc1', name: null, text: '{ a }' },
    { id: '0cc2', name: null, text: '{ b }' },
  ]);
});

test.each([
  ['', 'no JSON object'],
  ['[]', 'no JSON object'],
  ['{"format":"other","version":1,"operations":[]}', 'format'],
  [apollo([], 2), 'format'],
  [apollo({}), 'no list'],
  [apollo([OPERATION, { name: 'B' }]), 'number 1 has no id'],
  [apollo([{ id: 'b2' }]), 'entry b2 has no body'],
  [apollo([OPERATION, OPERATION]), 'entry a1 is there twice'],
  [apollo([{ ...OPERATION, body: '{' }]), 'entry a1 is no GraphQL document'],
  ['{"0cc1":7}', 'entry 0cc1 is no text'],
  ['{"0cc1":"query {"}', 'entry 0cc1 is no GraphQL document'],
])('a broken manifest is refused, and its entry named: %s', (text, message) => {
  expect(() => parseManifest(text)).toThrow(message);
});
