import express, { type Express, type Response } from 'express';
import { HTTP_ROUTES } from '../schema/http-routes';
import type { Forward } from './forward';

interface RouteParts {
  forward: Pick<Forward, 'relay' | 'knows'>;
}

const BODY_LIMIT = '64kb';

/**
 * Serves the subgraphs' own HTTP addresses: what comes is handed on as it is, without anybody's identity, and
 * answered as the subgraph says.
 */
export function addHttpRoutes(app: Express, { forward }: RouteParts): void {
  for (const { subgraph, path, isStreamed } of HTTP_ROUTES) {
    if (isStreamed) continue;
    if (!forward.knows(subgraph)) continue;
    app.post(
      path,
      express.raw({ type: () => true, limit: BODY_LIMIT }),
      async (req, res: Response<unknown, { correlationId: string }>) => {
        res.set('cache-control', 'no-store');
        const headers = {
          'content-type': req.get('content-type') ?? 'application/octet-stream',
          'x-correlation-id': res.locals.correlationId,
        };
        const body = Buffer.isBuffer(req.body) ? req.body.toString('utf8') : '';
        const reply = await forward
          .relay(subgraph, path, { method: 'POST', headers, body })
          .catch(() => null);
        if (!reply) {
          res.status(503).set('retry-after', '5').end();
          return;
        }
        res.status(reply.status);
        if (reply.contentType !== undefined) res.set('content-type', reply.contentType);
        res.end(reply.text);
      },
    );
  }
}
