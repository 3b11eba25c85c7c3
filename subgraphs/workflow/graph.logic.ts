/** A workflow's steps and which follows which. */
export interface Graph {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

export interface GraphNode {
  id: string;
  type: string;
  config: Record<string, unknown>;
}

export interface GraphEdge {
  from: string;
  to: string;
}

/** A fault and the input field that holds it. */
export interface GraphProblem {
  message: string;
  field: 'nodes' | 'edges';
}

export const MAX_NODES = 100;
const MAX_EDGES = MAX_NODES * MAX_NODES;
const NODE_ID = /^[A-Za-z0-9_-]{1,100}$/;

export const isTrigger = (node: { type: string }) => node.type.startsWith('trigger.');

/** The first fault of a graph as a whole, naming the nodes at fault; null when it can run. */
export function problemOfGraph(graph: Graph): GraphProblem | null {
  return problemOfNodes(graph.nodes) ?? problemOfEdges(graph) ?? problemOfOrder(graph);
}

function problemOfNodes(nodes: readonly GraphNode[]): GraphProblem | null {
  const problem = (message: string): GraphProblem => ({ message, field: 'nodes' });
  if (nodes.length > MAX_NODES)
    return problem(`a workflow has at most ${MAX_NODES} nodes; these are ${nodes.length}`);
  const seen = new Set<string>();
  for (const { id } of nodes) {
    if (!NODE_ID.test(id)) {
      return problem(
        `the node id ${JSON.stringify(id.slice(0, 100))} is not 1 to 100 letters, digits, hyphens and underscores`,
      );
    }
    if (seen.has(id)) return problem(`two nodes have the id ${id}`);
    seen.add(id);
  }
  const triggers = nodes.filter(isTrigger).map((node) => node.id);
  if (triggers.length === 1) return null;
  return problem(
    `a workflow has exactly one trigger; these are ${triggers.length}${triggers.length > 0 ? `: ${triggers.join(', ')}` : ''}`,
  );
}

function problemOfEdges({ nodes, edges }: Graph): GraphProblem | null {
  const problem = (message: string): GraphProblem => ({ message, field: 'edges' });
  if (edges.length > MAX_EDGES) return problem(`a workflow has at most ${MAX_EDGES} edges`);
  const types = new Map(nodes.map((node) => [node.id, node.type]));
  const seen = new Set<string>();
  for (const { from, to } of edges) {
    const missing = [from, to].find((id) => !types.has(id));
    if (missing !== undefined)
      return problem(`an edge names the node ${missing.slice(0, 100)}, which does not exist`);
    if (isTrigger({ type: types.get(to)! })) return problem(`an edge leads to the trigger ${to}`);
    const key = `${from} ${to}`;
    if (seen.has(key)) return problem(`the edge from ${from} to ${to} is given twice`);
    seen.add(key);
  }
  return null;
}

function problemOfOrder(graph: Graph): GraphProblem | null {
  const cycle = findCycle(graph);
  if (cycle) return { message: `these nodes form a circle: ${cycle.join(' → ')}`, field: 'edges' };
  // Without a circle, whatever has no predecessor but the trigger is where the unreachable begin.
  const targets = new Set(graph.edges.map((edge) => edge.to));
  const unreachable = graph.nodes
    .filter((node) => !isTrigger(node) && !targets.has(node.id))
    .map((node) => node.id);
  if (unreachable.length === 0) return null;
  return { message: `the trigger does not lead to: ${unreachable.sort().join(', ')}`, field: 'edges' };
}

/** The nodes of one circle, in order and with the first repeated at the end; null when there is none. */
function findCycle(graph: Graph): string[] | null {
  const placed = new Set(wavesOf(graph).flat());
  const left = graph.nodes.map((node) => node.id).filter((id) => !placed.has(id));
  if (left.length === 0) return null;
  // Each node that is left waits for another that is left: walking backwards must come round.
  const path: string[] = [];
  let id = left.sort()[0]!;
  while (!path.includes(id)) {
    path.push(id);
    id = graph.edges.find((edge) => edge.to === path.at(-1) && !placed.has(edge.from))!.from;
  }
  return [...path.slice(path.indexOf(id)), id].reverse();
}

/**
 * The order of running: each wave holds the nodes whose predecessors are all in earlier waves, sorted by id. The same
 * graph always gives the same waves, which replay depends on. Nodes on or behind a circle are in none.
 */
export function wavesOf({ nodes, edges }: Graph): string[][] {
  const waitsFor = new Map(nodes.map((node) => [node.id, 0]));
  for (const { to } of edges) waitsFor.set(to, (waitsFor.get(to) ?? 0) + 1);
  const waves: string[][] = [];
  let wave = nodes.map((node) => node.id).filter((id) => waitsFor.get(id) === 0);
  while (wave.length > 0) {
    waves.push(wave.sort());
    const next: string[] = [];
    for (const { from, to } of edges) {
      if (!wave.includes(from)) continue;
      const left = waitsFor.get(to)! - 1;
      waitsFor.set(to, left);
      if (left === 0) next.push(to);
    }
    wave = next;
  }
  return waves;
}

/** The type of event that starts a graph; null when none does. */
export function triggerEventOf(nodes: readonly GraphNode[]): string | null {
  const type = nodes.find((node) => node.type === 'trigger.event')?.config.type;
  return typeof type === 'string' ? type : null;
}
