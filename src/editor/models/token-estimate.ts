import type { OutgoingMessage } from '../../airlock.ts';

/**
 * How many tokens a text has at most, about: an estimate, since each host counts by a vocabulary of its own. It errs high for text,
 * code and data: letters in fours, each sign and each digit by itself, each other character by its bytes. Time: linear.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let letters = 0;
  let spaces = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    // Words are whole tokens, names in mixed case begin a new one at each capital.
    if (isLetter && !(letters > 0 && code <= 90)) {
      letters += 1;
      spaces = 0;
      continue;
    }
    tokens += Math.ceil(letters / LETTERS);
    letters = isLetter ? 1 : 0;
    if (isLetter) continue;
    if (code === 32 || code === 9) {
      spaces += 1;
      // A space belongs to the word behind it; runs of them are tokens.
      if (spaces > 1 && spaces % 4 === 2) tokens += 1;
      continue;
    }
    spaces = 0;
    tokens += code < 0x80 ? 1 : code < 0x800 ? 1 : code >= 0xd800 && code <= 0xdfff ? 1.5 : 2;
  }
  return Math.ceil(tokens + Math.ceil(letters / LETTERS));
}

const LETTERS = 4;
/** What each message and each tool takes besides its text. */
const EACH = 8;
/** A picture in its largest common size. */
const PICTURE = 2_000;

/** The same for a request. */
export function estimateRequest(pieces: readonly OutgoingMessage[]): number {
  return pieces.reduce(
    (sum, { text, part }) => sum + EACH + estimateTokens(text) + (part?.type === 'image' ? PICTURE : 0),
    0,
  );
}
