import type { IncomingMessage } from 'node:http';
import type { Logger } from '../subgraphs/kit/logger';
import type { Directory } from './issuer-directory';
import type { IssuerKeys } from './issuer-keys';
import { isSameText, type Realm, type RealmClient } from './issuer-realm';
import type { Sessions } from './issuer-sessions';
import type { TokenMaker } from './issuer-tokens';

/** What the issuer's routes work with. */
export interface Desk {
  realm: Realm;
  directory: Directory;
  keys: IssuerKeys;
  tokens: TokenMaker;
  sessions: Sessions;
  /** The realm's address, which tokens carry as `iss`. */
  url: string;
  log?: Logger;
}

export type Form = URLSearchParams;

/** What a route answers; an object is sent as JSON, text as a page. */
export interface Reply {
  status: number;
  body?: object | string;
  headers?: Record<string, string>;
}

/** A refusal, as Keycloak words it. */
export class IssuerError extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
  ) {
    super(JSON.stringify(body));
  }
}

const MAX_BODY_BYTES = 64 * 1024;

/** A refusal of OAuth 2. */
export function oauthError(status: number, error: string, description: string): IssuerError {
  return new IssuerError(status, { error, error_description: description });
}

/** The body as text; a large one is refused. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw oauthError(413, 'invalid_request', 'The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as a form. */
export async function readForm(request: IncomingMessage): Promise<Form> {
  return new URLSearchParams(await readBody(request));
}

/** The client that calls, authenticated by its secret unless it is public. */
export function clientOf({ realm }: Desk, form: Form, authorization: string | undefined): RealmClient {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  const [basicId, basicSecret] = basic ? Buffer.from(basic, 'base64').toString('utf8').split(':') : [];
  const id = basicId ?? form.get('client_id');
  const secret = basicSecret ?? form.get('client_secret') ?? '';
  const client = realm.clients.find(({ clientId }) => clientId === id);
  const isKnown = client?.enabled && !client.bearerOnly;
  if (!isKnown || !(client.publicClient || (client.secret && isSameText(client.secret, secret)))) {
    throw oauthError(401, 'invalid_client', 'Invalid client or Invalid client credentials');
  }
  return client;
}
