/** What came as bytes, from outside the workbench: it is what it was when it came. */
import { bytesOfBase64, contentOf } from './content.ts';
import { type Content, nothing, type Source } from './source.ts';

/**
 * A file that was dropped from outside, or a picture that was pasted.
 * @param name its own, without a path; empty where it has none.
 * @param base64 empty where it was too large to be handed over.
 */
export function bytesSource(name: string, base64: string, unnamed: string): Source {
  const bytes = bytesOfBase64(base64);
  const shown = name.slice(name.lastIndexOf('/') + 1) || unnamed;
  return {
    key: `bytes ${crypto.randomUUID()}`,
    kind: 'file',
    name: shown,
    async read(): Promise<Content> {
      if (base64 === '') return nothing('too-large', { name: shown });
      if (!bytes) return nothing('unreadable', { name: shown });
      const file = name === '' ? undefined : { path: shown };
      return contentOf({ name: shown, bytes, ...(file && { file }) }, decode);
    },
  };
}

async function decode(bytes: Uint8Array): Promise<string> {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
