import { readFileSync } from 'node:fs';
import { toGatewayConfig } from '../gateway/config';
import { createGateway } from '../gateway/server';
import { SUBGRAPHS } from '../subgraphs/index';
import { readConfig } from '../subgraphs/kit/config';
import { createLogger } from '../subgraphs/kit/logger';
import { startSubgraph } from '../subgraphs/kit/server';
import { createServiceSigner } from '../subgraphs/kit/service-token';
import { startWorker } from '../subgraphs/worker';
import { environmentOf, type ServiceName, type SubgraphName, type Wiring } from './wiring';

/** A service that runs in the test's own process. */
export interface Running {
  close(): Promise<void>;
}

/** Starts one service in this process; its rules about time ask `now`. */
export function startService(service: ServiceName, wiring: Wiring, now: () => Date): Promise<Running> {
  if (service === 'gateway') return startGateway(wiring, now);
  if (service === 'worker') return startOwnWorker(wiring, now);
  return startOwnSubgraph(service, wiring, now);
}

function startGateway(wiring: Wiring, now: () => Date): Promise<Running> {
  const config = readConfig(['gateway'], environmentOf('gateway', wiring));
  const log = createLogger('gateway', config.LOG_LEVEL);
  return createGateway({ ...toGatewayConfig(config, log), now });
}

function startOwnSubgraph(name: SubgraphName, wiring: Wiring, now: () => Date): Promise<Running> {
  const config = readConfig([name], environmentOf(name, wiring));
  const signer =
    name === 'identity'
      ? createServiceSigner('identity', readFileSync(config.INTERNAL_KEY_FILE, 'utf8'), now)
      : null;
  return startSubgraph(SUBGRAPHS[name]!, {
    host: config.HOST,
    port: wiring.ports[name],
    databaseUrl: wiring.database.roleUrls[`tributary_${name}`]!,
    poolSize: config.DATABASE_POOL_SIZE,
    redisUrl: config.REDIS_URL,
    auth: {
      issuer: config.OIDC_ISSUER,
      jwksUrl: config.OIDC_JWKS_URL,
      audience: config.OIDC_AUDIENCE,
      clients: config.OIDC_CLIENTS,
      internalJwksUrls: config.INTERNAL_JWKS_URLS,
    },
    ...(signer && { jwks: () => signer.jwks() }),
    log: createLogger(name, config.LOG_LEVEL),
    now,
  });
}

function startOwnWorker(wiring: Wiring, now: () => Date): Promise<Running> {
  const config = readConfig(['worker'], environmentOf('worker', wiring));
  return startWorker({
    host: config.HOST,
    port: config.WORKER_PORT,
    databaseUrl: config.DATABASE_URL_WORKER,
    poolSize: config.DATABASE_POOL_SIZE,
    redisUrl: config.REDIS_URL,
    gatewayUrl: config.GATEWAY_URL,
    workerId: config.WORKER_ID,
    issuer: config.OIDC_ISSUER,
    internalKeyPem: readFileSync(config.INTERNAL_KEY_FILE, 'utf8'),
    retryBaseMs: config.RETRY_BASE_MS,
    log: createLogger('worker', config.LOG_LEVEL),
    now,
  });
}
