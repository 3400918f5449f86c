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
   * @param values all there are, in the order they were added.
   */
  isClear(text: string, values: readonly string[]): boolean {
    const searched = this.#clear.get(text);
    if (searched === undefined || holdsAny(text, values, searched)) return false;
    this.#clear.set(text, values.length);
    return true;
  }

  /** Notes that a text was searched for so many values and holds none. */
  note(text: string, count: number): void {
    if (this.#clear.size >= MOST_TEXTS) this.#clear.clear();
    this.#clear.set(text, count);
  }
}

/** Whether a text may hold a value that was added after the first `from`: when in doubt, it may. */
export function holdsAny(text: string, values: readonly string[], from: number): boolean {
  if (values.length - from > FEW) return true;
  for (let i = from; i < values.length; i++) {
    const value = values[i] ?? '';
    if (text.includes(value) || encodingsOf(value).some((form) => text.includes(form))) return true;
  }
  return false;
}
