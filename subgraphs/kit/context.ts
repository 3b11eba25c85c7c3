import type { DataSource, EntityManager } from 'typeorm';
import type { EventType, StoredEvent } from '../../schema/events';
import type { DirectoryClient } from './directory-client';
import type { Doorbells } from './doorbells';
import type { FileStorage } from './file-storage';
import type { Logger } from './logger';
import type { ChatRole, WorkspaceRole } from './permission';
import type { StatementCounts } from './statements';

/** Who is calling. Only `kit/auth.ts` makes one from a token. */
export type Principal = UserPrincipal | ServicePrincipal | AudiencePrincipal;

/** A person, by a token of the identity provider. */
export interface UserPrincipal {
  kind: 'user';
  userId: string;
  sessionId: string | null;
  username: string;
  displayName: string;
  email: string | null;
  /** Realm roles. */
  roles: readonly string[];
  /** Full paths of the identity provider's groups, `/<workspace uuid>/<ROLE>` among them. */
  groups: readonly string[];
  /** The API key by which the person calls; null for a token of the identity provider. */
  apiKey: KeyGrant | null;
  /** Seconds since the epoch. */
  issuedAt: number;
  /** Seconds since the epoch. */
  expiresAt: number;
}

/** As far as an API key reaches. */
export interface KeyGrant {
  id: string;
  /** `read`, `write`, `deploy`, `manage`. */
  scopes: readonly string[];
  /** The one workspace in which it acts; null for all of its owner's. */
  workspaceId: string | null;
}

/** A part of the platform, by a token that it signed itself. */
export interface ServicePrincipal {
  kind: 'service';
  /** `gateway`, `identity` or `worker`. */
  service: string;
  /** The user that the service acts as (the bot), or null for internal calls. */
  userId: string | null;
  /** The scope to which the act is confined: the one of the event that caused it. */
  scopeId: string | null;
  /** The event that caused the act. */
  causationId: string | null;
  /** How many workflow runs lie between a person's act and this one. */
  depth: number;
  expiresAt: number;
}

/**
 * Everybody at once who has the same role in a workspace, and in one of its chats: sees what each of them sees there,
 * and changes nothing. Live updates are executed as one, once for all of them.
 */
export interface AudiencePrincipal extends AudienceGrant {
  kind: 'audience';
  /** There is no one user: reading it throws ViewerNeeded, so that whoever follows is served alone. */
  readonly userId: null;
  /** Seconds since the epoch. */
  expiresAt: number;
}

/** An audience, and what it may be asked for. */
export interface AudienceGrant extends Audience {
  /** The one topic whose entries it is told of. */
  topic: string;
  /** The hashes of the operations that may be executed for it, as `hashOf` makes them. */
  ops: readonly string[];
}

/** Which members an audience is made of. */
export interface Audience {
  workspaceId: string;
  workspaceRole: WorkspaceRole;
  /** The chat that they take part in; null where they share no more than the workspace. */
  chatId: string | null;
  chatRole: ChatRole | null;
}

/** Sends a statement of a projection; it is awaited by the commit. */
export type Send = (text: string, values?: readonly unknown[]) => void;

/**
 * How a subgraph's tables follow from its events: the same function writes them with the event and rebuilds them from
 * the store. Tables are named with their schema (`chat.message`, `access.scope`), and nothing but the event is read.
 */
export type Projections = {
  readonly [T in EventType]?: (send: Send, event: StoredEvent<T>) => void;
};

/** What use cases need to know of the surroundings, from the environment. */
export interface Settings {
  /** The `iss` of users' tokens. */
  issuer: string;
  /** How identity recognises API keys and vouches for them; nobody else can. */
  apiKeys?: KeyExchange | null;
  /** The identity provider's people and groups; none where memberships live here alone. */
  directory?: DirectoryClient | null;
  /** Where files are kept. */
  files?: FileStorage | null;
  /** How the addresses of files are made. */
  attachments?: AttachmentSettings | null;
  /** How often files are looked for that nobody has any more. */
  attachmentSweepMs?: number;
  /** How often the directory and the memberships are compared. */
  directorySyncMs?: number;
}

/** What is needed to let files come and go. */
export interface AttachmentSettings {
  /** Nobody makes an address of a file without it. */
  secret: string;
  /** Where clients reach the gateway. */
  publicUrl: string;
  maxBytes: number;
  /** How long an upload may stand still. */
  idleMs: number;
}

/** What identity needs to exchange API keys for tokens. */
export interface KeyExchange {
  /** Without it nobody can try keys against the hashes that are kept. */
  secret: string;
  /** A token that stands for a key's owner as far as the key reaches, for a minute. */
  sign(holder: KeyHolder): string;
}

/** Who calls by an API key. */
export interface KeyHolder extends Pick<UserPrincipal, 'userId' | 'username' | 'displayName' | 'roles'> {
  apiKey: KeyGrant;
}

/** What a subgraph or worker holds on to for its life. */
export interface Database {
  /** The subgraph's name; its system role is `<name>_system`. */
  name: string;
  dataSource: DataSource;
  doorbells: Doorbells;
  projections: Projections;
  settings: Settings;
}

/** An open transaction. Queries are sent at once and answered in order. */
export interface Transaction {
  /** Runs a statement that begins with its name as a comment; rows come with camelCase columns. */
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Sends a statement without waiting for it; the commit does, and fails with it. */
  send(text: string, values?: readonly unknown[]): void;
  /** Repositories of this transaction, for reading. */
  manager: EntityManager;
  /** What the commit will append, in order. */
  recorded: StoredEvent[];
}

/** Where a client is. */
export interface Origin {
  ip: string | null;
  userAgent: string | null;
}

/** What travels with one request or reaction, and is the first argument of every use case. Built here alone. */
export interface Context<L = unknown> {
  principal: Principal;
  correlationId: string;
  causationId: string | null;
  /** Where the client is, as the gateway says; nulls for calls that came another way and for reactions. */
  origin: Origin;
  db: Database;
  /** The transaction that the request is in; null outside of one. */
  tx: Transaction | null;
  /** DataLoaders of this request. */
  loaders: L;
  log: Logger;
  /** What the request has sent to the database; undefined where nobody counts. */
  statements?: StatementCounts;
  /** The time by which rules decide; tests move it. */
  now(): Date;
}

/** The context inside `inTransaction`. */
export type InTransaction<C extends Context> = C & { tx: Transaction };

/** What makes the loaders of a request. They capture the context that they are given. */
export type MakeLoaders<L> = (ctx: Context) => L;

interface ContextParts {
  principal: Principal;
  correlationId: string;
  causationId?: string | null;
  origin?: Origin;
  db: Database;
  tx?: Transaction | null;
  log: Logger;
  now(): Date;
}

/** Builds the context of one request or reaction. */
export function createContext<L>(parts: ContextParts, makeLoaders: MakeLoaders<L>): Context<L> {
  const ctx: Context = {
    principal: parts.principal,
    correlationId: parts.correlationId,
    causationId: parts.causationId ?? null,
    origin: parts.origin ?? { ip: null, userAgent: null },
    db: parts.db,
    tx: parts.tx ?? null,
    loaders: undefined,
    log: parts.log.child({ correlationId: parts.correlationId }),
    now: () => parts.now(),
  };
  return Object.assign(ctx, { loaders: makeLoaders(ctx) });
}

/** The user on whose behalf the request runs; services that act as nobody have none. */
export function actorIdOf(ctx: Context): string | null {
  return ctx.principal.userId;
}
