import { z } from 'zod';
import type { Variable } from './variables';

const count = z.coerce.number().int().min(1);

/** What the gateway lets one request, socket or subgraph cost. */
export const LIMITS = {
  MAX_BODY_BYTES: {
    schema: count,
    roles: ['gateway'],
    doc: 'The largest request body.',
    fallback: '1000000',
  },
  MAX_TOKENS: { schema: count, roles: ['gateway'], doc: 'The most tokens in a document.', fallback: '5000' },
  MAX_DEPTH: { schema: count, roles: ['gateway'], doc: 'The deepest selection.', fallback: '15' },
  MAX_ALIASES: { schema: count, roles: ['gateway'], doc: 'The most aliases in a document.', fallback: '50' },
  MAX_DIRECTIVES: {
    schema: count,
    roles: ['gateway'],
    doc: 'The most directives in a document.',
    fallback: '50',
  },
  MAX_ROOT_FIELDS: {
    schema: count,
    roles: ['gateway'],
    doc: 'The most root fields of an operation.',
    fallback: '20',
  },
  MAX_COST: {
    schema: count,
    roles: ['gateway'],
    doc: 'The highest cost: one per field, times the sizes of the lists around it.',
    fallback: '50000',
  },
  SUBGRAPH_TIMEOUT_MS: {
    schema: count,
    roles: ['gateway'],
    doc: 'How long the gateway waits for a subgraph.',
    fallback: '10000',
  },
  SUBGRAPH_CONNECTIONS: {
    schema: count,
    roles: ['gateway'],
    doc: 'How many calls the gateway sends one subgraph at a time.',
    fallback: '100',
  },
  SUBGRAPH_QUEUE: {
    schema: count,
    roles: ['gateway'],
    doc: 'How many fetches may wait for one of these; those beyond it are SERVICE_BUSY at once.',
    fallback: '5000',
  },
  SHARE_FETCHES: {
    schema: z.enum(['off', 'request', 'all']),
    roles: ['gateway'],
    doc: 'Whose identical fetches are sent once while they are under way: nobody’s, those of one request, or those of all requests with the same token. Mutations never are.',
    fallback: 'request',
  },
  REQUEST_TIMEOUT_MS: {
    schema: count,
    roles: ['gateway'],
    doc: 'How long a request may take, with all that it asks of subgraphs.',
    fallback: '30000',
  },
  MAX_RESPONSE_BYTES: {
    schema: count,
    roles: ['gateway'],
    doc: 'The largest answer of a subgraph.',
    fallback: '10000000',
  },
  MAX_SUBSCRIPTIONS_PER_SOCKET: {
    schema: count,
    roles: ['gateway'],
    doc: 'The most live subscriptions of one socket.',
    fallback: '100',
  },
  MAX_SUBSCRIPTIONS_PER_USER: {
    schema: count,
    roles: ['gateway'],
    doc: 'The most live subscriptions of one person at one gateway.',
    fallback: '1000',
  },
  MAX_SUBSCRIPTIONS: {
    schema: count,
    roles: ['gateway'],
    doc: 'The most live subscriptions of one gateway.',
    fallback: '100000',
  },
  MAX_SOCKETS: {
    schema: count,
    roles: ['gateway'],
    doc: 'The most sockets and streams of one gateway.',
    fallback: '12000',
  },
  MAX_FRAME_BYTES: {
    schema: count,
    roles: ['gateway'],
    doc: 'The largest frame from a client.',
    fallback: '100000',
  },
  MAX_BUFFERED_BYTES: {
    schema: count,
    roles: ['gateway'],
    doc: 'How much may wait for a client that does not read before it is cut off.',
    fallback: '1000000',
  },
} satisfies Record<string, Variable>;
