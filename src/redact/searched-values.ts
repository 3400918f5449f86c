import { encodingsOf } from '../detect/values/encodings.ts';
import type { Occurrence } from '../detect/values/value-index.ts';
import type { KnownText } from './known-texts.ts';

/** The values that are searched for, in the order they were added. */
export class SearchedValues {
  readonly #values: readonly string[];
  readonly #forms: (readonly string[] | undefined)[] = [];

  /** @param values the values, to which others are added at any time. */
  constructor(values: readonly string[]) {
    this.#values = values;
  }

  get length(): number {
    return this.#values.length;
  }

  /** Whether others are the same, in the same order. */
  areSame(others: SearchedValues): boolean {
    return this.length === others.length && this.#values.every((value, i) => value === others.#values[i]);
  }

  /** Whether a text may hold a value that was added after the first `from`: when in doubt, it may. */
  mayBeIn(text: KnownText, from: number): boolean {
    return text.mayHoldValue(from, this.#values.length, this.#formsOf);
  }

  readonly #formsOf = (i: number): readonly string[] => {
    const value = this.#values[i] ?? '';
    return (this.#forms[i] ??= [value, ...encodingsOf(value)]);
  };
}

/** The values that occur, each once. */
export function valuesOf(occurrences: Iterable<Occurrence>): readonly string[] {
  const values = new Set<string>();
  for (const { value } of occurrences) values.add(value);
  return values.size === 0 ? NO_VALUES : [...values];
}

const NO_VALUES: readonly string[] = [];
