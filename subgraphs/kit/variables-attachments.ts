import { z } from 'zod';
import type { Variable } from './variables';

const count = z.coerce.number().int().min(1);

/** Where the files of messages are kept and fetched, and how large they may be. */
export const ATTACHMENTS = {
  ATTACHMENT_DIR: {
    schema: z.string().min(1),
    roles: ['chat', 'worker'],
    doc: 'The folder in which the files of messages are kept; chat and all workers share it.',
  },
  ATTACHMENT_SECRET: {
    schema: z.string().min(32),
    roles: ['chat'],
    doc: 'At least 32 characters that nobody can guess, by which the addresses of files are signed.',
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    roles: ['chat'],
    doc: 'Where clients reach the gateway; the addresses of files begin with it.',
    fallback: 'http://127.0.0.1:4000',
  },
  MAX_ATTACHMENT_BYTES: {
    schema: count.max(2_000_000_000),
    roles: ['chat'],
    doc: 'The largest file of a message.',
    fallback: '25000000',
  },
  STREAM_IDLE_MS: {
    schema: count,
    roles: ['gateway', 'chat'],
    doc: 'How long a file on its way may stand still before it is broken off.',
    fallback: '30000',
  },
  ATTACHMENT_SWEEP_MS: {
    schema: count,
    roles: ['worker'],
    doc: 'How often files are removed that no message has any more, or never had for a day.',
    fallback: '60000',
  },
} satisfies Record<string, Variable>;
