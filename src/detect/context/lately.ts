/** Answers that were given lately, by what was asked. */
export interface Lately<T> {
  /** The answer that was given before. */
  given(question: string): T | undefined;
  /** Gives an answer, which is remembered. */
  give(question: string, answer: T): T;
}

/** A text that asks more than this at once asks again. */
const AT_MOST = 4_096;

/**
 * Remembers answers to questions about pieces of a text, since texts say the same again and again, hostile ones a
 * hundred thousand times. Everything is forgotten as soon as the code that is running has come to its end: what was
 * scanned is not kept.
 */
export function rememberLately<T>(): Lately<T> {
  const known = new Map<string, T>();
  return {
    given: (question) => known.get(question),
    give(question, answer) {
      if (known.size === 0) queueMicrotask(() => known.clear());
      if (known.size < AT_MOST) known.set(question, answer);
      return answer;
    },
  };
}
