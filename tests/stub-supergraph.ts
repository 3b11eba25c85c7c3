import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, graphql, parse } from 'graphql';
import { startIssuer } from '../dev/issuer';
import { toGatewayConfig, type GatewayConfig } from '../gateway/config';
import { createGateway, type Gateway } from '../gateway/server';
import { readConfig } from '../subgraphs/kit/config';
import { createLogger } from '../subgraphs/kit/logger';
import { EXECUTOR } from './executor';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
/** Two small subgraphs that answer well and badly. */
const SDL = {
  identity: `${LINK}
    type Query { viewer: User users(first: Int): Users slow: String big: String boom: String coded: String }
    type Mutation { ping(n: Int): Int }
    type Subscription { tick: Int changed: User }
    type Users { nodes: [User!]! }
    type User @key(fields: "id") { id: ID! username: String! friends(first: Int): Users }`,
  notes: `${LINK}
    type Query { note: Note }
    type Note @key(fields: "id") { id: ID! text: String! owner: User }
    type User @key(fields: "id") { id: ID! notes: [Note!] }`,
};

const alice = { id: '1', username: 'alice' };
const friends = () => ({ nodes: [alice] });
const resolvers = {
  identity: {
    Query: {
      viewer: () => alice,
      users: friends,
      slow: () => new Promise((resolve) => setTimeout(resolve, 2000, 'late').unref()),
      big: () => 'x'.repeat(3_000_000),
      boom: () => {
        throw new Error('relation "secret" does not exist at http://10.0.0.1:5432');
      },
      coded: () => {
        const http = { status: 503 };
        throw new GraphQLError('Note not found', {
          extensions: { code: 'NOT_FOUND', http, stacktrace: ['at x'] },
        });
      },
    },
    Mutation: { ping: (_: unknown, { n }: { n: number }) => n },
    User: { friends, __resolveReference: () => alice },
  },
  notes: {
    Query: { note: () => ({ id: 'n1', text: 'hi', owner: { id: '1' } }) },
    User: {
      notes: () => [{ id: 'n1', text: 'hi' }],
      __resolveReference: (reference: object) => reference,
    },
  },
};

export interface SeenRequest {
  subgraph: string;
  path: string;
  headers: IncomingHttpHeaders;
}

/** How subgraphs misbehave. */
export type Faults = { [S in keyof typeof SDL]?: (response: ServerResponse) => void };

export interface StubGateway {
  gateway: Gateway;
  /** What reached the subgraphs. */
  seen: SeenRequest[];
  /** What a subgraph does to GraphQL requests instead of answering them. */
  faults: Faults;
  token(): string;
  /** Replaces the supergraph file; fields are added to Query. */
  writeSupergraph(fields: string): void;
  /** Replaces the supergraph file by any text. */
  writeFile(text: string): void;
  /** Ends one subgraph as a crash would. */
  stop(subgraph: keyof typeof SDL): Promise<void>;
  close(): Promise<void>;
}

/** A gateway before two stub subgraphs, with the embedded issuer's tokens and without a database. */
export async function startStubGateway(overrides: Partial<GatewayConfig> = {}): Promise<StubGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-stub-'));
  const file = join(folder, 'supergraph.graphql');
  const seen: SeenRequest[] = [];
  const faults: Faults = {};
  const names = ['identity', 'notes'] as const;
  const servers = await Promise.all(names.map((name) => serve(name, seen, faults)));
  const urls = Object.fromEntries(servers.map((server, i) => [names[i]!, urlOf(server)]));
  const realmFile = join(__dirname, '../dev/realm.json');
  const issuer = await startIssuer({ port: 0, host: '127.0.0.1', realmFile });
  writeFileSync(file, compose(urls, ''));
  const gateway = await createGateway({
    ...configOf(file, issuer.url, issuer.jwksUrl),
    subgraphUrls: urls,
    ...overrides,
  });
  const stop = (server: Server) =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return {
    gateway,
    seen,
    faults,
    token: () => issuer.issueToken('alice'),
    writeSupergraph: (fields) => writeFileSync(file, compose(urls, `extend type Query { ${fields} }`)),
    writeFile: (text) => writeFileSync(file, text),
    async stop(subgraph) {
      await stop(servers[names.indexOf(subgraph)]!);
    },
    async close() {
      await gateway.close();
      await Promise.all([...servers.filter((server) => server.listening).map(stop), issuer.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf(file: string, issuer: string, jwksUrl: string): GatewayConfig {
  const environment = {
    NODE_ENV: 'test',
    PORT: '0',
    SUPERGRAPH_FILE: file,
    OIDC_ISSUER: issuer,
    OIDC_JWKS_URL: jwksUrl,
    INTERNAL_KEY_FILE: file,
    INTERNAL_JWKS_URLS: `gateway=${jwksUrl}`,
    REDIS_URL: 'redis://127.0.0.1:1',
    CORS_ORIGINS: 'https://app.example',
    SUBGRAPH_TIMEOUT_MS: '700',
    MAX_RESPONSE_BYTES: '1000000',
    MAX_COST: '10000',
    ...EXECUTOR,
  };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const internalKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const config = toGatewayConfig(readConfig(['gateway'], environment), createLogger('gateway', 'silent'));
  return { ...config, internalKeyPem };
}

function compose(urls: Record<string, string>, extra: string): string {
  const services = Object.entries(SDL).map(([name, sdl]) => ({
    name,
    url: urls[name]!,
    typeDefs: parse(name === 'notes' ? sdl + extra : sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors[0]?.message);
  return supergraphSdl;
}

async function serve(name: keyof typeof SDL, seen: SeenRequest[], faults: Faults): Promise<Server> {
  const schema = buildSubgraphSchema({ typeDefs: parse(SDL[name]), resolvers: resolvers[name] });
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      seen.push({ subgraph: name, path, headers: request.headers });
      const reply = (body: unknown) =>
        response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
      if (path !== '/graphql') return reply({});
      const fault = faults[name];
      if (fault) return fault(response);
      const { query, variables } = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
      void graphql({ schema, source: query, variableValues: variables }).then(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
