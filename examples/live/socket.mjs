// The socket of the examples of this folder: graphql-ws, which connects again by itself and goes on where it was.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { resuming } from './resuming.mjs';
import { SOCKET_URL, authorization, pause } from './settings.mjs';

export const socket = resuming(
  createClient({
    url: SOCKET_URL,
    // A browser has one of its own.
    webSocketImpl: WebSocket,
    connectionParams: () => ({ authorization: authorization() }),
    // Also where nobody answers at all, as while a server starts.
    shouldRetry: () => true,
    retryAttempts: Infinity,
    retryWait: pause,
  }),
);
