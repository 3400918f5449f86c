import type { Finding, FindingClass } from '../../detect/finding.ts';
import { kindOf } from '../../detect/kinds.ts';
import { maskOf } from '../../redact/mask.ts';
import type { Replacement } from '../../redact/redact.ts';
import { findingReason, kindName } from '../../sentences/finding.ts';
import type { Translate } from '../../sentences/translate.ts';
import { optional, type Plan } from './plan.ts';

/** One thing that would be replaced, as it is listed; never with its value. */
export interface FindingRow {
  readonly replacement: Replacement;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

const ICONS: Readonly<Record<FindingClass, string>> = {
  secret: 'key',
  pii: 'person',
  internal: 'organization',
  path: 'file',
  opaque: 'question',
};

/** As many are listed; what comes after them is replaced unasked. */
export const MOST_LISTED = 2_000;

/** A row for each thing of a plan that may be left out, in order: what, what comes instead, where, and why. */
export function findingRows(plan: Plan, t: Translate): readonly FindingRow[] {
  const places = placesOf(plan.whole);
  let at = 0;
  return optional(plan)
    .slice(0, MOST_LISTED)
    .map((replacement) => {
      const { start, end, standIn } = replacement;
      while ((plan.findings[at]?.end ?? Infinity) <= start) at += 1;
      const finding = plan.findings[at];
      const why: Pick<Finding, 'kind' | 'evidence'> =
        finding !== undefined && finding.start < end
          ? { kind: standIn.kind, evidence: finding.evidence }
          : // Found nowhere here, but redacted earlier.
            { kind: standIn.kind, evidence: 'known' };
      const { line, column } = places(start);
      return {
        replacement,
        label: `$(${ICONS[kindOf(standIn.kind).class]}) ${kindName(standIn.kind, t)}`,
        description: `${maskOf(standIn.value, standIn.kind)} → ${standIn.name} · ${t('line {0}, column {1}', line, column)}`,
        detail: findingReason(why, t),
      };
    });
}

/** Line and column of offsets that only grow, both from 1, in one walk over the text. */
function placesOf(whole: string): (offset: number) => { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (let at = whole.indexOf('\n', lineStart); at >= 0 && at < offset; at = whole.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = at + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}
