import { TypeID } from 'typeid-js';
import { v5, v7 } from 'uuid';
import { ID_PREFIX, type IdType } from '../../schema/ids';
import { badInput } from './errors';

/** A new UUIDv7: sorts by the time of its making. */
export function newUuid(): string {
  return v7();
}

/** A user's uuid: the token's subject where that is a uuid, else derived from issuer and subject (RFC 9562, version 5). */
export function userIdOf(issuer: string, subject: string): string {
  const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(subject);
  return isUuid ? subject.toLowerCase() : v5(subject, v5(issuer, v5.URL));
}

/** A session's uuid, derived from the issuer and the token's `sid`, which cannot be told from it. */
export function sessionIdOf(issuer: string, sid: string): string {
  return v5(`${issuer}#sid:${sid}`, v5.URL);
}

/** The uuid that follows from another one and a name: the same for the same, and for nothing else. */
export function derivedUuid(origin: string, name: string): string {
  return v5(name, origin);
}

/** The platform's bot, one per issuer. */
export function botIdOf(issuer: string): string {
  return userIdOf(issuer, 'bot');
}

/** The global id (TypeID) of a row. */
export function toGlobalId(type: IdType, uuid: string): string {
  return TypeID.fromUUID(ID_PREFIX[type], uuid).toString();
}

/** An entity of whichever subgraph owns it, as the others answer it. */
export function toRef<T extends IdType>(type: T, uuid: string): { __typename: T; id: string } {
  return { __typename: type, id: toGlobalId(type, uuid) };
}

/** The uuid behind a global id, or null when it is none of that type. */
export function tryFromGlobalId(type: IdType, id: string): string | null {
  try {
    const parsed = TypeID.fromString(id);
    return parsed.getType() === ID_PREFIX[type] ? parsed.toUUID() : null;
  } catch {
    return null;
  }
}

/** The uuid behind a global id; BAD_USER_INPUT naming the input field when it is no id of that type. */
export function fromGlobalId(type: IdType, id: string, ...path: string[]): string {
  const uuid = tryFromGlobalId(type, id);
  if (uuid === null) throw badInput(`${path.at(-1) ?? 'id'} is no ${type} id`, ...path);
  return uuid;
}

/** The type that a global id's prefix names, or null. */
export function typeOfGlobalId(id: string): IdType | null {
  const prefix = id.slice(0, Math.max(0, id.lastIndexOf('_')));
  const entry = Object.entries(ID_PREFIX).find(([, value]) => value === prefix);
  return entry ? (entry[0] as IdType) : null;
}
