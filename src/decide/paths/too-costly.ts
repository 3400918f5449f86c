import type { Ruling } from './verdict.ts';
import { TooMuchWork, Work } from './work.ts';

/** A file was not compared with all rules of somebody. */
export class RuleTooCostly extends TooMuchWork {
  /** What holds instead: the file is denied, by the rule that it is laid to. */
  readonly ruling: Ruling;

  /** @param rule the one that took longest. */
  constructor({ glob, source }: Pick<Ruling, 'glob' | 'source'>) {
    super();
    this.ruling = { glob, effect: { does: 'deny' }, source, isTooCostly: true };
  }
}

/**
 * What somebody says of a file. Where it takes too long to see, nobody knows what the rules that are left would say: the file
 * is denied, and nothing lets it go again.
 */
export function orDenied(compare: (work: Work) => readonly Ruling[]): readonly Ruling[] {
  try {
    return compare(new Work());
  } catch (error) {
    if (error instanceof RuleTooCostly) return [error.ruling];
    throw error;
  }
}
