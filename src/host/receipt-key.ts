import { createHash, type Hash, randomBytes } from 'node:crypto';
import type { ReceiptKey, RunningMac } from '../wire/body-macs.ts';

/** Of SHA-256, in bytes. */
const BLOCK = 64;

/**
 * A key that makes HMAC-SHA-256 (RFC 2104, 2). The platform's own can neither be copied on its way nor read on from
 * there; the hash that it is made of can.
 *
 * @param secret at most 64 bytes; a longer one would have to be hashed first.
 * @throws RangeError for a longer one.
 */
export function receiptKeyOf(secret: Uint8Array): ReceiptKey {
  if (secret.length > BLOCK) throw new RangeError('a key of receipts has at most 64 bytes');
  const padded = (by: number): Hash => {
    const block = new Uint8Array(BLOCK).fill(by);
    for (const [i, byte] of secret.entries()) block[i] = byte ^ by;
    return createHash('sha256').update(block);
  };
  const inner = padded(0x36);
  const outer = padded(0x5c);
  return { begin: () => running(inner.copy(), outer, 0) };
}

/** A key for one session, kept nowhere. */
export function freshReceiptKey(): Promise<ReceiptKey> {
  return Promise.resolve(receiptKeyOf(randomBytes(BLOCK / 2)));
}

function running(inner: Hash, outer: Hash, from: number): RunningMac {
  let size = from;
  return {
    get size() {
      return size;
    },
    update(piece) {
      inner.update(piece, 'utf8');
      size += Buffer.byteLength(piece, 'utf8');
    },
    copy: () => running(inner.copy(), outer, size),
    digest: () => new Uint8Array(outer.copy().update(inner.copy().digest()).digest()),
  };
}
