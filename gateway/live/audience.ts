import type { Principal } from '../../subgraphs/kit/context';

/**
 * Names the audience that a subscriber belongs to: all of one audience are sent the same bytes, executed once. Every
 * viewer's session, and every API key, is an audience of its own.
 */
export function audienceOf(principal: Principal): string {
  if (principal.kind === 'service') return `service:${principal.service}:${principal.userId ?? ''}`;
  const by = principal.apiKey ? `key:${principal.apiKey.id}` : (principal.sessionId ?? '');
  return `viewer:${principal.userId}:${by}`;
}
