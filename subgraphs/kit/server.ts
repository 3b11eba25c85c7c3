import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request, type Response } from 'express';
import { execute, type GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/express';
import type { z } from 'zod';
import { createDataSource } from '../../db/data-source';
import { createAuthenticator, type AuthOptions, type Authenticator } from './auth';
import { type Context, createContext, type Database, type Principal } from './context';
import { createDocuments, type Documents } from './documents';
import { closeServer } from './close-server';
import { createDoorbells } from './doorbells';
import { AppError, toClientError, toClientResult } from './errors';
import { addHealthRoutes } from './health';
import { newUuid } from './ids';
import { admit, admitRequest, executeRange, executeRequest, heads, headsRequest } from './live';
import { buildSchema } from './schema';
import { serveSockets } from './sockets';
import type { Logger } from './logger';
import type { SubgraphManifest } from './subgraph';

export interface SubgraphOptions {
  host: string;
  /** 0 picks a free one. */
  port: number;
  databaseUrl: string;
  poolSize: number;
  redisUrl: string;
  auth: Omit<AuthOptions, 'log' | 'now'>;
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
const CORRELATION_ID = /^[\w-]{8,64}$/;

interface Service<L> {
  manifest: SubgraphManifest<L>;
  options: SubgraphOptions;
  authenticator: Authenticator;
  db: Database;
  schema: GraphQLSchema;
  documents: Documents;
}

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
  };
  const authenticator = createAuthenticator({ ...options.auth, log: options.log, now: options.now });
  const schema = buildSchema(manifest);
  const service = { manifest, options, authenticator, db, schema, documents: createDocuments(schema) };
  const release = async () => {
    authenticator.close();
    await db.doorbells.close();
    await dataSource.destroy();
  };
  try {
    await manifest.onStart?.(contextOf(service, ownPrincipal(manifest.name), newUuid()), {
      issuer: options.auth.issuer,
    });
    return await listen(service, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function listen<L>(service: Service<L>, release: () => Promise<void>): Promise<RunningServer> {
  let isClosing = false;
  const server = createServer(createApp(service, () => isClosing));
  const { schema, authenticator, options } = service;
  const contextFor = (principal: Principal) => contextOf(service, principal, newUuid());
  const sockets = serveSockets(server, { ...options, schema, authenticator, contextOf: contextFor });
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
  app.use(express.json({ limit: BODY_LIMIT }));
  addGraphQL(app, service);
  addInternalRoutes(app, service);
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
      const { correlationId } = args.contextValue as Context<L>;
      return toClientResult(await execute(args), correlationId, options.log);
    },
  });
  app.all('/graphql', async (req, res, next) => {
    const ctx = await authenticated(service, req, res, ['user', 'service']);
    if (!ctx) return;
    Object.assign(req, { ctx });
    handler(req, res, next);
  });
}

/** What the gateway alone may call: by its own token, on behalf of the viewer where one is named. */
function addInternalRoutes<L>(app: Express, service: Service<L>): void {
  const live = { ...service, subscriptions: service.manifest.subscriptions };
  const route = <B>(
    name: string,
    model: z.ZodType<B> | null,
    handle: (ctx: Context<L>, body: B) => Promise<object>,
  ) => {
    app.post(`/internal/${name}`, async (req, res) => {
      const caller = await authenticated(service, req, res, ['service']);
      if (!caller) return;
      if (caller.principal.kind !== 'service' || caller.principal.service !== 'gateway') {
        refuse(res, caller, 403);
        return;
      }
      const ctx = req.headers['x-viewer-authorization'] ? await viewerContext(service, req, res) : caller;
      if (!ctx) return;
      const body = model?.safeParse(req.body);
      if (body && !body.success)
        return void res.status(400).json({ errors: [{ message: body.error.message }] });
      try {
        res.json(await handle(ctx, body?.data as B));
      } catch (error) {
        res.status(500).json({ errors: [toClientError(error, ctx.correlationId, service.options.log)] });
      }
    });
  };
  route('admit', admitRequest, (ctx, body) => admit(live, ctx, body));
  route('execute', executeRequest, (ctx, body) => executeRange(live, ctx, body));
  route('heads', headsRequest, (ctx, body) => heads(ctx, body));
  for (const [name, handle] of Object.entries(service.manifest.internalRoutes ?? {}))
    route(name, null, handle);
}

async function authenticated<L>(
  service: Service<L>,
  req: Request,
  res: Response,
  allow: readonly Principal['kind'][],
): Promise<Context<L> | null> {
  const correlationId = correlationIdOf(req);
  try {
    const principal = await service.authenticator.authenticate(
      req.headers.authorization,
      allow,
      service.options.log.child({ correlationId }),
    );
    return contextOf(service, principal, correlationId);
  } catch (error) {
    const clientError = toClientError(error, correlationId, service.options.log);
    res.status(error instanceof AppError ? 401 : 500).json({ errors: [clientError] });
    return null;
  }
}

async function viewerContext<L>(
  service: Service<L>,
  req: Request,
  res: Response,
): Promise<Context<L> | null> {
  const header = req.headers['x-viewer-authorization'];
  return authenticated(
    service,
    Object.create(req, { headers: { value: { ...req.headers, authorization: header } } }) as Request,
    res,
    ['user'],
  );
}

function refuse(res: Response, ctx: Context, status: number): void {
  const error = new AppError('FORBIDDEN', 'This is an internal call.');
  res.status(status).json({ errors: [toClientError(error, ctx.correlationId, ctx.log)] });
}

function contextOf<L>(service: Service<L>, principal: Principal, correlationId: string): Context<L> {
  const { options, db, manifest } = service;
  return createContext(
    { principal, correlationId, causationId: causeOf(principal), db, log: options.log, now: options.now },
    manifest.loaders,
  );
}

function causeOf(principal: Principal): string | null {
  return principal.kind === 'service' ? principal.causationId : null;
}

function ownPrincipal(service: string): Principal {
  return {
    kind: 'service',
    service,
    userId: null,
    scopeId: null,
    causationId: null,
    depth: 0,
    expiresAt: Infinity,
  };
}

function correlationIdOf(req: Request): string {
  const given = req.headers['x-correlation-id'];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : newUuid();
}
