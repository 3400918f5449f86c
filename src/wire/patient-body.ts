import { WireFault } from './fault.ts';
import { type Patience, PROGRESS, type Timers } from './patience.ts';

/** How a body is read, and what is done when it is read no more. */
export interface Reading {
  readonly patience: Patience;
  readonly timers: Timers;
  /** Makes an error of the one that reading the source ended with. */
  readonly errorOf: (error: unknown) => unknown;
  /** Closes the connection. */
  readonly close: () => void;
}

/**
 * A body that is waited for and read no further than patience goes: it ends with a `WireFault` of `stalled` or
 * `answer-too-long`, and closes the connection then. Only the time in which somebody waits for it counts.
 */
export function patientBody(
  source: ReadableStream<Uint8Array>,
  { patience, timers, errorOf, close }: Reading,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const size = new SizeLimit(patience);
  let left = patience.firstByte;
  let sinceProgress = 0;

  const next = async (): Promise<ReadableStreamReadResult<Uint8Array>> => {
    const began = timers.now();
    let callOff: () => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      callOff = timers.after(left, () => reject(new WireFault('stalled', 'yes')));
    });
    try {
      return await Promise.race([reader.read(), late]);
    } finally {
      callOff();
      left -= timers.now() - began;
    }
  };

  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await next();
          if (done) return controller.close();
          sinceProgress += value.length;
          const first = size.seen === 0;
          const line = size.take(value);
          if (line || first || sinceProgress >= PROGRESS) {
            sinceProgress = 0;
            left = patience.betweenChunks;
          }
          controller.enqueue(value);
        } catch (error) {
          controller.error(error instanceof WireFault ? error : errorOf(error));
          close();
        }
      },
      cancel() {
        close();
      },
    },
    { highWaterMark: 0 },
  );
}

const LINE_FEED = 10;
const RETURN = 13;

/** Counts what has come, all in all and since the last empty line: so far a client has to keep it. */
class SizeLimit {
  readonly #patience: Patience;
  #inEvent = 0;
  /** How many ends of lines there were in a row. */
  #ends = 0;
  #last = 0;
  seen = 0;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /**
   * Takes a piece.
   * @returns whether a line ended in it.
   * @throws WireFault `answer-too-long`.
   */
  take(piece: Uint8Array): boolean {
    let ended = false;
    this.seen += piece.length;
    for (const byte of piece) {
      this.#inEvent += 1;
      if (byte === LINE_FEED || byte === RETURN) {
        ended = true;
        // The two of `\r\n` are one end.
        if (byte !== LINE_FEED || this.#last !== RETURN) this.#ends += 1;
        if (this.#ends > 1) this.#inEvent = 0;
      } else this.#ends = 0;
      this.#last = byte;
    }
    if (this.seen > this.#patience.longestAnswer || this.#inEvent > this.#patience.longestEvent)
      throw new WireFault('answer-too-long', 'yes');
    return ended;
  }
}
