import type { Representation } from './representations';

type Data = Record<string, unknown>;

/** The entities of one fetch and what they are asked by: each representation once, however many entities have it. */
export interface Batch {
  entities: readonly Data[];
  texts: string[];
  /** Of each entity the index of its representation among the texts; NONE where it has none. */
  indexes: number[];
}

/** The index of what is not asked for. */
export const NONE = -1;

/** What was represented before, by the values of the leaves that a representation is made of. */
type Known = Map<unknown, Known | number>;

/** Represents entities. */
export function batchOf(entities: readonly Data[], representation: Representation): Batch {
  const texts: string[] = [];
  const byText = new Map<string, number>();
  const byLeaves = new Map<readonly string[], Known>();

  const indexOf = (entity: Data): number => {
    const text = representation.textOf(entity);
    if (text === null) return NONE;
    let index = byText.get(text);
    if (index === undefined) byText.set(text, (index = texts.push(text) - 1));
    return index;
  };

  /** To find the leaves of an entity costs much less than to write them. */
  const indexByLeaves = (entity: Data, leaves: readonly string[]): number => {
    let known = byLeaves.get(leaves);
    if (!known) byLeaves.set(leaves, (known = new Map<unknown, Known | number>()));
    const last = leaves.length - 1;
    for (let i = 0; i < last; i++) {
      const value = entity[leaves[i]!];
      if (!isLeaf(value)) return indexOf(entity);
      const next: Known = (known.get(value) as Known | undefined) ?? new Map<unknown, Known | number>();
      known.set(value, next);
      known = next;
    }
    const value = entity[leaves[last]!];
    if (!isLeaf(value)) return indexOf(entity);
    let index = known.get(value) as number | undefined;
    if (index === undefined) known.set(value, (index = indexOf(entity)));
    return index;
  };

  const indexes = entities.map((entity) => {
    const leaves = representation.leavesOf(entity);
    return leaves ? indexByLeaves(entity, leaves) : indexOf(entity);
  });
  return { entities, texts, indexes };
}

function isLeaf(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Brings representations into an order of their own, so that equal sets of them are equal requests. */
export function sortBatch(batch: Batch): void {
  const sorted = [...batch.texts].sort();
  const moved = new Map(sorted.map((text, i) => [text, i]));
  batch.indexes = batch.indexes.map((index) => (index === NONE ? NONE : moved.get(batch.texts[index]!)!));
  batch.texts = sorted;
}
