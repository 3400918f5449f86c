import { chunksOfWholeNames } from './chunks-whole.ts';
import { endsInAddress, type StandIns } from './pieces.ts';

/** A piece of a long text. */
export interface Chunk {
  readonly text: string;
  /** Whether it begins in the midst of an address. */
  readonly inAddress: boolean;
}

/** So many of the last pieces may still change: one that grows, and one that a name reaches out of. */
const UNSETTLED = 2;

/**
 * The pieces of a text that grows. What was cut before stays the same objects, so that each frame costs what is new and
 * not all that there is.
 */
export class GrownChunks {
  #text = '';
  #names = 0;
  #chunks: readonly Chunk[] = [];

  /** The pieces of a text, which together are the text. */
  of(text: string, standIns: StandIns): readonly Chunk[] {
    const goesOn = standIns.size === this.#names && text.startsWith(this.#text);
    if (goesOn && text.length === this.#text.length && this.#chunks.length > 0) return this.#chunks;
    const kept = goesOn ? this.#chunks.slice(0, -UNSETTLED) : [];
    const from = kept.reduce((length, chunk) => length + chunk.text.length, 0);
    const last = kept.at(-1);
    let inAddress = last ? endsInAddress(last.text, last.inAddress) : false;
    const fresh = chunksOfWholeNames(text.slice(from), standIns).map((chunk): Chunk => {
      const begins = inAddress;
      inAddress = endsInAddress(chunk, begins);
      return { text: chunk, inAddress: begins };
    });
    this.#text = text;
    this.#names = standIns.size;
    this.#chunks = [...kept, ...fresh];
    return this.#chunks;
  }
}
