import type { Projections } from '../kit/context';

/** How API keys follow from their events; hash and use stand beside them. */
export const apiKeyProjections = {
  'apikey.created': (send, { aggregateId, occurredAt, scopeId, payload }) => {
    const { name, scopes, workspaceId, rateLimitPerMinute, expiresAt } = payload;
    send(
      `/* identity.projectKeyCreated */ INSERT INTO identity.api_key
         (id, owner_id, name, scopes, workspace_id, is_enabled, rate_limit_per_minute, expires_at, version, created_at)
       VALUES ($1, $2, $3, $4, $5, true, $6, $7, 1, $8)`,
      [aggregateId, scopeId, name, scopes, workspaceId, rateLimitPerMinute, expiresAt, occurredAt],
    );
  },
  'apikey.changed': (send, { aggregateId, payload }) => {
    const { name, isEnabled, rateLimitPerMinute, expiresAt } = payload;
    send(
      `/* identity.projectKeyChanged */ UPDATE identity.api_key
       SET name = $2, is_enabled = $3, rate_limit_per_minute = $4, expires_at = $5, version = version + 1 WHERE id = $1`,
      [aggregateId, name, isEnabled, rateLimitPerMinute, expiresAt],
    );
  },
  'apikey.deleted': (send, { aggregateId }) => {
    send('/* identity.projectKeyDeleted */ DELETE FROM identity.api_key WHERE id = $1', [aggregateId]);
  },
} satisfies Projections;
