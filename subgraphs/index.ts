import { chat } from './chat';
import { identity } from './identity';
import { task } from './task';
import { workflow } from './workflow';
import { workspace } from './workspace';
import type { SubgraphManifest } from './kit/subgraph';

/** The five subgraphs, by name. */
export const SUBGRAPHS = { identity, workspace, chat, task, workflow } as unknown as Record<
  string,
  SubgraphManifest
>;
