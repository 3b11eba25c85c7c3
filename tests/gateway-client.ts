import { postBody, type Answer } from './http';
import type { StubGateway } from './stub-supergraph';

/** Sends a body to a stub gateway as alice. */
export function sendTo(to: StubGateway, body: object): Promise<Answer> {
  return postBody(to.gateway.url, JSON.stringify(body), { authorization: `Bearer ${to.token()}` });
}

/** A metric of how a gateway answers queries, by its name behind `tributary_graphql_`. */
export async function metric(name: string, { gateway }: StubGateway): Promise<number> {
  const text = await (await fetch(new URL('/metrics', gateway.url))).text();
  return Number(new RegExp(`^tributary_graphql_${name} (\\d+)$`, 'm').exec(text)?.[1]);
}

/** The codes of the errors that were answered. */
export function codesOf({ errors }: Pick<Answer, 'errors'>): unknown[] {
  return errors.map(({ extensions }) => extensions?.code);
}
