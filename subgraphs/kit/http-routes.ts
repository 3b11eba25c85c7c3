import express, { type Express, type Request } from 'express';
import { HTTP_ROUTES } from '../../schema/http-routes';
import { toClientError } from './errors';
import { contextOf, correlationIdOf, ownPrincipal, type Service } from './requests';

/** What the handler of an address is given beside the context. */
export interface HttpRequest {
  /** The fields of the form that came; the last of each name. */
  form: Readonly<Record<string, string>>;
}

export interface HttpAnswer {
  status: number;
  /** JSON; nothing when absent. */
  body?: object;
}

const BODY_LIMIT = '64kb';

/** Serves the addresses of a subgraph that stand in the list; the caller proves nothing but what the request holds. */
export function addHttpRoutes<L>(app: Express, service: Service<L>): void {
  const { manifest, authenticator, options } = service;
  const listed = HTTP_ROUTES.filter((route) => route.subgraph === manifest.name && !route.isStreamed);
  const handlers = manifest.httpRoutes ?? {};
  const unlisted = Object.keys(handlers).find((path) => !listed.some((route) => route.path === path));
  if (unlisted) throw new Error(`no gateway serves ${unlisted}: it is not in the list of HTTP routes`);
  for (const { path } of listed) {
    const handle = handlers[path];
    if (!handle) throw new Error(`${manifest.name} has no handler for ${path}`);
    app.post(path, express.urlencoded({ extended: false, limit: BODY_LIMIT }), async (req, res) => {
      res.set('cache-control', 'no-store');
      const ctx = contextOf(service, ownPrincipal(manifest.name), correlationIdOf(req));
      try {
        const { status, body } = await handle(ctx, { form: formOf(req) }, authenticator);
        res.status(status);
        if (body) res.json(body);
        else res.end();
      } catch (error) {
        res.status(500).json({ errors: [toClientError(error, ctx.correlationId, options.log)] });
      }
    });
  }
}

function formOf({ body }: Request): Record<string, string> {
  const fields = Object.entries((body ?? {}) as Record<string, string | string[]>);
  return Object.fromEntries(fields.map(([name, value]) => [name, [value].flat().at(-1) ?? '']));
}
