import { isDrawn } from '../network/drawing.ts';
import type { RuleHit } from '../rule.ts';
import type { NumberFormat } from './format.ts';
import {
  BUCKETS,
  bucketOf,
  bucketOfMask,
  isDigit,
  isGap,
  isLarge,
  isSmall,
  LONGEST_GROUP,
  standsAs,
} from './masks.ts';
import { createMisses, type Misses } from './misses.ts';
import { isBehindProgramKey, isInRowOfNumbers, standsFreeAfter, standsFreeBefore } from './surroundings.ts';

/** A writing of a number that needs no word beside it. */
interface Writing {
  readonly mask: string;
  readonly format: NumberFormat;
  /** Whether it is digits and nothing else. */
  readonly bare: boolean;
  /** So many other numbers beside it make it one of a table's; none where it is not digits and spaces. */
  readonly company: number;
}

/** What came to nothing before in a text: text that repeats it is not looked at anew. */
interface Memory {
  /** The last value of each writing whose check digits were wrong. */
  readonly wrong: Map<Writing, string>;
  readonly misses: Misses;
}

const NOTHING: readonly RuleHit[] = [];
/** How far around the beginning of a number everything stands that is looked at, in UTF-16 code units. */
const BEFORE = 40;
const BEHIND = 60;
/** How far before a run of digits a number may have begun, in UTF-16 code units. */
const REACH = 24;

/** Finds the numbers that hold the run of digits from `run` to `end` and begin at `floor` or later. */
export type RunFinder = (run: number, end: number, floor: number) => readonly RuleHit[];

/** Numbers whose writing and check digits are enough. Asked anew for every text. */
export function aloneFinder(formats: readonly NumberFormat[]): (text: string) => RunFinder {
  const buckets = Array.from({ length: BUCKETS }, (): Writing[] => []);
  for (const format of formats) {
    for (const mask of format.alone) {
      buckets[bucketOfMask(mask)]?.push({
        mask,
        format,
        bare: /^9{1,40}$/.test(mask),
        company: /^9{1,8} [9 ]{1,30}$/.test(mask) ? (mask.length < 17 ? 1 : 2) : Infinity,
      });
    }
  }
  return (text) => {
    const memory: Memory = { wrong: new Map(), misses: createMisses(BEFORE, BEHIND) };
    return (run, end, floor) => {
      const first = floor < end ? hitAround(buckets, memory, text, run, floor) : undefined;
      // Nearly all runs come to nothing, and nearly all others to one number.
      if (!first) return NOTHING;
      const hits = [first];
      for (let hit: RuleHit | undefined = first; hit && hit.end < end;) {
        hit = hitAround(buckets, memory, text, run, hit.end);
        if (hit) hits.push(hit);
      }
      return hits;
    };
  };
}

/** The number that holds the run of digits at `run`; it begins at `floor` or later. */
function hitAround(
  buckets: readonly (readonly Writing[])[],
  memory: Memory,
  text: string,
  run: number,
  floor: number,
): RuleHit | undefined {
  for (let at = blockStart(text, run, Math.max(floor, run - REACH)); at <= run; at++) {
    if (!isLarge(text.charCodeAt(at))) continue;
    let end = at + 1;
    while (end - at <= LONGEST_GROUP && isLarge(text.charCodeAt(end))) end += 1;
    if (end - at > LONGEST_GROUP) return undefined;
    const next = text.charCodeAt(end);
    if (!isSmall(next)) {
      const digit = isDigit(text.charCodeAt(at));
      const bucket = bucketOf(end - at, digit, next);
      const apart = isGap(next) ? buckets[bucket] : undefined;
      const whole = buckets[bucketOf(end - at, digit, 0)];
      if (
        (apart?.length || whole?.length) &&
        standsFreeBefore(text, at) &&
        !memory.misses.isRepeated(text, at, bucket)
      ) {
        const hit = hitOf(apart, memory, text, at) ?? hitOf(whole, memory, text, at);
        if (hit) return hit;
        memory.misses.add(at, bucket);
      }
    }
    at = end;
  }
  return undefined;
}

/** Where the groups begin that a run of digits is one of: capitals and digits with single separators between. */
function blockStart(text: string, run: number, floor: number): number {
  let start = run;
  for (let at = run - 1; at >= floor; at--) {
    const code = text.charCodeAt(at);
    if (isLarge(code)) start = at;
    else if (start !== at + 1 || !isGap(code)) break;
  }
  return start;
}

function hitOf(
  writings: readonly Writing[] | undefined,
  memory: Memory,
  text: string,
  at: number,
): RuleHit | undefined {
  if (writings === undefined) return undefined;
  for (const writing of writings) {
    const { format, mask, bare, company } = writing;
    if (!standsAs(mask, text, at)) continue;
    const end = format.extent ? format.extent(text, at) : at + mask.length;
    if (end === undefined || !standsFreeAfter(text, end)) continue;
    const inRow = company < Infinity && isInRowOfNumbers(text, at, end, company, company === 1 ? 0 : 4);
    if (inRow && !hasFellow(writing, text, at, end)) continue;
    if (!isRight(writing, memory, text.slice(at, end)) || (bare && isBehindProgramKey(text, at))) continue;
    if (isDrawn(text, at, end) || isFraction(text, at)) continue;
    return { kind: format.id, start: at, end, evidence: format.check ? 'check' : 'shape' };
  }
  return undefined;
}

/** Whether a number is what stands behind the point of one without a whole: `-.4435068666934967`. */
function isFraction(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 46 && /[-+(,=*/ :[]/.test(text.charAt(at - 2));
}

const NO_SIGN = /[^A-Z0-9]/g;

/** Whether a right one of the same writing stands right beside: then it is a list of them and no table of numbers. */
function hasFellow({ mask, format }: Writing, text: string, start: number, end: number): boolean {
  return [end + 1, start - 1 - mask.length].some((at) => {
    if (at < 0 || !standsAs(mask, text, at)) return false;
    const written = text.slice(at, at + mask.length);
    return format.check?.(written.replace(NO_SIGN, ''), written) ?? false;
  });
}

function isRight(writing: Writing, { wrong }: Memory, written: string): boolean {
  if (wrong.get(writing) === written) return false;
  const right = writing.format.check?.(written.replace(NO_SIGN, ''), written) ?? true;
  if (!right) wrong.set(writing, written);
  return right;
}
