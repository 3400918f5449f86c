/**
 * What has to stand around a literal for it to count, looked at before anybody is called: most places where a short word
 * stands are the middle of another one. Letters and digits are those of ASCII.
 */
export interface Bounds {
  /** Only at the beginning of a word, or behind an escape such as `\\n`. */
  readonly begins?: boolean;
  /** Not behind a letter, but for the hump of a camel: a capital behind a small letter. */
  readonly apart?: boolean;
  readonly noDigitBefore?: boolean;
  /** The small letters that may follow; a hump and what is no letter may always. */
  readonly letters?: string;
  /** Not before `.com`: the vendor's own address. */
  readonly noAddress?: boolean;
  /** Of `://`: not in a web address that goes on to its path without a login. */
  readonly noWebAddress?: boolean;
  readonly noSmallAfter?: boolean;
}

/** The bounds as the bits `kernel/bounds.as.ts` reads. */
export function bitsOf({
  begins,
  apart,
  noDigitBefore,
  letters,
  noAddress,
  noWebAddress,
  noSmallAfter,
}: Bounds): number {
  const all = [begins, apart, noDigitBefore, letters !== undefined, noAddress, noWebAddress, noSmallAfter];
  return all.reduce((bits, is, at) => (is === true ? bits | (1 << at) : bits), 0);
}

/** Letters as bits, a for 1. */
export function letterBitsOf({ letters = '' }: Bounds): number {
  return Array.from(letters).reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) & 31)), 0);
}
