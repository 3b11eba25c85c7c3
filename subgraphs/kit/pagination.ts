import { badInput } from './errors';

export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A page to be read: `limit` rows and one more, behind `after`, in the list's order or (`backward`) against it. */
export interface Page {
  /** How many rows to ask the database for: one more than the page has. */
  limit: number;
  backward: boolean;
  keyset: readonly KeyPart[];
  /** What the cursors of this list begin with: its mark, where a list can have several orders. */
  lead: readonly string[];
  after: string[] | null;
  before: string[] | null;
}

export interface Connection<R> {
  edges: { node: R; cursor: string }[];
  nodes: R[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const DEFAULT_SIZE = 50;
const MAX_SIZE = 100;

/** What a part of a keyset is, so that a forged cursor is refused before it reaches the database. */
export type KeyPart = 'uuid' | 'timestamptz' | 'date' | 'integer' | 'text';

const IS_PART: Record<KeyPart, (part: string) => boolean> = {
  uuid: (part) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  timestamptz: isTime,
  date: (part) => part === 'infinity' || (/^\d{4}-\d\d-\d\d$/.test(part) && isTime(`${part}T00:00:00.000Z`)),
  integer: (part) => /^\d{1,9}$/.test(part),
  text: (part) => /^[^\0]{0,1000}$/.test(part),
};

/** Whether a text is a time as we write it, of a day that there is; PostgreSQL knows no year 0. */
function isTime(part: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(part)) return false;
  const time = new Date(part);
  return !Number.isNaN(time.getTime()) && time.toISOString() === part;
}

/** Checks the arguments of a connection with such a keyset; BAD_USER_INPUT names the one at fault. */
export function parsePage(
  args: PageArgs,
  keyset: readonly KeyPart[],
  most = MAX_SIZE,
  mark: string | null = null,
): Page {
  const { first, last } = args;
  if (first != null && last != null) throw badInput('give first or last, not both', 'first');
  const size = first ?? last ?? DEFAULT_SIZE;
  const name = last == null ? 'first' : 'last';
  const lead = mark === null ? [] : [mark];
  if (size < 1 || size > most) throw badInput(`${name} must be between 1 and ${most}`, name);
  return {
    limit: size + 1,
    backward: last != null,
    keyset,
    lead,
    after: parseKeyset(args.after, { keyset, lead }, 'after'),
    before: parseKeyset(args.before, { keyset, lead }, 'before'),
  };
}

function parseKeyset(
  cursor: string | null | undefined,
  { keyset, lead }: Pick<Page, 'keyset' | 'lead'>,
  name: string,
): string[] | null {
  if (cursor == null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const parts: unknown[] = Array.isArray(read) ? read.slice(lead.length) : [];
    const isOurs =
      parts.length === keyset.length &&
      lead.every((part, i) => part === (read as unknown[])[i]) &&
      keyset.every((part, i) => typeof parts[i] === 'string' && IS_PART[part](parts[i]));
    if (isOurs) return parts as string[];
  } catch {
    // Falls through to the refusal: whatever cannot be read is not a cursor.
  }
  throw badInput(`${name} is not a cursor of this list`, name);
}

function encodeKeyset(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Makes a connection of the rows that were read for `page`, in the order in which they were read. */
export function toConnection<R>(
  rows: readonly R[],
  page: Page,
  keysetOf: (row: R) => string[],
): Connection<R> {
  const hasMore = rows.length === page.limit;
  const nodes = rows.slice(0, page.limit - 1);
  if (page.backward) nodes.reverse();
  const edges = nodes.map((node) => ({ node, cursor: encodeKeyset([...page.lead, ...keysetOf(node)]) }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: page.backward ? page.before !== null : hasMore,
      hasPreviousPage: page.backward ? hasMore : page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/**
 * The SQL of a page over `columns` (unique together, in the order of the keyset): a condition that begins with AND,
 * the order, and the limit; its parameters are numbered from `firstParameter`.
 */
export function keysetSql(
  page: Page,
  columns: readonly string[],
  options: { descending?: boolean; firstParameter: number },
): { where: string; orderAndLimit: string; values: unknown[] } {
  const descending = Boolean(options.descending);
  const values: unknown[] = [];
  const bound = (parts: readonly string[] | null, isAfter: boolean): string => {
    if (!parts) return '';
    const marks = parts.map((part, i) => {
      values.push(part);
      return `$${options.firstParameter + values.length - 1}::${page.keyset[i]}`;
    });
    return ` AND (${columns.join(', ')}) ${isAfter === descending ? '<' : '>'} (${marks.join(', ')})`;
  };
  const where = bound(page.after, true) + bound(page.before, false);
  const direction = descending === page.backward ? 'ASC' : 'DESC';
  const order = columns.map((column) => `${column} ${direction}`).join(', ');
  // A parameter, so that pages of all sizes are one prepared statement.
  values.push(page.limit);
  const limit = `$${options.firstParameter + values.length - 1}`;
  return { where, orderAndLimit: ` ORDER BY ${order} LIMIT ${limit}`, values };
}

/** The page of a list that is in memory; its rows are in ascending order of their keysets, which are texts. */
export function pageOf<R>(rows: readonly R[], page: Page, keysetOf: (row: R) => string[]): Connection<R> {
  const compare = (row: R, parts: readonly string[]) => {
    const i = keysetOf(row).findIndex((part, at) => part !== parts[at]);
    return i === -1 ? 0 : keysetOf(row)[i]! < parts[i]! ? -1 : 1;
  };
  const { after, before } = page;
  const within = rows.filter(
    (row) => (!after || compare(row, after) > 0) && (!before || compare(row, before) < 0),
  );
  const ordered = page.backward ? within.reverse() : within;
  return toConnection(ordered.slice(0, page.limit), page, keysetOf);
}
