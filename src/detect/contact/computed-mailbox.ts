/*
 * Before the sign of an address stands code, not a mailbox, where a string takes in a value or a pattern has a class:
 * `${user}+cc@host`, `$user@host`, `%s@host`, `[a-z]+@host`, `\w+@host`.
 */

/** A place of a format: `%s`, `%-8s`, `%(user)s`. What stands before the mailbox, and the mailbox. */
const BEFORE_LETTER = /%(?:\(\w{1,40}\))?-?$/;
const LETTER = /^\d{0,3}[sd]$/;
/** A value that a string takes in, written in round brackets: `$(whoami)`, `\(user)`. */
const IN_ROUND = /[$\\]\([^()\n]{1,60}\)$/;
/** How far before a mailbox that is looked for, in UTF-16 code units. */
const REACH = 64;
/** What a mailbox goes on with behind a value that was taken in, its other part. */
const JOINTS = '.+-_';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether what would be the mailbox in [start, at) is code. Offsets are UTF-16 code units. */
export function isComputed(content: string, start: number, at: number): boolean {
  const local = content.slice(start, at);
  if (!LETTER_OR_DIGIT.test(local)) return true;
  // The mailbox was taken without the signs it cannot begin with.
  let first = start;
  while (first > at - REACH && '.-'.includes(content.charAt(first - 1))) first -= 1;
  const before = content.charAt(first - 1);
  if (before === '$') return first === start && /^[A-Za-z_]/.test(local) && !endsWord(content, start - 1);
  if (before === '\\') return first === start && /^[wdspWDS]\+?$/.test(local);
  if (LETTER.test(local)) return BEFORE_LETTER.test(content.slice(Math.max(0, start - REACH), start));
  if (!JOINTS.includes(content.charAt(first))) return false;
  if (before === '}') return true;
  if (before === '>') return content[first - 2] === '%';
  return before === ')' && IN_ROUND.test(content.slice(Math.max(0, first - REACH), first));
}

/** Whether a letter or a digit stands before a place: a sign behind it begins no variable. */
function endsWord(content: string, at: number): boolean {
  return LETTER_OR_DIGIT.test(content.charAt(at - 1));
}
