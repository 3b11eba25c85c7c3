import { NODE_TYPES, problemOfNode } from './node.logic';

test('W2: an unknown type is refused by the name of the node', () => {
  expect(problemOfNode({ id: 'n7', type: 'foo', config: {} })).toMatch(/node n7 .*foo/);
});

test('W2: a wrong config is refused by the name of the node and the field', () => {
  expect(problemOfNode({ id: 'say', type: 'action.sendMessage', config: { body: 3 } })).toMatch(
    /node say .*body/,
  );
  expect(problemOfNode({ id: 'say', type: 'action.sendMessage', config: null })).toMatch(/node say/);
});

test('W2: a complete config is accepted', () => {
  expect(problemOfNode({ id: 'say', type: 'action.sendMessage', config: { body: 'Hello' } })).toBeNull();
});

test('every type has an icon and a description, and every action something to do', () => {
  for (const nodeType of NODE_TYPES.values()) {
    expect(nodeType.icon).toMatch(/^[a-z-]+$/);
    expect(nodeType.description.length).toBeGreaterThan(10);
    expect(Boolean(nodeType.run)).toBe(!nodeType.type.startsWith('trigger.'));
  }
});
