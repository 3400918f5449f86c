import type { OnPassed } from '../exclusions/passed.ts';
import type { Evidence } from '../finding.ts';
import type { Bounds } from '../survey/bounds.ts';

/** A secret known by its structure rather than by one token; offsets are UTF-16 code units into the text. */
export interface StructureHit {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
}

/** Whether [start, end) of a text is found as something that tells more than the structure does. */
export type IsKnown = (text: string, start: number, end: number) => boolean;

/** Finds one structure (a PEM block, a connection string, a netrc line) from one of its literals on. */
export interface Structure {
  /** Unique, in kebab case. */
  readonly id: string;
  /** What the engine looks for in its one pass, in lower case, each at least three characters; any case matches. */
  readonly literals: readonly string[];
  /** What has to stand around a literal; `findAt` may be called elsewhere all the same. */
  bounds?(literal: string): Bounds;
  /**
   * What stands around a literal that was found at `at`. Looks a bounded way forward and backward, so that its cost
   * does not depend on the size of the text; the same hit may be given for several literals.
   *
   * @param onPassed is told of what looked like the structure and was let pass; nobody is where it is left out.
   * @param isKnown whether a place is a secret of a kind of its own anyway; then it need not be judged.
   */
  findAt(text: string, at: number, onPassed?: OnPassed, isKnown?: IsKnown): readonly StructureHit[];
}
