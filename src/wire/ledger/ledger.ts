import type { EndReason } from '../answer-event.ts';
import type { FaultReason, Sent } from '../fault.ts';
import type { Receipt } from '../receipt.ts';

/** How a request ended. */
export interface Outcome {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As the host said, or `stopped` by the user, or `failed`. */
  readonly how: EndReason | 'stopped' | 'failed';
  /** Why it failed; undefined where it did not, or where it was something inside. */
  readonly reason?: FaultReason;
  readonly sent: Sent;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** By which the host knows the request. */
  readonly requestId?: string;
}

/** Keeps what left. Nothing of a text goes through here. */
export interface Ledger {
  /**
   * To be awaited before the first byte leaves: once it resolves, the line is written, or the user has been told that it is
   * not. It rejects only where the user lets nothing leave unrecorded.
   */
  begin(receipt: Receipt): Promise<void>;
  /** Never rejects: what was sent is gone, and what cannot be written is told. */
  end(id: string, outcome: Outcome): Promise<void>;
}

/** What can be wrong with the place a ledger is kept in. */
export type LedgerProblem =
  /** No line can be added to it: no right, no room, no such disk. */
  | 'unwritable'
  | 'unreadable'
  /** It is a link, or no file at all. */
  | 'not-a-file';

/** The ledger cannot be used. Carries a reason code and no text. */
export class LedgerFault extends Error {
  readonly problem: LedgerProblem;

  constructor(problem: LedgerProblem) {
    super(`ledger: ${problem}`);
    this.name = 'LedgerFault';
    this.problem = problem;
  }
}

/** Where lines are kept; each is text without a line break. */
export interface LedgerStore {
  /**
   * Adds a line, whole or not at all.
   * @throws LedgerFault
   */
  append(line: string): Promise<void>;
  /**
   * All that is kept, a text a file, the oldest first.
   * @throws LedgerFault where nothing of it can be read.
   */
  read(): Promise<{ readonly texts: readonly string[]; readonly unreadable: number }>;
  /**
   * Deletes it all.
   * @throws LedgerFault
   */
  remove(): Promise<void>;
}
