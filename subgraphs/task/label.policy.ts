/** How many labels a task may have. */
export const MAX_LABELS = 20;

const MAX_NAME = 50;

/** Why a label's name is not acceptable, or null. */
export function refuseLabelName(name: string): string | null {
  const length = [...name].length;
  if (length < 1 || length > MAX_NAME) return `Name must have 1 to ${MAX_NAME} characters`;
  if (/[\p{Cc}\p{Cs}]/u.test(name)) return 'Name must not contain control characters';
  return null;
}

/** Why a label's colour is not acceptable, or null. */
export function refuseColor(color: string): string | null {
  return /^#[0-9a-f]{6}$/i.test(color) ? null : 'Color must be #rrggbb, such as #2f81f7';
}

/** Why a task may not have so many labels, or null. */
export function refuseLabelCount(count: number): string | null {
  return count > MAX_LABELS ? `A task has at most ${MAX_LABELS} labels` : null;
}
