/** An HTTP address of a subgraph's that the gateway serves beside GraphQL. */
export interface HttpRoute {
  subgraph: string;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  /** Whether bodies are files, which are handed on as they come. */
  isStreamed?: true;
}

/** Every such address: the gateway hands on what comes there, and the subgraph's manifest has its handler. */
export const HTTP_ROUTES: readonly HttpRoute[] = [
  { subgraph: 'identity', method: 'POST', path: '/backchannel-logout' },
  { subgraph: 'chat', method: 'PUT', path: '/attachments/upload', isStreamed: true },
  { subgraph: 'chat', method: 'GET', path: '/attachments/download', isStreamed: true },
];
