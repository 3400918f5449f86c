/** How far bytes are looked into for what no text has. */
const LOOKED_INTO = 64 * 1024;

/**
 * The text of a file's bytes: UTF-16 where they say so, UTF-8 where they are that, otherwise Windows-1252, in which all
 * bytes stand for something. A mark of the byte order is no part of it, as an editor has it.
 *
 * @returns undefined where they are no text: a zero where they do not say that they are UTF-16.
 */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  if (bytes.subarray(0, LOOKED_INTO).includes(0)) return undefined;
  try {
    return UTF8.decode(bytes);
  } catch {
    return SINGLE.decode(bytes);
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const SINGLE = new TextDecoder('windows-1252');

function wideEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
