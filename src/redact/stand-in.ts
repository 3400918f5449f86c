/** What stands in place of a value. */
export interface StandIn {
  /** The text that is put there: `EMAIL_1`, or `person1@example.com` where stand-ins keep their value's shape. */
  readonly name: string;
  readonly kind: string;
  /** The value as it was written there. */
  readonly value: string;
}

/**
 * What every stand-in is a copy of. A literal in its place would come to be made among old objects by V8, since what it
 * makes lasts, and a dead one there keeps whatever is young and hangs on it until the next full collection.
 */
export const UNNAMED: StandIn = { name: '', kind: '', value: '' };

/**
 * How stand-ins look: names such as `EMAIL_1` that survive code and prose and tell the model what they stand for, or
 * made-up values of the same shape, for code and data that must still parse or validate.
 */
export type Style = 'placeholder' | 'surrogate';

/**
 * The form of every placeholder, standing free: letters, digits and underscores, so that it survives code, URLs and
 * prose. The letter of an escape (`\\n`) right before it belongs to the escape.
 */
export const PLACEHOLDER = /(?<![A-Za-z0-9_](?<!\\[A-Za-z]))[A-Z][A-Z0-9_]{0,60}_[0-9]{1,9}(?![A-Za-z0-9_])/g;

/** The kind of a piece of text that merely has the form of an issued stand-in. */
export const LITERAL = 'literal';
