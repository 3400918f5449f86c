import type { JointGrams } from '../detect/values/joint-grams.ts';

/**
 * Of strings in a row that only ever grows, what stands in none of the texts of a conversation: each is asked for once, not
 * once for each text.
 */
export class NowhereIn {
  /** By the number of a string: of how many texts, the first ones, it is in none. */
  readonly #none: number[] = [];

  /** Whether none of its forms stands in the first so many of all texts, of which `joint` has at least those. */
  isIn(joint: JointGrams, texts: number, number: number, formsOf: (i: number) => readonly string[]): boolean {
    if ((this.#none[number] ?? 0) >= texts) return true;
    if (formsOf(number).some((form) => joint.mayHold(form))) return false;
    this.#none[number] = joint.size;
    return true;
  }
}
