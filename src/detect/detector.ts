import type { Survey } from './survey/survey.ts';
import type { Evidence, Severity, TableMark } from './finding.ts';

/** A place a detector reports; offsets are UTF-16 code units into the content it was given. */
export interface Hit {
  /** Id of the rule that found it, where that is not its detector's. */
  readonly rule?: string;
  /** Key of the table in `kinds.ts`. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
  /** Where the user gave the kind another one than `kinds.ts` has. */
  readonly severity?: Severity;
  /** Where it is a cell of a table. */
  readonly table?: TableMark;
}

/** Something that finds sensitive values in a text. Takes time linear in the text. */
export interface Detector {
  readonly id: string;
  /**
   * Whether a second thread may do it: it finds no secrets. By itself: it reads of a survey only what `Part` says of that
   * thread. By the literals: it reads them alone, and of them only those that `Behind` files as personal.
   */
  readonly aside?: 'by itself' | 'by literals';
  /** @param survey of the content, where it has been made; offsets are those of the content. */
  find(content: string, survey?: Survey): Iterable<Hit> | Promise<Iterable<Hit>>;
}
