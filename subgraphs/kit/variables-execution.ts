import { z } from 'zod';
import type { Variable } from './variables';

/** By what operations are executed. */
export const EXECUTION = {
  EXECUTOR: {
    schema: z.enum(['compiled', 'stock']),
    roles: ['gateway'],
    doc: "What executes plans: `compiled`, the gateway's own, or `stock`, that of @apollo/gateway. Both answer alike.",
    fallback: 'compiled',
  },
} satisfies Record<string, Variable>;
