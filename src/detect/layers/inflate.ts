/** What packed bytes hold: `too-large` when it is more than was asked for, `broken` when there is nothing to be had. */
export type Inflated = Uint8Array | 'too-large' | 'broken';

/** How the bytes are packed: gzip (RFC 1952) or zlib (RFC 1950), by their first three. */
export function packingOf(first: number, second: number, third: number): 'gzip' | 'deflate' | undefined {
  if (first === 0x1f && second === 0x8b && third === 8) return 'gzip';
  const zlib = first === 0x78 && ((first << 8) | second) % 31 === 0 && (second & 0x20) === 0;
  // The type of the first block: there is none with both bits set.
  return zlib && ((third >> 1) & 3) !== 3 ? 'deflate' : undefined;
}

/** Unpacks at most `limit` bytes. Of what is cut off or damaged, what comes before the damage. */
export async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  packing: 'gzip' | 'deflate',
  limit: number,
): Promise<Inflated> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(packing)).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > limit) {
        await reader.cancel();
        return 'too-large';
      }
      chunks.push(next.value);
    }
  } catch {
    if (length === 0) return 'broken';
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
