import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';

/** The subgraphs by name, with the address that the supergraph file holds; the gateway overrides it. */
export const SUBGRAPH_URLS: Readonly<Record<string, string>> = {
  identity: 'http://127.0.0.1:4001/graphql',
  workspace: 'http://127.0.0.1:4002/graphql',
  chat: 'http://127.0.0.1:4003/graphql',
  task: 'http://127.0.0.1:4004/graphql',
  workflow: 'http://127.0.0.1:4005/graphql',
};

/** The SDL of one subgraph: the common part and its own. */
export interface SubgraphSdl {
  name: string;
  url: string;
  text: string;
  document: DocumentNode;
}

/** Reads the hand-written SDL of every subgraph from `<root>/schema`. */
export function readSubgraphs(root: string): SubgraphSdl[] {
  const read = (name: string) => readFileSync(join(root, 'schema', `${name}.graphql`), 'utf8');
  return Object.entries(SUBGRAPH_URLS).map(([name, url]) => {
    const text = `${read('common')}\n${read(name)}`;
    return { name, url, text, document: parse(text) };
  });
}
