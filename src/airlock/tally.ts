import type { FindingClass } from '../detect/finding.ts';
import { kindOf } from '../detect/kinds.ts';
import type { Redacted } from '../redact/redact.ts';
import type { Vault } from '../redact/vault.ts';
import type { FindingCount } from '../wire/receipt.ts';
import type { Review } from './review.ts';

const CLASSES: readonly FindingClass[] = ['secret', 'pii', 'internal', 'path', 'opaque'];

/**
 * Counts what was replaced, and which values went as they were, by class. A value that is a finding of two classes
 * counts for the first of them.
 *
 * @param pictures how many were left out, and how many went.
 */
export function tally(
  { messages, findings }: Review,
  texts: readonly Redacted[],
  letThrough: ReadonlySet<string>,
  vault: Vault,
  pictures: Omit<FindingCount, 'class'>,
): readonly FindingCount[] {
  const redacted = texts.flatMap(({ replacements }) =>
    replacements.map(({ standIn }) => kindOf(standIn.kind).class),
  );
  const classes = new Map<string, FindingClass>();
  const known = (value: string, one: FindingClass): void => {
    const before = classes.get(value);
    if (letThrough.has(value) && (before === undefined || CLASSES.indexOf(one) < CLASSES.indexOf(before))) {
      classes.set(value, one);
    }
  };
  const some = letThrough.size > 0;
  for (const [i, { text }] of some ? messages.entries() : []) {
    for (const { start, end, class: one } of findings[i] ?? []) known(text.slice(start, end), one);
  }
  // What was redacted in an earlier turn and is left now may be no finding any more.
  for (const { value, kind } of some ? vault.standIns() : []) {
    if (!classes.has(value)) known(value, kindOf(kind).class);
  }
  const left = [...classes.values()];
  return CLASSES.map((one) => ({
    class: one,
    redacted: redacted.filter((of) => of === one).length + (one === 'opaque' ? pictures.redacted : 0),
    letThrough: left.filter((of) => of === one).length + (one === 'opaque' ? pictures.letThrough : 0),
  })).filter((row) => row.redacted + row.letThrough > 0);
}
