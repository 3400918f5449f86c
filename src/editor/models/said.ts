import type { OutgoingMessage } from '../../airlock.ts';
import { createFingerprint } from '../../wire/fingerprint.ts';

/** So many pieces are remembered. */
const MOST = 10_000;

/**
 * What the user let go as it is, in memory: the same text goes again with each later turn, and is not asked about again.
 * Kept by keyed fingerprints, so that nothing of a text stays.
 */
export class Said {
  readonly #fingerprint = createFingerprint();
  readonly #asIs = new Set<string>();

  /** Notes that these pieces go as they are to a place (see `placeOf`). */
  async letGo(pieces: readonly OutgoingMessage[], place: string): Promise<void> {
    for (const piece of pieces) this.#asIs.add(await this.#of(piece, place));
    for (const oldest of this.#asIs) {
      if (this.#asIs.size <= MOST) break;
      this.#asIs.delete(oldest);
    }
  }

  /** The same pieces, those of the first so many that were let go settled as that. */
  async settle(
    pieces: readonly OutgoingMessage[],
    place: string,
    first: number,
  ): Promise<readonly OutgoingMessage[]> {
    if (this.#asIs.size === 0) return pieces;
    return Promise.all(
      pieces.map(async (piece, i) =>
        i < first && this.#asIs.has(await this.#of(piece, place))
          ? { ...piece, settled: { at: place, as: 'as-is' as const } }
          : piece,
      ),
    );
  }

  #of({ role, text, part }: OutgoingMessage, place: string): Promise<string> {
    const picture = part?.type === 'image' ? part.image.base64 : '';
    return this.#fingerprint(JSON.stringify([place, role, part?.type ?? '', text, picture]));
  }
}
