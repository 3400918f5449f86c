import { isDigit, isSmall } from '../numbers/masks.ts';

/**
 * For each letter, the letters that often follow it in English words and in names of code: 176 of the 676 pairs,
 * which make up 86% of the pairs of such words and 26% of those of random letters.
 */
const FOLLOWED_BY: Readonly<Record<string, string>> = {
  a: 'abcdefgilmnprst',
  b: 'abcdefl',
  c: 'abcdefhiklortu',
  d: 'abcdefios',
  e: 'abcdefglmnprstvx',
  f: 'abcdefio',
  g: 'eir',
  h: 'aeio',
  i: 'acdefglmnoprstvz',
  k: 'e',
  l: 'aeiloy',
  m: 'aeiop',
  n: 'acdegiost',
  o: 'cdlmnoprstuvw',
  p: 'aeiloprt',
  r: 'adeimorsty',
  s: 'acehiopstu',
  t: 'aehiorstuy',
  u: 'blmnprst',
  v: 'aei',
  w: 'a',
};

/** No value is looked at further than this many UTF-16 code units. */
const LOOK = 256;

/** Runs of keys beside each other and of the alphabet, as people type them when nothing matters. */
const WALKS = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'deadbeefdeadbeef',
  'cafebabe',
];

/** How many different classes of characters: lower case, upper case, digits, anything else. */
export function classesOf(value: string): number {
  let seen = 0;
  for (let i = 0; i < value.length && seen < 15; i++) seen |= classOf(value.charCodeAt(i));
  return (seen & 1) + ((seen >> 1) & 1) + ((seen >> 2) & 1) + (seen >> 3);
}

/** A bit for each class: lower case, upper case, digits, anything else. */
function classOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return 1;
  if (unit >= 0x41 && unit <= 0x5a) return 2;
  return unit >= 0x30 && unit <= 0x39 ? 4 : 8;
}

const ASCII = 128;
/** How often each character of ASCII was met; nothing but zeros in between. */
const MET = new Uint16Array(ASCII);

/** Shannon entropy of the characters, in bits a character. */
export function entropyOf(value: string): number {
  const text = value.slice(0, LOOK);
  const different: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= ASCII) {
      for (const one of different) MET[one] = 0;
      return entropyBeyondAscii(text);
    }
    const before = MET[code] ?? 0;
    if (before === 0) different.push(code);
    MET[code] = before + 1;
  }
  let bits = 0;
  for (const code of different) {
    bits -= bitsOf(MET[code] ?? 0, text.length);
    MET[code] = 0;
  }
  return bits;
}

function entropyBeyondAscii(text: string): number {
  const counts = new Map<string, number>();
  for (const unit of text) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= bitsOf(count, text.length);
  return bits;
}

function bitsOf(count: number, of: number): number {
  return (count / of) * Math.log2(count / of);
}

/** Whether the letters read like words, in any case style: `getServerSideProps`, `my-long-name`, `Sommer`. */
export function isWordlike(value: string): boolean {
  let pairs = 0;
  let usual = 0;
  for (const run of value.slice(0, LOOK).match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+/g) ?? []) {
    const letters = run.toLowerCase();
    for (let i = 0; i + 1 < letters.length; i++) {
      pairs += 1;
      if (FOLLOWED_BY[letters.charAt(i)]?.includes(letters.charAt(i + 1))) usual += 1;
    }
  }
  return pairs >= 4 && usual >= pairs * 0.6;
}

/** Share of the value, 0 to 1, that is made of letters in runs of three and more. */
export function shareOfWords(value: string): number {
  const text = value.slice(0, LOOK);
  const runs = text.match(/[A-Z]?[a-z]{3,}|[A-Z]{4,}/g) ?? [];
  return runs.reduce((sum, run) => sum + run.length, 0) / Math.max(1, text.length);
}

/** Three characters of ASCII from a place on, as a number. */
function stepAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 14) | (text.charCodeAt(at + 1) << 7) | text.charCodeAt(at + 2);
}

const STEPS = new Set(
  WALKS.flatMap((walk) => Array.from({ length: walk.length - 2 }, (_, at) => stepAt(walk, at))),
);

/** One piece over and over. */
const REPEATED = /^(.{1,4}?)\1{2,}.{0,3}$/;
/** The bits of three characters of ASCII. */
const THREE = (1 << 21) - 1;

/** Whether the value is a walk over the keyboard or the alphabet, or one piece over and over. */
export function isWalk(value: string): boolean {
  const text = value.slice(0, LOOK).toLowerCase();
  if (REPEATED.test(text)) return true;
  const length = lettersAndDigits(text);
  if (length < 3) return length > 0 && length === text.length;
  // What is passed over is no part of a walk; a fifth of the value may be so.
  let walked = 0;
  let covered = 0;
  let seen = 0;
  let step = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isSmall(code) && !isDigit(code)) continue;
    step = ((step << 7) | code) & THREE;
    seen += 1;
    if (seen < 3) continue;
    if (STEPS.has(step)) {
      walked += seen - Math.max(seen - 3, covered);
      covered = seen;
    } else if (seen - 2 - walked > length * 0.2) return false;
  }
  return walked >= length * 0.8;
}

/** How many of the characters are small letters or digits of ASCII. */
function lettersAndDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSmall(code) || isDigit(code)) count += 1;
  }
  return count;
}

/** Whether the characters vary as those of a generated value do. */
export function isVaried(value: string): boolean {
  const text = value.slice(0, LOOK);
  if (isWalk(text)) return false;
  const bits = entropyOf(text);
  if (/^[0-9]+$/.test(text)) return text.length >= 15 && bits > 2.2;
  if (/^[0-9A-Fa-f-]+$/.test(text)) return /[0-9]/.test(text) && /[A-Fa-f]/.test(text) && bits >= 2.6;
  if (bits < Math.min(3.2, Math.log2(text.length) * 0.75)) return false;
  if (!/[0-9]/.test(text)) return text.length >= 16 && !isWordlike(text) && classesOf(text) >= 2;
  return !(isWordlike(text) && shareOfWords(text) > 0.55);
}

/** Whether a value is made of everything a keyboard has, blanks too, as the salts of WordPress are. */
export function isOfAllSigns(value: string): boolean {
  if (value.length < 40 || classesOf(value) < 4) return false;
  return value.replace(/[\w\s]/g, '').length * 6 > value.length && !/[A-Za-z]{6}/.test(value);
}
