/** Size of a piece in code units: small enough that the browser lays each out in a moment. */
const SIZE = 16_384;
/** How far back from the end of a piece a better place to cut is looked for. */
const REACH = 1024;

/**
 * Cuts a long text into pieces that together are the text, so that a browser need not lay out (and a stream not draw
 * again) all of it at once: after a line break where there is one near, else not inside a word or a surrogate pair,
 * else anywhere. More text changes only the last piece.
 */
export function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let from = 0;
  while (text.length - from > SIZE) {
    const cut = cutBefore(text, from + SIZE);
    chunks.push(text.slice(from, cut));
    from = cut;
  }
  chunks.push(text.slice(from));
  return chunks;
}

function cutBefore(text: string, limit: number): number {
  // Within its reach only: a text without line breaks would be gone through anew for each piece.
  const line = text.slice(limit - REACH, limit).lastIndexOf('\n');
  if (line >= 0) return limit - REACH + line + 1;
  for (let at = limit; at > limit - REACH; at--) if (/^[\s,;.:)\]}>]$/.test(text.charAt(at - 1))) return at;
  return isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
