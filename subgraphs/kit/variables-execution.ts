import { z } from 'zod';
import type { Variable } from './variables';

/** Which operations are executed, and by what. */
export const EXECUTION = {
  EXECUTOR: {
    schema: z.enum(['compiled', 'stock']),
    roles: ['gateway'],
    doc: "What executes plans: `compiled`, the gateway's own, or `stock`, that of @apollo/gateway. Both answer alike, but for what docs/execution.md names.",
    fallback: 'compiled',
  },
  TRUSTED_DOCUMENTS: {
    schema: z.enum(['off', 'apq', 'log', 'enforce']),
    roles: ['gateway'],
    doc: 'Which documents are executed: `off` all that come as text; `apq` also those that were registered by their hash; `log` the same, with a line in the log for each that is not in TRUSTED_DOCUMENTS_FILE; `enforce` those in it alone.',
    fallback: 'apq',
  },
  TRUSTED_DOCUMENTS_FILE: {
    schema: z.string().min(1),
    roles: ['gateway'],
    doc: "The manifest of trusted documents, as Apollo's or Relay's tools write it.",
    optionalFor: ['gateway'],
  },
} satisfies Record<string, Variable>;
