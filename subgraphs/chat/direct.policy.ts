const MOST_PEOPLE = 9;

/** By which the people of a direct chat have one in a workspace, in whatever order they are named. */
export function directKeyOf(userIds: readonly string[]): string {
  return [...userIds].sort().join(',');
}

/** What is wrong with a set of people, the caller among them; null when nothing is. */
export function faultOfPeople(userIds: readonly string[]): string | null {
  if (userIds.length >= 2 && userIds.length <= MOST_PEOPLE) return null;
  return `userIds must name 1 to ${MOST_PEOPLE - 1} people beside yourself`;
}
