import type { OutgoingMessage } from '../airlock.ts';

/** A word has a token for so many letters; one that is longer than any word has more. */
const LETTERS = 4;
const LONGEST_WORD = 14;
/** Letters without sense, by two vocabularies: 1.4 of them a token, and more where the case changes. */
const SENSELESS = 0.75;
const CHANGE_OF_CASE = 0.7;

/**
 * About how many tokens a text has: an estimate, since each host counts by a vocabulary of its own. It errs high: on prose,
 * code, JSON, base64, hex and eight scripts it gives between 1.0 and 2.3 times what `cl100k_base` and `o200k_base` count, whichever counts more.
 * Letters count in fours, each sign and each digit by itself. Time: linear.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let letters = 0;
  let spaces = 0;
  const endWord = (): void => {
    tokens += letters > LONGEST_WORD ? letters * SENSELESS : Math.ceil(letters / LETTERS);
    letters = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isCapital = code >= 65 && code <= 90;
    if (isCapital || (code >= 97 && code <= 122)) {
      spaces = 0;
      const before = text.charCodeAt(at - 1);
      // Names in mixed case begin a new one where the case changes, but for a word's own capital.
      if (letters > 0 && isCapital !== before < 97 && (isCapital || letters > 1)) {
        endWord();
        tokens += CHANGE_OF_CASE;
      }
      letters += 1;
      continue;
    }
    endWord();
    if (code === 32 || code === 9) {
      spaces += 1;
      // A space belongs to the word behind it; runs of them are tokens.
      if (spaces % 4 === 2) tokens += 1;
      continue;
    }
    spaces = 0;
    // A surrogate is half a character.
    tokens += code < 0x800 ? 1 : code >= 0xd800 && code <= 0xdfff ? 1.5 : 2;
  }
  endWord();
  return Math.ceil(tokens);
}

/** What each message and each tool takes besides its text. */
const EACH = 8;
/** A picture in its largest common size. */
const PICTURE = 2_000;

/** The same for a request. */
export function estimateRequest(pieces: readonly OutgoingMessage[]): number {
  return pieces.reduce((sum, piece) => sum + estimatePiece(piece), 0);
}

/** The same for one piece of a request. */
export function estimatePiece({ text, part }: Pick<OutgoingMessage, 'text' | 'part'>): number {
  return EACH + estimateTokens(text) + (part?.type === 'image' ? PICTURE : 0);
}
