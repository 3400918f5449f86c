/**
 * The body of a request as it leaves, in pieces: the items of its longest list are one each, and with each turn of a
 * conversation nearly all of them are those of the body before, the very same strings.
 */
export class WrittenBody {
  readonly pieces: readonly string[];
  #text: string | undefined;

  constructor(pieces: readonly string[]) {
    this.pieces = pieces;
  }

  /** All of it. Put together when it is first asked for: new memory for a megabyte costs more than all else of a turn. */
  get text(): string {
    this.#text ??= this.pieces.join('');
    return this.#text;
  }
}
