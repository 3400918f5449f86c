import type { LayerName } from './layers/layer.ts';

/** What a finding is about; decides its row in the decision matrix together with its kind. */
export type FindingClass = 'secret' | 'pii' | 'internal' | 'path' | 'opaque';

/** How much harm the value does in the wrong hands. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/**
 * Why the scanner believes it: `shape` (the value identifies itself), `check` (its check digits are right) or
 * `context` (the words around it say so), `known` (a file of the workspace keeps the same value) or `path` (the path of
 * its file says so).
 */
export type Evidence = 'shape' | 'check' | 'context' | 'known' | 'path';

/** Where in a table a finding stands; it groups what one line says to a person. */
export interface TableMark {
  /** Number of the table within its text. */
  readonly id: number;
  /** From 0. */
  readonly column: number;
  /** From 0, the titles left out. */
  readonly row: number;
}

/**
 * A place in a text that holds something sensitive.
 *
 * `start` and `end` are UTF-16 code units into the text that was passed in, a byte order mark included; `end` is
 * exclusive. A finding never carries the value: whoever needs it slices the text they already have.
 */
export interface Finding {
  /** Id of the rule that found it, such as `@secretlint/secretlint-rule-github`. */
  readonly rule: string;
  readonly class: FindingClass;
  /** Key of the table in `kinds.ts`. */
  readonly kind: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
  /** The layers that were undone before it was seen, from outside in; left out where it stands as it is. */
  readonly through?: readonly LayerName[];
  /**
   * For a piece of base64, hex or packed bytes, all of which is the range: what was found in it. Offsets are into what
   * the piece decodes to, which is `through` undone up to its first base64 or hex, with a gzip right behind it. What
   * is nested deeper is inside of these findings in turn.
   */
  readonly inside?: readonly Finding[];
  /** For a cell of a table with a personal column. */
  readonly table?: TableMark;
  /** Where `rule` is another: a rule of the user's own, or a file that keeps secrets, names something in the range as well. */
  readonly named?: true;
  /** The policy file of the workspace that declares the value to be made up, as a person reads its path. */
  readonly declaredBy?: string;
  /** What else was found at its place that may be of more weight: whatever holds for that holds for it as well. */
  readonly covers?: readonly Covered[];
}

/** A finding that another one takes the place of. */
export type Covered = Pick<Finding, 'class' | 'kind' | 'severity'>;

/**
 * Finds what is sensitive in each of several texts.
 *
 * Resolves to one list a text, in the order of the texts; each list is sorted by `start` and free of overlaps.
 * Rejects with a `ScanFailure` when a text could not be looked at in full: then nothing may be sent.
 */
export type Scan = (texts: readonly string[]) => Promise<readonly (readonly Finding[])[]>;

/** Why a scan did not come to an end. */
export type ScanFailureReason = 'deadline' | 'rule-failed' | 'scanner-died' | 'too-large';

/** Thrown by a `Scan`. Carries a reason and numbers only, never a piece of the text. */
export class ScanFailure extends Error {
  readonly reason: ScanFailureReason;
  /** Size of the offending text in bytes of UTF-8, for `too-large`. */
  readonly size: number | undefined;

  constructor(reason: ScanFailureReason, size?: number) {
    super(`scan failed: ${reason}`);
    this.name = 'ScanFailure';
    this.reason = reason;
    this.size = size;
  }
}
