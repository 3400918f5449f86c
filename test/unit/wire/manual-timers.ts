import type { Timers } from '../../../src/wire/patience.ts';

/** Time that passes when it is told to. */
export class ManualTimers implements Timers {
  #now = 0;
  readonly #due = new Map<() => void, number>();
  /** What was asked for, in order. */
  readonly asked: number[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    this.asked.push(milliseconds);
    this.#due.set(run, this.#now + milliseconds);
    return () => void this.#due.delete(run);
  }

  /** Lets time pass, and runs what is due. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const [run, at] of [...this.#due].sort(([, a], [, b]) => a - b)) {
      if (at > this.#now) return;
      this.#due.delete(run);
      run();
    }
  }

  /** How many wait. */
  get waiting(): number {
    return this.#due.size;
  }
}
