import { isAlphanumeric, isCapital, isDigit, isLetter, isSmall } from './characters.as';
import { classes, LOWER, SPAN } from './memory.as';

/** What has to stand around a literal, as bits; `bounds.ts` says what each is for. */
const BEGINS: u8 = 1;
const APART: u8 = 2;
const NO_DIGIT_BEFORE: u8 = 4;
const FOLLOWED: u8 = 8;
const NO_ADDRESS: u8 = 16;
const NO_WEB_ADDRESS: u8 = 32;
const NO_SMALL_AFTER: u8 = 64;

/** How much the span lies before the same in lower case. */
const BACK: usize = LOWER - SPAN;

/** Whether what stands around [at, end) of the span in lower case is within the bounds of a literal. */
export function isWithin(bounds: u8, at: usize, end: usize, letters: u32): bool {
  const before = load<u8>(at - BACK - 1);
  if ((bounds & BEGINS) != 0 && (load<u8>(classes + load<u8>(at - 1)) & 1) != 0) return false;
  if ((bounds & APART) != 0 && isLetter(before) && !(isSmall(before) && isCapital(load<u8>(at - BACK))))
    return false;
  if ((bounds & NO_DIGIT_BEFORE) != 0 && isDigit(before)) return false;
  if ((bounds & FOLLOWED) != 0) {
    const next = load<u8>(end - BACK);
    const isHump = isCapital(next) && !isCapital(load<u8>(end - BACK - 1));
    if (isLetter(next) && !isHump && ((letters >>> (next & 31)) & 1) == 0) return false;
  }
  if ((bounds & NO_ADDRESS) != 0 && load<u32>(end) == COM && !isAlphanumeric(load<u8>(end + 4))) return false;
  if ((bounds & NO_SMALL_AFTER) != 0 && isSmall(load<u8>(end - BACK))) return false;
  return (bounds & NO_WEB_ADDRESS) == 0 || !isWebAddress(at - BACK);
}

/** `.com`, `http` and `ttps` as they stand in memory. */
const COM: u32 = 0x6d6f632e;
const HTTP: u32 = 0x70747468;
const TTPS: u32 = 0x73707474;
/** The longest host that is looked at. */
const LONGEST_HOST: usize = 64;

/** Whether a web address whose `://` stands at `at` goes on to its path without a login. */
function isWebAddress(at: usize): bool {
  const scheme = load<u32>(at - 4);
  if (scheme != HTTP && !(scheme == TTPS && load<u8>(at - 5) == 0x68)) return false;
  for (let i = at + 3; i < at + 3 + LONGEST_HOST; i++) {
    const code = load<u8>(i);
    // A colon, a sign or a reference may be part of a login.
    if (code == 58 || code == 64 || code == 36 || code == 123) return false;
    // The end of the text, white space and the slash end the host.
    if (code == 47 || code <= 32) return true;
  }
  return false;
}
