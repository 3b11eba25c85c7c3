import type { Express, Response } from 'express';
import type { z } from 'zod';
import type { Context, Principal } from './context';
import { requireGrant } from './audience';
import { AppError, toClientError } from './errors';
import { guardSubscriptions } from './guard';
import { admit, admitRequest, executeRange, executeRequest, heads, headsRequest } from './live';
import { readersRequest, readReaders } from './readers';
import { controlRequest, readControl } from './revocations';
import { authenticated, viewerContext, type Service } from './requests';

/** What the gateway alone may call: by its own token, on behalf of the viewer where one is named. */
export function addInternalRoutes<L>(app: Express, service: Service<L>): void {
  const subscriptions = guardSubscriptions(service.schema, service.manifest.subscriptions);
  const live = { ...service, subscriptions };
  const route = <B>(
    name: string,
    model: z.ZodType<B> | null,
    handle: (ctx: Context<L>, body: B) => Promise<object>,
    allow: readonly Principal['kind'][] = ['user'],
  ) => {
    app.post(`/internal/${name}`, async (req, res) => {
      const caller = await authenticated(service, req, res, ['service']);
      if (!caller) return;
      if (caller.principal.kind !== 'service' || caller.principal.service !== 'gateway') {
        refuse(res, caller, 403);
        return;
      }
      const ctx = req.headers['x-viewer-authorization']
        ? await viewerContext(service, req, res, allow)
        : caller;
      if (!ctx) return;
      const body = model?.safeParse(req.body);
      if (body && !body.success)
        return void res.status(400).json({ errors: [{ message: body.error.message }] });
      try {
        res.json(await handle(ctx, (model ? body?.data : req.body) as B));
      } catch (error) {
        const status = error instanceof AppError && error.code === 'UNAUTHENTICATED' ? 401 : 500;
        res.status(status).json({ errors: [toClientError(error, ctx.correlationId, service.options.log)] });
      }
    });
  };
  route('admit', admitRequest, (ctx, body) => admit(live, ctx, body));
  route(
    'execute',
    executeRequest,
    async (ctx, body) => {
      if (ctx.principal.kind === 'audience') requireGrant(ctx.principal, body);
      return executeRange(live, ctx, body);
    },
    ['user', 'audience'],
  );
  route('heads', headsRequest, (ctx, body) => heads(ctx, body));
  // Without a viewer alone: whoever else asks sees of memberships what everybody does.
  route('readers', readersRequest, (ctx, body) => readReaders(ctx, body), []);
  route('control', controlRequest, (ctx, body) => readControl(ctx.db, ctx.now(), body));
  for (const [name, handle] of Object.entries(service.manifest.internalRoutes ?? {}))
    route(name, null, handle);
}

function refuse(res: Response, ctx: Context, status: number): void {
  const error = new AppError('FORBIDDEN', 'This is an internal call.');
  res.status(status).json({ errors: [toClientError(error, ctx.correlationId, ctx.log)] });
}
