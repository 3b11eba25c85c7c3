import type { ResponsePath } from '@apollo/query-planner';
import { own, readerOf } from './own';

/** A place in an answer, as errors name it. */
export type Path = readonly (string | number)[];

/** In a plan's path: the elements of a list. */
const EACH = '@';

/** The data that a path leads to: a value, or a list of them where the path goes through lists. */
export type Reach = (data: unknown) => unknown;

/** Compiles a plan's path. The function throws where the data is not shaped as the path needs it. */
export function compileReach(path: ResponsePath): Reach {
  const [first, ...rest] = path;
  if (first === undefined) return (data) => data;
  const next = compileReach(rest);
  if (first === EACH) {
    return (data) => {
      if (data === null || data === undefined) return data;
      if (!Array.isArray(data)) throw new Error('a subgraph answered something else for a list');
      return data.flatMap(next);
    };
  }
  const read = readerOf(String(first));
  return (data) => {
    if (data === null || data === undefined) return data;
    if (Array.isArray(data)) throw new Error(`Unexpected array in result for path element ${first}`);
    return next(read(data));
  };
}

/** The places of all values that are not null and that a plan's path leads to, in the order of `compileReach`. */
export function placesOf(data: unknown, path: ResponsePath): Path[] {
  const places: Path[] = [];
  collect(data, { path, at: 0 }, [], places);
  return places;
}

/** A list at the path's end is gone into as `compileReach` and the fetch do. */
function endsOf(data: unknown, place: Path): Path[] {
  if (!Array.isArray(data)) return [place];
  return data.flatMap((value, i) => (value === null || value === undefined ? [] : [[...place, i]]));
}

function collect(
  data: unknown,
  { path, at }: { path: ResponsePath; at: number },
  place: Path,
  places: Path[],
): void {
  if (data === null || data === undefined) return;
  if (Array.isArray(data) && at < path.length) {
    const next = path[at] === EACH ? at + 1 : at;
    data.forEach((value, i) => collect(value, { path, at: next }, [...place, i], places));
    return;
  }
  const element = path[at];
  if (element === undefined) places.push(...endsOf(data, place));
  else if (element !== EACH)
    collect(own(data, String(element)), { path, at: at + 1 }, [...place, element], places);
}
