const hasOwnProperty = Object.prototype.hasOwnProperty;

/** What an object itself holds under a key: clients name keys, and may name one that every object inherits. */
export function own(source: unknown, key: string): unknown {
  return hasOwnProperty.call(source, key) ? (source as Record<string, unknown>)[key] : undefined;
}

/** Whether every object inherits something under the key. */
export function isInherited(key: string): boolean {
  return key in Object.prototype;
}

/** Reads one key of whatever a subgraph answered, as `own` does, without asking where nothing can be inherited. */
export function readerOf(key: string): (source: unknown) => unknown {
  if (isInherited(key)) return (source) => own(source, key);
  return (source) =>
    typeof source === 'object' && !Array.isArray(source)
      ? (source as Record<string, unknown>)[key]
      : own(source, key);
}

/** Sets a key of the object itself, also where it would set something inherited. */
export function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { configurable: true, enumerable: true, value, writable: true });
}
