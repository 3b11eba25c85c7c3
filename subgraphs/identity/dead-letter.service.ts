import { conflict, forbidden, notFound } from '../kit/errors';
import { emit } from '../kit/events';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { inTransaction, queryRows } from '../kit/transaction';
import { DEAD_LETTER_COLUMNS, type DeadLetterRow } from './dead-letter.entity';
import { OPERATOR_ROLE, mayOperate, refuseSettling } from './dead-letter.policy';
import type { IdentityContext } from './identity.loaders';

const SETTLE = {
  'deadletter.replayed': `/* identity.requestReplay */ SELECT ${DEAD_LETTER_COLUMNS} FROM event.request_replay($1) d`,
  'deadletter.discarded': `/* identity.discardDeadLetter */ SELECT ${DEAD_LETTER_COLUMNS} FROM event.discard_dead_letter($1) d`,
};

/** The reactions that failed after all retries, newest first. */
export async function listDeadLetters(
  ctx: IdentityContext,
  args: PageArgs,
): Promise<Connection<DeadLetterRow>> {
  requireOperator(ctx);
  const page = parsePage(args, ['timestamptz', 'uuid']);
  const columns = ['d.failed_at', 'd.id'];
  const { where, orderAndLimit, values } = keysetSql(page, columns, { descending: true, firstParameter: 1 });
  const rows = await queryRows<DeadLetterRow>(
    ctx,
    `/* identity.listDeadLetters */ SELECT ${DEAD_LETTER_COLUMNS} FROM event.dead_letter d WHERE true${where}${orderAndLimit}`,
    values,
  );
  return toConnection(rows, page, ({ failedAt, id }) => [failedAt.toISOString(), id]);
}

/** Hands a dead letter's event to its handler once more. */
export function replayDeadLetter(ctx: IdentityContext, id: string): Promise<{ deadLetter: DeadLetterRow }> {
  return settle(ctx, id, 'deadletter.replayed');
}

/** Gives a dead letter up. */
export function discardDeadLetter(ctx: IdentityContext, id: string): Promise<{ deadLetter: DeadLetterRow }> {
  return settle(ctx, id, 'deadletter.discarded');
}

function settle(
  ctx: IdentityContext,
  id: string,
  type: keyof typeof SETTLE,
): Promise<{ deadLetter: DeadLetterRow }> {
  requireOperator(ctx);
  return inTransaction(ctx, async (tx) => {
    const [settled] = await tx.tx.query<DeadLetterRow>(SETTLE[type], [id]);
    if (!settled) return refuse(tx, id);
    const { handler, eventId } = settled;
    const scopeId = ctx.principal.userId!;
    emit(tx, { type, aggregateId: id, workspaceId: null, scopeId, payload: { handler, eventId } });
    return { deadLetter: settled };
  });
}

async function refuse(ctx: IdentityContext, id: string): Promise<never> {
  const [letter] = await queryRows<DeadLetterRow>(
    ctx,
    `/* identity.readDeadLetter */ SELECT ${DEAD_LETTER_COLUMNS} FROM event.dead_letter d WHERE d.id = $1`,
    [id],
  );
  if (!letter) throw notFound('Dead letter', 'id');
  throw conflict(refuseSettling(letter.state) ?? 'The dead letter was settled meanwhile.', { path: ['id'] });
}

function requireOperator(ctx: IdentityContext): void {
  if (!mayOperate(ctx.principal)) throw forbidden('Only system administrators may do this.', OPERATOR_ROLE);
}
