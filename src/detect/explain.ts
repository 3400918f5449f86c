import { ASSIGNMENTS } from './context/assignments.ts';
import { findNear, NEAR_WORDS } from './context/find-near.ts';
import { createLiteralFinder, type Literal } from './survey/literals.ts';
import { beginOf, type CompiledFormat, compileFormat, tokenAt } from './engine/tokens.ts';
import { excludedShape } from './exclusions/exclusions.ts';
import { FAILED_CHECK, type OnPassed, TOO_WEAK } from './exclusions/passed.ts';
import { TOKEN_FORMATS } from './formats/tokens.ts';
import { STRUCTURES } from './structures/structures.ts';

/** A stretch of a text, in UTF-16 code units; `end` is exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A value that looked like a secret, and why it is no finding. Holds no value. */
export interface PassedOver extends Range {
  /** Where the name stands that the value was given to; otherwise where the value begins. */
  readonly at: number;
  /** Name of the exclusion, `failed-check` or `too-weak`. */
  readonly exclusion: string;
}

/** Looks at one place as the scan does; gives what is found there, and tells what is let pass. */
type Look = (text: string, at: number, onPassed: OnPassed) => readonly Range[];

const ofAssignment: Look = (text, at, onPassed) => ASSIGNMENTS.findAt(text, at, onPassed);

const LITERALS: readonly Literal<Look>[] = [
  ...TOKEN_FORMATS.flatMap((row) => {
    const look = lookForToken(compileFormat(row));
    const exact = row.ignoreCase !== true;
    return (row.anchors ?? row.starts ?? []).map((text) => ({ text, exact, value: look }));
  }),
  ...ASSIGNMENTS.literals.map((text) => ({ text, exact: false, value: ofAssignment })),
  ...STRUCTURES.flatMap((structure) => {
    const look: Look = (text, at, onPassed) => structure.findAt(text, at, onPassed);
    return structure.literals.map((text) => ({ text, exact: false, value: look }));
  }),
  ...NEAR_WORDS.map((word): Literal<Look> => {
    const look: Look = (text, at, onPassed) => findNear(text, at, word, onPassed);
    return { text: word, exact: false, value: look };
  }),
];

function lookForToken(format: CompiledFormat): Look {
  // The same row without its check: what only that one finds has failed the check.
  const { check: _, ...row } = format.format;
  const unchecked: CompiledFormat = { ...format, format: row };
  return (text, at, onPassed) => {
    const begin = row.anchors ? beginOf(text, at, format) : at;
    if (begin === undefined) return [];
    const hit = tokenAt(text, begin, format);
    if (hit) return [hit];
    const refuted = tokenAt(text, begin, unchecked);
    if (refuted) {
      const { start, end } = refuted;
      onPassed(start, end, excludedShape(text.slice(start, end)) ?? FAILED_CHECK);
    }
    return [];
  };
}

let finder: ReturnType<typeof createLiteralFinder<Look>> | undefined;

/**
 * What looked like a secret and was let pass, each value once, in the order of the text: token formats, structures,
 * values beside a vendor's name and values given to a name, asked in the same way as the scan asks them.
 *
 * @param found the findings in the text; what is part of one was not let pass
 */
export function explainPassed(text: string, found: readonly Range[] = []): PassedOver[] {
  finder ??= createLiteralFinder(LITERALS);
  const passed: PassedOver[] = [];
  const kept: Range[] = [...found];
  const onPassed: OnPassed = (start, end, exclusion, at = start) =>
    passed.push({ at, start, end, exclusion });
  const places: { readonly at: number; readonly look: Look }[] = [];
  finder.find(text, (at, look) => places.push({ at, look }));
  // Of those that look at one value the longest label counts, and a value given to a name knows most of what stands
  // around it; the finder comes to them in an order of its own.
  places.sort(
    (one, other) =>
      one.at - other.at || Number(other.look === ofAssignment) - Number(one.look === ofAssignment),
  );
  for (const { at, look } of places) {
    for (const { start, end } of look(text, at, onPassed)) {
      const fake = excludedShape(text.slice(start, end));
      if (fake === undefined) kept.push({ start, end });
      else onPassed(start, end, fake);
    }
  }
  return eachOnce(outsideOf(passed, kept));
}

const byPlace = (one: Range, other: Range): number => one.start - other.start || other.end - one.end;

/** What meets none of the ranges. */
function outsideOf(passed: readonly PassedOver[], ranges: readonly Range[]): PassedOver[] {
  // Ranges that overlap count as one; then at most one can reach to a place.
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted(byPlace)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  let next = 0;
  return passed.toSorted(byPlace).filter(({ start, end }) => {
    while ((merged[next]?.end ?? Infinity) <= start) next += 1;
    return (merged[next]?.start ?? Infinity) >= end;
  });
}

/** Of what lies within another, only that one; of the same, the one with an exclusion's name. */
function eachOnce(passed: readonly PassedOver[]): PassedOver[] {
  const rank = ({ exclusion }: PassedOver): number => (exclusion === TOO_WEAK ? 1 : 0);
  let reached = -1;
  return passed
    .toSorted((one, other) => byPlace(one, other) || rank(one) - rank(other))
    .filter(({ end }) => {
      if (end <= reached) return false;
      reached = end;
      return true;
    });
}
