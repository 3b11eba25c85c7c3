import { ensureKeys } from '../dev/keys';
import { environmentOf, SERVICE_NAMES, type ServicePorts } from '../dev/platform';
import { freePorts } from '../dev/ports';
import { startRedis } from '../dev/redis';
import { SUBGRAPH_NAMES, type Environment } from '../subgraphs/kit/config';
import { startBenchPlatform, type BenchPlatform } from './platform';

/** A platform that gateways in processes of their own can serve, too. */
export interface WiredPlatform {
  platform: BenchPlatform;
  /** In which such a gateway starts. */
  gatewayEnvironment: Environment;
  subgraphUrls: Record<string, string>;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Starts it on `dataDir`, with what variables differ. */
export async function startWiredPlatform(dataDir: string, settings: Environment): Promise<WiredPlatform> {
  const redis = await startRedis();
  const [issuer, ...free] = await freePorts(SERVICE_NAMES.length + 1);
  const ports = Object.fromEntries(SERVICE_NAMES.map((name, i) => [name, free[i]!])) as ServicePorts;
  const platform = await startBenchPlatform(dataDir, startEnvironment(redis.url, ports, issuer!));
  const wiring = {
    ports,
    roleUrls: {},
    redisUrl: redis.url,
    issuer: { url: platform.issuer, jwksUrl: `${platform.issuer}/protocol/openid-connect/certs` },
    directory: { url: '', secret: '' },
    keys: await ensureKeys(dataDir),
    attachmentDir: dataDir,
    settings,
  };
  return {
    platform,
    gatewayEnvironment: environmentOf('gateway', wiring),
    subgraphUrls: Object.fromEntries(
      SUBGRAPH_NAMES.map((name) => [name, `http://${HOST}:${ports[name]}/graphql`]),
    ),
    async stop() {
      await platform.stop();
      await redis.stop();
    },
  };
}

/** Where everything is, chosen before, so that other gateways find it. */
function startEnvironment(redisUrl: string, ports: ServicePorts, issuer: number): Environment {
  const { gateway, worker, ...subgraphs } = ports;
  const ofSubgraphs = Object.entries(subgraphs).map(([name, port]) => [
    `SUBGRAPH_${name.toUpperCase()}_PORT`,
    String(port),
  ]);
  return {
    ...(Object.fromEntries(ofSubgraphs) as Environment),
    ...{
      PORT: String(gateway),
      WORKER_PORT: String(worker),
      ISSUER_PORT: String(issuer),
      REDIS_URL: redisUrl,
    },
  };
}
