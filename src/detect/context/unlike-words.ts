import { classesOf, isVaried } from './variety.ts';

/** A digit, or a sign within letters. */
export const UNLIKE_A_WORD = /\d|[A-Za-z][!#$%&*+=@^~][A-Za-z]/;

/** What only a machine gives out, long enough that no sentence goes on with it: `weatherapi key 2f9c… gives 403`. */
export function isIssued(run: string): boolean {
  return run.length >= 20 && /^\w+$/.test(run) && /\d/.test(run) && /[a-z]/i.test(run) && isVaried(run);
}

/** What no sentence goes on with after the word: `password sunflower1987`, `password Tr0ub4dor!`. */
export function isUnlikeWords(run: string): boolean {
  const bare = run.replace(/[.,;:?)!'"]{1,4}$/, '');
  return (
    /^[a-z]{6,20}\d{2,4}[.,;:?)!]{0,2}$/i.test(run) ||
    // Words of a language with their weight: `PASSWORD CONFLICT|10`.
    (bare.length >= 8 && classesOf(bare) >= 3 && !/[/\\_()[\]{}.$-]|^[A-Z]+\|\d{1,2}$/.test(bare))
  );
}

/** A value without the punctuation of its sentence, or what a line break written as an escape begins. */
export function withoutStops(run: string): string {
  const line = run.includes('\\') ? (run.split(/\\[rnt]/, 1)[0] ?? '') : run;
  return line.replace(/[.,;:?)\]}*_|]{1,8}$/, '');
}
