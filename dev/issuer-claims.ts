import type { Person } from './issuer-directory';
import { isSameText, type RealmClient } from './issuer-realm';

/** Built into every Keycloak realm, so that tokens of its users also name the audience `account`. */
const ACCOUNT_ROLES = ['manage-account', 'manage-account-links', 'view-profile'];

/** Whether it is the user's password; takes as long for a user who does not exist. */
export function isPassword(entry: Person | undefined, password: string): boolean {
  const stored = entry?.credentials.find(({ type }) => type === 'password')?.value;
  const isEqual = isSameText(stored ?? '', password);
  return isEqual && stored !== undefined;
}

/** The claims about a user, who is in groups of these paths, that the client's scopes and mappers put into a token. */
export function userClaims(
  entry: Person,
  groups: readonly string[],
  by: RealmClient,
): Record<string, unknown> {
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
      realm_access: { roles: [...entry.realmRoles] },
      resource_access: Object.fromEntries(clientRoles.map(([id, roles]) => [id, { roles }] as const)),
    }),
    ...(has('profile') && {
      preferred_username: entry.username,
      ...(name && { name, given_name: entry.firstName, family_name: entry.lastName }),
    }),
    ...(has('email') && { email: entry.email, email_verified: entry.emailVerified }),
    ...(has('groups') && groups.length > 0 && { groups }),
    scope: by.defaultClientScopes.filter((scope) => scope === 'profile' || scope === 'email').join(' '),
  };
}
