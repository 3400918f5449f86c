import type { WrittenBody } from './written-body.ts';

/** An HMAC that is being made of a text's UTF-8, piece by piece. */
export interface RunningMac {
  /** How many bytes it is of so far. */
  readonly size: number;
  /** @param piece no surrogate pair is cut by its ends. */
  update(piece: string): void;
  /** The same so far, to go on by itself. */
  copy(): RunningMac;
  /** The HMAC of what there was so far. */
  digest(): Uint8Array;
}

/** The key of receipts. */
export interface ReceiptKey {
  /** Begins an HMAC-SHA-256. */
  begin(): RunningMac;
}

/** How a body is named in its receipt. */
export interface BodyMac {
  /** Of its UTF-8, in bytes. */
  readonly size: number;
  readonly mac: Uint8Array;
}

/** An HMAC as it was after so many pieces. */
interface Checkpoint {
  readonly pieces: number;
  readonly running: RunningMac;
}

interface Signed {
  readonly key: ReceiptKey;
  readonly pieces: readonly string[];
  readonly checkpoints: readonly Checkpoint[];
}

/** An HMAC is kept after so many bytes: where an earlier turn is written anew, it goes on from there. */
const APART = 64 * 1024;

/** Makes the HMACs of a conversation's bodies: of one that begins as the one before, only what is new is read. */
export class BodyMacs {
  #last: Signed | undefined;

  /** The HMAC of a body. */
  of(body: WrittenBody, key: ReceiptKey): BodyMac {
    const { pieces } = body;
    const last = this.#last?.key === key ? this.#last : undefined;
    const checkpoints = last ? checkpointsFor(last, pieces) : [];
    const known = checkpoints.at(-1);
    const running = known?.running.copy() ?? key.begin();
    let kept = running.size;
    for (let at = known?.pieces ?? 0; at < pieces.length; at++) {
      const isLast = at === pieces.length - 1;
      // Behind the items nothing stays the same with the next.
      if (at > 0 && (isLast || running.size - kept >= APART)) {
        checkpoints.push({ pieces: at, running: running.copy() });
        kept = running.size;
      }
      running.update(pieces[at] ?? '');
    }
    this.#last = { key, pieces, checkpoints };
    return { size: running.size, mac: running.digest() };
  }
}

/** Those that hold for other pieces as well. */
function checkpointsFor({ pieces, checkpoints }: Signed, others: readonly string[]): Checkpoint[] {
  const differs = pieces.findIndex((piece, i) => piece !== others[i]);
  const shared = differs < 0 ? pieces.length : differs;
  return checkpoints.filter((one) => one.pieces <= shared);
}
