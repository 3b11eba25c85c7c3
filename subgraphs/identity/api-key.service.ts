import type { CreateApiKeyInput, UpdateApiKeyInput } from '../../schema/generated/identity';
import type { InTransaction, UserPrincipal } from '../kit/context';
import { badInput, conflict, forbidden, notFound, requireVersion } from '../kit/errors';
import { emit } from '../kit/events';
import { once } from '../kit/idempotency';
import { fromGlobalId, newUuid } from '../kit/ids';
import { keysetSql, parsePage, toConnection, type Connection, type PageArgs } from '../kit/pagination';
import { inTransaction, queryRows } from '../kit/transaction';
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key.entity';
import { hashKey, newKey } from './api-key.logic';
import { faultOfExpiry, faultOfKeyName, faultOfRateLimit, refuseKeys, refuseMore } from './api-key.policy';
import type { IdentityContext } from './identity.loaders';

type KeyScope = 'read' | 'write' | 'deploy' | 'manage';

/** Makes an API key; the key itself is answered this once, and is null for a repeat by the same idempotency key. */
export async function createApiKey(
  ctx: IdentityContext,
  input: CreateApiKeyInput,
): Promise<{ apiKey: ApiKeyRow; secret: string | null }> {
  const { userId, roles, issuedAt } = requirePerson(ctx);
  check(faultOfKeyName(input.name), 'name');
  if (input.scopes.length === 0) throw badInput('scopes must name at least one', 'scopes');
  checkLimits(ctx, input);
  const { workspaceId: boundTo, expiresAt, rateLimitPerMinute } = input;
  const workspaceId = boundTo == null ? null : fromGlobalId('Workspace', boundTo, 'workspaceId');
  return inTransaction(ctx, async (tx) => {
    let secret: string | null = null;
    const { ids } = await once(tx, 'createApiKey', input, async () => {
      await lockKeys(tx, userId);
      if (workspaceId !== null) await requireMember(tx, workspaceId);
      const id = newUuid();
      secret = newKey(id);
      emit(tx, {
        ...placeOf(id, userId),
        type: 'apikey.created',
        payload: {
          name: input.name.trim(),
          scopes: [...new Set(input.scopes.map((scope) => scope.toLowerCase() as KeyScope))],
          workspaceId,
          rateLimitPerMinute: rateLimitPerMinute ?? null,
          expiresAt: expiresAt?.toISOString() ?? null,
        },
      });
      tx.tx.send(
        `/* identity.keepKeyHash */ INSERT INTO identity.api_key_secret
           (key_id, owner_id, secret_hash, owner_roles, owner_seen_at)
         VALUES ($1, $2, $3, $4, to_timestamp($5::double precision))`,
        [id, userId, hashKey(secret, pepperOf(ctx)), roles, issuedAt],
      );
      return { id };
    });
    return { apiKey: await readKey(tx, ids.id), secret };
  });
}

