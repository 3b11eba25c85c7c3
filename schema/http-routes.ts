/** An HTTP address of a subgraph's that the gateway serves beside GraphQL. */
export interface HttpRoute {
  subgraph: string;
  method: 'POST';
  path: string;
}

/** Every such address: the gateway hands on what comes there, and the subgraph's manifest has its handler. */
export const HTTP_ROUTES: readonly HttpRoute[] = [
  { subgraph: 'identity', method: 'POST', path: '/backchannel-logout' },
];
