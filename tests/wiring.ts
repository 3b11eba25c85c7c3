import type { Issuer } from '../dev/issuer';
import type { TestDatabase } from './database';

export const SUBGRAPH_NAMES = ['identity', 'workspace', 'chat', 'task', 'workflow'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];
export type ServiceName = 'gateway' | SubgraphName | 'worker';
export const SERVICE_NAMES: readonly ServiceName[] = [...SUBGRAPH_NAMES, 'worker', 'gateway'];

/** What the services of one platform have in common. */
export interface Wiring {
  ports: Record<ServiceName, number>;
  database: TestDatabase;
  redisUrl: string;
  issuer: Pick<Issuer, 'url' | 'jwksUrl'>;
  /** Variables that differ from the harness's defaults. */
  variables: Readonly<Record<string, string>>;
}

const HOST = '127.0.0.1';

/** The files of the keys that gateway, identity and worker sign with; global-setup makes them. */
export function keyFile(signer: 'gateway' | 'identity' | 'worker'): string {
  return `${process.env.TEST_KEYS ?? ''}/${signer}.pem`;
}

/** The environment of one service, as a process of its own would be given it. */
export function environmentOf(service: ServiceName, wiring: Wiring): Record<string, string> {
  const { ports, database, issuer } = wiring;
  const jwks = (['gateway', 'identity', 'worker'] as const).map(
    (signer) => `${signer}=http://${HOST}:${ports[signer]}/internal/jwks`,
  );
  const perSubgraph = SUBGRAPH_NAMES.flatMap((name) => [
    [`SUBGRAPH_${name.toUpperCase()}_URL`, `http://${HOST}:${ports[name]}/graphql`],
    [`SUBGRAPH_${name.toUpperCase()}_PORT`, String(ports[name])],
    [`DATABASE_URL_${name.toUpperCase()}`, database.roleUrls[`tributary_${name}`]],
  ]);
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    HOST,
    PORT: String(ports.gateway),
    WORKER_PORT: String(ports.worker),
    DATABASE_URL_WORKER: database.roleUrls.tributary_worker ?? '',
    DATABASE_URL_MIGRATOR: database.migratorUrl,
    DATABASE_POOL_SIZE: '4',
    REDIS_URL: wiring.redisUrl,
    OIDC_ISSUER: issuer.url,
    OIDC_JWKS_URL: issuer.jwksUrl,
    INTERNAL_KEY_FILE: keyFile(service === 'gateway' || service === 'identity' ? service : 'worker'),
    INTERNAL_JWKS_URLS: jwks.join(','),
    GATEWAY_URL: `http://${HOST}:${ports.gateway}/graphql`,
    RETRY_BASE_MS: '50',
    LIVE_POLL_MS: '250',
    APOLLO_TELEMETRY_DISABLED: 'true',
    ...(Object.fromEntries(perSubgraph) as Record<string, string>),
    ...wiring.variables,
  };
}
