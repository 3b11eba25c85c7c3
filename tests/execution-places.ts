import type { Outcome } from './execution-outcome';
import { canonical } from './random-source';

interface ToldError {
  message?: string;
  path?: unknown;
}

type Path = readonly (string | number)[];

/**
 * Whether an error of an entity stands at one that its representation was made of, or within a root field from which
 * something has gone since, or among others than were there when it was asked for, or nowhere as one of its entities.
 */
export function isWellPlaced(outcome: Outcome, error: string): boolean {
  const { message, path } = JSON.parse(error) as { message: string; path?: Path };
  if (!path) return false;
  const now = fetchedBy(outcome.calls);
  const answers = [now, ...rootAnswers(outcome)];
  return toldOfEntities(outcome).some(({ fetched, told, representation, rest }) => {
    const at = path.length - rest.length;
    if (told.message !== message || canonical(path.slice(at)) !== canonical(rest)) return false;
    // Of what is nowhere any more no place is known, and so no root field.
    const root = path.slice(0, Math.min(at, 1));
    const place = path.slice(0, at);
    // Some of the entities are nowhere any more: what is told of them begins below them.
    const isNowhere = at === 0 && countOf(representation, now) < countOf(representation, fetched);
    return (
      isNowhere ||
      isMadeOf(representation, valueAt(fetched, place)) ||
      countAt(fetched, place) !== countAt(now, place) ||
      answers.some((answer) => hasLost(valueAt(fetched, root), valueAt(answer, root)))
    );
  });
}

/** An error without its place. */
export function withoutPlace(error: string): string {
  const { path: _, ...rest } = JSON.parse(error) as { path?: Path };
  return canonical(rest);
}

function toldOfEntities({ calls }: Outcome) {
  return calls.flatMap(({ body, reply, before }) => {
    if (before === null) return [];
    const fetched: unknown = JSON.parse(before);
    const { variables } = JSON.parse(body) as { variables?: { representations?: Record<string, unknown>[] } };
    const { errors = [] } = JSON.parse(reply.text) as { errors?: ToldError[] };
    return errors.flatMap((told) => {
      const path = (Array.isArray(told.path) ? told.path : []) as Path;
      const representation = variables?.representations?.[Number(path[1])];
      return representation ? [{ fetched, told, representation, rest: path.slice(2) }] : [];
    });
  });
}

/**
 * All data as it stands: executors merge into the answers to the root's fetches. Of those that name one field the one
 * that came first has been merged into, so that it holds the most.
 */
export function fetchedBy(calls: Outcome['calls']): Record<string, unknown> {
  const fetched = Object.create(null) as Record<string, unknown>;
  for (const { received, reply } of calls) {
    if (reply.entities > 0 || !received?.data) continue;
    for (const [name, value] of Object.entries(received.data))
      if (canonical(value).length > canonical(fetched[name] ?? null).length) fetched[name] = value;
  }
  return fetched;
}

/** What came for the root, before anything was merged into it. */
function rootAnswers({ calls }: Outcome): unknown[] {
  return calls.flatMap(({ reply }) =>
    reply.entities > 0 || reply.rejection ? [] : [(JSON.parse(reply.text) as { data?: unknown }).data],
  );
}

/** How many values there are at a place, whatever its numbers. */
function countAt(data: unknown, [first, ...rest]: Path): number {
  if (data === null || data === undefined) return 0;
  if (first === undefined) return 1;
  const next = typeof first === 'number' && Array.isArray(data) ? data : [valueAt(data, [first])];
  return next.reduce<number>((sum, value) => sum + countAt(value, rest), 0);
}

/** Whether an answer has something else where an object was, or null where anything was. */
function hasLost(before: unknown, answer: unknown): boolean {
  if (before === null || before === undefined || answer === undefined) return false;
  if (typeof before !== 'object') return answer === null;
  if (typeof answer !== 'object' || answer === null || Array.isArray(before) !== Array.isArray(answer))
    return true;
  if (Array.isArray(before) && Array.isArray(answer) && before.length !== answer.length) return true;
  return Object.entries(before).some(([name, part]) => hasLost(part, valueAt(answer, [name])));
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, element) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, element)
        ? (value as Record<string, unknown>)[element]
        : undefined,
    data,
  );
}

/** `__typename` is written for the subgraph, and so are keys that are renamed. */
function isMadeOf(representation: Record<string, unknown>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { __typename: _, ...keys } = representation;
  const found = Object.entries(keys).filter(([name]) => valueAt(value, [name]) !== undefined);
  if (found.length === 0 && Object.keys(keys).length > 0) return false;
  return found.every(([name, part]) => contains(valueAt(value, [name]), part));
}

/** How many objects a representation may have been made of. */
function countOf(representation: Record<string, unknown>, data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  const parts = Object.values(data).map((part) => countOf(representation, part));
  return parts.reduce((sum, count) => sum + count, isMadeOf(representation, data) ? 1 : 0);
}

function contains(whole: unknown, part: unknown): boolean {
  // Of objects in lists in lists Apollo's executor tells nothing in representations.
  if (part === null) return true;
  if (Array.isArray(whole) && Array.isArray(part))
    return whole.length === part.length && part.every((each, i) => contains(whole[i], each));
  if (typeof whole !== 'object' || typeof part !== 'object' || !whole || !part)
    return canonical(whole) === canonical(part);
  return Object.entries(part).every(([name, each]) => contains(valueAt(whole, [name]), each));
}
