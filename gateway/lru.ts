/** A map that forgets what was not used for the longest time once it is full. */
export interface Lru<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  /** How many entries there are. */
  size(): number;
  /** What they weigh together. */
  weight(): number;
}

/** What entries weigh, how much there may be of them, and who is told of those that had to go. */
export interface Weighing<V> {
  of(key: string, value: V): number;
  most: number;
  onForget?(value: V): void;
}

/** Makes a map of at most so many entries, and of at most so much where their weight counts. */
export function createLru<V>(most: number, weighing?: Weighing<V>): Lru<V> {
  const entries = new Map<string, V>();
  const weigh = (key: string, value: V) => weighing?.of(key, value) ?? 0;
  const mostWeight = weighing?.most ?? 0;
  let weight = 0;
  const remove = (key: string): void => {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    weight -= weigh(key, value);
  };
  const forget = (key: string): void => {
    const value = entries.get(key)!;
    remove(key);
    weighing?.onForget?.(value);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      // A Map keeps the order of insertion: the first key is the one that was not used for the longest time.
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      entries.set(key, value);
      weight += weigh(key, value);
      while (entries.size > most || weight > mostWeight) forget(entries.keys().next().value!);
    },
    delete: remove,
    size: () => entries.size,
    weight: () => weight,
  };
}
