import { charOf, isAlphanumeric, isDigit } from './characters.ts';
import type { Reader } from './marks.ts';

/** Letters of other alphabets that are drawn like one of ASCII (after Unicode's list of confusables, UTS 39). */
const LETTERS: Readonly<Record<string, string>> = {
  A: 'АΑ',
  B: 'ВΒ',
  C: 'СϹ',
  E: 'ЕΕ',
  F: 'Ϝ',
  G: 'Ԍ',
  H: 'НΗ',
  I: 'ІΙӀ',
  J: 'ЈͿ',
  K: 'КΚ',
  M: 'МΜ',
  N: 'Ν',
  O: 'ОΟՕ',
  P: 'РΡ',
  Q: 'Ԛ',
  S: 'ЅՏ',
  T: 'ТΤ',
  U: 'Ս',
  V: 'Ѵ',
  W: 'Ԝ',
  X: 'ХΧ',
  Y: 'УΥҮ',
  Z: 'Ζ',
  a: 'аα',
  b: 'Ь',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еҽ',
  g: 'ց',
  h: 'һհ',
  i: 'іι',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏ',
  m: 'м',
  n: 'ոη',
  o: 'оοօσ',
  p: 'рρ',
  q: 'ԛգ',
  r: 'г',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'νѵ',
  w: 'ԝω',
  x: 'хχ',
  y: 'уγү',
};

/** The first of ten digits in a row, for each script that has its own (Unicode's class Nd). */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];
const HYPHENS = [0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xfe58, 0xfe63];
const BLANKS = [
  0xa0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f,
  0x3000,
];

/** Greek, Cyrillic and Armenian. */
const FIRST_LETTER = 0x0370;
const LAST_LETTER = 0x058f;
/** High half of the mathematical letters and digits. */
const MATHEMATICAL = 0xd835;

/** What a code unit is folded to, 0 for itself. */
const FOLDED = new Uint8Array(0x10000);
for (const [ascii, drawnAlike] of Object.entries(LETTERS)) {
  for (const letter of drawnAlike) FOLDED[letter.charCodeAt(0)] = ascii.charCodeAt(0);
}
for (const zero of ZEROS) for (let i = 0; i < 10; i++) FOLDED[zero + i] = 48 + i;
for (const code of HYPHENS) FOLDED[code] = 45;
for (const code of BLANKS) FOLDED[code] = 32;
// Full-width forms, circled letters and letter-like signs: what compatibility decomposition has for them.
for (const [from, to] of [
  [0x2100, 0x214f],
  [0x2460, 0x24ff],
  [0xff01, 0xff5e],
] as const) {
  for (let code = from; code <= to; code++) {
    const plain = String.fromCharCode(code).normalize('NFKC');
    if (plain.length === 1 && plain.charCodeAt(0) < 127) FOLDED[code] = plain.charCodeAt(0);
  }
}

/** Every code unit that may begin something drawn like ASCII. */
export const LOOK_ALIKES: readonly number[] = [
  ...Array.from(FOLDED.keys()).filter((code) => FOLDED[code] !== 0),
  ...Array.from({ length: LAST_LETTER - FIRST_LETTER + 1 }, (_, i) => FIRST_LETTER + i),
  MATHEMATICAL,
];

const isLetter = (code: number): boolean => code >= FIRST_LETTER && code <= LAST_LETTER;

/** Whether a value of ASCII goes on at `at`, in the direction of `step`: at once, or behind one sign. */
function goesOn(text: string, at: number, step: 1 | -1): boolean {
  const code = text.charCodeAt(at);
  if (isAlphanumeric(code)) return true;
  const beyond = text.charCodeAt(at + step) | 0;
  return SIGNS.has(code) && (isAlphanumeric(beyond) || FOLDED[beyond] !== 0);
}

const SIGNS = new Set(Array.from('_-@.:/+=', (char) => char.charCodeAt(0)));

/** A word of another alphabet: a disguise only where all of it looks like ASCII and runs on in ASCII. */
const readWord: Reader = (text, at, marks) => {
  let end = at;
  let alike = true;
  for (; isLetter(text.charCodeAt(end)); end++) alike &&= FOLDED[text.charCodeAt(end)] !== 0;
  if (!alike || !(goesOn(text, at - 1, -1) || goesOn(text, end, 1))) return end;
  for (let i = at; i < end; i++)
    marks.add(i, i + 1, charOf(FOLDED[text.charCodeAt(i)] ?? 0), 'look-alikes', 'weak');
  return end;
};

/** Letters, digits and signs that are drawn like those of ASCII. */
export const readLookAlike: Reader = (text, at, marks) => {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return readWord(text, at, marks);
  if (code === MATHEMATICAL) {
    const plain = text
      .slice(at, at + 2)
      .normalize('NFKC')
      .charCodeAt(0);
    return isAlphanumeric(plain) ? marks.add(at, at + 2, charOf(plain), 'look-alikes', 'weak') : at + 2;
  }
  const folded = FOLDED[code] ?? 0;
  const telling =
    folded === 45 || folded === 32
      ? isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
      : isAlphanumeric(folded) || folded === 64;
  return marks.add(at, at + 1, charOf(folded), 'look-alikes', telling ? 'weak' : 'none');
};
