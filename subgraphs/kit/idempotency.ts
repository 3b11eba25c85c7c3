import { createHash } from 'node:crypto';
import { AppError, badInput } from './errors';
import type { Context, InTransaction } from './context';
import { queryRows } from './transaction';

const LIFETIME_MS = 24 * 60 * 60 * 1000;
const MAX_LENGTH = 255;

/**
 * Whether the caller has used this key before, for whoever prepares something before the transaction. It is `once` that
 * decides: the same key may be in use elsewhere at this very moment.
 */
export async function isRemembered(
  ctx: Context,
  operation: string,
  { idempotencyKey: key }: { idempotencyKey?: string | null },
): Promise<boolean> {
  if (key == null) return false;
  requireKey(key);
  const rows = await queryRows(
    ctx,
    '/* kit.isRemembered */ SELECT 1 FROM access.idempotency WHERE subject = $1 AND operation = $2 AND key = $3 AND expires_at > $4',
    [ctx.principal.userId, operation, key, ctx.now()],
  );
  return rows.length > 0;
}

function requireKey(key: string): void {
  // Halves of characters are all one to the database: keys that differ in them alone would be the same.
  if (key.length >= 1 && key.length <= MAX_LENGTH && !/\0|\p{Surrogate}/u.test(key)) return;
  throw badInput(
    `idempotencyKey must have 1 to ${MAX_LENGTH} characters, none of them NUL or half of one`,
    'idempotencyKey',
  );
}

interface Remembered {
  inputHash: string;
  result: Record<string, string>;
}

/**
 * Does `work` once per caller, operation and key: the same key with the same input gives the ids of the first answer
 * again for 24 hours, with another input IDEMPOTENCY_KEY_REUSED. Parallel calls with one key wait for the first.
 * `work` answers the ids by which the result is read again.
 */
export async function once<
  I extends { idempotencyKey?: string | null; clientMutationId?: string | null },
  R extends Record<string, string>,
>(
  ctx: InTransaction<Context>,
  operation: string,
  input: I,
  work: () => Promise<R>,
): Promise<{ ids: R; isRepeat: boolean }> {
  const { idempotencyKey: key, clientMutationId: _, ...rest } = input;
  if (key == null) return { ids: await work(), isRepeat: false };
  requireKey(key);
  const subject = ctx.principal.userId;
  const inputHash = createHash('sha256').update(JSON.stringify(rest)).digest('hex');
  await ctx.tx.query('/* kit.lockIdempotencyKey */ SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [
    `${subject}:${operation}:${key}`,
  ]);
  const [first] = await ctx.tx.query<Remembered>(
    '/* kit.findIdempotencyKey */ SELECT input_hash, result FROM access.idempotency WHERE subject = $1 AND operation = $2 AND key = $3 AND expires_at > $4',
    [subject, operation, key, ctx.now()],
  );
  if (first) {
    if (first.inputHash === inputHash) return { ids: first.result as R, isRepeat: true };
    throw new AppError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used with another input.', {
      path: ['idempotencyKey'],
    });
  }
  const ids = await work();
  ctx.tx.send(
    `/* kit.rememberIdempotencyKey */ INSERT INTO access.idempotency AS i (subject, operation, key, input_hash, result, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (subject, operation, key) DO UPDATE
     SET input_hash = excluded.input_hash, result = excluded.result, expires_at = excluded.expires_at`,
    [subject, operation, key, inputHash, JSON.stringify(ids), new Date(ctx.now().getTime() + LIFETIME_MS)],
  );
  return { ids, isRepeat: false };
}
