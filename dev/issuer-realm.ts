import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const mapper = z.object({ protocolMapper: z.string(), config: z.record(z.string(), z.string()) });
const client = z.object({
  clientId: z.string(),
  enabled: z.boolean().default(true),
  publicClient: z.boolean().default(false),
  bearerOnly: z.boolean().default(false),
  directAccessGrantsEnabled: z.boolean().default(false),
  serviceAccountsEnabled: z.boolean().default(false),
  secret: z.string().optional(),
  webOrigins: z.array(z.string()).default([]),
  protocolMappers: z.array(mapper).default([]),
  defaultClientScopes: z.array(z.string()).default([]),
});
const user = z.object({
  id: z.uuid(),
  username: z.string(),
  enabled: z.boolean().default(true),
  email: z.string().optional(),
  emailVerified: z.boolean().default(false),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  credentials: z.array(z.object({ type: z.string(), value: z.string() })).default([]),
  realmRoles: z.array(z.string()).default([]),
  clientRoles: z.record(z.string(), z.array(z.string())).default({}),
  groups: z.array(z.string()).default([]),
  serviceAccountClientId: z.string().optional(),
});
const realm = z.object({ realm: z.string(), clients: z.array(client), users: z.array(user) });

export type Realm = z.infer<typeof realm>;
export type RealmClient = z.infer<typeof client>;
export type RealmUser = z.infer<typeof user>;

/** Built into every Keycloak realm, so that tokens of its users also name the audience `account`. */
const ACCOUNT_ROLES = ['manage-account', 'manage-account-links', 'view-profile'];

/**
 * Reads a realm in Keycloak's export format. `${NAME}` in a client's secret is replaced from `variables`; a client
 * whose secret stays open cannot authenticate.
 */
export function readRealm(file: string, variables: Readonly<Record<string, string>>): Realm {
  const parsed = realm.parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const entry of parsed.clients) {
    const name = /^\$\{(\w+)\}$/.exec(entry.secret ?? '')?.[1];
    if (name) entry.secret = variables[name];
  }
  return parsed;
}

/** The user with this login name or e-mail address, compared without regard to case. */
export function findUser(from: Realm, login: string): RealmUser | undefined {
  const wanted = login.toLowerCase();
  return from.users.find(
    (entry) => entry.username.toLowerCase() === wanted || entry.email?.toLowerCase() === wanted,
  );
}

/** Whether it is the user's password; takes as long for a user who does not exist. */
export function isPassword(entry: RealmUser | undefined, password: string): boolean {
  const stored = entry?.credentials.find(({ type }) => type === 'password')?.value;
  const isEqual = isSameText(stored ?? '', password);
  return isEqual && stored !== undefined;
}

/** Compares two secrets in a time that does not depend on them. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
}

/** The claims about a user that the client's scopes and mappers put into an access token. */
export function userClaims(entry: RealmUser, by: RealmClient): Record<string, unknown> {
  const has = (scope: string) => by.defaultClientScopes.includes(scope);
  const name = [entry.firstName, entry.lastName].filter(Boolean).join(' ');
  const isPerson = entry.serviceAccountClientId === undefined;
  const account: Record<string, string[]> = isPerson ? { account: ACCOUNT_ROLES } : {};
  const clientRoles = Object.entries({ ...account, ...entry.clientRoles });
  const audiences = by.protocolMappers
    .map(({ config }) => config['included.client.audience'])
    .filter(Boolean);
  if (has('roles')) audiences.push(...clientRoles.map(([id]) => id));
  return {
    ...(has('basic') && { sub: entry.id }),
    aud: audiences.length === 1 ? audiences[0] : audiences,
    ...(has('roles') && {
      realm_access: { roles: entry.realmRoles },
      resource_access: Object.fromEntries(clientRoles.map(([id, roles]) => [id, { roles }] as const)),
    }),
    ...(has('profile') && {
      preferred_username: entry.username,
      ...(name && { name, given_name: entry.firstName, family_name: entry.lastName }),
    }),
    ...(has('email') && { email: entry.email, email_verified: entry.emailVerified }),
    ...(has('groups') && { groups: entry.groups }),
    scope: by.defaultClientScopes.filter((scope) => scope === 'profile' || scope === 'email').join(' '),
  };
}
