import { join } from 'node:path';
import { startIssuer, type Issuer } from '../dev/issuer';
import { waitFor } from './wait';

/**
 * Who signs people in: the embedded issuer, or in `npm run test:keycloak` a real Keycloak with the same realm. What a
 * test asks of it must hold for both.
 */
export interface Provider {
  kind: 'embedded' | 'Keycloak';
  /** What tokens carry as `iss`. */
  url: string;
  baseUrl: string;
  jwksUrl: string;
  tokenUrl: string;
  adminSecret: string;
  /** Signs with a new key from now on. */
  rotateKeys(): Promise<void>;
  /** Has ended sessions of the web client told to this address. */
  tellLogouts(url: string): Promise<void>;
  /** The embedded issuer, where it is one. */
  issuer: Issuer | null;
  close(): Promise<void>;
}

/** What a call answered. */
export interface Answered<B = Record<string, unknown>> {
  status: number;
  body: B;
  headers: Headers;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
  error?: string;
}

const REALM_FILE = join(__dirname, '..', 'dev', 'realm.json');
const SECRET = 'of-the-provider-tests';
const WEB_CLIENT = 'tributary-web';
const environment = process.env;

/** Opens the provider that this run is against. */
export async function openProvider(): Promise<Provider> {
  const baseUrl = environment.TEST_KEYCLOAK_URL;
  if (baseUrl) return openKeycloak(baseUrl.replace(/\/$/, ''));
  const variables = { TRIBUTARY_ADMIN_SECRET: SECRET };
  const issuer = await startIssuer({ port: 0, host: '127.0.0.1', realmFile: REALM_FILE, variables });
  return {
    kind: 'embedded',
    ...addressesOf(issuer.baseUrl),
    adminSecret: SECRET,
    rotateKeys: () => issuer.rotateKeys(),
    tellLogouts: async (url) => issuer.tellLogouts(url),
    issuer,
    close: () => issuer.close(),
  };
}

/** Calls the token endpoint as the web client. */
export function grant(provider: Provider, form: Record<string, string>): Promise<Answered<Tokens>> {
  return postForm(provider.tokenUrl, { client_id: WEB_CLIENT, ...form });
}

/** Signs one of the realm's people in, whose password is the username. */
export async function signIn(provider: Provider, username: string): Promise<Tokens> {
  const form = { grant_type: 'password', scope: 'openid', username, password: username };
  let tokens: Tokens | null = null;
  // Keycloak's guard against guessing lets nobody in while an earlier sign-in of theirs is being finished.
  await waitFor(
    async () => {
      const { status, body } = await grant(provider, form);
      if (status === 200) tokens = body;
      return status === 200;
    },
    { what: `${username} to be let in` },
  );
  return tokens!;
}

/** A token of the service that administers the realm. */
export async function adminToken(provider: Provider): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: 'tributary-admin' };
  const { body } = await postForm<Tokens>(provider.tokenUrl, {
    ...form,
    client_secret: provider.adminSecret,
  });
  return body.access_token;
}

/** Calls the realm's admin API, as in `admin(provider, token)('POST /groups', { name })`. */
export function admin(provider: Pick<Provider, 'baseUrl'>, token: string) {
  return async <B = Record<string, unknown>>(call: string, body?: unknown): Promise<Answered<B>> => {
    const [method, path] = call.split(' ', 2);
    const response = await fetch(`${provider.baseUrl}/admin/realms/tributary${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return answered(response);
  };
}

/** Posts a form. */
export async function postForm<B>(url: string, form: Record<string, string>): Promise<Answered<B>> {
  const init = { method: 'POST', headers: { connection: 'close' }, body: new URLSearchParams(form) };
  return answered(await fetch(url, init));
}

/** What a token says. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}

async function answered<B>(response: Response): Promise<Answered<B>> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const body = (isJson && text ? JSON.parse(text) : { text }) as B;
  return { status: response.status, body, headers: response.headers };
}

function addressesOf(baseUrl: string) {
  const url = `${baseUrl}/realms/tributary`;
  const at = (endpoint: string) => `${url}/protocol/openid-connect/${endpoint}`;
  return { url, baseUrl, jwksUrl: at('certs'), tokenUrl: at('token') };
}

/** A Keycloak that runs; what only its own administrator may do is done as that one, and taken back in the end. */
async function openKeycloak(baseUrl: string): Promise<Provider> {
  const { TEST_KEYCLOAK_ADMIN_PASSWORD: password = '', TEST_KEYCLOAK_CLIENT_SECRET = '' } = environment;
  const operate = async <B = Record<string, unknown>>(call: string, body?: unknown) => {
    const form = { grant_type: 'password', client_id: 'admin-cli', username: 'admin', password };
    const tokenUrl = `${baseUrl}/realms/master/protocol/openid-connect/token`;
    const { body: tokens } = await postForm<Tokens>(tokenUrl, form);
    const reply = await admin({ baseUrl }, tokens.access_token)<B>(call, body);
    if (reply.status >= 300) throw new Error(`${call}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply;
  };
  const undo: (() => Promise<unknown>)[] = [];
  return {
    kind: 'Keycloak',
    ...addressesOf(baseUrl),
    adminSecret: TEST_KEYCLOAK_CLIENT_SECRET,
    async rotateKeys() {
      const { headers } = await operate('POST /components', {
        ...{
          name: 'rsa-of-a-test',
          providerId: 'rsa-generated',
          providerType: 'org.keycloak.keys.KeyProvider',
        },
        config: { priority: ['1000'], enabled: ['true'], active: ['true'], algorithm: ['RS256'] },
      });
      const id = headers.get('location')?.split('/').pop();
      undo.push(() => operate(`DELETE /components/${id}`));
    },
    async tellLogouts(url) {
      const { body } = await operate<Client[]>(`GET /clients?clientId=${WEB_CLIENT}`);
      const client = body[0]!;
      const attributes = { ...client.attributes, 'backchannel.logout.url': url };
      await operate(`PUT /clients/${client.id}`, { ...client, attributes });
      undo.push(() => operate(`PUT /clients/${client.id}`, client));
    },
    issuer: null,
    async close() {
      for (const step of undo.splice(0).reverse()) await step();
    },
  };
}

interface Client {
  id: string;
  attributes: Record<string, string>;
}
