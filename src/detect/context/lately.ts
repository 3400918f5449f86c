/** What was asked: of a value, beside its key, and as what. */
type Question = readonly [value: string, key?: string, as?: string | number];

/** Answers that were given lately, by what was asked. */
export interface Lately<T> {
  /** The answer that was given before. */
  given(...question: Question): T | undefined;
  /** Gives an answer, which is remembered. */
  give(answer: T, ...question: Question): T;
}

/** An answer, and what was asked. */
interface Answer<T> {
  readonly value: string;
  readonly key: string;
  readonly as: string | number;
  readonly answer: T;
}

/** So many answers are remembered at once; a power of two. */
const AT_MOST = 256;

/**
 * Remembers answers to questions about pieces of a text, since texts say the same again and again, hostile ones a
 * hundred thousand times. Everything is forgotten as soon as the scan that is running lets others run: what was scanned
 * is not kept.
 */
export function rememberLately<T>(): Lately<T> {
  // Each question has a place, where only the last of those that share it is remembered: a map would have to read all of a
  // value first, which takes longer than most answers.
  let known: (Answer<T> | undefined)[] | undefined;
  const forget = (): void => (known = undefined);
  return {
    given(value, key = '', as = '') {
      const one = known?.[placeOf(value)];
      return one !== undefined && one.as === as && one.key === key && one.value === value
        ? one.answer
        : undefined;
    },
    give(answer, value, key = '', as = '') {
      if (known === undefined) {
        known = Array.from({ length: AT_MOST });
        forgetSoon(forget);
      }
      known[placeOf(value)] = { value, key, as, answer };
      return answer;
    },
  };
}

/** By its length and a few of its characters. */
function placeOf(value: string): number {
  const { length } = value;
  const some =
    value.charCodeAt(length >> 1) * 31 + value.charCodeAt(length - 2) * 7 + value.charCodeAt(length - 1);
  return (some + length * 17) & (AT_MOST - 1);
}

let remembered: (() => void)[] = [];

function forgetSoon(forget: () => void): void {
  remembered.push(forget);
  // A microtask would run between two rules, which ask the same.
  if (remembered.length === 1) setTimeout(forgetAll);
}

function forgetAll(): void {
  for (const forget of remembered) forget();
  remembered = [];
}
