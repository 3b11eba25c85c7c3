import { z } from 'zod';
import { addEntry } from '../kit/audit';
import type { InTransaction } from '../kit/context';
import { QUOTAS } from '../kit/quota';
import { createThrottle } from '../kit/throttle';
import { inTransaction } from '../kit/transaction';
import { idOfKey, isKeyOf } from './api-key.logic';
import { refuseUse, rolesOfKey } from './api-key.policy';
import type { ApiKeyEntity } from './api-key.entity';
import type { IdentityContext } from './identity.loaders';

/** What the gateway is told of an API key that counts now; nulls for one that does not. */
export interface Exchanged {
  /** Stands for the key's owner in every subgraph, for a minute. */
  token: string | null;
  rateLimitPerMinute: number | null;
  /** How many API calls an hour the workspace of a bound key may receive; null for an unbound key. */
  apiCallsPerHour: number | null;
}

const NOTHING: Exchanged = { token: null, rateLimitPerMinute: null, apiCallsPerHour: null };
const USE_NOTED_MS = 60_000;
/** A client that goes on with its key says nothing new. */
const refusals = createThrottle(1);

const request = z.object({ key: z.string().max(200) });

interface FoundKey extends ApiKeyEntity {
  secretHash: Buffer;
  lastUsedAt: Date | null;
  ownerRoles: string[];
  username: string;
  displayName: string;
  isOwnerActive: boolean;
  apiCallsPerHour: number | null;
}

/** Exchanges an API key for a token that every subgraph verifies by itself. The key alone proves who calls. */
export async function exchangeApiKey(ctx: IdentityContext, body: unknown): Promise<Exchanged> {
  const parsed = request.safeParse(body);
  const key = parsed.success ? parsed.data.key : '';
  const id = idOfKey(key);
  const settings = ctx.db.settings.apiKeys;
  if (!settings) throw new Error('identity has no secret for API keys');
  const found = id === null ? null : await findKey(ctx, id);
  const isRight = isKeyOf(key, found?.secretHash ?? null, settings.secret);
  const reason = found && isRight ? refuseUse(found, ctx.now()) : 'wrong_key';
  if (!found || reason !== null) {
    ctx.log.warn({ reason, keyId: id, length: key.length }, 'API key refused');
    if (found && isRight) await noteRefusal(ctx, found, reason);
    return NOTHING;
  }
  const { workspaceId, rateLimitPerMinute } = found;
  if (isUseDue(found, ctx.now())) await noteUse(ctx, found.id);
  const limit = found.apiCallsPerHour ?? QUOTAS.MAX_API_CALLS_PER_HOUR.byDefault;
  return {
    token: settings.sign({
      userId: found.ownerId,
      username: found.username,
      displayName: found.displayName,
      roles: rolesOfKey(found.ownerRoles),
      apiKey: { id: found.id, scopes: found.scopes, workspaceId },
    }),
    rateLimitPerMinute,
    apiCallsPerHour: workspaceId === null ? null : limit,
  };
}

/** Whose secret was right is known to be the owner's key; anybody may guess at the others, which are logged alone. */
async function noteRefusal(ctx: IdentityContext, found: FoundKey, reason: string | null): Promise<void> {
  if (!refusals.admits(found.id, ctx.now().getTime())) return;
  const { id, ownerId: subjectId, workspaceId } = found;
  const entry = { action: 'apikey.refused', outcome: 'FAILURE', reason: reason ?? undefined } as const;
  const note = (tx: InTransaction<IdentityContext>) => {
    addEntry(tx, { ...entry, targets: [{ type: 'apikey', id }], workspaceId, subjectId });
    return Promise.resolve();
  };
  await inTransaction(ctx, note, { as: 'system', reason: 'audit the refusal of an API key' });
}

function findKey(ctx: IdentityContext, id: string): Promise<FoundKey | null> {
  return inTransaction(
    ctx,
    async ({ tx }) => {
      const [found] = await tx.query<FoundKey>(
        `/* identity.findKey */ SELECT k.id, k.owner_id, k.scopes, k.workspace_id, k.is_enabled, k.rate_limit_per_minute,
           k.expires_at, s.secret_hash, s.last_used_at, s.owner_roles, u.username, u.display_name,
           p.is_active AS is_owner_active,
           (SELECT q.quota_limit FROM access.quota q
            WHERE q.workspace_id = k.workspace_id AND q.kind = 'MAX_API_CALLS_PER_HOUR') AS api_calls_per_hour
         FROM identity.api_key k JOIN identity.api_key_secret s ON s.key_id = k.id
         JOIN identity.user_profile u ON u.id = k.owner_id JOIN access.person p ON p.user_id = k.owner_id
         WHERE k.id = $1`,
        [id],
      );
      return found ?? null;
    },
    { as: 'system', reason: 'look an API key up', readOnly: true },
  );
}

/** Uses are noted to the minute. */
function isUseDue({ lastUsedAt }: FoundKey, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_NOTED_MS;
}

function noteUse(ctx: IdentityContext, id: string): Promise<void> {
  return inTransaction(
    ctx,
    async ({ tx }) => {
      tx.send(
        '/* identity.noteKeyUse */ UPDATE identity.api_key_secret SET last_used_at = $2 WHERE key_id = $1',
        [id, ctx.now()],
      );
      return Promise.resolve();
    },
    { as: 'system', reason: 'note the use of an API key' },
  );
}
