const ASCII = 128;
const NONE = new Uint8Array(ASCII * ASCII);

/**
 * The first two code units of some names. Nearly every place of a text is told by them from one where a name may begin: the
 * answer is yes for more than those, never no for one of them.
 */
export class Pairs {
  /** For two code units of ASCII; in the column of 0 for the first with one that is not, or with none. */
  #table = NONE;
  #beyondAscii = false;

  /** Adds the beginning of a name; NaN where it has no second code unit. */
  add(first: number, second: number): void {
    if (second < ASCII && this.#table[first * ASCII + second] === 1) return;
    this.addAll(first, (one) => one === second || !(second < ASCII));
  }

  /** Adds a first code unit with every second one that goes with it; one beyond ASCII goes with every first one. */
  addAll(first: number, goesWith: (second: number) => boolean): void {
    if (first >= ASCII) {
      this.#beyondAscii = true;
      return;
    }
    if (this.#table === NONE) this.#table = new Uint8Array(ASCII * ASCII);
    // The text may end behind the first one.
    this.#table[first * ASCII] = 1;
    for (let second = 1; second < ASCII; second++) {
      if (goesWith(second)) this.#table[first * ASCII + second] = 1;
    }
  }

  /** Whether a name may begin at a place of a text. */
  hasAt(text: string, at: number): boolean {
    const first = text.charCodeAt(at);
    if (first >= ASCII) return this.#beyondAscii;
    const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    return this.#table[first * ASCII + (second < ASCII ? second : 0)] === 1;
  }

  /** The first place from `from` on where a name of these or of others may begin; the length of the text where there is none. */
  next(text: string, from: number, others: Pairs = this): number {
    const length = text.length;
    if (from >= length) return length;
    const table = this.#table;
    const other = others.#table;
    const beyond = this.#beyondAscii || others.#beyondAscii;
    let code = text.charCodeAt(from);
    for (let at = from; at < length; at++) {
      const next = at + 1 < length ? text.charCodeAt(at + 1) : 0;
      if (code < ASCII) {
        const place = code * ASCII + (next < ASCII ? next : 0);
        if (table[place] === 1 || other[place] === 1) return at;
      } else if (beyond) return at;
      code = next;
    }
    return length;
  }
}
