import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { ApolloGateway, RemoteGraphQLDataSource, type GraphQLDataSource } from '@apollo/gateway';
import { parse, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { answer } from './child';

/** A plain server: graphql-ws as it comes, and for every client an execution of the gateway's own for every event. */
export interface BaselineOptions {
  supergraphFile: string;
  subgraphUrls: Record<string, string>;
  token: string;
  query: string;
}

type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];
type Requests = Parameters<Executor>[0];

/** Who waits for the next event. */
let listeners: ((id: string) => void)[] = [];

async function listen({ supergraphFile, subgraphUrls, token, query }: BaselineOptions): Promise<string> {
  const willSendRequest = ({ request }: { request: { http?: { headers: Headers } } }) =>
    request.http!.headers.set('authorization', `Bearer ${token}`);
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    buildService: ({ name }): GraphQLDataSource =>
      new RemoteGraphQLDataSource({ url: subgraphUrls[name], willSendRequest } as never),
  });
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => (schema = apiSchema));
  const { executor } = await gateway.load();
  const document = parse(query);
  const execute = async (id: string) => {
    const request = { query, variables: { id } };
    const call = { request, document, queryHash: query, metrics: {}, schema, context: {}, logger: console };
    for (;;) {
      const { data, errors } = await executor({
        ...call,
        overallCachePolicy: undefined,
      } as unknown as Requests);
      if (!errors) return { data };
      // A subgraph that is asked thousands of times at once may refuse a connection.
      process.stderr.write(`${JSON.stringify(errors[0])}\n`);
    }
  };
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  useServer({ schema: schema!, subscribe: () => Promise.resolve(results(execute)) as never }, server);
  await once(server, 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What one client is sent. */
async function* results(execute: (id: string) => Promise<object>): AsyncGenerator<object> {
  const ids: string[] = [];
  let wake = () => {};
  listeners.push((id) => {
    ids.push(id);
    wake();
  });
  for (;;) {
    while (ids.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    yield await execute(ids.shift()!);
  }
}

answer({
  listen,
  publish: (ids: string[]) => ids.forEach((id) => listeners.forEach((listener) => listener(id))),
  forget: () => {
    listeners = [];
  },
});
