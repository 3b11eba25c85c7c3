import { IssuerError, type Desk, type Reply } from './issuer-desk';
import type { Group, Person } from './issuer-directory';

/** One call of the admin API. */
export interface AdminCall {
  desk: Desk;
  /** The ids in the path, in their order. */
  ids: string[];
  query: URLSearchParams;
  body: unknown;
}

/** A route: `*` stands for an id; the caller needs one of these roles of `realm-management`. */
export interface AdminRoute {
  needs: readonly string[];
  run(call: AdminCall): Reply;
}

/** The group of this id. */
export function findGroup({ directory }: Desk, id = '', message = 'Could not find group by id'): Group {
  const found = directory.groups.get(id);
  if (!found) throw new IssuerError(404, { error: message });
  return found;
}

/** The part of a list that a query asks for with `first` and `max`. */
export function pageOf<T>(list: readonly T[], query: URLSearchParams, usual = Infinity): T[] {
  const first = Number(query.get('first') ?? 0);
  const max = Number(query.get('max') ?? usual);
  return list.slice(first, max < 0 ? undefined : first + max);
}

/** A user as the admin API shows one; never the password. */
export function describePerson({ groupIds: _, credentials: __, ...person }: Person): object {
  const { id, username, firstName, lastName, email, emailVerified, enabled } = person;
  return { id, username, firstName, lastName, email, emailVerified, enabled, totp: false, notBefore: 0 };
}
