/** Answers that were given lately, by what was asked. */
export interface Lately<T> {
  /** The answer that was given before. */
  given(question: string): T | undefined;
  /** Gives an answer, which is remembered. */
  give(question: string, answer: T): T;
}

/** Where more than this is asked at once, what was asked before is asked again. */
const AT_MOST = 4_096;

/**
 * Remembers answers to questions about pieces of a text, since texts say the same again and again, hostile ones a
 * hundred thousand times. Everything is forgotten as soon as the scan that is running lets others run: what was scanned
 * is not kept.
 */
export function rememberLately<T>(): Lately<T> {
  const known = new Map<string, T>();
  return {
    given: (question) => known.get(question),
    give(question, answer) {
      if (known.size === 0) forgetSoon(known);
      else if (known.size >= AT_MOST) known.clear();
      known.set(question, answer);
      return answer;
    },
  };
}

let remembered: Map<string, unknown>[] = [];

function forgetSoon(known: Map<string, unknown>): void {
  remembered.push(known);
  // A microtask would run between two rules, which ask the same.
  if (remembered.length === 1) setTimeout(forgetAll);
}

function forgetAll(): void {
  for (const known of remembered) known.clear();
  remembered = [];
}
