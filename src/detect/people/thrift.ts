/**
 * Keeps dense text cheap. A careful look at a place costs as much as some hundred characters of ordinary text; where
 * places stand closer than in any text that people write, only some of them get one.
 */
export interface Thrift {
  /** Whether the place may be looked at; asked in the order of the text. `at` is in UTF-16 code units. */
  allows(text: string, at: number): boolean;
  /** Whether no look is left at a place of the text that was asked about last; a cheap no before anything is read. */
  isSpent(at: number): boolean;
  /**
   * Gives back what the last look cost, where it found what this text had not had before. What is found over and over
   * in a row costs more: nobody writes so.
   */
  worthIt(text: string, start: number, end: number): void;
  /** Drops the text that was asked about last, and what was found in it. */
  forget(): void;
}

/** How many places in a row may stand close together. */
const AT_ONCE = 2_000;
/** What the same find right behind itself costs, in looks. */
const OVER_AND_OVER = 8;

/** Those that outlive a text. */
const lasting: Thrift[] = [];

/** One for every text there will be, in the order they come: it begins anew with each, and forgets it with `forgetTexts`. */
export function lastingThrift(apart: number): Thrift {
  const thrift = createThrift(apart);
  lasting.push(thrift);
  return thrift;
}

/** Drops what is left of the last text; to be called when it was scanned. */
export function forgetTexts(): void {
  for (const thrift of lasting) thrift.forget();
}

/** @param apart how far apart places stand at least, on the average, in UTF-16 code units */
export function createThrift(apart: number): Thrift {
  const most = AT_ONCE * apart;
  const had = new Set<string>();
  let seen = '';
  let last = 0;
  let lastFound = '';
  let lastStart = -1;
  let left = most;

  function beginWith(text: string): void {
    seen = text;
    left = most;
    had.clear();
    lastFound = '';
    lastStart = -1;
  }

  return {
    forget: () => beginWith(''),
    allows(text, at) {
      if (at < last || text.length !== seen.length || text !== seen) {
        beginWith(text);
      } else {
        left = Math.min(most, left + at - last);
      }
      last = at;
      if (left < apart) return false;
      left -= apart;
      return true;
    },
    isSpent: (at) => left < apart && left + at - last < apart,
    worthIt(text, start, end) {
      const found = text.slice(start, end);
      if (start === lastStart || !had.has(found)) left += apart;
      else if (found === lastFound) left -= OVER_AND_OVER * apart;
      had.add(found);
      lastFound = found;
      lastStart = start;
    },
  };
}
