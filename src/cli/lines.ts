/** One line of a batch; `text` is undefined when the line is over the limit and was let go. */
export interface Line {
  readonly text: string | undefined;
  /** Size in bytes without the line's end. */
  readonly bytes: number;
  /** The first characters, enough to find an id in. */
  readonly head: string;
}

const HEAD = 4_096;

/**
 * Splits a stream of bytes into lines, holding no more than one line and never more of it than `maxBytes`: what
 * is over that is counted and dropped. CR LF counts as one end; a byte order mark at the start is dropped.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  let kept = 0;
  let first = true;

  function take(piece: Uint8Array): void {
    bytes += piece.length;
    const room = Math.max(0, maxBytes + 1 - kept);
    if (room === 0 || piece.length === 0) return;
    pieces.push(piece.length <= room ? piece : piece.subarray(0, room));
    kept += Math.min(piece.length, room);
  }

  function finish(): Line {
    const joined = Buffer.concat(pieces);
    const end = joined.at(-1) === 0x0d && bytes === kept ? joined.length - 1 : joined.length;
    const whole = joined.toString('utf8', first && startsWithMark(joined) ? 3 : 0, end);
    const line = {
      text: bytes <= maxBytes ? whole : undefined,
      bytes,
      head: whole.slice(0, HEAD),
    };
    pieces = [];
    bytes = kept = 0;
    first = false;
    return line;
  }

  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      take(chunk.subarray(from, end));
      from = end + 1;
      yield finish();
    }
    take(chunk.subarray(from));
  }
  if (bytes > 0) yield finish();
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
