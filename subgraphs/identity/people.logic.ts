/** Comparisons of a text, as the schema's StringFilter. */
export interface TextFilter {
  eq?: string | null;
  in?: readonly string[] | null;
  contains?: string | null;
  startsWith?: string | null;
}

/** A condition on names. */
export interface NameCondition {
  username?: TextFilter | null;
  displayName?: TextFilter | null;
}

/** What a list of people is narrowed to by name. */
export interface NameFilter extends NameCondition {
  and?: readonly NameCondition[] | null;
  or?: readonly NameCondition[] | null;
  not?: NameCondition | null;
}

const MAX_TEXTS = 100;
const MAX_CONDITIONS = 10;
const MAX_LENGTH = 300;

/**
 * A filter as an SQL/JSON path predicate over `{ "username", "displayName" }`, both in lower case; null when it asks for
 * nothing. A path, so that filters of all shapes are one prepared statement with one parameter.
 */
export function toJsonPath(filter: NameFilter): string | null {
  const parts = [
    conditionPath(filter),
    ...(filter.and ?? []).map(conditionPath),
    filter.or ? anyOf(filter.or.map((condition) => conditionPath(condition) ?? TRUE)) : null,
    filter.not ? `!(${conditionPath(filter.not) ?? TRUE})` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : allOf(parts);
}

/** What is wrong with a filter and which field is at fault; null when nothing is. */
export function faultOfFilter(filter: NameFilter): [string, ...string[]] | null {
  for (const key of ['and', 'or'] as const) {
    if ((filter[key]?.length ?? 0) > MAX_CONDITIONS) {
      return [`${key} must have at most ${MAX_CONDITIONS} conditions`, 'filter', key];
    }
  }
  const conditions = [
    filter,
    ...(filter.and ?? []),
    ...(filter.or ?? []),
    ...(filter.not ? [filter.not] : []),
  ];
  for (const condition of conditions) {
    for (const field of ['username', 'displayName'] as const) {
      const fault = faultOfText(condition[field] ?? {});
      if (fault) return [`${field}: ${fault}`, 'filter', field];
    }
  }
  return null;
}

function faultOfText(filter: TextFilter): string | null {
  if ((filter.in?.length ?? 0) > MAX_TEXTS) return `in must have at most ${MAX_TEXTS} entries`;
  const texts = [filter.eq, filter.contains, filter.startsWith, ...(filter.in ?? [])].filter(
    (text) => text != null,
  );
  if (texts.some((text) => text.length > MAX_LENGTH))
    return `texts must have at most ${MAX_LENGTH} characters`;
  // The database can keep neither, so no name holds them.
  return texts.some((text) => /[\0\p{Surrogate}]/u.test(text)) ? 'texts must be well-formed' : null;
}

/** Always true: compares nothing. */
const TRUE = '(1 == 1)';
const FALSE = '(1 == 2)';

function conditionPath({ username, displayName }: NameCondition): string | null {
  const parts = [
    ...textPaths('$.username', username ?? {}),
    ...textPaths('$.displayName', displayName ?? {}),
  ];
  return parts.length === 0 ? null : allOf(parts);
}

function textPaths(path: string, { eq, in: among, contains, startsWith }: TextFilter): string[] {
  return [
    ...(eq == null ? [] : [`${path} == ${quote(eq)}`]),
    ...(among ? [anyOf(among.map((text) => `${path} == ${quote(text)}`))] : []),
    ...(contains ? [`${path} like_regex ${quote(contains)} flag "q"`] : []),
    ...(startsWith == null ? [] : [`${path} starts with ${quote(startsWith)}`]),
  ];
}

function allOf(parts: readonly string[]): string {
  return `(${parts.join(' && ')})`;
}

function anyOf(parts: readonly string[]): string {
  return parts.length === 0 ? FALSE : `(${parts.join(' || ')})`;
}

function quote(text: string): string {
  return JSON.stringify(text.toLowerCase());
}