/** Changes an API key of the caller's; one that changes nothing leaves it as it is. */
export function updateApiKey(
  ctx: IdentityContext,
  id: string,
  input: UpdateApiKeyInput,
): Promise<{ apiKey: ApiKeyRow }> {
  const { userId } = requirePerson(ctx);
  if (input.name === null) throw badInput('name cannot be cleared', 'name');
  if (input.isEnabled === null) throw badInput('isEnabled cannot be cleared', 'isEnabled');
  if (input.name !== undefined) check(faultOfKeyName(input.name), 'name');
  checkLimits(ctx, input);
  return inTransaction(ctx, async (tx) => {
    const key = await readKey(tx, id, 'FOR NO KEY UPDATE OF k');
    requireVersion(key, input.expectedVersion, { what: 'The API key', payload: { apiKey: key } });
    const before = stateOf(key);
    const after = {
      name: input.name?.trim() ?? before.name,
      isEnabled: input.isEnabled ?? before.isEnabled,
      rateLimitPerMinute:
        input.rateLimitPerMinute === undefined ? before.rateLimitPerMinute : input.rateLimitPerMinute,
      expiresAt: input.expiresAt === undefined ? before.expiresAt : (input.expiresAt?.toISOString() ?? null),
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return { apiKey: key };
    emit(tx, { ...placeOf(id, userId), type: 'apikey.changed', payload: after });
    return { apiKey: await readKey(tx, id) };
  });
}

/** Deletes an API key of the caller's for good. */
export function deleteApiKey(ctx: IdentityContext, id: string): Promise<{ deletedId: string }> {
  const { userId } = requirePerson(ctx);
  return inTransaction(ctx, async (tx) => {
    await readKey(tx, id, 'FOR UPDATE OF k');
    dropKey(tx, id, userId);
    return { deletedId: id };
  });
}

/** Deletes the keys that are bound to a workspace, in a transaction that acts as the system. */
export async function dropKeysOfWorkspace(
  ctx: InTransaction<IdentityContext>,
  workspaceId: string,
): Promise<void> {
  const keys = await ctx.tx.query<{ id: string; ownerId: string }>(
    '/* identity.findKeysOfWorkspace */ SELECT k.id, k.owner_id FROM identity.api_key k WHERE k.workspace_id = $1',
    [workspaceId],
  );
  for (const { id, ownerId } of keys) dropKey(ctx, id, ownerId);
}

/** The API keys of a user, by date of making; null for anybody's but the caller's own. */
export async function listApiKeys(
  ctx: IdentityContext,
  userId: string,
  args: PageArgs,
): Promise<Connection<ApiKeyRow> | null> {
  if (userId !== ctx.principal.userId || refuseKeys(ctx.principal) !== null) return null;
  const page = parsePage(args, ['timestamptz', 'uuid']);
  const { where, orderAndLimit, values } = keysetSql(page, ['k.created_at', 'k.id'], { firstParameter: 2 });
  const rows = await queryRows<ApiKeyRow>(
    ctx,
    `/* identity.listKeys */ SELECT ${API_KEY_COLUMNS} FROM identity.api_key k
     LEFT JOIN identity.api_key_secret s ON s.key_id = k.id WHERE k.owner_id = $1${where}${orderAndLimit}`,
    [userId, ...values],
  );
  return toConnection(rows, page, ({ createdAt, id }) => [createdAt.toISOString(), id]);
}

/** Keys carry the realm roles that the newest of their owner's tokens named. */
export function noteOwnerRoles(
  ctx: IdentityContext,
  { userId, roles, issuedAt }: UserPrincipal,
): Promise<void> {
  return inTransaction(ctx, async ({ tx }) => {
    tx.send(
      `/* identity.noteOwnerRoles */ UPDATE identity.api_key_secret
       SET owner_roles = $2, owner_seen_at = to_timestamp($3::double precision)
       WHERE owner_id = $1 AND owner_seen_at < to_timestamp($3::double precision)`,
      [userId, roles, issuedAt],
    );
    return Promise.resolve();
  });
}

function dropKey(ctx: InTransaction<IdentityContext>, id: string, ownerId: string): void {
  emit(ctx, { ...placeOf(id, ownerId), type: 'apikey.deleted', payload: {} });
  ctx.tx.send('/* identity.dropKeyHash */ DELETE FROM identity.api_key_secret WHERE key_id = $1', [id]);
}

/** A key's events are its owner's own. */
function placeOf(id: string, ownerId: string) {
  return { aggregateId: id, workspaceId: null, scopeId: ownerId };
}

function requirePerson({ principal }: IdentityContext): UserPrincipal {
  const refusal = refuseKeys(principal);
  if (refusal) throw forbidden(refusal);
  return principal as UserPrincipal;
}

function pepperOf({ db }: IdentityContext): string {
  if (!db.settings.apiKeys) throw new Error('identity has no secret for API keys');
  return db.settings.apiKeys.secret;
}

function check(fault: string | null, ...path: string[]): void {
  if (fault) throw badInput(fault, ...path);
}

function checkLimits(
  ctx: IdentityContext,
  { rateLimitPerMinute, expiresAt }: Pick<CreateApiKeyInput, 'rateLimitPerMinute' | 'expiresAt'>,
): void {
  if (rateLimitPerMinute != null) check(faultOfRateLimit(rateLimitPerMinute), 'rateLimitPerMinute');
  if (expiresAt != null) check(faultOfExpiry(expiresAt, ctx.now()), 'expiresAt');
}

/** One after the other, so that nobody gets more keys than they may have. */
async function lockKeys(ctx: InTransaction<IdentityContext>, userId: string): Promise<void> {
  await ctx.tx.query('/* identity.lockKeys */ SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [
    userId,
  ]);
  const [row] = await ctx.tx.query<{ count: number }>(
    '/* identity.countKeys */ SELECT count(*)::int AS count FROM identity.api_key k WHERE k.owner_id = $1',
    [userId],
  );
  const refusal = refuseMore(row!.count);
  if (refusal) throw conflict(refusal);
}

async function requireMember(ctx: InTransaction<IdentityContext>, workspaceId: string): Promise<void> {
  const found = await ctx.tx.query(
    "/* identity.findOwnWorkspace */ SELECT 1 FROM access.mine m WHERE m.scope_id = $1 AND m.kind = 'workspace'",
    [workspaceId],
  );
  if (found.length === 0) throw notFound('Workspace', 'workspaceId');
}

async function readKey(ctx: InTransaction<IdentityContext>, id: string, lock = ''): Promise<ApiKeyRow> {
  const [key] = await ctx.tx.query<ApiKeyRow>(
    `/* identity.readKey${lock.replace(/\W/g, '')} */ SELECT ${API_KEY_COLUMNS} FROM identity.api_key k
     LEFT JOIN identity.api_key_secret s ON s.key_id = k.id WHERE k.id = $1 ${lock}`,
    [id],
  );
  if (!key) throw notFound('API key', 'id');
  return key;
}

function stateOf({ name, isEnabled, rateLimitPerMinute, expiresAt }: ApiKeyRow) {
  return { name, isEnabled, rateLimitPerMinute, expiresAt: expiresAt?.toISOString() ?? null };
}
