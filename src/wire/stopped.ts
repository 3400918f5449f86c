import type { Sent } from './fault.ts';

/** The user stopped a request. An `AbortError`, which says where the bytes were. */
export class Stopped extends DOMException {
  readonly sent: Sent;

  constructor(sent: Sent) {
    super('stopped', 'AbortError');
    this.sent = sent;
  }
}
