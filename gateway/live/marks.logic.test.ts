import { buildSchema, parse } from 'graphql';
import { dimensionsOf, readMarks } from './marks';

const SDL = `
directive @audience(by: [String!]!) on FIELD_DEFINITION | OBJECT | INTERFACE
type Query { chat: Chat }
type Subscription { events: Envelope @audience(by: ["chat"]) }
type Envelope @audience(by: []) { cursor: String event: Event node: Node }
union Event = Sent | Gone
type Sent @audience(by: ["chat"]) { chat: Chat at: String }
type Gone @audience(by: ["workspace"]) { at: String who: User }
interface Node @audience(by: []) { id: ID name: String }
type Chat implements Node @audience(by: ["chat"]) { id: ID name: String mine: Boolean @audience(by: ["viewer"]) }
type User implements Node @audience(by: ["workspace"]) { id: ID name: String @audience(by: ["role"]) secret: String @audience(by: ["planet"]) }
type Bare { id: ID }
type Shared @audience(by: ["chat"]) @audience(by: ["role"]) { id: ID }
`;
const schema = buildSchema(SDL, { assumeValid: true });
const marks = readMarks(SDL);
const of = (document: string) => [...dimensionsOf(schema, marks, parse(document))].sort();

test('the mark of a field goes before that of its type, and what is unmarked or unknown is of the viewer', () => {
  expect(marks('Chat', 'name')).toEqual(['chat']);
  expect(marks('Chat', 'mine')).toEqual(['viewer']);
  expect(marks('Bare', 'id')).toEqual(['viewer']);
  expect(marks('Nothing', 'id')).toEqual(['viewer']);
  expect(marks('User', 'secret')).toEqual(['viewer']);
  expect(marks('Shared', 'id')).toEqual(['chat', 'role']);
});

test.each([
  ['an envelope', '{ cursor }', ['chat']],
  ['a type of a union', '{ event { ... on Gone { at } } }', ['chat', 'workspace']],
  ['both types', '{ event { ... on Gone { at } ... on Sent { at } } }', ['chat', 'workspace']],
  ['an alias', '{ event { ... on Sent { chat { title: mine } } } }', ['chat', 'viewer']],
  [
    'a field that may be left out',
    '{ event { ... on Sent { chat { mine @skip(if: true) } } } }',
    ['chat', 'viewer'],
  ],
  ['a field of an interface: of all that it may be', '{ node { name } }', ['chat', 'role']],
  ['a type of an interface alone', '{ node { ... on Chat { name } } }', ['chat']],
  ['the name of a type', '{ __typename event { __typename } }', ['chat']],
])('what an operation depends on: %s', (_, selection, dimensions) => {
  expect(of(`subscription { events ${selection} }`)).toEqual(dimensions);
  expect(of(`subscription { ...F } fragment F on Subscription { events ${selection} }`)).toEqual(dimensions);
});
