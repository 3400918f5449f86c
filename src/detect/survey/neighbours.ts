import { sextetOf } from '../layers/base64.ts';
import { hexDigit } from '../layers/characters.ts';
import { isOfSpacedBytes } from '../layers/hex.ts';

/**
 * What two neighbours can be, as bits: each of the first four says that they stand for text of ASCII if the first of them
 * is at that place in a group of base64, the next two that they are the first or the second digit of such a byte, the
 * last two that they are part of bytes that are written one by one.
 */
export const PLACES = 4;
export const FIRST_DIGIT = 16;
export const SECOND_DIGIT = 32;
export const SPACED = 64;
export const SPACE_AND_DIGIT = 128;

const allows = (is: boolean, bit: number): number => (is ? bit : 0);

/** The bits that the first and the second of two neighbours allow. */
const OF_FIRST = new Uint8Array(256);
const OF_SECOND = new Uint8Array(256);
for (let code = 0; code < 128; code++) {
  const six = sextetOf(code);
  const padding = code === 61;
  const digit = hexDigit(code);
  const spaced = isOfSpacedBytes(code);
  const inNumber = spaced && (digit >= 0 || (code | 32) === 0x78);
  // The top bits of each byte: not beyond ASCII, and no control but the usual ones.
  const canBe = [
    six === 2 || six === 3 || (six >= 8 && six < 32),
    six >= 0 && six % 16 < 8,
    (six >= 0 && six % 4 < 2) || padding,
    six >= 0 || padding,
  ];
  const ofText = digit >= 2 && digit <= 7;
  const both = allows(ofText, FIRST_DIGIT) | allows(digit >= 0, SECOND_DIGIT);
  const other = allows(digit >= 0, FIRST_DIGIT) | allows(ofText, SECOND_DIGIT);
  OF_FIRST[code] =
    canBe.reduce((bits, can, place) => bits | allows(can, 1 << place), both) |
    // Behind a comma a blank may follow.
    allows(inNumber || code === 44, SPACED) |
    allows(spaced, SPACE_AND_DIGIT);
  OF_SECOND[code] =
    canBe.reduce((bits, can, place) => bits | allows(can, 1 << ((place + 3) % PLACES)), other) |
    allows(spaced, SPACED) |
    allows(inNumber, SPACE_AND_DIGIT);
}

/** What the first of two neighbours allows, and 256 further on what the second does, for `kernel/encoded.as.ts`. */
export const NEIGHBOURS = Uint8Array.from([...OF_FIRST, ...OF_SECOND]);

/** What the two characters from `at` on can be. */
export function pairAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  return first < 128 && second < 128 ? (OF_FIRST[first] ?? 0) & (OF_SECOND[second] ?? 0) : 0;
}
