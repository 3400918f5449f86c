import type { JointGrams } from '../detect/values/joint-grams.ts';

/**
 * Of strings in a row that only ever grows, what stands in none of the texts of a conversation: each is asked for once, not
 * once for each text.
 */
export class NowhereIn {
  /** By the number of a string: of how many texts, the first ones, it is in none. */
  readonly #none: number[] = [];
  /** What was asked for last in a row, and of how many texts: nearly always each text asks for the same. */
  #last:
    | { readonly from: number; readonly to: number; readonly texts: number; readonly rest: readonly number[] }
    | undefined;

  /** Whether none of its forms stands in the first so many of all texts, of which `joint` has at least those. */
  isIn(joint: JointGrams, texts: number, number: number, formsOf: (i: number) => readonly string[]): boolean {
    if ((this.#none[number] ?? 0) >= texts) return true;
    if (formsOf(number).some((form) => joint.mayHold(form, texts))) return false;
    this.#none[number] = joint.asked(texts);
    return true;
  }

  /** Of the strings in [from, to), the numbers of those of which that does not hold. */
  restOf(
    joint: JointGrams,
    texts: number,
    from: number,
    to: number,
    formsOf: (i: number) => readonly string[],
  ): readonly number[] {
    const last = this.#last;
    if (last?.from === from && last.to === to && last.texts >= texts) return last.rest;
    const rest: number[] = [];
    for (let i = from; i < to; i++) if (!this.isIn(joint, texts, i, formsOf)) rest.push(i);
    this.#last = { from, to, texts: joint.asked(texts), rest };
    return rest;
  }
}
