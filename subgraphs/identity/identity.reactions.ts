import type { Reactions } from '../kit/subgraph';
import type { IdentityLoaders } from './identity.loaders';

/** What identity does about others' events. */
export const identityReactions: Reactions<IdentityLoaders> = {};
