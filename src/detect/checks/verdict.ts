/**
 * What a check says of a secret that has its shape: `verified` (its check digits are right), `refuted` (they are
 * wrong, or it is a sample everybody knows) or `unknown` (this form of it has none, or they cannot be computed).
 */
export type Verdict = 'verified' | 'refuted' | 'unknown';

/** A check on a whole matched secret that needs no network. */
export type Check = (secret: string) => Verdict;
