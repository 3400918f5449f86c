// One comparison of whole numbers each, for the walks; what is read behind the end of a text is NaN and becomes 0.
export const isDigit = (code: number): boolean => ((code | 0) - 48) >>> 0 < 10;
export const isCapital = (code: number): boolean => ((code | 0) - 65) >>> 0 < 26;
export const isSmall = (code: number): boolean => ((code | 0) - 97) >>> 0 < 26;
const isLetter = (code: number): boolean => ((code | 0 | 32) - 97) >>> 0 < 26;
/** A digit or a capital of ASCII. */
export const isLarge = (code: number): boolean => isDigit(code) || isCapital(code);
/** A letter or digit of ASCII. */
export const isWordly = (code: number): boolean => isLetter(code) || isDigit(code);
/** A letter, a digit or an underscore: what names are made of. */
export const isNameLike = (code: number): boolean => isWordly(code) || code === 95;

const ANY_DIGIT = 57; // 9
const ANY_CAPITAL = 65; // A
const ANY_LARGE = 88; // X

/** Whether a text stands as a mask says from a place on; the masks are those of `NumberFormat.alone`. */
export function standsAs(mask: string, text: string, at: number): boolean {
  if (at + mask.length > text.length) return false;
  for (let i = 0; i < mask.length; i++) {
    const code = text.charCodeAt(at + i);
    const wanted = mask.charCodeAt(i);
    if (wanted === ANY_DIGIT) {
      if (!isDigit(code)) return false;
    } else if (wanted === ANY_CAPITAL) {
      if (!isCapital(code)) return false;
    } else if (wanted === ANY_LARGE) {
      if (!isLarge(code)) return false;
    } else if (code !== wanted) return false;
  }
  return true;
}

/** What may stand between the groups of a number. */
const GAPS = Uint8Array.from({ length: 128 }, (_, code) => ' -./('.indexOf(String.fromCharCode(code)) + 1);

/** Whether a character may stand between the groups of a number. */
export const isGap = (code: number): boolean => (GAPS[code] ?? 0) !== 0;

/** The longest group a number begins with. */
export const LONGEST_GROUP = 36;
/** How many buckets there are. */
export const BUCKETS = (LONGEST_GROUP + 1) * 16;

/**
 * The bucket of what begins at a place: the length of the first group, whether it begins with a digit, and the
 * character code of the separator behind it (0 for none). Masks and texts with equal buckets are compared.
 */
export function bucketOf(length: number, startsWithDigit: boolean, gap: number): number {
  return length * 16 + (startsWithDigit ? 8 : 0) + (GAPS[gap] ?? 0);
}

/** The bucket of a mask. */
export function bucketOfMask(mask: string): number {
  const length = /^[A-Z0-9]{1,64}/.exec(mask)?.[0].length ?? 0;
  return bucketOf(length, /^\d/.test(mask), mask.charCodeAt(length) || 0);
}
