import { secondsToWait } from './retry-after.ts';

/** Why a request did not come to a good end; each has its sentence in `sentences/fault.ts`. */
export const FAULT_REASONS = [
  // Refused here.
  'not-cleared',
  'no-key',
  'malformed-key',
  'malformed-address',
  'other-host',
  'no-tls',
  'tls-unchecked',
  'not-json-body',
  'unsendable',
  'unreviewed-finding',
  'vault-value',
  'scan-failed',
  'not-recorded',
  // There was no connection to send it over.
  'no-such-host',
  'refused',
  'slow-to-connect',
  'unreachable',
  'tls-untrusted',
  'tls-failed',
  'proxy-login',
  'proxy-refused',
  // It was handed over, and nothing came back.
  'no-first-byte',
  'connection-lost',
  // The host said no.
  'redirected',
  'bad-request',
  'key-refused',
  'payment',
  'not-found',
  'too-slow-for-host',
  'too-large',
  'rate-limited',
  'overloaded',
  'server-error',
  'gave-up-behind',
  // Something came, and was no whole answer.
  'not-an-answer',
  'web-page',
  'broken-stream',
  'error-in-answer',
  'cut-off',
  'stalled',
  'answer-too-long',
] as const;

export type FaultReason = (typeof FAULT_REASONS)[number];

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

/** What these statuses say; the rest goes by its hundred. */
const BY_STATUS: Readonly<Record<number, FaultReason>> = {
  401: 'key-refused',
  402: 'payment',
  403: 'key-refused',
  404: 'not-found',
  407: 'proxy-login',
  408: 'too-slow-for-host',
  413: 'too-large',
  429: 'rate-limited',
  // Overload or maintenance, and to pass by itself (RFC 9110 15.6.4).
  503: 'overloaded',
  504: 'gave-up-behind',
  // Anthropic's own: https://docs.anthropic.com/en/api/errors
  529: 'overloaded',
};

/** The fault of an HTTP status that is no success. */
export function faultOfStatus(status: number, retryAfter: string | null): WireFault {
  const seconds = secondsToWait(retryAfter, Date.now());
  return new WireFault(reasonOfStatus(status), 'yes', {
    status,
    ...(seconds !== undefined && { retryAfter: seconds }),
  });
}

function reasonOfStatus(status: number): FaultReason {
  const known = BY_STATUS[status];
  if (known) return known;
  if (status >= 300 && status < 400) return 'redirected';
  return status >= 500 ? 'server-error' : 'bad-request';
}

/** The fault that an error is or was caused by: clients wrap what the gate threw. */
export function faultIn(error: unknown): WireFault | undefined {
  let one = error;
  for (let depth = 0; depth < 5 && one instanceof Error; depth += 1) {
    if (one instanceof WireFault) return one;
    one = one.cause;
  }
  return undefined;
}
