import { isAlphanumeric, isDigit } from './characters.as';
import { BESIDE, classes, SPAN, SPAN_SIZE } from './memory.as';

/** What is known of a line of a quotation, as bits; `mark-signs.ts` says what they are for. */
const PLAIN: i32 = 128;
const REPEATS: i32 = 256;

/** The bit of `classes` for what a value may be made of. */
const OF_TOKEN: u8 = 16;
const GREATER: u8 = 62;

/** As in `layers/line-starts.ts`, which says what they are for. */
const DEEPEST: i32 = 24;
const LEAST_BROKEN: i32 = 8;
const LEAST_REST: i32 = 3;
const LEAST_WORD: i32 = 12;

/** What is known of the line of a quotation behind the newline at `at`; 0 where it has to be looked at closely. */
export function quotedLine(at: i32): i32 {
  const from = behindSigns(at + 1);
  if (mayBeBroken(at, from)) return 0;
  const end = endOfPlain(from);
  if (end < 0) return 0;
  return load<u8>(SPAN + end + 1) == GREATER ? PLAIN | REPEATS : PLAIN;
}

/** Behind the signs of a quotation and a blank behind each. */
function behindSigns(at: i32): i32 {
  let end = at + 1;
  while (load<u8>(SPAN + end - 1) == GREATER && end < at + DEEPEST) {
    if (load<u8>(SPAN + end) == 32) end += 1;
    if (load<u8>(SPAN + end) != GREATER) return end;
    end += 1;
  }
  return end;
}

function isOfToken(code: u8): bool {
  return (load<u8>(classes + code) & OF_TOKEN) != 0;
}

/** Whether what ends at a newline and what begins at `from` may be one value that was broken in two. */
function mayBeBroken(newline: i32, from: i32): bool {
  const end = load<u8>(SPAN + newline - 1) == 13 ? newline - 1 : newline;
  let isWord = true;
  for (let i = -LEAST_BROKEN; i < LEAST_REST; i++) {
    const code = load<u8>(SPAN + (i < 0 ? end + i : from + i));
    if (!isOfToken(code)) return false;
    if (!isAlphanumeric(code) || isDigit(code)) isWord = false;
  }
  return !isWord;
}

/** Where a line ends in which no word is like a value; -1 where one is, or where that cannot be seen. */
function endOfPlain(from: i32): i32 {
  let length: i32 = 0;
  let hasDigit = false;
  for (let at = from; at < <i32>(SPAN_SIZE + BESIDE) - 1; at++) {
    const code = load<u8>(SPAN + at);
    if (isOfToken(code)) {
      length += 1;
      if (isDigit(code)) hasDigit = true;
      continue;
    }
    if (code == 0 || (hasDigit && length >= LEAST_WORD) || at - from > LONGEST_LINE) return -1;
    if (code == 10) return at;
    length = 0;
    hasDigit = false;
  }
  return -1;
}

/** Of a longer line not more is looked at. */
const LONGEST_LINE: i32 = 380;
