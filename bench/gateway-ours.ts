import { toGatewayConfig, type GatewayConfig } from '../gateway/config';
import { createGateway } from '../gateway/server';
import { readConfig, type Environment } from '../subgraphs/kit/config';
import { createLogger } from '../subgraphs/kit/logger';
import { answer } from './child';

/** Our gateway as `gateway/main.ts` starts it, in an environment, but for what is said otherwise. */
export interface OursOptions {
  environment: Environment;
  otherwise: Partial<GatewayConfig>;
}

async function listen({ environment, otherwise }: OursOptions): Promise<string> {
  const settings = readConfig(['gateway'], environment) as Record<string, unknown>;
  const log = createLogger('gateway', settings.LOG_LEVEL as string);
  const gateway = await createGateway({ ...toGatewayConfig(settings, log), ...otherwise });
  return gateway.url;
}

answer({ listen });
