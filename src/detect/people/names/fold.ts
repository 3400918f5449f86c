/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  '’': "'",
};

function foldedLetter(letter: string): string {
  const small = letter.toLowerCase();
  return WHOLE[small] ?? small.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The letters of Latin writing, folded; what is beyond them stays as it is. */
const LATIN: readonly string[] = Array.from({ length: 0x250 }, (_, code) =>
  foldedLetter(String.fromCharCode(code)),
);

/** A word in small letters and without marks, so that `Jürgen`, `JÜRGEN` and `Jurgen` are one. */
export function folded(word: string): string {
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) > 127) return foldedLetters(word);
  }
  return word.toLowerCase();
}

function foldedLetters(word: string): string {
  let out = '';
  for (const letter of word) out += LATIN[letter.charCodeAt(0)] ?? foldedLetter(letter);
  return out;
}

/** The words of a table of data. */
export function wordsOf(table: string): string[] {
  return table.trim().split(/\s+/);
}

/**
 * The words of a packed table: sorted, and each written as a digit, how many letters it shares with the one before it,
 * and its other letters (`0anna4e2ton` is anna, annae, anton).
 */
export function unpacked(table: string): string[] {
  const words: string[] = [];
  let last = '';
  for (const [, shared = '', rest = ''] of table.replaceAll('\n', '').matchAll(/(\d)(\D{0,40})/g)) {
    last = last.slice(0, Number(shared)) + rest;
    words.push(last);
  }
  return words;
}
