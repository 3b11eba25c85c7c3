import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request, type Response } from 'express';
import { execute } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/express';
import { createDataSource } from '../../db/data-source';
import { requireEntities } from './audience';
import { createAuthenticator, type AuthOptions } from './auth';
import { type Context, type Database, type Principal, type Settings } from './context';
import { createDocuments } from './documents';
import { closeServer } from './close-server';
import { createDoorbells } from './doorbells';
import { toClientError, toClientResult } from './errors';
import { addHealthRoutes } from './health';
import { newUuid } from './ids';
import { addInternalRoutes } from './internal-routes';
import { addHttpRoutes } from './http-routes';
import { addStreamRoutes } from './http-streams';
import { createOrigins } from './origins';
import { authenticated, contextOf, ownPrincipal, type Service } from './requests';
import { watchRevocations, type RevocationWatch } from './revocations';
import { buildSchema } from './schema';
import { serveSockets } from './sockets';
import type { Logger } from './logger';
import { statementsTold } from './statements';
import type { SubgraphManifest } from './subgraph';

export interface SubgraphOptions {
  host: string;
  /** 0 picks a free one. */
  port: number;
  databaseUrl: string;
  poolSize: number;
  redisUrl: string;
  auth: Omit<AuthOptions, 'log' | 'now'>;
  settings: Settings;
  /** Whether answers tell which statements were sent for them. */
  countStatements?: boolean;
  /** The public keys that this subgraph signs internal tokens with, where it does. */
  jwks?: () => object;
  log: Logger;
  now(): Date;
}

export interface RunningServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

const BODY_LIMIT = '5mb';

/** Starts a subgraph: GraphQL at `/graphql` over HTTP and graphql-ws, the gateway's internal calls, health. */
export async function startSubgraph<L>(
  manifest: SubgraphManifest<L>,
  options: SubgraphOptions,
): Promise<RunningServer> {
  const name = `tributary_${manifest.name}`;
  const dataSource = await createDataSource({
    url: options.databaseUrl,
    poolSize: options.poolSize,
    applicationName: name,
    entities: manifest.entities,
  });
  const db: Database = {
    name,
    dataSource,
    doorbells: createDoorbells(options.redisUrl, options.log),
    projections: manifest.projections,
    settings: options.settings,
  };
  const revocations = await watchRevocations(db, options);
  const { isRevoked } = revocations;
  const auth = { ...options.auth, isRevoked, log: options.log, now: options.now };
  const authenticator = createAuthenticator(auth);
  const origins = createOrigins(auth);
  const schema = buildSchema(manifest);
  const documents = createDocuments(schema);
  const service = { manifest, options, authenticator, origins, db, schema, documents };
  const release = async () => {
    authenticator.close();
    origins.close();
    await revocations.close();
    await db.doorbells.close();
    await dataSource.destroy();
  };
  try {
    await manifest.onStart?.(contextOf(service, ownPrincipal(manifest.name), newUuid()));
    return await listen(service, revocations, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function listen<L>(
  service: Service<L>,
  revocations: RevocationWatch,
  release: () => Promise<void>,
): Promise<RunningServer> {
  let isClosing = false;
  const server = createServer(createApp(service, () => isClosing));
  const { schema, authenticator, options } = service;
  const contextFor = (principal: Principal) => contextOf(service, principal, newUuid());
  const sockets = serveSockets(server, {
    ...options,
    ...{ schema, authenticator, revocations, contextOf: contextFor },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(service.options.port, service.options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${service.options.host}:${port}/graphql`,
    port,
    async close() {
      isClosing = true;
      await sockets.dispose();
      await closeServer(server);
      await release();
    },
  };
}

function createApp<L>(service: Service<L>, isClosing: () => boolean): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_, res, next) => {
    // A caller that keeps its connection busy would keep a closing server alive.
    if (isClosing()) res.set('connection', 'close');
    next();
  });
  addHealthRoutes(app, service.db, isClosing);
  const { jwks } = service.options;
  if (jwks) app.get('/internal/jwks', (_, res) => void res.json(jwks()));
  // Before whatever would read a body.
  addStreamRoutes(app, service);
  app.use(express.json({ limit: BODY_LIMIT }));
  addGraphQL(app, service);
  addInternalRoutes(app, service);
  addHttpRoutes(app, service);
  app.use((error: Error & { status?: number }, _: Request, res: Response, next: () => void) => {
    if (res.headersSent) {
      next();
      return;
    }
    const code = error.status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_USER_INPUT';
    res
      .status(error.status ?? 400)
      .json({ errors: [{ message: 'The request cannot be read.', extensions: { code } }] });
  });
  return app;
}

function addGraphQL<L>(app: Express, service: Service<L>): void {
  const { schema, documents, options } = service;
  const handler = createHandler({
    schema,
    onSubscribe: (req, params) => {
      const contextValue = (req.raw as Request & { ctx: Context<L> }).ctx;
      try {
        const document = documents.get(params.query);
        const { operationName, variables: variableValues } = params;
        return { schema, document, operationName, variableValues, contextValue: contextValue as never };
      } catch (error) {
        return [toClientError(error, contextValue.correlationId, options.log)];
      }
    },
    execute: async (args) => {
      const { correlationId, statements } = args.contextValue as Context<L>;
      const result = toClientResult(await execute(args), correlationId, options.log);
      return statements ? { ...result, extensions: { statements: statementsTold(statements) } } : result;
    },
  });
  app.all('/graphql', async (req, res, next) => {
    const ctx = await authenticated(service, req, res, ['user', 'service', 'audience']);
    if (!ctx || !isGranted(service, ctx, req, res)) return;
    if (options.countStatements) ctx.statements = new Map();
    Object.assign(req, { ctx });
    handler(req, res, next);
  });
}

/** An audience is answered what its token was made for; false once anything else has been refused. */
function isGranted<L>({ documents }: Service<L>, ctx: Context<L>, req: Request, res: Response): boolean {
  const { principal, correlationId, log } = ctx;
  if (principal.kind !== 'audience') return true;
  try {
    const { query } = (req.body ?? {}) as { query?: unknown };
    requireEntities(principal, req.method === 'POST' ? query : null, (text) => documents.get(text));
    return true;
  } catch (error) {
    res.status(401).json({ errors: [toClientError(error, correlationId, log)] });
    return false;
  }
}
