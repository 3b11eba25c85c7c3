import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const mapper = z.object({ protocolMapper: z.string(), config: z.record(z.string(), z.string()) });
const client = z.object({
  clientId: z.string(),
  enabled: z.boolean().default(true),
  publicClient: z.boolean().default(false),
  bearerOnly: z.boolean().default(false),
  standardFlowEnabled: z.boolean().default(false),
  directAccessGrantsEnabled: z.boolean().default(false),
  serviceAccountsEnabled: z.boolean().default(false),
  secret: z.string().optional(),
  redirectUris: z.array(z.string()).default([]),
  webOrigins: z.array(z.string()).default([]),
  attributes: z.record(z.string(), z.string()).default({}),
  protocolMappers: z.array(mapper).default([]),
  defaultClientScopes: z.array(z.string()).default([]),
});
/** A user as a realm file and the admin API write one. */
export const userSchema = z.object({
  id: z.string(),
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

export interface RealmGroup {
  name: string;
  attributes: Record<string, string[]>;
  subGroups: RealmGroup[];
}

const group: z.ZodType<RealmGroup> = z.object({
  name: z.string(),
  attributes: z.record(z.string(), z.array(z.string())).default({}),
  subGroups: z.lazy(() => z.array(group)).default([]),
});
const realm = z.object({
  realm: z.string(),
  roles: z
    .object({ realm: z.array(z.object({ name: z.string(), description: z.string().default('') })) })
    .default({ realm: [] }),
  groups: z.array(group).default([]),
  clients: z.array(client),
  users: z.array(userSchema),
});

export type Realm = z.infer<typeof realm>;
export type RealmClient = z.infer<typeof client>;

/**
 * Reads a realm in Keycloak's export format. `${NAME}` and `${NAME:default}` are replaced from `variables` as Keycloak
 * does from its environment; a client whose secret stays open cannot authenticate.
 */
export function readRealm(file: string, variables: Readonly<Record<string, string>>): Realm {
  const text = readFileSync(file, 'utf8').replace(
    /\$\{(\w+)(?::([^}]*))?\}/g,
    (whole, name: string, fallback?: string) => {
      const value = variables[name] ?? fallback;
      return value === undefined ? whole : JSON.stringify(value).slice(1, -1);
    },
  );
  const parsed = realm.parse(JSON.parse(text));
  for (const entry of parsed.clients) {
    if (/^\$\{\w+\}$/.test(entry.secret ?? '')) entry.secret = undefined;
  }
  return parsed;
}

/** Compares two secrets in a time that does not depend on them. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
}
