/** What the bytes of a file are. */
import { LIMITS } from './limits.ts';
import { type Content, nothing } from './source.ts';
import type { FileName } from '../../decide/files.ts';

/** The pictures that hosts take, by how they begin. A `W` of `RIFF????WEBP` is looked for behind its length. */
const PICTURES: readonly (readonly [mediaType: string, starts: readonly number[], at: number])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 0],
  ['image/jpeg', [0xff, 0xd8, 0xff], 0],
  ['image/gif', [0x47, 0x49, 0x46, 0x38], 0],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
];

/** How far a text is looked into for what no text has. */
const LOOKED_INTO = 64 * 1024;

/** The media type of a picture that hosts take, by its first bytes; whatever it is called. */
export function pictureType(bytes: Uint8Array): string | undefined {
  return PICTURES.find(([, starts, at]) => starts.every((byte, i) => bytes[at + i] === byte))?.[0];
}

/** Whether bytes are no text: a zero where they do not say that they are UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !isWide && bytes.subarray(0, LOOKED_INTO).includes(0);
}

/**
 * What a file's bytes are: a text, a picture, or why neither.
 * @param decode by the encoding the editor would read it in.
 */
export async function contentOf(
  { name, file, bytes }: { readonly name: string; readonly file?: FileName; readonly bytes: Uint8Array },
  decode: (bytes: Uint8Array) => PromiseLike<string>,
): Promise<Content> {
  const about = { name, ...(file && { file }) };
  if (bytes.length === 0) return nothing('empty', { name });
  const mediaType = pictureType(bytes);
  if (mediaType !== undefined) {
    if (bytes.length > LIMITS.image) return nothing('too-large', { name });
    return { pieces: [{ ...about, image: { mediaType, base64: base64Of(bytes) } }], leftOut: [] };
  }
  if (isBinary(bytes)) return nothing('binary', { name });
  if (bytes.length > LIMITS.file) return nothing('too-large', { name });
  return textContent(name, await decode(bytes), file);
}

/** A text as the content of a source. */
export function textContent(name: string, text: string, file?: FileName, language?: string): Content {
  if (text.trim() === '') return nothing('empty', { name });
  if (text.length > LIMITS.file) return nothing('too-large', { name });
  return {
    pieces: [{ name, text, ...(file && { file }), ...(language !== undefined && { language }) }],
    leftOut: [],
  };
}

/** Bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // As many as can be arguments of a call; a multiple of three, so that the pieces join.
  for (let at = 0; at < bytes.length; at += 12_288)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 12_288))));
  return pieces.join('');
}

/** The bytes of a base64 text; undefined where it is none. */
export function bytesOfBase64(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  } catch {
    return undefined;
  }
}
