import { ScanFailure } from './finding.ts';

/** The largest text that is looked at, in bytes of UTF-8. A larger one is refused, never sent half-scanned. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024;

const encoder = new TextEncoder();
/** So many code units are encoded at a time, each in at most three bytes. */
const AT_ONCE = 16_384;

/** Size of a text in bytes of UTF-8; a lone surrogate counts 3, as it does once encoded. */
export function utf8Bytes(text: string): number {
  const bytes = new Uint8Array(3 * AT_ONCE);
  let size = 0;
  for (let from = 0; from < text.length;) {
    // The first half of a pair that is cut in two is left for the next piece.
    const { read, written } = encoder.encodeInto(text.slice(from, from + AT_ONCE), bytes);
    const cut = isCut(text, from + read);
    size += cut ? written - 3 : written;
    from += cut ? read - 1 : read;
  }
  return size;
}

/** Whether a pair of surrogates stands over a place. */
function isCut(text: string, at: number): boolean {
  return isOf(text.charCodeAt(at - 1), 0xd800) && isOf(text.charCodeAt(at), 0xdc00);
}

/** Whether a code is one of the 1,024 surrogates from `first` on. */
const isOf = (code: number, first: number): boolean => code >= first && code < first + 0x400;

/** Throws a `ScanFailure` `too-large`, with the size, for a text over the limit. */
export function assertScannable(text: string): void {
  // No character takes more than three bytes a code unit, so short texts need no counting.
  if (text.length * 3 <= MAX_TEXT_BYTES) return;
  // A text that is too long even in ASCII is not encoded to be counted.
  const size = text.length > MAX_TEXT_BYTES ? text.length : utf8Bytes(text);
  if (size > MAX_TEXT_BYTES) throw new ScanFailure('too-large', size);
}
