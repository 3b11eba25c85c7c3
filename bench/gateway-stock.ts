import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { disableApolloTelemetry } from '../subgraphs/kit/config';
import { answer } from './child';

/** A plain server: Apollo's gateway in Apollo's server, as their documentation begins, reports to their makers off. */
export interface StockOptions {
  supergraphFile: string;
  /** Instead of those in the supergraph. */
  subgraphUrls: Readonly<Record<string, string>>;
}

interface Context {
  authorization?: string;
}

async function listen({ supergraphFile, subgraphUrls }: StockOptions): Promise<string> {
  disableApolloTelemetry();
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    buildService: ({ name, url }: { name: string; url?: string }) =>
      new RemoteGraphQLDataSource({
        url: subgraphUrls[name] ?? url,
        willSendRequest({ request, context }) {
          const { authorization } = context as Context;
          if (authorization !== undefined) request.http!.headers.set('authorization', authorization);
        },
      }),
  });
  const server = new ApolloServer<Context>({
    gateway,
    plugins: [ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginSchemaReportingDisabled()],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: ({ req }) => Promise.resolve({ authorization: req.headers.authorization }),
  });
  return new URL('/graphql', url).href;
}

answer({ listen });
