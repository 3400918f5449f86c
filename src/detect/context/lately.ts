/** Answers that were given lately, by what was asked. */
export interface Lately<T> {
  /** The answer that was given before, or the one that is worked out now. */
  ask(question: string, answer: () => T): T;
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
    ask(question, answer) {
      const before = known.get(question);
      if (before !== undefined) return before;
      if (known.size === 0) queueMicrotask(() => known.clear());
      if (known.size < AT_MOST) {
        const now = answer();
        known.set(question, now);
        return now;
      }
      return answer();
    },
  };
}
