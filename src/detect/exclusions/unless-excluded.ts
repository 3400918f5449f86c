import type { Evidence } from '../finding.ts';
import type { StructureHit } from '../structures/structure.ts';
import type { OnPassed } from './passed.ts';

const NONE: readonly StructureHit[] = [];

/**
 * A piece of a text as the one hit of a structure, unless something speaks against it; then none, and who wants to
 * know is told.
 *
 * @param why the name of an exclusion, `failed-check`, `too-weak`, or undefined where nothing speaks against it
 */
export function unlessExcluded(
  why: string | undefined,
  kind: string,
  { start, end }: { readonly start: number; readonly end: number },
  evidence: Evidence,
  onPassed: OnPassed | undefined,
): readonly StructureHit[] {
  if (why === undefined) return [{ kind, start, end, evidence }];
  onPassed?.(start, end, why);
  return NONE;
}
