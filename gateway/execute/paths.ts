import type { ResponsePath } from '@apollo/query-planner';
import { own, readerOf } from './own';

/** A place in an answer, as errors name it. */
export type Path = readonly (string | number)[];

/** In a plan's path: the elements of a list. */
const EACH = '@';

/** The data that a path leads to: a value, or a list of them where the path goes through lists. */
export type Reach = (data: unknown) => unknown;

/** Adds what a path leads to, but for null. */
type Gather = (data: unknown, gathered: unknown[]) => void;

/** Compiles a plan's path. The function throws where the data is not shaped as the path needs it. */
export function compileReach(path: ResponsePath): Reach {
  const split = path.indexOf(EACH);
  const keys = split < 0 ? path : path.slice(0, split);
  const reads = keys.map((key) => compileKey(String(key)));
  const reachList = (data: unknown) => reads.reduce((value, read) => read(value), data);
  if (split < 0) return reachList;
  const gather = compileGather(path.slice(split));
  return (data) => {
    const gathered: unknown[] = [];
    gather(reachList(data), gathered);
    return gathered;
  };
}

function compileGather([first, ...rest]: ResponsePath): Gather {
  if (first === undefined) {
    return (data, gathered) => {
      if (Array.isArray(data)) for (const each of data) gathered.push(each);
      else gathered.push(data);
    };
  }
  const next = compileGather(rest);
  if (first !== EACH) {
    const read = compileKey(String(first));
    return (data, gathered) => {
      const value = read(data);
      if (value !== null && value !== undefined) next(value, gathered);
    };
  }
  return (data, gathered) => {
    if (data === null || data === undefined) return;
    if (!Array.isArray(data))
      throw new Error('A subgraph answered something else where there must be a list.');
    for (const each of data) if (each !== null && each !== undefined) next(each, gathered);
  };
}

function compileKey(key: string): (data: unknown) => unknown {
  const read = readerOf(key);
  return (data) => {
    if (data === null || data === undefined) return data;
    if (Array.isArray(data)) throw new Error('A subgraph answered a list where there must be none.');
    return read(data);
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
