import type { RelationDirection, RelationType } from './relation.entity';

/** A relation that leads from one task to another. */
export interface Step {
  from: string;
  to: string;
}

/** Which relations must not lead back to where they began. */
export function isAcyclic(type: RelationType): boolean {
  return type !== 'RELATES';
}

/** How the other task tells a relation: whoever is related to another has that one related to it, too. */
export function mirrored(type: RelationType): RelationDirection {
  return type === 'RELATES' ? 'OUTWARD' : 'INWARD';
}

/** The tasks on a shortest way along the steps, both ends included; null when none leads there. */
export function findWay(steps: readonly Step[], start: string, goal: string): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of steps) next.set(from, [...(next.get(from) ?? []), to]);
  const cameFrom = new Map<string, string | null>([[start, null]]);
  // A Map goes on to what is added to it while it is walked through.
  for (const [place] of cameFrom) {
    if (place === goal) return wayTo(goal, cameFrom);
    for (const to of next.get(place) ?? []) if (!cameFrom.has(to)) cameFrom.set(to, place);
  }
  return null;
}

function wayTo(goal: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = [];
  for (let place: string | null = goal; place !== null; place = cameFrom.get(place) ?? null)
    way.unshift(place);
  return way;
}

/** How people are told of a way that ends where it began. */
export function describeLoop(keys: readonly string[]): string {
  return keys.join(' → ');
}
