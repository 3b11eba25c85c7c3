import { sendMessageAction } from './nodes/action.sendMessage';
import type { NodeType } from './nodes/node-type';
import { eventTrigger } from './nodes/trigger.event';

/** All types of node, by name. */
export const NODE_TYPES: ReadonlyMap<string, NodeType> = new Map(
  [eventTrigger, sendMessageAction].map((nodeType) => [nodeType.type, nodeType as NodeType]),
);

/** What is wrong with a node's type or config, in a sentence that names the node; null when nothing is. */
export function problemOfNode(node: { id: string; type: string; config: unknown }): string | null {
  const nodeType = NODE_TYPES.get(node.type);
  if (!nodeType) {
    return `node ${node.id} has the unknown type ${node.type.slice(0, 100)}; there are ${[...NODE_TYPES.keys()].join(', ')}`;
  }
  const parsed = nodeType.config.safeParse(node.config);
  if (parsed.success) return null;
  const issues = parsed.error.issues.map((issue) => [...issue.path, issue.message].join(': '));
  return `the config of node ${node.id} is wrong: ${issues.join('; ').slice(0, 500)}`;
}
