import { foldCase } from './path-names.ts';

/** `[a-z]` and the like: one character of some. */
export interface CharSet {
  readonly isNegated: boolean;
  /** First and last code point of each run. */
  readonly ranges: readonly (readonly [number, number])[];
  /** What was said of ASCII characters: first as they are, then in any case; 0 where nothing was. */
  readonly known: Uint8Array;
}

const ASCII = 0x80;
const IS_IN = 1;
const IS_NOT = 2;

/** A set that has been read, or why it cannot be: it has no end, or something in it makes no sense. */
export type ReadSet =
  | { readonly is: 'read'; readonly set: CharSet; readonly end: number; readonly isPlain: boolean }
  | { readonly is: 'unclosed' }
  | { readonly is: 'bad' };

const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'azAZ09',
  alpha: 'azAZ',
  blank: '  \t\t',
  cntrl: '\0\x1f\x7f\x7f',
  digit: '09',
  graph: '!~',
  lower: 'az',
  print: ' ~',
  punct: '!/:@[`{~',
  space: '\t\r  ',
  upper: 'AZ',
  word: 'azAZ09__',
  xdigit: '09afAF',
};
const CLASS = /\[:([^:\]\n]{0,20}):\]/y;
/** A set with none of these may as well be a name in brackets: `[id].tsx`. */
const NOT_IN_NAMES = /[-*+?.^!${}(|)[\]\\]/;

/**
 * Reads the set that begins at `[`: `[abc]`, `[a-z]`, `[!a]` or `[^a]`, `[[:digit:]]`; `]` is in it where it comes first,
 * `-` where it comes first or last, and anything after `\`.
 */
export function readSet(written: string, start: number): ReadSet {
  const ranges: (readonly [number, number])[] = [];
  let at = start + 1;
  const isNegated = written[at] === '!' || written[at] === '^';
  if (isNegated) at += 1;
  const first = at;
  /** The character before, where a run may begin with it. */
  let from: number | undefined;
  let isBad = false;
  for (;;) {
    const sign = written[at];
    if (sign === undefined) return { is: 'unclosed' };
    if (sign === ']' && at > first) break;
    CLASS.lastIndex = at;
    const named = sign === '[' ? CLASS.exec(written) : null;
    if (named) {
      const runs = [...(CLASSES[named[1] ?? ''] ?? '')].map((one) => one.charCodeAt(0));
      isBad ||= runs.length === 0;
      for (let i = 0; i < runs.length; i += 2) ranges.push([runs[i] ?? 0, runs[i + 1] ?? 0]);
      at += named[0].length;
      from = undefined;
    } else if (sign === '-' && from !== undefined && at + 1 < written.length && written[at + 1] !== ']') {
      const last = signAt(written, at + 1);
      if (last.code < from) isBad = true;
      ranges.splice(-1, 1, [from, last.code]);
      at = last.end;
      from = undefined;
    } else {
      const one = signAt(written, at);
      ranges.push([one.code, one.code]);
      from = one.code;
      at = one.end;
    }
  }
  if (isBad) return { is: 'bad' };
  const isPlain = !NOT_IN_NAMES.test(written.slice(start + 1, at));
  return { is: 'read', set: { isNegated, ranges, known: new Uint8Array(2 * ASCII) }, end: at + 1, isPlain };
}

/** Whether a character is one of a set. */
export function isInSet(set: CharSet, sign: string, ignoreCase: boolean): boolean {
  const code = sign.charCodeAt(0);
  if (code >= ASCII) return isAmong(set, sign, ignoreCase);
  const place = ignoreCase ? ASCII + code : code;
  if (set.known[place] === 0) set.known[place] = isAmong(set, sign, ignoreCase) ? IS_IN : IS_NOT;
  return set.known[place] === IS_IN;
}

/** What it costs to see that. */
export function stepsOf({ ranges }: CharSet, sign: string): number {
  return sign.charCodeAt(0) < ASCII ? 1 : 16 + ranges.length;
}

function isAmong({ isNegated, ranges }: CharSet, sign: string, ignoreCase: boolean): boolean {
  const forms = ignoreCase ? [sign, foldCase(sign), sign.toUpperCase(), sign.toLowerCase()] : [sign];
  const isIn = forms.some((form) => {
    const code = form.codePointAt(0) ?? 0;
    // `ß` has no capital of one character.
    return form.length === sign.length && ranges.some(([first, last]) => first <= code && code <= last);
  });
  return isIn !== isNegated;
}

function signAt(written: string, at: number): { readonly code: number; readonly end: number } {
  const start = written[at] === '\\' && at + 1 < written.length ? at + 1 : at;
  const code = written.codePointAt(start) ?? 0;
  return { code, end: start + (code > 0xffff ? 2 : 1) };
}
