import type { Environment } from '../subgraphs/kit/config';

/** By which executor the gateways of tests execute: `npm run test:executors` chooses another than the usual one. */
export const EXECUTOR: Environment = { EXECUTOR: process.env.EXECUTOR };
