/**
 * How long after the last key a draft is told, in milliseconds: with the look at it and the frame that shows it, what was
 * found is marked within 100. A long text takes longer to be told and looked at, so that it is told less often.
 */
export function pauseAfter(text: string): number {
  if (text.length < 50_000) return 40;
  return text.length < 500_000 ? 150 : 400;
}

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
    this.#timer = setTimeout(() => this.flush(), pauseAfter(text));
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
