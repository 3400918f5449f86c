import { declaredIn, endOfStructure, indentOf, isWeak } from './lines.ts';

/** A range of lines, and what is to stand there. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** `// ... existing code ...`, `# …`: where models leave out what stays. */
const LEFT_OUT =
  /^\s*(?:\/\/|#|--|;|\/\*|<!--|\{\/\*|%)\s{0,4}(?:\.{3}|…)|^\s*(?:\.{3}|…)\s{0,4}(?:\(?(?:existing|rest|unchanged|remaining|other|same)\b.{0,80})?$|^\s*(?:\/\/|#|--|\/\*|<!--)\s{0,4}(?:\(?)(?:rest of|existing code|remaining code|unchanged|the rest)\b/i;

/** Nobody leaves out more in one file; each is looked for in all of it. */
const MOST_PIECES = 40;
/** So many brackets at the end of a piece are looked at. */
const MOST_CLOSING = 10;

/** Whether a line stands for what is left out. A bare `...` is Python's own, and stands only with words. */
export function isLeftOut(line: string): boolean {
  return line.length < 200 && line.trim() !== '...' && line.trim() !== '…' && LEFT_OUT.test(line);
}

/**
 * Where the lines of a fragment belong in a file: what they repeat or declare anew tells. With what is left out in them
 * as a comment, each piece by itself, one behind the other.
 *
 * @returns the places in their order; undefined where any piece has none.
 */
export function placesOf(file: readonly string[], fragment: readonly string[]): Placed[] | undefined {
  const pieces = piecesOf(fragment);
  if (pieces.length > MOST_PIECES) return undefined;
  const places: Placed[] = [];
  let from = 0;
  for (const piece of pieces) {
    const place = placeOf(file, piece, from);
    if (!place) return undefined;
    places.push(place);
    from = place.end;
  }
  return places.length === 0 ? undefined : places;
}

function piecesOf(fragment: readonly string[]): string[][] {
  const pieces: string[][] = [[]];
  for (const line of fragment) {
    if (isLeftOut(line)) pieces.push([]);
    else pieces.at(-1)?.push(line);
  }
  return pieces.map(trimmed).filter(({ length }) => length > 0);
}

/** Without the empty lines at either end. */
export function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function placeOf(file: readonly string[], piece: readonly string[], from: number): Placed | undefined {
  const anchors = anchorsOf(file, piece, from);
  const [first] = anchors;
  const last = anchors.at(-1);
  if (!first || !last) return undefined;
  const start = first.there;
  const end = Math.max(endOf(file, piece, last), start + 1);
  // It would take away far more than it puts there.
  if (end - start > 3 * piece.length + 20) return undefined;
  return { start, end, lines: indented(piece, piece[first.here] ?? '', file[start] ?? '') };
}

interface Anchor {
  readonly here: number;
  readonly there: number;
}

/** Lines of a piece that are to be found in the file, or declare what one there does; in the order of both. */
function anchorsOf(file: readonly string[], piece: readonly string[], from: number): Anchor[] {
  const byText = indexed(file, from, (line) => (isWeak(line) ? undefined : line.trim()));
  const byName = indexed(file, from, (line) => declaredIn(line)?.trim());
  const anchors: Anchor[] = [];
  let least = from;
  for (const [here, line] of piece.entries()) {
    if (isWeak(line)) continue;
    const name = declaredIn(line)?.trim();
    const there = byText.get(line.trim()) ?? (name === undefined ? undefined : byName.get(name));
    if (there === undefined || there === 'several' || there < least) continue;
    anchors.push({ here, there });
    least = there + 1;
  }
  return anchors;
}

/** Each thing that stands once behind a place, and where. */
function indexed(
  lines: readonly string[],
  from: number,
  keyOf: (line: string) => string | undefined,
): Map<string, number | 'several'> {
  const index = new Map<string, number | 'several'>();
  for (let at = from; at < lines.length; at++) {
    const key = keyOf(lines[at] ?? '');
    if (key !== undefined) index.set(key, index.has(key) ? 'several' : at);
  }
  return index;
}

/** Where what a piece replaces ends: behind its last line that is there, and what goes with that. */
function endOf(file: readonly string[], piece: readonly string[], { here, there }: Anchor): number {
  const rest = piece.slice(here + 1);
  const opens = indentOf(file[there + 1] ?? '').length > indentOf(file[there] ?? '').length;
  const depth = indentOf(piece[here] ?? '').length;
  const isWhole = rest.some((line) => line.trim() !== '' && indentOf(line).length > depth);
  if (opens && isWhole) return endOfPiece(file, piece, here, endOfStructure(file, there));
  return endOfPiece(file, piece, here, there + 1);
}

/** The lines behind the last one that was found, as far as both have the same ones: brackets, mostly. */
function endOfPiece(file: readonly string[], piece: readonly string[], here: number, end: number): number {
  const rest = piece.slice(here + 1).filter((line) => line.trim() !== '');
  const closing = rest.slice(rest.findLastIndex((line) => !isWeak(line)) + 1).slice(0, MOST_CLOSING);
  let at = end;
  // What closes more than the last structure closes those around it.
  for (const line of closing) {
    const next = file.findIndex((one, i) => i >= at && one.trim() !== '');
    if (
      next >= 0 &&
      isWeak(file[next] ?? '') &&
      file[next]?.trim() === line.trim() &&
      !isClosed(file, at, line)
    )
      at = next + 1;
  }
  return at;
}

/** Whether the line right before already is that closing line. */
function isClosed(file: readonly string[], at: number, line: string): boolean {
  return file[at - 1]?.trim() === line.trim();
}

/** Lines as far in as the file has them. */
function indented(piece: readonly string[], own: string, there: string): string[] {
  const [have, want] = [indentOf(own), indentOf(there)];
  if (have === want) return [...piece];
  return piece.map((line) => {
    if (line.trim() === '') return line;
    return line.startsWith(have) ? want + line.slice(have.length) : line;
  });
}

/** Whether lines are the whole of a file anew, and not a piece of it. */
export function isWhole(file: readonly string[], lines: readonly string[]): boolean {
  if (lines.some(isLeftOut)) return false;
  const there = trimmed(file).filter((line) => !isWeak(line));
  if (there.length === 0) return true;
  const here = new Set(lines.map((line) => line.trim()));
  const kept = there.filter((line) => here.has(line.trim())).length / there.length;
  const own = trimmed(lines);
  const size = own.length / trimmed(file).length;
  const isFramed =
    here.has(there[0]?.trim() ?? '') &&
    here.has(there.at(-1)?.trim() ?? '') &&
    own[0]?.trim() === trimmed(file)[0]?.trim();
  return (kept >= 0.6 && size >= 0.6) || (isFramed && size >= 0.5);
}
