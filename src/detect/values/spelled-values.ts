import { type Occurrence, ValueIndex } from './value-index.ts';

/**
 * Finds values that are written with escapes of one sort. The values are written out only when a text has such an escape:
 * a conversation has many values, and hardly ever a text with them.
 */
export class SpelledValues {
  readonly #escape: RegExp;
  readonly #formsOf: (value: string) => readonly string[];
  readonly #forms = new ValueIndex();
  readonly #ofForm = new Map<string, string>();
  /** Those that are not written out yet. */
  #pending: string[] = [];

  /** @param escape what every form has that is not the value itself; without a state of its own. */
  constructor(escape: RegExp, formsOf: (value: string) => readonly string[]) {
    this.#escape = escape;
    this.#formsOf = formsOf;
  }

  /** Adds a value. */
  add(value: string): void {
    this.#pending.push(value);
  }

  /** Every place of a text where a value stands in such a form; `value` is that value, not its form. */
  *occurrences(text: string): Generator<Occurrence> {
    if (!this.#escape.test(text)) return;
    for (const value of this.#pending) {
      for (const form of this.#formsOf(value)) {
        this.#forms.add(form);
        this.#ofForm.set(form, value);
      }
    }
    this.#pending = [];
    if (this.#ofForm.size === 0) return;
    for (const { start, end, value } of this.#forms.occurrences(text)) {
      yield { start, end, value: this.#ofForm.get(value) ?? value };
    }
  }
}
