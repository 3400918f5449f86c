/** What waits to be done, taken in the order in which it came. */
export class Queue<Task> {
  #tasks: Task[] = [];
  #next = 0;
  #isClosed = false;
  #waiting: (() => void)[] = [];

  push(task: Task): void {
    this.#tasks.push(task);
    this.#waiting.shift()?.();
  }

  /** No more come. */
  close(): void {
    this.#isClosed = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** The next one, once there is one; undefined where no more come. */
  async take(): Promise<Task | undefined> {
    for (;;) {
      const task = this.#tasks[this.#next];
      if (task) {
        this.#next += 1;
        // Let go of, some thousands at a time.
        if (this.#next > 10_000) {
          this.#tasks = this.#tasks.slice(this.#next);
          this.#next = 0;
        }
        return task;
      }
      if (this.#isClosed) return undefined;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}
