import type { OutgoingRequest } from './gate.ts';

/** What left: numbers, names and a keyed digest. Never a value, and no text. */
export interface Receipt {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly host: string;
  readonly model: string;
  /** Size of the body in bytes. */
  readonly bytes: number;
  /** HMAC-SHA-256 of the body in hex: a plain hash of a known template would give a short number away. */
  readonly digest: string;
  /** How many findings were replaced by stand-ins, and how many were let through. */
  readonly redacted: number;
  readonly letThrough: number;
}

/** Writes the receipt of a request. `key` is an HMAC-SHA-256 key kept in the editor's secret storage. */
export async function writeReceipt(
  request: OutgoingRequest,
  about: {
    readonly at: number;
    readonly model: string;
    readonly redacted: number;
    readonly letThrough: number;
  },
  key: CryptoKey,
): Promise<Receipt> {
  const bytes = new TextEncoder().encode(request.body);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
  return {
    ...about,
    host: new URL(request.url).host,
    bytes: bytes.length,
    digest: Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
