import { isCapital, isLetter, isSmall } from './characters.as';
import { add, classes, labelEnds, most, SPAN, stop } from './memory.as';

/** The signs in ASCII that a label may stand before. */
const TAB: u8 = 9;
const COMMA: u8 = 44;
const SLASH: u8 = 47;
const COLON: u8 = 58;
const SEMICOLON: u8 = 59;
const LESS: u8 = 60;
const BAR: u8 = 124;

const NEWLINE: u8 = 10;
const BLANK: u8 = 32;
const QUOTE: u8 = 34;
const CLOSE: u8 = 41;

/** The bit of what may stand between a label and its sign, of `classes`. */
const BETWEEN: u8 = 8;
/** How many numbers the hash of a label's last letters has; a bit for each last three letters stands behind them. */
const HASHES: u32 = 1 << 17;
/** So many letters are hashed. */
const LETTERS: i32 = 5;
/** A label ends so only behind another word. */
const BEHIND: u8 = 1;
/** The longest word that is looked up. */
const LONGEST: i32 = 30;

/** Signs that a label may stand before by its last letters, in [from, to): pairs of place and sign. */
export function labels(from: i32, to: i32): i32 {
  const limit = most;
  let count: i32 = 0;
  for (let i = from; i < to; i += 16) {
    for (let which = ofSigns(v128.load(SPAN + i)); which != 0; which &= which - 1) {
      const at = i + ctz(which);
      if (at >= to) break;
      const sign = load<u8>(SPAN + at);
      if (goesOn(sign, load<u8>(SPAN + at + 1)) && mayFollow(SPAN + at, sign)) count = add(count, at, sign);
    }
    if (count >= limit) return stop(min(i + 16, to), count);
  }
  return stop(to, count);
}

/** Which of 16 characters are one of `: ; < = > , |` or a tab. */
function ofSigns(chars: v128): i32 {
  const middle = v128.and(i8x16.gt_s(chars, i8x16.splat(57)), i8x16.lt_s(chars, i8x16.splat(63)));
  const titles = v128.or(i8x16.eq(chars, i8x16.splat(44)), i8x16.eq(chars, i8x16.splat(124)));
  return i8x16.bitmask(v128.or(v128.or(middle, titles), i8x16.eq(chars, i8x16.splat(9))));
}

/** Whether there stands behind a sign what has to; code is full of some otherwise. */
function goesOn(sign: u8, next: u8): bool {
  if (sign == SEMICOLON) return next > BLANK;
  if (sign == COMMA) return next != NEWLINE;
  return sign != LESS || next == SLASH;
}

/** Whether a label may end before a sign; letters beyond ASCII are left to be looked at by others. */
function mayFollow(at: usize, sign: u8): bool {
  let end = at;
  let code = load<u8>(end - 1);
  if (code == BLANK || code == QUOTE) code = load<u8>(--end - 1);
  if (code > 127) return true;
  if (isLetter(code)) return mayEnd(end);
  if ((load<u8>(classes + code) & BETWEEN) == 0) return false;
  // A bracket: mostly of a call or an index.
  if (code == CLOSE) return sign == COLON || sign == BAR || sign == TAB || sign == LESS;
  const before = load<u8>(end - 2);
  if (before > 127 || (load<u8>(classes + before) & BETWEEN) != 0) return true;
  return isLetter(before) && mayEndByThree(end - 1);
}

function letterAt(at: usize): u32 {
  const code = load<u8>(at);
  return isLetter(code) ? code & 31 : 0;
}

function mayEndByThree(end: usize): bool {
  const three = (letterAt(end - 1) << 10) | (letterAt(end - 2) << 5) | letterAt(end - 3);
  return load<u8>(labelEnds + HASHES + three) != 0;
}

function mayEnd(end: usize): bool {
  if (!mayEndByThree(end)) return false;
  let hash: u32 = 0;
  let behind: u8 = 0;
  for (let i: i32 = 1; i <= LETTERS; i++) {
    const code = load<u8>(end - i);
    if (code > 127) return true;
    if (!isLetter(code)) break;
    hash = (hash * 31 + (code & 31)) & (HASHES - 1);
    // The hump of a camel.
    if (code < 91 && behind > 96) break;
    behind = code;
  }
  const mark = load<u8>(labelEnds + hash);
  return mark != 0 && (mark != BEHIND || hasWordBefore(end));
}

/** Whether another word stands before the one that ends there, in the same label. */
function hasWordBefore(end: usize): bool {
  let start = end;
  while (<i32>(end - start) < LONGEST) {
    const code = load<u8>(start - 1);
    if (code > 127) return true;
    if (!isLetter(code)) break;
    start--;
    if (isCapital(code) && isSmall(load<u8>(start + 1)) && start < end - 1 && isWordly(load<u8>(start - 1)))
      break;
  }
  let gap = start;
  while (<i32>(start - gap) < 2 && isJoint(load<u8>(gap - 1))) gap--;
  return isWordly(load<u8>(gap - 1));
}

/** A letter, or what may be one. */
function isWordly(code: u8): bool {
  return code > 127 || isLetter(code);
}

/** What words are joined with: a blank, or one of `' - . / _` and what is beyond ASCII. */
function isJoint(code: u8): bool {
  return code == 32 || code == 39 || (code >= 45 && code <= 47) || code == 95 || code > 127;
}
