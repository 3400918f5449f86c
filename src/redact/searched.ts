import { encodingsOf } from '../detect/values/encodings.ts';

/** Up to so many new values are looked for one by one, which is faster than to look for all of them together. */
const FEW = 12;
/** The texts of a long conversation; when there are more, it is begun anew. */
const MOST_TEXTS = 4_096;

/**
 * Remembers which texts hold none of the first so many values, so that in a long conversation only the new turn is
 * searched for all of them, and the turns before for the new ones.
 */
export class SearchedTexts {
  readonly #clear = new Map<string, number>();

  /**
   * Whether a text is known to hold none of the values, in any encoding.
   *
   * @param values all there are.
   */
  isClear(text: string, values: SearchedValues): boolean {
    const searched = this.#clear.get(text);
    if (searched === undefined || values.mayBeIn(text, searched)) return false;
    this.#clear.set(text, values.length);
    return true;
  }

  /** Notes that a text was searched for so many values and holds none. */
  note(text: string, count: number): void {
    if (this.#clear.size >= MOST_TEXTS) this.#clear.clear();
    this.#clear.set(text, count);
  }
}

/** The values that are searched for, in the order they were added. */
export class SearchedValues {
  readonly #values: string[] = [];
  readonly #forms = new Map<string, readonly string[]>();

  /** Adds a value. */
  add(value: string): void {
    this.#values.push(value);
  }

  get length(): number {
    return this.#values.length;
  }

  /** Whether a text may hold a value that was added after the first `from`: when in doubt, it may. */
  mayBeIn(text: string, from: number): boolean {
    if (this.#values.length - from > FEW) return true;
    for (let i = from; i < this.#values.length; i++) {
      if (this.#formsOf(this.#values[i] ?? '').some((form) => text.includes(form))) return true;
    }
    return false;
  }

  #formsOf(value: string): readonly string[] {
    const known = this.#forms.get(value);
    if (known) return known;
    const forms = [value, ...encodingsOf(value)];
    this.#forms.set(value, forms);
    return forms;
  }
}
