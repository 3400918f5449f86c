import { ScanFailure } from './finding.ts';

/** The largest text that is looked at, in bytes of UTF-8. A larger one is refused, never sent half-scanned. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024;

/**
 * Size of a text in bytes of UTF-8; a lone surrogate counts 3, as it does once encoded.
 */
export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Throws a `ScanFailure` `too-large`, with the size, for a text over the limit. */
export function assertScannable(text: string): void {
  // No character takes more than three bytes a code unit, so short texts need no counting.
  if (text.length * 3 <= MAX_TEXT_BYTES) return;
  // A text that is too long even in ASCII is not encoded to be counted.
  const size = text.length > MAX_TEXT_BYTES ? text.length : utf8Bytes(text);
  if (size > MAX_TEXT_BYTES) throw new ScanFailure('too-large', size);
}
