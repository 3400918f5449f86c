/** A stretch of text that repeats its first `period` UTF-16 code units over and over, from `start` to `end`. */
export interface Repeat {
  readonly start: number;
  readonly end: number;
  readonly period: number;
}

/** A text with the middles of its long repeats left out. */
export interface Condensed {
  readonly text: string;
  /** Where what stands at an offset of the condensed text stands in the whole one. */
  toSource(offset: number): number;
  /**
   * Whether what was found at [start, end) of the condensed text says something of what was left out: it reaches over
   * a cut, or it stands in a repeat and so stands in what was left out as well.
   */
  tellsOfCut(start: number, end: number): boolean;
}

/** The longest thing whose repetition is looked for. */
const LONGEST_PERIOD = 64;
/** Places this far apart are tried, so that a repeat of twice the length is never missed. */
const STEP = 8_192;
/** So much of a repeat is kept at its beginning and at its end: more than any rule looks back or ahead in vain. */
const KEPT = 16_384;
/** What begins so far into a repeat owes nothing to what stands before it. */
const EDGE = 2_048;
/** What is left out keeps encodings in step: four characters of base64 are three bytes, six layers deep. */
const IN_STEP = 3 * 4 ** 6;
/** Fewer left out are not worth a second look when something is found. */
const LEAST = 4 * KEPT;

/** The long repeats of a text, sorted. Costs a few comparisons every 8,192 code units where there is none. */
export function repeatsOf(text: string): Repeat[] {
  const repeats: Repeat[] = [];
  let from = 0;
  for (let at = STEP; at + 3 * LONGEST_PERIOD < text.length; at += STEP) {
    if (at < from) continue;
    const period = periodAt(text, at);
    if (period === undefined) continue;
    let start = at;
    while (start > from && text.charCodeAt(start - 1) === text.charCodeAt(start - 1 + period)) start -= 1;
    let end = at + period;
    while (end < text.length && text.charCodeAt(end) === text.charCodeAt(end - period)) end += 1;
    from = end;
    if (end - start >= LEAST) repeats.push({ start, end, period });
  }
  return repeats;
}

function periodAt(text: string, at: number): number | undefined {
  const sample = text.slice(at, at + LONGEST_PERIOD);
  const next = text.slice(at + 1, at + 2 * LONGEST_PERIOD).indexOf(sample);
  return next < 0 ? undefined : next + 1;
}

/**
 * Leaves out the middles of long repeats, whole periods of them, so that a megabyte of one thing costs no more than
 * its first and last pages. What rules see around a place is the same with and without the middle; where a finding
 * tells of a cut, the whole text has to be looked at.
 *
 * @returns undefined where there is nothing to leave out.
 */
export function condense(text: string): Condensed | undefined {
  const repeats = repeatsOf(text);
  if (repeats.length === 0) return undefined;
  const kept: string[] = [];
  /** Where the condensed text is cut, how far the repeat goes around it, and how much was left out up to there. */
  const cuts: { readonly at: number; readonly from: number; readonly to: number; readonly gone: number }[] =
    [];
  let from = 0;
  let gone = 0;
  for (const { start, end, period } of repeats) {
    const cut = start + KEPT;
    const unit = leastCommonMultiple(period, IN_STEP);
    const length = Math.floor((end - start - 2 * KEPT) / unit) * unit;
    if (length <= 0) continue;
    kept.push(text.slice(from, cut));
    cuts.push({ at: cut - gone, from: start - gone, to: end - gone - length, gone: gone + length });
    gone += length;
    from = cut + length;
  }
  if (cuts.length === 0) return undefined;
  kept.push(text.slice(from));
  return {
    text: kept.join(''),
    toSource: (offset) => offset + (cuts.findLast(({ at }) => at <= offset)?.gone ?? 0),
    tellsOfCut: (start, end) =>
      cuts.some(
        (cut) => (start < cut.at && end > cut.at) || (start >= cut.from + EDGE && start < cut.to - EDGE),
      ),
  };
}

function leastCommonMultiple(a: number, b: number): number {
  let [rest, divisor] = [a, b];
  while (divisor > 0) [rest, divisor] = [divisor, rest % divisor];
  return (a / rest) * b;
}
