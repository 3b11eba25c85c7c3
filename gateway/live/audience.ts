import type { Audience, Principal } from '../../subgraphs/kit/context';
import type { ChatRole } from '../../subgraphs/kit/permission';
import type { Dimension } from './marks';

/** For whom a subscription is executed, together with everybody of the same key. */
export interface Place {
  key: string;
  /** Null: for the viewer alone, by the viewer's own token. */
  audience: Audience | null;
}

const GUEST = 'GUEST';
const MEMBER = 'MEMBER';

/** Where a viewer belongs whose operation depends on these dimensions. */
export function placeOf(
  principal: Principal,
  audience: Audience | null,
  dimensions: ReadonlySet<Dimension>,
): Place {
  if (audience === null || dimensions.has('viewer')) return { key: viewerKeyOf(principal), audience: null };
  const class_ = dimensions.has('role') ? audience : classOf(audience);
  const { workspaceId, workspaceRole, chatId, chatRole } = class_;
  return { key: `audience:${workspaceId}:${workspaceRole}:${chatId}:${chatRole}`, audience: class_ };
}

/** Beyond their own fields, roles matter to what is visible only as far as guests see less. */
function classOf(audience: Audience): Audience {
  const { workspaceRole, chatId } = audience;
  return {
    ...audience,
    workspaceRole: workspaceRole === GUEST ? GUEST : MEMBER,
    chatRole: chatId === null ? null : MEMBER,
  };
}

/** The audience of those members of another one who are in a private chat too. */
export function withinChat(
  audience: Audience,
  chat: { id: string; role: ChatRole },
  dimensions: ReadonlySet<Dimension>,
): Audience {
  const chatRole = dimensions.has('role') ? chat.role : MEMBER;
  return { ...audience, chatId: chat.id, chatRole };
}

/** Each session of somebody's, and each API key, is executed for by itself. */
function viewerKeyOf(principal: Principal): string {
  if (principal.kind === 'service') return `service:${principal.service}:${principal.userId ?? ''}`;
  if (principal.kind === 'audience') throw new Error('no audience subscribes');
  const by = principal.apiKey ? `key:${principal.apiKey.id}` : (principal.sessionId ?? '');
  return `viewer:${principal.userId}:${by}`;
}
