import type { FindingClass, Severity } from './finding.ts';

/** The row of the decision matrix a kind is judged by. */
export type MatrixRow = 'secret' | 'regulated' | 'contact' | 'internal' | 'path' | 'opaque';

/** What is known of a kind of finding. */
export interface Kind {
  readonly class: FindingClass;
  readonly row: MatrixRow;
  readonly severity: Severity;
  /** Start of its placeholder: `EMAIL` gives `EMAIL_1`. Letters, digits and underscores, so it fits anywhere. */
  readonly placeholder: string;
  /** English name, for people, as it stands in the middle of a sentence. */
  readonly name: string;
  /** What somebody who has it can do, in a few English words; shown beside the name. */
  readonly opens: string;
  /**
   * Whether the signs between its digits tell it from others, as `83.1.12.3` is not `83.11.2.3`. Of all others they are how it is
   * written: a card with and without its blanks is one.
   */
  readonly signsTell?: true;
}

/** A kind of secret. */
export const secret = (severity: Severity, placeholder: string, name: string, opens: string): Kind => ({
  class: 'secret',
  row: 'secret',
  severity,
  placeholder,
  name,
  opens,
});

/** A kind that laws name: identity numbers, cards, accounts, health. */
export const regulated = (placeholder: string, name: string, opens: string): Kind => ({
  class: 'pii',
  row: 'regulated',
  severity: 'critical',
  placeholder,
  name,
  opens,
});

/** A kind that says who somebody is or where they are to be reached. */
export const contact = (severity: Severity, placeholder: string, name: string, opens: string): Kind => ({
  class: 'pii',
  row: 'contact',
  severity,
  placeholder,
  name,
  opens,
});

/** A kind that is the company's own. */
export const internal = (severity: Severity, placeholder: string, name: string, opens: string): Kind => ({
  class: 'internal',
  row: 'internal',
  severity,
  placeholder,
  name,
  opens,
});
