import { bytesOf, sextetOf } from './base64.ts';
import { isPlainText } from './plain-text.ts';

/** Base64 of UTF-16, as PowerShell takes its commands (`-EncodedCommand`) and Windows writes much else; offsets are UTF-16 code units. */
export interface WidePiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What stands for the bytes 0, x, 0 and y, 0, z, in which x, y and z are Latin: the first eight characters of every sixteen
 * bytes hold that, and hardly anything else does.
 */
const MARK = /A[A-P][AEIMQUYcgkosw048]A[A-Za-z0-9+/][AQgw][A-D]/g;
/** Fewer bytes hold no value that would be found. */
const LEAST = 16;
const PADDING = 61;
/** Of the second bytes of all characters so many are zero: more of another script is no disguise of a value. */
const SHARE = 3 / 4;

const UTF_16 = new TextDecoder('utf-16le');
/** The pieces of base64 in a text that stand for Latin text in UTF-16, little-endian, in order of place. Time: linear. */
export function widePieces(text: string): WidePiece[] {
  const pieces: WidePiece[] = [];
  let floor = 0;
  for (const { index } of text.matchAll(MARK)) {
    if (index < floor) continue;
    let start = index;
    while (start > floor && isOfRun(text, start - 1)) start -= 1;
    let end = index;
    while (end < text.length && isOfRun(text, end)) end += 1;
    floor = end;
    if ((end - start) * 6 < LEAST * 8) continue;
    const inner = wideText(bytesOf(text, start, end));
    while (end < text.length && end < floor + 2 && text.charCodeAt(end) === PADDING) end += 1;
    if (inner !== undefined) pieces.push({ start, end, text: inner });
  }
  return pieces;
}

/** Whether a character is of the common alphabet: of an address there are none. */
function isOfRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return sextetOf(code) >= 0 && code !== 0x2d && code !== 0x5f;
}

function wideText(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const whole = bytes.subarray(0, bytes.length & ~1);
  let zeros = 0;
  for (let at = 1; at < whole.length; at += 2) if (whole[at] === 0) zeros += 1;
  if (zeros * 2 < whole.length * SHARE) return undefined;
  const text = UTF_16.decode(whole);
  return isPlainText(text) ? text : undefined;
}
