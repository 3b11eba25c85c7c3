import { problemOfGraph, wavesOf, type Graph } from './graph.logic';

/** `graph('a>b', 'b>c')`: the node t is the trigger, all others are actions. */
function graph(...edges: string[]): Graph {
  const pairs = edges.map((edge) => edge.split('>') as [string, string]);
  const ids = [...new Set(['t', ...pairs.flat()])];
  return {
    nodes: ids.map((id) => ({ id, type: id === 't' ? 'trigger.event' : 'action.sendMessage', config: {} })),
    edges: pairs.map(([from, to]) => ({ from, to })),
  };
}

const chain = (length: number) =>
  graph(...Array.from({ length: length - 1 }, (_, i) => `${i === 0 ? 't' : `n${i}`}>n${i + 1}`));

test('W4: a graph that can run has no problem', () => {
  expect(problemOfGraph(graph('t>a'))).toBeNull();
  expect(problemOfGraph(graph('t>a', 't>b', 'a>c', 'b>c'))).toBeNull();
  expect(problemOfGraph(graph())).toBeNull();
});

test('W3: 100 nodes are accepted, 101 are not', () => {
  expect(problemOfGraph(chain(100))).toBeNull();
  expect(problemOfGraph(chain(101))).toMatchObject({
    field: 'nodes',
    message: expect.stringMatching(/100.*101/) as string,
  });
});

test('W4: ids are unique and well-formed', () => {
  const { nodes } = graph('t>a');
  expect(problemOfGraph({ nodes: [...nodes, nodes[1]!], edges: [] })!.message).toMatch(/two nodes.* a$/);
  for (const id of ['', 'ä', 'a b', 'x'.repeat(101), "'; drop table"]) {
    expect(problemOfGraph({ nodes: [...nodes, { ...nodes[1]!, id }], edges: [] })).toMatchObject({
      field: 'nodes',
    });
  }
});

test('W4: edges lead from nodes to nodes, once, and never to the trigger', () => {
  const valid = graph('t>a');
  const withEdge = (from: string, to: string) =>
    problemOfGraph({ ...valid, edges: [...valid.edges, { from, to }] });
  expect(withEdge('a', 'ghost')).toMatchObject({
    field: 'edges',
    message: expect.stringContaining('ghost') as string,
  });
  expect(withEdge('ghost', 'a')!.message).toContain('ghost');
  expect(withEdge('a', 't')!.message).toContain('trigger t');
  expect(withEdge('t', 'a')!.message).toContain('twice');
});

test('W4: a circle is named with its nodes', () => {
  expect(problemOfGraph(graph('t>a', 'a>b', 'b>c', 'c>a', 'c>d'))!.message).toMatch(
    /: (a → b → c → a|b → c → a → b|c → a → b → c)$/,
  );
  expect(problemOfGraph(graph('t>a', 'a>a'))!.message).toMatch(/: a → a$/);
});

test('W4: there is exactly one trigger', () => {
  const { nodes, edges } = graph('t>a');
  expect(problemOfGraph({ nodes: [nodes[1]!], edges: [] })!.message).toMatch(/exactly one trigger.* 0$/);
  expect(problemOfGraph({ nodes: [], edges: [] })!.message).toMatch(/exactly one trigger/);
  const second = { id: 'u', type: 'trigger.event', config: {} };
  expect(problemOfGraph({ nodes: [...nodes, second], edges })!.message).toMatch(/2: t, u$/);
});

test('W4: every node is reached from the trigger', () => {
  expect(problemOfGraph(graph('t>a', 'x>y'))!.message).toMatch(/does not lead to: x$/);
});

test('W32: waves are the topological levels, sorted by id, whatever the order of the input', () => {
  const edges = ['t>b', 't>a', 'b>d', 'a>c', 'c>e', 'd>e', 't>e'];
  const expected = [['t'], ['a', 'b'], ['c', 'd'], ['e']];
  expect(wavesOf(graph(...edges))).toEqual(expected);
  const { nodes, edges: given } = graph(...edges.reverse());
  expect(wavesOf({ nodes: [...nodes].reverse(), edges: given })).toEqual(expected);
});
