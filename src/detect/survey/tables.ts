import { BIP39_WORDS } from '../checks/bip39.ts';
import { isBetween } from '../fields/labels/between.ts';
import { LABEL_ENDS } from '../fields/labels/label-ends.ts';
import { isOfToken } from '../layers/characters.ts';
import type { Tables } from './kernel.ts';
import { fileLiterals, type Literal } from './literal-table.ts';
import { MARK_SIGNS } from './mark-signs.ts';
import { NEIGHBOURS } from './neighbours.ts';

/** What may stand between the words of a phrase: what people and files put there. */
const GAP = /[\s\d,.'"`):*|>#-]/;
/** What cannot stand before the beginning of a word. The letters of escapes can, and that of a colour, `[32m`. */
const OF_WORDS = /[ac-eg-lo-qsuw-z0-9_]/;

/** Classes of bytes, as bits; `kernel/memory.as.ts` says what they are for. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code >= 128 || code === 0) return 0;
  const char = String.fromCharCode(code);
  return (
    (OF_WORDS.test(char) ? 1 : 0) |
    (/[A-Za-z]/.test(char) ? 2 : GAP.test(char) ? 4 : 0) |
    (isBetween(code) ? 8 : 0) |
    (isOfToken(code) ? 16 : 0)
  );
});

const threeFrom = (word: string): number =>
  Array.from(word.slice(0, 3), (char) => char.charCodeAt(0) & 31).reduce(
    (code, five) => (code << 5) | five,
    0,
  );

/** Which three letters the words of phrases begin and end with: by these nearly every other word is told from them. */
const THREES = new Uint8Array(1 << 15);
for (const word of BIP39_WORDS) {
  const [begin, end] = [threeFrom(word), threeFrom(word.slice(-3))];
  THREES[begin] = (THREES[begin] ?? 0) | 1;
  THREES[end] = (THREES[end] ?? 0) | 2;
}

/** The tables of a kernel that looks for these literals. */
export function tablesFor(literals: readonly Literal<unknown>[]): Tables {
  return {
    ...fileLiterals(literals),
    classes: CLASSES,
    threes: THREES,
    signs: MARK_SIGNS,
    neighbours: NEIGHBOURS,
    labelEnds: LABEL_ENDS,
  };
}
