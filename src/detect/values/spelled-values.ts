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
  readonly #values: readonly string[];
  /** How many of the values are written out. */
  #written = 0;

  /**
   * @param values those that are looked for, to which others are added at any time.
   * @param escape what every form has that is not the value itself; without a state of its own.
   */
  constructor(values: readonly string[], escape: RegExp, formsOf: (value: string) => readonly string[]) {
    this.#values = values;
    this.#escape = escape;
    this.#formsOf = formsOf;
  }

  /** Every place of a text where a value stands in such a form; `value` is that value, not its form. */
  *occurrences(text: string): Generator<Occurrence> {
    if (!this.#escape.test(text)) return;
    for (; this.#written < this.#values.length; this.#written++) {
      const value = this.#values[this.#written] ?? '';
      for (const form of this.#formsOf(value)) {
        this.#forms.add(form);
        this.#ofForm.set(form, value);
      }
    }
    if (this.#ofForm.size === 0) return;
    for (const { start, end, value } of this.#forms.occurrences(text)) {
      yield { start, end, value: this.#ofForm.get(value) ?? value };
    }
  }
}
