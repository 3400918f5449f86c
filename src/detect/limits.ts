import { ScanFailure } from './finding.ts';

/** The largest text that is looked at, in bytes of UTF-8. A larger one is refused, never sent half-scanned. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024;

/**
 * Size of a text in bytes of UTF-8; a lone surrogate counts 3, as it does once encoded.
 */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 2;
      i += 1;
    } else bytes += 2;
  }
  return bytes;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** Throws a `ScanFailure` `too-large`, with the size, for a text over the limit. */
export function assertScannable(text: string): void {
  // No character takes more than three bytes a code unit, so short texts need no counting.
  if (text.length * 3 <= MAX_TEXT_BYTES) return;
  const size = utf8Bytes(text);
  if (size > MAX_TEXT_BYTES) throw new ScanFailure('too-large', size);
}
