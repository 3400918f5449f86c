/** How long after the last key a draft is told, in milliseconds. */
const PAUSE = 150;

/** Tells a text after a pause in typing, or at once when asked to, and each only once. */
export class DraftTimer {
  readonly #tell: (text: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: string | undefined;

  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  /** The text that has not been told yet. */
  get untold(): string | undefined {
    return this.#waiting;
  }

  /** The text has changed. */
  changed(text: string): void {
    clearTimeout(this.#timer);
    this.#waiting = text;
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Tells what has not been told. */
  flush(): void {
    const text = this.#waiting;
    this.forget();
    if (text !== undefined) this.#tell(text);
  }

  /** What has not been told need not be: it was sent, or taken away. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }
}
