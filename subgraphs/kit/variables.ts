import { z } from 'zod';
import { ATTACHMENTS } from './variables-attachments';
import { EXECUTION } from './variables-execution';
import { LIMITS } from './variables-limits';

/** The subgraphs' names, in the order of their default ports. */
export const SUBGRAPH_NAMES = ['identity', 'workspace', 'chat', 'task', 'workflow'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

export type Role = 'gateway' | SubgraphName | 'worker' | 'migrator' | 'rebuild' | 'dev';

export interface Variable {
  schema: z.ZodType;
  /** Which processes read it; `subgraph` stands for all five. */
  roles: readonly (Role | 'subgraph')[];
  doc: string;
  fallback?: string;
  /** An open gateway starts without it. */
  isClosedOnly?: boolean;
  /** In production it must keep its fallback. */
  isDevelopmentOnly?: boolean;
  /** These read it where it is set, and do without it where it is not. */
  optionalFor?: readonly Role[];
}

const port = z.coerce.number().int().min(0).max(65535);
const count = z.coerce.number().int().min(1);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const httpUrl = z.url({ protocol: /^https?$/ });
const services = ['gateway', 'subgraph', 'worker'] as const;

const upper = (name: string) => name.toUpperCase();

const FIXED = {
  NODE_ENV: {
    schema: z.enum(['production', 'development', 'test']),
    roles: [...services, 'migrator', 'dev'],
    doc: '`production` refuses development conveniences and hides details of errors.',
    fallback: 'production',
  },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    roles: [...services, 'migrator', 'dev'],
    doc: 'The lowest level that is logged.',
    fallback: 'info',
  },
  HOST: {
    schema: z.string(),
    roles: services,
    doc: 'The address that servers bind to.',
    fallback: '127.0.0.1',
  },
  PORT: {
    schema: port,
    roles: ['gateway', 'dev'],
    doc: "The gateway's port; 0 picks a free one.",
    fallback: '4000',
  },
  DATABASE_URL_WORKER: {
    schema: postgresUrl,
    roles: ['worker', 'migrator'],
    doc: 'PostgreSQL as the login role of the workers.',
  },
  DATABASE_URL_MIGRATOR: {
    schema: postgresUrl,
    roles: ['migrator', 'rebuild'],
    doc: 'PostgreSQL as a role with CREATEROLE and BYPASSRLS that owns the database.',
  },
  DATABASE_POOL_SIZE: {
    schema: count,
    roles: ['subgraph', 'worker'],
    doc: 'Connections per subgraph or worker.',
    fallback: '10',
  },
  REDIS_URL: {
    schema: z.url({ protocol: /^rediss?$/ }),
    roles: [...services, 'dev'],
    doc: 'Redis, for doorbells and ephemeral things. `npm start` finds or starts one when it is not set.',
    isClosedOnly: true,
    optionalFor: ['dev'],
  },
  OIDC_ISSUER: {
    schema: httpUrl,
    roles: services,
    doc: 'The `iss` that tokens must carry.',
    isClosedOnly: true,
  },
  OIDC_JWKS_URL: {
    schema: httpUrl,
    roles: ['gateway', 'subgraph'],
    doc: "Where the issuer's keys are fetched.",
    isClosedOnly: true,
  },
  OIDC_AUDIENCE: {
    schema: z.string().min(1),
    roles: ['gateway', 'subgraph'],
    doc: 'The `aud` that tokens must carry.',
    fallback: 'tributary-api',
  },
  OIDC_CLIENTS: {
    schema: list,
    roles: ['gateway', 'subgraph'],
    doc: 'The `azp` that are accepted, separated by commas.',
    fallback: 'tributary-web',
  },
  INTERNAL_KEY_FILE: {
    schema: z.string().min(1),
    roles: ['gateway', 'identity', 'worker'],
    doc: 'A PEM file with the RSA key by which this process signs internal tokens.',
    isClosedOnly: true,
  },
  INTERNAL_JWKS_URLS: {
    schema: list.transform((parts, ctx) => {
      const pairs = parts.map(
        (part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const,
      );
      if (pairs.some(([name, url]) => !name || !URL.canParse(url)))
        ctx.addIssue('must be name=url pairs separated by commas');
      return Object.fromEntries(pairs);
    }),
    roles: ['gateway', 'subgraph'],
    doc: 'Where the public keys of internal signers are fetched: `gateway=<url>,identity=<url>,worker=<url>`.',
    isClosedOnly: true,
  },
  API_KEY_SECRET: {
    schema: z.string().min(32),
    roles: ['identity'],
    doc: 'At least 32 characters that nobody can guess, by which API keys are recognised; with another value none is.',
  },
  DIRECTORY_URL: {
    schema: httpUrl,
    roles: ['workspace', 'worker'],
    doc: "Keycloak's base address, by whose groups workspaces have their members. Without it memberships live here alone.",
    optionalFor: ['workspace', 'worker'],
  },
  DIRECTORY_CLIENT_ID: {
    schema: z.string().min(1),
    roles: ['workspace', 'worker'],
    doc: "The client whose service account manages the realm's users and groups.",
    fallback: 'tributary-admin',
  },
  DIRECTORY_CLIENT_SECRET: {
    schema: z.string().min(1),
    roles: ['workspace', 'worker'],
    doc: "That client's secret; needed with DIRECTORY_URL.",
    optionalFor: ['workspace', 'worker'],
  },
  SYSTEM_ADMIN: {
    schema: z.string().min(1),
    roles: ['worker'],
    doc: 'The username of somebody in Keycloak who is given the realm role `system-admin` at the start; needs DIRECTORY_URL.',
    optionalFor: ['worker'],
  },
  DIRECTORY_SYNC_MS: {
    schema: count,
    roles: ['worker'],
    doc: 'How often members are compared with the groups of Keycloak. Whoever is taken out of a group by which everybody was compared before is removed here, the last owner excepted; a group that was lost is made again, with everybody in it.',
    fallback: '30000',
  },
  GATEWAY_URL: {
    schema: httpUrl,
    roles: ['worker'],
    doc: "The gateway's GraphQL URL, where automations act.",
  },
  WORKER_ID: {
    schema: z.string().regex(/^[\w-]{1,60}$/),
    roles: ['worker'],
    doc: "The worker's stable name: its unfinished runs are its own after a restart.",
    fallback: 'worker-1',
  },
  WORKER_PORT: {
    schema: port,
    roles: ['worker', 'dev'],
    doc: "The port of the worker's health and keys; 0 picks a free one.",
    fallback: '4020',
  },
  RETRY_BASE_MS: {
    schema: count,
    roles: ['worker'],
    doc: 'The first delay before a failed reaction is tried again; it doubles four times.',
    fallback: '1000',
  },
  SUPERGRAPH_FILE: {
    schema: z.string().min(1),
    roles: ['gateway'],
    doc: 'The composed supergraph; it is read again when it changes.',
    fallback: 'schema/supergraph.graphql',
  },
  CORS_ORIGINS: {
    schema: list,
    roles: ['gateway'],
    doc: 'Origins of browsers that may call, separated by commas; the same list admits sockets.',
    fallback: '',
  },
  TRUSTED_PROXY_HOPS: {
    schema: z.coerce.number().int().min(0).max(10),
    roles: ['gateway'],
    doc: 'How many proxies stand before the gateway: so many of the last addresses in X-Forwarded-For are believed.',
    fallback: '0',
  },
  INTROSPECTION: {
    schema: z.enum(['authenticated', 'off']),
    roles: ['gateway'],
    doc: 'Who may introspect.',
    fallback: 'authenticated',
  },
  OPEN_GATEWAY: {
    schema: flag,
    roles: ['gateway'],
    doc: 'Development only: no authentication and no limits, so that a foreign supergraph can be served for conformance tests. Refused in production.',
    fallback: 'false',
  },
  ...EXECUTION,
  COUNT_STATEMENTS: {
    schema: flag,
    roles: ['gateway', 'subgraph'],
    doc: 'Development only: `extensions.statements` of an answer over HTTP tells which SQL statements each subgraph sent for it; set it for all of them. Refused in production, which is where NODE_ENV does not say otherwise.',
    fallback: 'false',
    isDevelopmentOnly: true,
  },
  ...LIMITS,
  ...ATTACHMENTS,
  LIVE_POLL_MS: {
    schema: count,
    roles: ['gateway'],
    doc: 'How often heads are polled, to repair lost doorbells.',
    fallback: '1500',
  },
  DATA_DIR: {
    schema: z.string().min(1),
    roles: ['dev'],
    doc: 'Where `npm start` keeps its data.',
    fallback: '.data',
  },
  ISSUER_PORT: {
    schema: port,
    roles: ['dev'],
    doc: "The embedded issuer's port; 0 picks a free one.",
    fallback: '4010',
  },
} satisfies Record<string, Variable>;

const PER_SUBGRAPH: Record<string, Variable> = Object.fromEntries(
  SUBGRAPH_NAMES.flatMap((name, i): [string, Variable][] => [
    [
      `SUBGRAPH_${upper(name)}_URL`,
      {
        schema: httpUrl,
        roles: ['gateway'],
        doc: `Where the gateway reaches ${name}.`,
        fallback: `http://127.0.0.1:${4001 + i}/graphql`,
      },
    ],
    [
      `SUBGRAPH_${upper(name)}_PORT`,
      {
        schema: port,
        roles: [name, 'dev'],
        doc: `The port of ${name}; 0 picks a free one.`,
        fallback: String(4001 + i),
      },
    ],
    [
      `DATABASE_URL_${upper(name)}`,
      { schema: postgresUrl, roles: [name, 'migrator'], doc: `PostgreSQL as the login role of ${name}.` },
    ],
  ]),
);

/** Every environment variable that the platform reads. The README's table is made from it. */
export const VARIABLES: Record<string, Variable> = { ...FIXED, ...PER_SUBGRAPH };

/** The settings by variable name, as far as the roles that were asked for read them. */
export type Config = { [K in keyof typeof FIXED]: z.output<(typeof FIXED)[K]['schema']> } & {
  [K in `SUBGRAPH_${Uppercase<SubgraphName>}_URL` | `DATABASE_URL_${Uppercase<SubgraphName>}`]: string;
} & { [K in `SUBGRAPH_${Uppercase<SubgraphName>}_PORT`]: number };
