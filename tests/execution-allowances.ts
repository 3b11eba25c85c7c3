import type { Case } from './execution-cases';

/** A difference that is known and wanted. */
interface Allowance {
  name: string;
  /** Whether the whole difference of a case is this one. */
  covers(found: Case): boolean;
}

/** Every difference that may be, with its reason. */
const ALLOWANCES: readonly Allowance[] = [];

/** The name of the allowance that a difference falls under; null for none. */
export function allowanceOf(found: Case): string | null {
  return ALLOWANCES.find(({ covers }) => covers(found))?.name ?? null;
}
