/** Why a request did not come to a good end; each has its sentence in `sentences/fault.ts`. */
export type FaultReason =
  // Nothing left.
  | 'not-cleared'
  | 'no-key'
  | 'malformed-address'
  | 'other-host'
  | 'no-tls'
  | 'not-json-body'
  | 'unsendable'
  | 'unreviewed-finding'
  | 'vault-value'
  | 'scan-failed'
  | 'unreachable'
  // It was sent.
  | 'redirected'
  | 'bad-request'
  | 'key-refused'
  | 'not-found'
  | 'too-large'
  | 'rate-limited'
  | 'server-error'
  | 'not-an-answer'
  | 'cut-off'
  | 'error-in-answer';

/** Where the bytes were when it happened: still here, gone, or nobody can say. */
export type Sent = 'no' | 'yes' | 'unknown';

/** A request that failed. Carries reason codes and numbers only, never text of a prompt or of an answer. */
export class WireFault extends Error {
  readonly reason: FaultReason;
  readonly sent: Sent;
  /** HTTP status, where there was one. */
  readonly status: number | undefined;
  /** Seconds the host asked to wait, where it did. */
  readonly retryAfter: number | undefined;

  constructor(reason: FaultReason, sent: Sent, details: { status?: number; retryAfter?: number } = {}) {
    super(`request failed: ${reason}`);
    this.name = 'WireFault';
    this.reason = reason;
    this.sent = sent;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
  }
}

/** The fault of an HTTP status that is no success. */
export function faultOfStatus(status: number, retryAfter: string | null): WireFault {
  const seconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined;
  return new WireFault(reasonOfStatus(status), 'yes', {
    status,
    ...(seconds !== undefined && { retryAfter: seconds }),
  });
}

function reasonOfStatus(status: number): FaultReason {
  if (status >= 300 && status < 400) return 'redirected';
  if (status === 401 || status === 403) return 'key-refused';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'bad-request';
}
