import { BIP39_WORDS } from '../checks/bip39.ts';
import { Kernel, type LoopName, type Tables } from './kernel.ts';
import { fileLiterals, type Literal } from './literal-table.ts';
import { MARK_SIGNS } from './mark-signs.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { Places } from './places.ts';

/**
 * Where something may stand in a text, found in one pass; offsets are UTF-16 code units. Nothing is left out that could
 * be something; what is there is mostly nothing.
 */
export interface Survey {
  /** Where a literal stands, and its number; the letter case is not looked at. */
  readonly literals: Places;
  /** Runs of two digits and more, [start, end), that have at least seven digits around them. */
  readonly digits: Places;
  /** Runs of 26 to 64 letters and digits, [start, end). */
  readonly longWords: Places;
  /** Where 47 characters begin that are words of three to eight letters which look like those of recovery phrases. */
  readonly phrases: Places;
  /** Points with another one seven or five further on: both places. */
  readonly points: Places;
  /** The first of five colons or hyphens that stand three apart. */
  readonly pairs: Places;
  /** Stretches with letters and signs beyond ASCII, [start, end), in which no 32 in a row are ASCII. */
  readonly beyondAscii: Places;
  /** Signs that characters may be written with in another way, and their sort, of those in `mark-signs.ts`. */
  readonly marks: Places;
  /** Where base64 of text or hex may stand, and what of it, as bits of `neighbours.ts`. */
  readonly encoded: Places;
}

/** What may stand between the words of a phrase: what people and files put there. */
const GAP = /[\s\d,.'"`):*|>#-]/;
/** What cannot stand before the beginning of a word. The letters of escapes can. */
const OF_WORDS = /[ac-eg-mo-qsuw-z0-9_]/;

/** Classes of bytes, as bits; `kernel/memory.as.ts` says what they are for. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code >= 128 || code === 0) return 0;
  const char = String.fromCharCode(code);
  return (OF_WORDS.test(char) ? 1 : 0) | (/[A-Za-z]/.test(char) ? 2 : GAP.test(char) ? 4 : 0);
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
  };
}

const LOOPS: readonly LoopName[] = [
  'literals',
  'digits',
  'longWords',
  'phrases',
  'points',
  'pairs',
  'beyondAscii',
  'marks',
  'encoded',
];

/** Makes what surveys texts for literals and for everything else that is known by its characters. */
export function createSurveyor(literals: readonly Literal<unknown>[]): (text: string) => Survey {
  let kernel: Kernel | undefined;
  return (text) => {
    const survey = {
      literals: new Places(),
      digits: new Places(),
      longWords: new Places(),
      phrases: new Places(),
      points: new Places(),
      pairs: new Places(),
      beyondAscii: new Places(),
      marks: new Places(),
      encoded: new Places(),
    };
    kernel ??= new Kernel(tablesFor(literals));
    kernel.run(
      text,
      LOOPS.map((name) => [name, survey[name]]),
    );
    return survey;
  };
}

/** A survey for rules that ask for no literals. */
export const surveyWithoutLiterals = createSurveyor([]);
