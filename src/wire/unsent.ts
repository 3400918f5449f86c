import { type FaultReason, type Sent, WireFault } from './fault.ts';

/** What a `fetch` rejects with, and what it says of the bytes. */
interface Row {
  readonly codes: readonly string[];
  readonly reason: FaultReason;
  readonly sent: Sent;
}

/**
 * By `code`, where an error can come up before the request is written and never after. Node's names:
 * https://nodejs.org/api/errors.html#common-system-errors and https://nodejs.org/api/tls.html#x509-certificate-error-codes;
 * undici's: https://undici.nodejs.org/#/docs/api/Errors. A certificate is judged at the end of the handshake, and undici
 * writes a request once that is over (`lib/core/connect.js`: `secureConnect`).
 */
const BEFORE_SENDING: readonly Row[] = [
  { codes: ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA'], reason: 'no-such-host', sent: 'no' },
  { codes: ['ECONNREFUSED'], reason: 'refused', sent: 'no' },
  { codes: ['UND_ERR_CONNECT_TIMEOUT'], reason: 'slow-to-connect', sent: 'no' },
  {
    codes: [
      'CERT_CHAIN_TOO_LONG',
      'CERT_HAS_EXPIRED',
      'CERT_NOT_YET_VALID',
      'CERT_REJECTED',
      'CERT_REVOKED',
      'CERT_SIGNATURE_FAILURE',
      'CERT_UNTRUSTED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'HOSTNAME_MISMATCH',
      'INVALID_CA',
      'INVALID_PURPOSE',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ],
    reason: 'tls-untrusted',
    sent: 'no',
  },
  // The handshake with the proxy itself.
  { codes: ['UND_ERR_PRX_TLS'], reason: 'proxy-refused', sent: 'no' },
];

/** By `code`, where nobody can say: the socket was there, or may have been. */
const PERHAPS_SENT: readonly Row[] = [
  { codes: ['UND_ERR_HEADERS_TIMEOUT'], reason: 'no-first-byte', sent: 'unknown' },
  { codes: ['UND_ERR_BODY_TIMEOUT'], reason: 'stalled', sent: 'yes' },
  {
    codes: ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'UND_ERR_SOCKET'],
    reason: 'connection-lost',
    sent: 'unknown',
  },
  // Its headers have no end.
  { codes: ['UND_ERR_HEADERS_OVERFLOW'], reason: 'not-an-answer', sent: 'unknown' },
];

/** What undici says of a proxy that opens no tunnel; over http there is none, but that is for loopback only. */
const NO_TUNNEL = /^Proxy response \((\d{3})\)/;

/** Node's words, in `lib/_tls_wrap.js`, for a host that hung up during the handshake; its code is that of any reset. */
const BROKEN_HANDSHAKE = 'Client network socket disconnected before secure TLS connection was established';

/** The fault that an error of `fetch` stands for: whether its bytes can have left, and why it could not go on. */
export function faultOfFetch(error: unknown): WireFault {
  for (const one of causesOf(error)) {
    const tunnel = NO_TUNNEL.exec(one.message);
    if (tunnel) {
      const status = Number(tunnel[1]);
      return new WireFault(status === 407 ? 'proxy-login' : 'proxy-refused', 'no', { status });
    }
    if (one.message === BROKEN_HANDSHAKE) return new WireFault('tls-failed', 'no');
    const { code, syscall } = one;
    const row = rowOf(BEFORE_SENDING, code);
    if (row) return new WireFault(row.reason, row.sent);
    // Whatever else befell the call that connects, nothing had been written.
    if (syscall === 'connect')
      return new WireFault(code === 'ETIMEDOUT' ? 'slow-to-connect' : 'unreachable', 'no');
    const later = rowOf(PERHAPS_SENT, code);
    if (later) return new WireFault(later.reason, later.sent);
    // OpenSSL's complaints may come after the handshake as well: a server may ask for a certificate of ours by then.
    if (/^(?:ERR_SSL_|EPROTO$|ERR_TLS_)/.test(code)) return new WireFault('tls-failed', 'unknown');
    // What llhttp, the parser of Node, makes of something that is no HTTP.
    if (code.startsWith('HPE_') || one.name === 'HTTPParserError')
      return new WireFault('not-an-answer', 'unknown');
  }
  return new WireFault('unreachable', 'unknown');
}

interface Cause {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly syscall: string;
}

/** An error and what caused it, the outermost first. Where several addresses were tried, all of them failed to connect. */
function causesOf(error: unknown): readonly Cause[] {
  const found: Cause[] = [];
  let one = error;
  for (let depth = 0; depth < 5 && one instanceof Error; depth += 1) {
    const attempts: unknown = 'errors' in one ? one.errors : undefined;
    const said = Array.isArray(attempts) && attempts[0] instanceof Error ? attempts[0] : one;
    found.push({
      name: said.name,
      message: said.message,
      code: textOf(said, 'code'),
      syscall: textOf(said, 'syscall'),
    });
    one = one.cause;
  }
  return found;
}

function rowOf(rows: readonly Row[], code: string): Row | undefined {
  return rows.find(({ codes }) => codes.includes(code));
}

function textOf(error: Error, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}
