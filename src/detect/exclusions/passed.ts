/**
 * Told of what looked like a secret and was let pass. Nobody is told in an ordinary scan, which therefore makes
 * nothing for it: the arguments are numbers and a name that is there already.
 *
 * @param start where the value begins, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param why the name of an exclusion, `failed-check` (it has a secret's shape, but its check digits are wrong) or
 *   `too-weak` (judged by its length and its characters, it is none)
 * @param at where what made it look like one begins, such as its name; `start` where that is left out
 */
export type OnPassed = (start: number, end: number, why: string, at?: number) => void;

/** The reasons that are no exclusion. */
export const FAILED_CHECK = 'failed-check';
export const TOO_WEAK = 'too-weak';
