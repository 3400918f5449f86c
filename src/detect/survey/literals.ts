import { Kernel } from './kernel.ts';
import { type Literal, standsAt } from './literal-table.ts';
import { Places } from './places.ts';
import { tablesFor } from './tables.ts';

export type { Literal } from './literal-table.ts';

/** Finds many literals in one pass. */
export interface LiteralFinder<T> {
  /** Calls back for every occurrence, `at` being where the literal begins, in UTF-16 code units. */
  find(text: string, onHit: (at: number, value: T) => void): void;
}

/**
 * Makes a finder. Time: linear in the text, plus the hits.
 * @throws RangeError for a literal of fewer than three characters.
 */
export function createLiteralFinder<T>(literals: readonly Literal<T>[]): LiteralFinder<T> {
  const kernel = new Kernel(tablesFor(literals));
  return {
    find(text, onHit) {
      const places = new Places();
      kernel.run(text, [['literals', places]]);
      eachLiteral(text, literals, places, onHit);
    },
  };
}

/**
 * Calls back, with a literal's number as well, for the literals that do stand where a survey says they may.
 *
 * @param isIdle whether nothing would come of a literal at a place; it is not even looked for there.
 */
export function eachLiteral<T>(
  text: string,
  literals: readonly Literal<T>[],
  places: Places,
  onHit: (at: number, value: T, literal: number) => void,
  isIdle: (literal: number, at: number) => boolean = NEVER,
): void {
  for (let i = 0; i < places.length; i++) {
    const at = places.first(i);
    const number = places.second(i);
    if (isIdle(number, at)) continue;
    const literal = literals[number];
    if (literal !== undefined && standsAt(text, at, literal)) onHit(at, literal.value, number);
  }
}

const NEVER = (): boolean => false;
