/**
 * A key that goes through the text, and means something else where the caret has nowhere to go. The browser moves the caret
 * after it told of the key, so that one has to wait for it; a busy browser runs timers late, after further keys, which are
 * therefore said to come.
 */
export class CaretKey {
  #look: (() => void) | undefined;

  /** The key was pressed: `stayed` is called soon if it leaves caret and text where they are. */
  pressed(area: HTMLTextAreaElement, stayed: () => void): void {
    const { value, selectionStart, selectionEnd } = area;
    const look = (): void => {
      if (this.#look !== look) return;
      this.#look = undefined;
      if (
        area.value === value &&
        area.selectionStart === selectionStart &&
        area.selectionEnd === selectionEnd
      )
        stayed();
    };
    this.#look = look;
    setTimeout(look);
  }

  /** Another key comes: the browser is through with the one before. */
  settle(): void {
    this.#look?.();
  }
}
