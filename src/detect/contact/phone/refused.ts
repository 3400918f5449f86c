/** What follows a place decides what is found there no further than this, in UTF-16 code units. */
const STRETCH = 44;
/** So many stretches are remembered: text that repeats itself repeats few. */
const MOST = 4;

/** Places that came to nothing, so that text that repeats itself is not looked at anew. Holds pieces of the text. */
export interface Refused {
  has(text: string, at: number): boolean;
  add(text: string, at: number): void;
}

/** Remembers the last few stretches of text that begin no number. For one pass over one text. */
export function rememberRefused(): Refused {
  const stretches: string[] = [];
  let next = 0;
  return {
    has(text, at) {
      for (const stretch of stretches) if (text.startsWith(stretch, at)) return true;
      return false;
    },
    add(text, at) {
      // What the end of the text cuts short says nothing of other places.
      if (at + STRETCH > text.length) return;
      stretches[next] = text.slice(at, at + STRETCH);
      next = (next + 1) % MOST;
    },
  };
}
