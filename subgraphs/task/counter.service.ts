import { actorIdOf, type Context, type InTransaction } from '../kit/context';
import { notFound } from '../kit/errors';
import { keyPrefix } from './task.logic';

type Tx = InTransaction<Context>;

/** The next number of the workspace; its counter stays locked to the end of the transaction, so there are no gaps. */
export async function takeNumber(ctx: Tx, workspaceId: string): Promise<{ number: number; prefix: string }> {
  const take = () =>
    ctx.tx.query<{ number: number; prefix: string }>(
      '/* task.takeNumber */ UPDATE task.counter SET next = next + 1 WHERE workspace_id = $1 RETURNING next - 1 AS number, prefix',
      [workspaceId],
    );
  const [taken] = await take();
  if (taken) return taken;
  const [workspace] = await ctx.tx.query<{ slug: string }>(
    `/* task.findSlug */ SELECT s.payload ->> 'slug' AS slug FROM event.store s
     WHERE s.aggregate_type = 'workspace' AND s.aggregate_id = $1 AND s.type = 'workspace.created'`,
    [workspaceId],
  );
  if (!workspace) throw notFound('Workspace', 'workspaceId');
  ctx.tx.send(
    `/* task.startCounter */ INSERT INTO task.counter (workspace_id, scope_id, creator_id, prefix, next)
     VALUES ($1, $1, $2, $3, 1) ON CONFLICT (workspace_id) DO NOTHING`,
    [workspaceId, actorIdOf(ctx), keyPrefix(workspace.slug)],
  );
  const [first] = await take();
  return first!;
}
