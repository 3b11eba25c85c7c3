import type { Logger } from '../subgraphs/kit/logger';
import type { IssuerKeys } from './issuer-keys';
import type { Realm } from './issuer-realm';
import type { TokenMaker } from './issuer-tokens';

/** Somebody's sign-in that has not ended. */
export interface SessionRecord {
  sid: string;
  userId: string;
  /** The clients that it was used with. */
  clientIds: Set<string>;
  /** Seconds since the epoch. */
  startedAt: number;
  lastAt: number;
  ipAddress: string;
}

export interface Sessions {
  /** Records that a session was used with a client. */
  use(use: { sid: string; userId: string; clientId: string; startedAt: number; ipAddress?: string }): void;
  find(sid: string): SessionRecord | undefined;
  ofUser(userId: string): SessionRecord[];
  /** Ends a session: its tokens are none from now on, and the clients that asked for it are told in the background. */
  end(sid: string): void;
  /** Resolves when every client was told that is being told. */
  settled(): Promise<void>;
}

export interface SessionsOptions {
  realm: Realm;
  keys: IssuerKeys;
  tokens: TokenMaker;
  sessionSeconds: number;
  log?: Logger;
}

const TELL_MS = 5_000;

/** The sessions of a realm; those that are not used any more are forgotten at their end. */
export function createSessions({ realm, keys, tokens, sessionSeconds, log }: SessionsOptions): Sessions {
  const records = new Map<string, SessionRecord>();
  const telling = new Set<Promise<void>>();
  const isLasting = ({ startedAt }: SessionRecord) => startedAt + sessionSeconds > tokens.seconds();
  const tell = async (clientId: string, { sid, userId }: SessionRecord) => {
    const client = realm.clients.find((entry) => entry.clientId === clientId);
    const url = client?.attributes['backchannel.logout.url'];
    if (!url) return;
    const body = new URLSearchParams({ logout_token: tokens.signLogout({ sid, userId, clientId }) });
    try {
      const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(TELL_MS) });
      await response.arrayBuffer();
      if (!response.ok) log?.warn({ url, status: response.status }, 'back-channel logout was refused');
    } catch (error) {
      log?.warn({ url, err: error }, 'back-channel logout did not arrive');
    }
  };
  return {
    use({ sid, userId, clientId, startedAt, ipAddress = '127.0.0.1' }) {
      const known = records.get(sid);
      const clientIds = new Set([...(known?.clientIds ?? []), clientId]);
      records.set(sid, { sid, userId, clientIds, startedAt, lastAt: tokens.seconds(), ipAddress });
    },
    find: (sid) => records.get(sid),
    ofUser: (userId) =>
      [...records.values()].filter((record) => record.userId === userId && isLasting(record)),
    end(sid) {
      keys.endSession(sid, tokens.seconds() + sessionSeconds);
      const record = records.get(sid);
      records.delete(sid);
      for (const clientId of record?.clientIds ?? []) {
        const told = tell(clientId, record!).finally(() => telling.delete(told));
        telling.add(told);
      }
    },
    async settled() {
      await Promise.all(telling);
    },
  };
}
