/**
 * Where an address begins that some renderer would make a link or load a picture from: behind a scheme, at `www.`, and
 * where Markdown has one, also such as ours shows as text.
 */
const ADDRESS =
  /(?::\/\/|\b(?:mailto|tel|sms|xmpp|data|file|javascript|vscode):|\bwww\.|(?:\]\(|^\s{0,3}\[[^\]\n]{1,200}\]:)\s{0,3}<?)[^\s<>"`]*/gim;

/** A range of a text in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The addresses in a text that is not code, in their order; what goes on right behind one counts as part of it. */
export function addressesIn(text: string): Range[] {
  return Array.from(text.matchAll(ADDRESS), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}
