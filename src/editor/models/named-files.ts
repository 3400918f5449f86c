/** Which pieces of a text came from files, by the marks that the editor's Chat and its tools put around them. */

/** A piece of a text and the path that was named for it, as it was named; offsets are UTF-16 code units. */
export interface NamedPiece {
  /** Where its content begins, behind the mark. */
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

/**
 * An element that names a file. `filePath` and `path` are the attributes of attachments and of what searches find; an
 * attachment without them has an id like `file:notes.md`.
 */
const OPENING =
  /<([A-Za-z][A-Za-z-]{0,30})(?: [^<>\n]{0,1000}?)? ?\b(?:(?:filePath|path|uri)="([^"\n]{1,1000})"|id="(?:file|sym):([^"\n]{1,1000})")[^<>\n]{0,1000}>/g;

/** What a selection is headed by: only there its folder is said. */
const EXCERPT = /^\s{0,4}(?:[^\n]{0,100}\n)?Excerpt from ([^\n]{1,1000}?)(?:, lines? \d[^\n]{0,60})?:\n/;

/**
 * The pieces that came from files. An element ends at the last of its closing marks before the next one that opens at the
 * beginning of a line, so that a mark within a file ends nothing.
 */
export function namedPieces(text: string): NamedPiece[] {
  const openings = [...text.matchAll(OPENING)];
  const pieces: NamedPiece[] = [];
  for (const [i, { 0: mark, 1: element, 2: path, 3: id, index }] of openings.entries()) {
    if (element === undefined) continue;
    const start = index + mark.length;
    const next = openings.slice(i + 1).find((one) => one[1] === element && startsLine(text, one.index));
    const close = text.lastIndexOf(`</${element}>`, (next?.index ?? text.length) - 1);
    if (close < start) continue;
    const excerpt = EXCERPT.exec(text.slice(start, Math.min(close, start + 1200)))?.[1];
    const named = excerpt ?? path ?? id;
    if (named !== undefined) pieces.push({ start, end: close, path: named });
  }
  return pieces;
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}
