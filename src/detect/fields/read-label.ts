import type { Field } from './field.ts';
import { isEndOfLabel, isLetter, LETTER, mayEndByThree, mayEndLabel } from './labels/label-ends.ts';
import { fieldsOf } from './labels/labels.ts';
import { isBetween } from './labels/between.ts';
import { lastNear } from './near.ts';

/** A label that stands before a separator. Offsets are UTF-16 code units into the text. */
export interface Label {
  readonly start: number;
  /** Right behind its last character, a closing quote left out. */
  readonly end: number;
  readonly quoted: boolean;
  /** What it may be the label of, the likeliest first. */
  readonly fields: readonly Field[];
}

/** How far a label goes back. */
const LONGEST = 48;
const MOST_BETWEEN = 40;
const REMARK = 26;
const NEWLINE = 10;
const BLANK = 32;
const QUOTE = 34;
const CLOSE = 41;
const WIDE_CLOSE = 0xff09;
const HAS_REMARK = ':：|\u3000\t<';

/** Whether a remark in brackets may stand before a sign: `Name (as in the passport):`. */
export function hasRemark(sign: string): boolean {
  return HAS_REMARK.includes(sign.charAt(0));
}

/**
 * Whether a label may end before a separator, by the three letters before it: the first look, and nearly always the last.
 *
 * @param remark whether a remark in brackets may stand between the two
 */
export function mayFollowLabel(text: string, separator: number, remark: boolean): boolean {
  let end = separator;
  let code = text.charCodeAt(end - 1);
  if (code === BLANK || code === QUOTE) code = text.charCodeAt(--end - 1);
  if (code > 127) return true;
  const letter = LETTER[code];
  if (letter !== 0) return mayEndByThree(text, end, letter);
  if (!isBetween(code)) return false;
  // A digit, a bracket: mostly of a number, a call or an index, and not behind a word that ends a label.
  if (code === CLOSE) return remark;
  const before = text.charCodeAt(end - 2);
  if (before > 127) return true;
  const last = LETTER[before];
  return last === 0 ? isBetween(before) : mayEndByThree(text, end - 1, last);
}

/** Where the letters of a label before a separator end, or -1 where there can be none. */
export function lettersBefore(text: string, separator: number): number {
  let end = separator;
  let code = text.charCodeAt(end - 1);
  if (code === BLANK || code === QUOTE) code = text.charCodeAt(--end - 1);
  if (code > 127 ? code !== WIDE_CLOSE : LETTER[code] !== 0) return endOrNone(text, end);
  if (code === CLOSE && !hasRemark(text.charAt(separator))) return -1;
  return lettersFurther(text, end);
}

function endOrNone(text: string, end: number): number {
  return mayEndLabel(text, end) ? end : -1;
}

function lettersFurther(text: string, separator: number): number {
  let end = separator;
  let digits = 0;
  let code = text.charCodeAt(end - 1);
  for (let i = 0; i < MOST_BETWEEN && (code < 128 ? isBetween(code) : code === WIDE_CLOSE); i++) {
    if (code === CLOSE || code === WIDE_CLOSE) {
      const open = lastNear(text, code - 1, end - 1, REMARK);
      if (open < 0) return -1;
      end = open + 1;
    } else if (code < 58 && code > 47 && (digits += 1) > 2) return -1;
    end -= 1;
    code = text.charCodeAt(end - 1);
  }
  return endOrNone(text, end);
}

/** The label before a separator, if what stands there is one. */
export function labelBefore(text: string, separator: number): Label | undefined {
  if (!mayFollowLabel(text, separator, true)) return undefined;
  const letters = lettersBefore(text, separator);
  return letters < 0 || !isEndOfLabel(text, letters) ? undefined : labelEndingAt(text, letters, separator);
}

/** The label before a separator whose last word is known to end labels. `letters` is where that ends. */
export function labelEndingAt(text: string, letters: number, separator: number): Label | undefined {
  const end = endOfLabel(text, letters, separator);
  const quote = text.charAt(end);
  const quoted = end < separator && (quote === '"' || quote === "'" || quote === '`');
  if (quoted) {
    const open = lastNear(text, quote.charCodeAt(0), end, LONGEST);
    return open < 0 ? undefined : labelOf(text, open + 1, end, true);
  }
  const floor = Math.max(0, end - LONGEST, lastNear(text, NEWLINE, end, LONGEST) + 1);
  return unquoted(text, wordsFrom(text, end, floor), end);
}

/** A label goes on behind its letters with a digit or two, or with a remark in brackets. */
function endOfLabel(text: string, letters: number, separator: number): number {
  let end = separator;
  while (end > letters && ' "\'`*]\\'.includes(text.charAt(end - 1))) end -= 1;
  while (end > letters && '._\u00b0'.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** What words are joined with in a label. */
const JOINTS = ' \'’/&+,()°º_.-$（）・／"';

function wordsFrom(text: string, end: number, floor: number): number {
  let start = end;
  while (start > floor) {
    const code = text.charCodeAt(start - 1);
    if (!isLetter(code) && !(code >= 48 && code <= 57)) {
      if (!JOINTS.includes(text.charAt(start - 1))) break;
      // Two blanks are the gap between two columns, a quote ends what stands before.
      if (code === 34 || (code === 32 && text.charCodeAt(start - 2) === 32)) break;
    }
    start -= 1;
  }
  return start;
}

const INDENT = 24;
const LEAD = /^(?:[\s>#|*\-•·–"'\d.){[(,]|[a-zA-Z]\)){0,40}$/;
const BULLET = /^(?:[\s"'’.,/&+$()-]|\d{1,2}[.)](?=\s)|[a-zA-Z]\)(?=\s)){1,8}/;
/** Where a label may begin anew: behind a mark of a sentence, or another field's value. */
const AGAIN = /[,.(（]\s?|\s[-/&+]\s/g;

/** So many of those are tried, the last ones. */
const MOST_AGAIN = 3;

function unquoted(text: string, from: number, end: number): Label | undefined {
  const written = text.slice(from, end);
  const skipped = BULLET.exec(written)?.[0].length ?? 0;
  const whole = labelOf(text, from + skipped, end, false);
  if (whole) return whole;
  let later: Label | undefined;
  for (const match of [...written.matchAll(AGAIN)].slice(-MOST_AGAIN)) {
    later = labelOf(text, from + match.index + match[0].length, end, false);
    if (later) return later;
  }
  const word = from + written.search(/[\p{L}\p{N}_$.-]+$/u);
  return word > from ? labelOf(text, word, end, false) : undefined;
}

/** Whether nothing but blanks, brackets and the signs of a list stand before a label on its line. */
export function leads(text: string, { start }: Label): boolean {
  const line = lastNear(text, NEWLINE, start, INDENT) + 1;
  return (line > 0 || start < INDENT) && LEAD.test(text.slice(line, start));
}

/** A variable of one letter, and a member of it. */
const MEMBER = /^[a-z]\.[a-z]{2,20}$/;

function labelOf(text: string, start: number, end: number, quoted: boolean): Label | undefined {
  if (end <= start) return undefined;
  // `n.name` in a program is a name, not the German `NName`, a surname.
  const isMember = end - start > 2 && text.charAt(start + 1) === '.' && MEMBER.test(text.slice(start, end));
  const fields = fieldsOf(isMember ? text.slice(start + 2, end) : text.slice(start, end).trim());
  if (fields.length === 0) return undefined;
  return { start, end, quoted, fields };
}
