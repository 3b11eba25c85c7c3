import type { Server } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Authenticator } from './auth';
import type { Context, Principal } from './context';
import { toClientError, toClientResult } from './errors';
import { newUuid } from './ids';
import type { Logger } from './logger';
import type { RevocationWatch } from './revocations';

interface SocketOptions<L> {
  schema: GraphQLSchema;
  authenticator: Authenticator;
  revocations: RevocationWatch;
  contextOf(principal: Principal): Context<L>;
  log: Logger;
  now(): Date;
}

interface Extra extends Record<PropertyKey, unknown> {
  socket: WebSocket;
  principal?: Principal;
  expiry?: NodeJS.Timeout;
}

const FORBIDDEN = 4403;
const MAX_FRAME_BYTES = 100_000;
/** The longest that a timer can wait. */
const MAX_TIMER_MS = 2_147_483_647;

/** Serves graphql-ws at `/graphql`. A socket ends with the token that opened it, and with its session. */
export function serveSockets<L>(server: Server, options: SocketOptions<L>) {
  const { schema, authenticator, revocations, contextOf, log, now } = options;
  const open = new Set<Extra>();
  revocations.onChange(() => {
    for (const { principal, socket } of open)
      if (principal && revocations.isRevoked(principal)) socket.close(FORBIDDEN, 'Forbidden');
  });
  const endAtExpiry = (extra: Extra, { expiresAt }: Principal) => {
    const left = expiresAt * 1000 - now().getTime();
    extra.expiry = setTimeout(
      () => extra.socket.close(FORBIDDEN, 'Forbidden'),
      Math.min(Math.max(left, 0), MAX_TIMER_MS),
    );
  };
  return useServer<{ authorization?: string }, Extra>(
    {
      schema,
      onConnect: async ({ connectionParams, extra }) => {
        try {
          extra.principal = await authenticator.authenticate(connectionParams?.authorization, ['user']);
        } catch {
          return false;
        }
        // It may have been closed while its token was verified.
        if (extra.socket.readyState !== extra.socket.OPEN) return false;
        endAtExpiry(extra, extra.principal);
        open.add(extra);
        return true;
      },
      onClose: ({ extra }) => {
        open.delete(extra);
        clearTimeout(extra.expiry);
      },
      context: ({ extra }) => contextOf(extra.principal!),
      // The last of its arguments is the result, the one before it what was executed.
      onNext: (...event) => {
        const { correlationId } = event[3].contextValue as Context;
        return toClientResult(event[4], correlationId, log);
      },
      onError: (_, __, ___, errors) => errors.map((error) => toClientError(error, newUuid(), log).toJSON()),
    },
    new WebSocketServer({ server, path: '/graphql', maxPayload: MAX_FRAME_BYTES }),
  );
}
