import { Refusal, textOf, textsOf, type Claims, type Trust } from './auth-token';
import type { AudiencePrincipal } from './context';
import { ViewerNeeded } from './errors';
import type { KeySet } from './jwks';
import { CHAT_ROLES, WORKSPACE_ROLES, type ChatRole, type WorkspaceRole } from './permission';
import { AUDIENCE_TYPE, SERVICE_AUDIENCE, serviceIssuerOf } from './service-token';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What the gateway vouches for when it executes something once for many. */
export function audienceTrust(keys: KeySet, checkLifetime: (claims: Claims) => void): Trust {
  return {
    ...{ keys, issuer: serviceIssuerOf('gateway'), audience: SERVICE_AUDIENCE, type: AUDIENCE_TYPE },
    check(claims) {
      checkLifetime(claims);
      checkAudience(claims);
    },
    toPrincipal: toAudience,
  };
}

function checkAudience({ workspace_id, workspace_role, chat_id, chat_role, topic, ops }: Claims): void {
  const isAmong = (roles: readonly string[], role: unknown) => roles.includes(role as string);
  const isPlace = UUID.test(String(workspace_id)) && isAmong(WORKSPACE_ROLES, workspace_role);
  const isChat = UUID.test(String(chat_id)) && isAmong(CHAT_ROLES, chat_role);
  const isNoChat = chat_id === undefined && chat_role === undefined;
  if (!isPlace || !(isChat || isNoChat)) throw new Refusal('wrong_audience', 'a workspace and its chat');
  if (textOf(topic) === null || textsOf(ops).length === 0) throw new Refusal('wrong_audience', 'a purpose');
}

function toAudience(claims: Claims): AudiencePrincipal {
  return {
    kind: 'audience',
    get userId(): never {
      throw new ViewerNeeded();
    },
    workspaceId: claims.workspace_id as string,
    workspaceRole: claims.workspace_role as WorkspaceRole,
    chatId: textOf(claims.chat_id),
    chatRole: textOf(claims.chat_role) as ChatRole | null,
    topic: textOf(claims.topic)!,
    ops: textsOf(claims.ops),
    expiresAt: claims.exp as number,
  };
}
