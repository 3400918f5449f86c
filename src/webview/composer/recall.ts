/** What to ask the extension for: how many prompts back, from 0 for the last. */
export type Asked = number;

/**
 * Goes back through the prompts of the conversation, as a terminal does: from an empty text, or from one that was recalled and
 * not changed. The prompts are the extension's; it is asked for one at a time.
 */
export class Recall {
  /** How far back the text that is shown is; undefined for one that was typed. */
  #back: number | undefined;
  #text = '';
  /** What was asked for last, and from which text. */
  #asked: { readonly back: Asked; readonly text: string } | undefined;

  /** Whether the text is one that can be gone back from. */
  isOpen(text: string): boolean {
    return text === '' || this.isRecalled(text);
  }

  /** Whether the text was recalled, and is as it was. */
  isRecalled(text: string): boolean {
    return this.#back !== undefined && text === this.#text;
  }

  /** What to ask for to go back from a text. */
  earlier(text: string): Asked {
    return this.isRecalled(text) ? (this.#back ?? -1) + 1 : 0;
  }

  /** What to ask for to come forward from a text; `empty` where the next is what was there before all. */
  later(text: string): Asked | 'empty' | undefined {
    if (!this.isRecalled(text) || this.#back === undefined) return undefined;
    return this.#back === 0 ? 'empty' : this.#back - 1;
  }

  /** The extension is asked for a prompt; what it was asked for before is not awaited any more. */
  asks(back: Asked, text: string): void {
    this.#asked = { back, text };
  }

  /** Whether an answer still counts: it is to what was asked for last, and the text is the one it was asked from. */
  isAwaited(back: number, text: string): boolean {
    return this.#asked?.back === back && this.#asked.text === text;
  }

  /** The text is the prompt so many back. */
  recalled(back: number, text: string): void {
    this.#asked = undefined;
    this.#back = back;
    this.#text = text;
  }

  /** The text is the one before all that was recalled. */
  forget(): void {
    this.#asked = undefined;
    this.#back = undefined;
    this.#text = '';
  }
}
