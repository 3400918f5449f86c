/** How long an answer is waited for and how much of it is read. Times in milliseconds, sizes in bytes. */
export interface Patience {
  /** From handing over the request to status and headers, and from there to the first byte of the answer. */
  readonly firstByte: number;
  /** Without progress in an answer that has begun: a whole line, or `PROGRESS` bytes of one. */
  readonly betweenChunks: number;
  /** Without anything that is part of the answer, though the host keeps the connection alive. */
  readonly betweenEvents: number;
  readonly longestAnswer: number;
  /** Of one event of a stream, or of an answer that is no stream: a client holds all of it before it reads it. */
  readonly longestEvent: number;
}

const MINUTE = 60_000;
const MIB = 1024 * 1024;

/** Bytes that count as progress without the end of a line: a host that drips one byte at a time is not going on. */
export const PROGRESS = 256;

/**
 * A host elsewhere. A model that reasons may be silent for minutes before its first byte; `fetch` itself gives up after
 * 300 s of silence (undici's `headersTimeout` and `bodyTimeout`), so we are a little sooner, to say what it was. A token
 * takes up to 400 bytes in a stream, so that the longest answers there are (128,000 tokens) fit.
 */
const NETWORK: Patience = {
  firstByte: 290_000,
  betweenChunks: 240_000,
  betweenEvents: 15 * MINUTE,
  longestAnswer: 64 * MIB,
  longestEvent: 8 * MIB,
};

/**
 * A server on this machine may have to read tens of gigabytes of weights and a long prompt before its first byte. The
 * clients themselves give up after ten minutes (`timeout` of both SDKs), so we are a little sooner.
 */
const LOOPBACK: Patience = { ...NETWORK, firstByte: 9 * MINUTE };

/** The patience with a host, by whether it is on this machine. */
export function patienceWith(loopback: boolean): Patience {
  return loopback ? LOOPBACK : NETWORK;
}

/** Time, passed in so that no test has to wait. */
export interface Timers {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Runs something later. @returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const REAL_TIMERS: Timers = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
