import { toGatewayConfig } from '../gateway/config';
import { createGateway } from '../gateway/server';
import { SUBGRAPH_NAMES, readConfig, type Environment, type SubgraphName } from '../subgraphs/kit/config';
import { createLogger } from '../subgraphs/kit/logger';
import { runSubgraph, runWorker } from '../subgraphs/roles';
import { SIGNERS, type KeyFiles } from './keys';

export type ServiceName = SubgraphName | 'worker' | 'gateway';
export type ServicePorts = Record<ServiceName, number>;

/** What the services of one platform have in common. */
export interface Wiring {
  ports: ServicePorts;
  /** PostgreSQL by login role, `tributary_identity`, …, `tributary_worker`. */
  roleUrls: Readonly<Record<string, string>>;
  redisUrl: string;
  issuer: { url: string; jwksUrl: string };
  /** The issuer's admin API, and the secret of the client that may use it. */
  directory: { url: string; secret: string };
  keys: KeyFiles;
  /** Where the files of messages are kept. */
  attachmentDir: string;
  /** Settings by variable name; what the wiring says stands above them. */
  settings: Environment;
}

/** A service that runs in this process. */
export interface Running {
  url: string;
  close(): Promise<void>;
}

export interface Services {
  /** The gateway's GraphQL URL. */
  url: string;
  wsUrl: string;
  /** Stops them, the gateway first. */
  close(): Promise<void>;
}

export const SERVICE_NAMES: readonly ServiceName[] = [...SUBGRAPH_NAMES, 'worker', 'gateway'];
const HOST = '127.0.0.1';

/** The environment of one service, as a process of its own would be given it. */
export function environmentOf(service: ServiceName, wiring: Wiring): Environment {
  const { ports, roleUrls, issuer, directory, keys } = wiring;
  const signers = SIGNERS.map((signer) => `${signer}=http://${HOST}:${ports[signer]}/internal/jwks`);
  const signer = SIGNERS.find((name) => name === service);
  const perSubgraph = SUBGRAPH_NAMES.flatMap((name) => [
    [`SUBGRAPH_${name.toUpperCase()}_URL`, `http://${HOST}:${ports[name]}/graphql`],
    [`SUBGRAPH_${name.toUpperCase()}_PORT`, String(ports[name])],
    [`DATABASE_URL_${name.toUpperCase()}`, roleUrls[`tributary_${name}`]],
  ]);
  return {
    ...wiring.settings,
    HOST,
    PORT: String(ports.gateway),
    WORKER_PORT: String(ports.worker),
    DATABASE_URL_WORKER: roleUrls.tributary_worker,
    REDIS_URL: wiring.redisUrl,
    OIDC_ISSUER: issuer.url,
    OIDC_JWKS_URL: issuer.jwksUrl,
    DIRECTORY_URL: directory.url,
    DIRECTORY_CLIENT_SECRET: directory.secret,
    INTERNAL_KEY_FILE: signer && keys[signer],
    INTERNAL_JWKS_URLS: signers.join(','),
    API_KEY_SECRET: service === 'identity' ? keys.apiKeySecret : undefined,
    ATTACHMENT_DIR: wiring.attachmentDir,
    ATTACHMENT_SECRET: service === 'chat' ? keys.attachmentSecret : undefined,
    PUBLIC_URL: `http://${HOST}:${ports.gateway}`,
    GATEWAY_URL: `http://${HOST}:${ports.gateway}/graphql`,
    ...(Object.fromEntries(perSubgraph) as Environment),
  };
}

/** Starts one service in this process; its rules about time ask `now`. */
export function startService(service: ServiceName, wiring: Wiring, now: () => Date): Promise<Running> {
  const environment = environmentOf(service, wiring);
  if (service === 'worker') return runWorker(now, environment);
  if (service !== 'gateway') return runSubgraph(service, now, environment);
  const config = readConfig(['gateway'], environment);
  return createGateway({ ...toGatewayConfig(config, createLogger('gateway', config.LOG_LEVEL)), now });
}

/** Starts all services in this process; a start that fails leaves none running. */
export async function startServices(wiring: Wiring, now = () => new Date()): Promise<Services> {
  const results = await Promise.allSettled(SERVICE_NAMES.map((name) => startService(name, wiring, now)));
  const running = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const close = async () => {
    // The gateway stands last: closed first, it finishes what is in flight while the others still answer.
    for (const service of running.splice(0).reverse()) await service.close();
  };
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  const url = `http://${HOST}:${wiring.ports.gateway}/graphql`;
  return { url, wsUrl: url.replace('http', 'ws'), close };
}
