import { isRecord } from '../json';
import { define } from './own';

type Data = Record<string, unknown>;

const hasOwnProperty = Object.prototype.hasOwnProperty;

/**
 * Merges what a fetch answered into the data as it stands: objects key by key, lists of one length element by element,
 * everything else in place of what was there. The source's objects become part of the target.
 */
export function merge(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    let present = target[key];
    if (present === undefined) {
      target[key] = value;
      continue;
    }
    if (!hasOwnProperty.call(target, key)) {
      define(target, key, undefined);
      present = undefined;
    }
    if (present && isRecord(value)) merge(present as Data, value);
    else if (Array.isArray(value) && Array.isArray(present) && value.length === present.length)
      mergeLists(present, value);
    else target[key] = value;
  }
}

function mergeLists(target: unknown[], source: unknown[]): void {
  for (let i = 0; i < source.length; i++) {
    const value = source[i];
    const present = target[i];
    if (isRecord(present) && isRecord(value)) merge(present, value);
    else target[i] = value;
  }
}

/** A copy of parsed JSON: merging into it changes the original nowhere. */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: Data = {};
  for (const key of Object.keys(value)) {
    const copied = copyOf((value as Data)[key]);
    if (key === '__proto__') define(copy, key, copied);
    else copy[key] = copied;
  }
  return copy as T;
}
