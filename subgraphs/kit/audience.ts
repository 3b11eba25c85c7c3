import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import type { Audience, AudiencePrincipal, Principal } from './context';
import { AppError, ViewerNeeded } from './errors';
import type { TransactionOptions } from './transaction';

/** Who asks, or null for an audience: for what is the same whichever of its members asks. */
export function userIdOrNull(principal: Principal): string | null {
  return principal.kind === 'audience' ? null : principal.userId;
}

/** By which a token names an operation that may be executed for its audience. */
export function hashOf(operation: string): string {
  return createHash('sha256').update(operation).digest('base64url');
}

/** Refuses an execution that the audience's token was not made for. */
export function requireGrant(
  { topic, ops }: AudiencePrincipal,
  asked: { topic: string; query: string },
): void {
  if (topic !== asked.topic || !ops.includes(hashOf(asked.query))) throw refused();
}

/** Refuses what is not the one operation on entities that the audience's token was made for. */
export function requireEntities(
  { ops }: AudiencePrincipal,
  query: unknown,
  parse: (query: string) => DocumentNode,
): void {
  if (typeof query !== 'string' || !ops.includes(hashOf(query))) throw refused();
  const { definitions } = parse(query);
  const operations = definitions.filter((definition) => definition.kind === 'OperationDefinition');
  const [operation] = operations;
  const [field, ...others] = operation?.selectionSet.selections ?? [];
  const isOfEntities = field?.kind === 'Field' && field.name.value === '_entities' && others.length === 0;
  if (operations.length !== 1 || operation?.operation !== 'query' || !isOfEntities) throw refused();
}

function refused(): AppError {
  return new AppError('UNAUTHENTICATED', 'A valid access token is required.');
}

/** The settings by which row-level security knows an audience. */
export function audienceSettings(audience: Audience, correlationId: string): string[] {
  const { workspaceId, workspaceRole, chatId, chatRole } = audience;
  const members = [workspaceId, workspaceRole, chatId ?? '', chatRole ?? ''].join(':');
  return ['', 'audience', members, correlationId, ''];
}

/** What asks the database for the caller's person, or whether the caller may write. */
const PERSONAL = /\baccess\.(caller\(\)|writable\b)/;

/** Throws ViewerNeeded for a statement whose answer depends on which member of an audience asks. */
export function refusePersonal(statement: string): void {
  if (PERSONAL.test(statement)) throw new ViewerNeeded();
}

/** How a principal's transactions are bound: an audience reads as itself alone, and nothing that is one person's. */
export function boundBy({ kind }: Principal, options: TransactionOptions): TransactionOptions {
  if (kind !== 'audience') return options;
  if (options.as) throw new ViewerNeeded();
  return { readOnly: true, inspect: refusePersonal };
}
