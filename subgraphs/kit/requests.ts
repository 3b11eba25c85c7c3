import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Authenticator } from './auth';
import { type Context, createContext, type Database, type Origin, type Principal } from './context';
import type { Documents } from './documents';
import { AppError, toClientError } from './errors';
import { newUuid } from './ids';
import type { Origins } from './origins';
import type { SubgraphOptions } from './server';
import type { SubgraphManifest } from './subgraph';

/** A running subgraph, as its routes know it. */
export interface Service<L> {
  manifest: SubgraphManifest<L>;
  options: SubgraphOptions;
  authenticator: Authenticator;
  origins: Origins;
  db: Database;
  schema: GraphQLSchema;
  documents: Documents;
}

const CORRELATION_ID = /^[\w-]{8,64}$/;

/** The context of a request whose token is good; null once 401 has been answered. */
export async function authenticated<L>(
  service: Service<L>,
  req: Request,
  res: Response,
  allow: readonly Principal['kind'][],
): Promise<Context<L> | null> {
  const correlationId = correlationIdOf(req);
  const log = service.options.log.child({ correlationId });
  try {
    const principal = await service.authenticator.authenticate(req.headers.authorization, allow, log);
    const origin = await service.origins.read(req.headers['x-tributary-origin'], log);
    return contextOf(service, principal, correlationId, origin);
  } catch (error) {
    const clientError = toClientError(error, correlationId, service.options.log);
    res.status(error instanceof AppError ? 401 : 500).json({ errors: [clientError] });
    return null;
  }
}

/** The context of whoever the gateway calls for; null once 401 has been answered. */
export async function viewerContext<L>(
  service: Service<L>,
  req: Request,
  res: Response,
  allow: readonly Principal['kind'][],
): Promise<Context<L> | null> {
  const header = req.headers['x-viewer-authorization'];
  return authenticated(
    service,
    Object.create(req, { headers: { value: { ...req.headers, authorization: header } } }) as Request,
    res,
    allow,
  );
}

/** The context of whoever causes something in this subgraph. */
export function contextOf<L>(
  service: Service<L>,
  principal: Principal,
  correlationId: string,
  origin?: Origin,
): Context<L> {
  const { options, db, manifest } = service;
  const { log, now } = options;
  const causationId = causeOf(principal);
  return createContext({ principal, correlationId, causationId, origin, db, log, now }, manifest.loaders);
}

function causeOf(principal: Principal): string | null {
  return principal.kind === 'service' ? principal.causationId : null;
}

/** A part of the platform that acts for nobody. */
export function ownPrincipal(service: string): Principal {
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

/** The id that the caller gave to its request, or a new one. */
export function correlationIdOf(req: Request): string {
  const given = req.headers['x-correlation-id'];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : newUuid();
}
