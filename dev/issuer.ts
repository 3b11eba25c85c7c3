import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../subgraphs/kit/logger';
import { createAdminDesk, type AdminProbe } from './issuer-admin';
import type { Desk } from './issuer-desk';
import { findPerson, groupsOf, openDirectory, pathOf, type Directory } from './issuer-directory';
import { openKeys } from './issuer-keys';
import { readRealm, type RealmClient } from './issuer-realm';
import { serve } from './issuer-routes';
import { createSessions } from './issuer-sessions';
import { createSignIn } from './issuer-signin';
import { createTokenMaker, type Session, type TokenMaker, type TokenOverrides } from './issuer-tokens';

export interface IssuerOptions {
  /** 0 picks a free one. */
  port: number;
  host: string;
  /** A realm in Keycloak's export format. */
  realmFile: string;
  /** Where keys are kept; without it they end with the process. */
  keyFile?: string;
  /** Where users and groups are kept; without it they begin anew as the realm file says. */
  directoryFile?: string;
  /** Refuses to start when true. */
  production?: boolean;
  /** Values for `${NAME}` in the realm file. */
  variables?: Readonly<Record<string, string>>;
  accessTokenSeconds?: number;
  sessionSeconds?: number;
  now?: () => Date;
  log?: Logger;
}

/** Somebody beyond the realm file's people. */
export interface NewPerson {
  id: string;
  username: string;
  email: string;
  firstName?: string;
}

export interface Issuer {
  /** What tokens carry as `iss`. */
  url: string;
  /** The address that admin clients are given as their base. */
  baseUrl: string;
  jwksUrl: string;
  tokenUrl: string;
  port: number;
  /** Counts and disturbs calls of the admin API. */
  admin: AdminProbe;
  /** Who is in the realm now. */
  directory: Directory;
  /** Makes this user known, with the username as the password; does nothing when the id is known. */
  ensureUser(person: NewPerson): void;
  /** Signs with a new key from now on. */
  rotateKeys(): Promise<void>;
  /** Withdraws every signing key but the newest. */
  retireKeys(): void;
  /** A token of this user, as the web client would get it, with deviations. */
  issueToken(username: string, overrides?: TokenOverrides): string;
  /** A logout token as a client is sent it when a session ends, with deviations. */
  issueLogoutToken: TokenMaker['signLogout'];
  /** Has ended sessions of the web client told to this address from now on. */
  tellLogouts(url: string): void;
  close(): Promise<void>;
  /** Accepts connections again after a close, at the same address and with what it knew. */
  reopen(): Promise<void>;
}

const ACCESS_TOKEN_SECONDS = 30 * 60;
const SESSION_SECONDS = 8 * 60 * 60;
const WEB_CLIENT = 'tributary-web';

/** Starts the issuer that stands in for Keycloak on one machine. Resolves once it accepts connections. */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  if (options.production)
    throw new Error('The embedded issuer refuses to start in production: use Keycloak.');
  const server = createServer();
  const { desk, port } = await openDesk(options, server);
  const admin = createAdminDesk(desk);
  const routes = { desk, signIn: createSignIn(desk), admin };
  server.on('request', (request, response) => void serve(routes, request, response));
  const { url, keys, tokens, directory, sessions } = desk;
  return {
    url,
    baseUrl: new URL(url).origin,
    jwksUrl: `${url}/protocol/openid-connect/certs`,
    tokenUrl: `${url}/protocol/openid-connect/token`,
    port,
    admin,
    directory,
    ensureUser: (person) => ensureUser(desk, person),
    rotateKeys: () => keys.rotate(),
    retireKeys: () => keys.retire(),
    issueToken: (username, overrides) => issueToken(desk, username, overrides),
    issueLogoutToken: tokens.signLogout,
    tellLogouts: (backchannelUrl) => {
      webClientOf(desk).attributes['backchannel.logout.url'] = backchannelUrl;
    },
    async close() {
      await close(server);
      await sessions.settled();
    },
    async reopen() {
      await listen(server, port, options.host);
    },
  };
}

async function openDesk(options: IssuerOptions, server: Server): Promise<{ desk: Desk; port: number }> {
  const { accessTokenSeconds = ACCESS_TOKEN_SECONDS, sessionSeconds = SESSION_SECONDS, log } = options;
  const now = options.now ?? (() => new Date());
  const realm = readRealm(options.realmFile, options.variables ?? {});
  const directory = openDirectory(realm, options.directoryFile);
  const keys = await openKeys(options.keyFile, now);
  const port = await listen(server, options.port, options.host);
  const url = `http://${options.host}:${port}/realms/${realm.realm}`;
  const lifetimes = { accessTokenSeconds, sessionSeconds };
  const pathsOf: Parameters<typeof createTokenMaker>[0]['pathsOf'] = (user) =>
    groupsOf(directory, user).map((group) => pathOf(directory, group));
  const tokens = createTokenMaker({ issuer: url, keys, ...lifetimes, now, pathsOf });
  const sessions = createSessions({ realm, keys, tokens, sessionSeconds, log });
  return { desk: { realm, directory, keys, tokens, sessions, url, log }, port };
}

function ensureUser({ realm, directory }: Desk, { id, username, email, firstName }: NewPerson): void {
  if (directory.people.has(id)) return;
  directory.people.set(id, {
    ...{ id, username, email, firstName, enabled: true, emailVerified: true },
    credentials: [{ type: 'password', value: username }],
    realmRoles: [`default-roles-${realm.realm}`],
    ...{ clientRoles: {}, groupIds: [] },
  });
  directory.changed();
}

function issueToken(desk: Desk, username: string, overrides: TokenOverrides = {}): string {
  const user = findPerson(desk.directory, username);
  const client = webClientOf(desk);
  if (!user) throw new Error(`the realm has no user ${username}`);
  const sid = typeof overrides.claims?.sid === 'string' ? overrides.claims.sid : randomUUID();
  const session: Session = { user, client, sid, startedAt: desk.tokens.seconds(), wantsIdToken: false };
  desk.sessions.use({ ...session, userId: user.id, clientId: client.clientId });
  return desk.tokens.access(session, overrides);
}

function webClientOf({ realm }: Desk): RealmClient {
  const client = realm.clients.find(({ clientId }) => clientId === WEB_CLIENT);
  if (!client) throw new Error(`the realm has no client ${WEB_CLIENT}`);
  return client;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
