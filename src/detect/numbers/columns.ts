/** A piece of a text; offsets are UTF-16 code units, `end` is exclusive. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

const DELIMITERS = ',;\t|';
/** How long a header may be, and how far below it cells are looked for. */
const HEADER = 800;
const BELOW = 8_000;
const ROWS = 200;
/** So many cells in a row may be empty or something else. */
const MISSES = 3;
/** How much of a title stands beside the word. */
const TITLE = 32;
/** What ends a title: a delimiter, a bracket, the end of the line, and what no title has. */
const EDGES = Uint8Array.from({ length: 128 }, (_, code) =>
  ',;\t|()\n={}<>:!?&[]'.includes(String.fromCharCode(code)) ? 1 : 0,
);
const DIGIT = /\d/;
const NOTHING: readonly Cell[] = [];

/**
 * The cells below the title that a word of a header stands in: of CSV, of tables drawn with bars, of
 * `INSERT INTO … (…) VALUES (…)`. Empty where the word is in no header.
 *
 * @param holds what a cell must have for the column to go on.
 */
export function cellsBelow(text: string, at: number, end: number, holds = DIGIT): readonly Cell[] {
  const after = text.charAt(edge(text, end, 1)) || '\n';
  // A title ends with its cell; the cell with a delimiter, its line, or the bracket of a statement.
  if (!',;\t|\n)'.includes(after)) return NOTHING;
  const before = text.charAt(edge(text, at - 1, -1));
  const delimiter = [after, before].find((char) => char !== '' && DELIMITERS.includes(char));
  if (delimiter === undefined) return NOTHING;
  const floor = Math.max(0, at - HEADER);
  const head = text.slice(floor, at);
  const bracket = head.lastIndexOf('(');
  if (delimiter === ',' && /\binto\b[^();]{0,120}$/i.test(head.slice(0, Math.max(0, bracket)))) {
    return tuples(text, floor + bracket + 1, at, end);
  }
  const lineStart = floor + head.lastIndexOf('\n') + 1;
  const toNewline = text.slice(end, end + HEADER).indexOf('\n');
  if (toNewline < 0 || (lineStart === floor && floor > 0)) return NOTHING;
  const lineEnd = end + toNewline;
  // A row of values is no header.
  if (/\d{5}/.test(text.slice(lineStart, lineEnd))) return NOTHING;
  return lines(text, lineEnd + 1, columnOf(text, lineStart, at, delimiter), delimiter, holds);
}

/** The first place from one on, in steps of 1 or -1, where no title goes on. */
function edge(text: string, from: number, step: 1 | -1): number {
  let at = from;
  for (let i = 0; i < TITLE && at >= 0 && at < text.length && EDGES[text.charCodeAt(at)] !== 1; i++)
    at += step;
  return at;
}

function columnOf(text: string, from: number, at: number, delimiter: string): number {
  return splitCells(text, from, at, delimiter).length - 1;
}

function lines(
  text: string,
  from: number,
  column: number,
  delimiter: string,
  holds: RegExp,
): readonly Cell[] {
  const cells: Cell[] = [];
  const limit = Math.min(text.length, from + BELOW);
  let misses = 0;
  for (let start = from, row = 0; start < limit && row < ROWS && misses < MISSES; row++) {
    const newline = text.slice(start, start + 2 * HEADER).indexOf('\n');
    if (newline < 0 && text.length - start > 2 * HEADER) break;
    const end = newline < 0 ? text.length : start + newline;
    const cell = splitCells(text, start, end, delimiter)[column];
    if (cell && holds.test(text.slice(cell.start, cell.end))) {
      cells.push(cell);
      misses = 0;
    } else misses += 1;
    start = end + 1;
  }
  return cells;
}

/** The cells of a line, without spaces and quotes around them. */
function splitCells(text: string, from: number, to: number, delimiter: string): Cell[] {
  const cells: Cell[] = [];
  let quote = '';
  let start = from;
  for (let at = from; at <= to; at++) {
    const char = at === to ? delimiter : text.charAt(at);
    if (quote !== '' && at < to) {
      if (char === quote) quote = '';
    } else if (char === '"' || (char === "'" && /[\s,;|(]/.test(text.charAt(at - 1)))) quote = char;
    else if (char === delimiter) {
      cells.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  return cells;
}

function trimmed(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && ' "\'`\r\t'.includes(text.charAt(start))) start += 1;
  while (end > start && ' "\'`\r\t'.includes(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** The cells of the tuples behind `values`, for a column named in the brackets that open before `from`. */
function tuples(text: string, from: number, at: number, end: number): readonly Cell[] {
  const toClose = text.slice(end, end + HEADER).indexOf(')');
  if (toClose < 0) return NOTHING;
  const close = end + toClose;
  const values = /^\s{0,20}values\s{0,20}\(/i.exec(text.slice(close + 1, close + 60));
  if (!values) return NOTHING;
  const column = columnOf(text, from, at, ',');
  const cells: Cell[] = [];
  const limit = Math.min(text.length, close + BELOW);
  let open = close + 1 + values[0].length;
  while (open < limit && cells.length < ROWS) {
    const shut = endOfTuple(text, open, limit);
    if (shut === undefined) break;
    const cell = splitCells(text, open, shut, ',')[column];
    if (!cell) break;
    cells.push(cell);
    const next = /^\s{0,20},\s{0,20}\(/.exec(text.slice(shut + 1, shut + 50));
    if (!next) break;
    open = shut + 1 + next[0].length;
  }
  return cells;
}

/** Where the bracket of a tuple closes that does not stand inside quotes. */
function endOfTuple(text: string, from: number, limit: number): number | undefined {
  let quoted = false;
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const char = text.charAt(at);
    if (char === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return undefined;
}
