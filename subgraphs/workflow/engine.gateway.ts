import { z } from 'zod';
import type { EngineOptions, ServiceClaims } from '../kit/subgraph';
import { NodeError } from './nodes/node-type';

type GatewayOptions = Pick<EngineOptions, 'gatewayUrl' | 'signServiceToken'>;

export interface GatewayCall {
  document: string;
  variables: Record<string, unknown>;
  signal: AbortSignal;
}

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
});

/** Calls the gateway as the bot and answers the data; every failure is a NodeError without addresses or tokens. */
export async function callGateway(
  options: GatewayOptions,
  claims: ServiceClaims,
  call: GatewayCall,
): Promise<Record<string, unknown>> {
  const response = await post(options, claims, call);
  const parsed = answer.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new NodeError(`The platform answered ${response.status}.`);
  const { data, errors } = parsed.data;
  const error = errors?.[0];
  if (error) throw new NodeError(`${error.extensions?.code ?? 'INTERNAL_SERVER_ERROR'}: ${error.message}`);
  if (!data) throw new NodeError(`The platform answered ${response.status}.`);
  return data;
}

async function post(options: GatewayOptions, claims: ServiceClaims, call: GatewayCall): Promise<Response> {
  try {
    return await fetch(options.gatewayUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${options.signServiceToken(claims)}`,
        'x-correlation-id': claims.correlationId,
      },
      body: JSON.stringify({ query: call.document, variables: call.variables }),
      signal: call.signal,
    });
  } catch (error) {
    if (call.signal.aborted) throw new NodeError('The platform did not answer in time.', { cause: error });
    throw new NodeError('The platform could not be reached.', { cause: error });
  }
}
