/** How many numbers a row has. */
const WIDTH = 5;

/**
 * A list of rows of five whole numbers that grows, in one block of memory: as a list of objects a hostile text's hundreds
 * of thousands of them would take ten times as long.
 */
export class Rows {
  #values = new Int32Array(WIDTH * 8);
  length = 0;

  push(a: number, b: number, c: number, d: number, e: number): void {
    const at = this.length * WIDTH;
    if (at === this.#values.length) {
      const longer = new Int32Array(at * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    const values = this.#values;
    values[at] = a;
    values[at + 1] = b;
    values[at + 2] = c;
    values[at + 3] = d;
    values[at + 4] = e;
    this.length += 1;
  }

  /** A number of a row there is. */
  get(row: number, column: number): number {
    return this.#values[row * WIDTH + column] ?? 0;
  }

  set(row: number, column: number, value: number): void {
    this.#values[row * WIDTH + column] = value;
  }
}
