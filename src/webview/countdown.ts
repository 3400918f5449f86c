/** A time that is left as a clock shows it, in whole seconds: `0:07`, `12:30`, `60:00`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Tells every second what is left of a time, and that it is over. */
export class Countdown {
  readonly #tell: (left: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell called with the seconds that are left, the last time with 0. */
  constructor(tell: (left: number) => void) {
    this.#tell = tell;
  }

  /** Begins anew. */
  start(seconds: number): void {
    this.stop();
    const end = performance.now() + seconds * 1000;
    const tick = (): void => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      this.#tell(left);
      // When the next second begins: a fixed interval would skip one now and then.
      if (left > 0)
        this.#timer = setTimeout(tick, Math.ceil(end - performance.now() - (left - 1) * 1000) + 1);
    };
    tick();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
