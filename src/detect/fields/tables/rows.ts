import { lastNear, nextNear } from '../near.ts';
import type { Table } from './table.ts';

/** How long a line of titles may be, in UTF-16 code units, and how many titles it may have. */
export const HEADER = 2_000;
const MOST_TITLES = 120;
const LONGEST_TITLE = 48;
/** A cell in quotes may be so long; one that never closes is read as if it had none. */
const QUOTED = 4_000;
/** Tables whose quotes do not close so often have none. */
const UNCLOSED = 8;
const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const BAR = 124;
const COMMA = 44;

/** A line of bars and dashes: `|---|:--|`, `----+----`, `+----+`. */
const RULE = /^[\s|+:=-]{3,}$/;
const TITLE = /^[\p{L}\p{N}_#$№°º'’"./&()（）・ :*\u3000-]{0,60}$/u;
const CODE = /^(?:import|export|const|let|var|return|if|for|function|case|new|def|select|from)\b/i;

/** The end of a list in a sentence; nothing is in quotes. */
const PROSE = /^[^"]*,[ \n](?:and|or|und|oder|et|ou|y|o|e) /i;

/** A table with a line of titles, and where it ends. */
export interface ReadTable extends Table {
  readonly start: number;
  readonly end: number;
}

/** The table whose titles stand on the line of a place, where they stand apart by a delimiter. */
export function tableAt(text: string, place: number, delimiter: number): ReadTable | undefined {
  const before = lastNear(text, NEWLINE, place, HEADER);
  const newline = nextNear(text, NEWLINE, place, HEADER);
  if ((before < 0 && place > HEADER) || newline < 0) return undefined;
  const start = before + 1;
  const line = text.slice(start, newline);
  const bars = delimiter === BAR && /^\s{0,12}[|│]/.test(line);
  if (CODE.test(line.trimStart()) || /[{}=<>;]/.test(delimiter === 59 ? line.replaceAll(';', '') : line))
    return undefined;
  const reader = readerOf(text, delimiter, bars);
  const head = reader.row(start);
  const titles = titlesOf(text, head.cells);
  if (!titles) return undefined;
  // A sentence of commas, that goes on in the next line.
  if (
    delimiter === COMMA &&
    PROSE.test(
      text
        .slice(start, Math.min(text.length, head.end + 400))
        .split('\n', 4)
        .join('\n'),
    )
  )
    return undefined;
  const cells: number[] = [];
  const end = readRows(text, head.end, titles.length, reader, cells);
  return cells.length === 0 ? undefined : { titles, cells, start, end };
}

function titlesOf(text: string, cells: readonly number[]): string[] | undefined {
  const titles: string[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const title = text.slice(cells[at], cells[at + 1]).replaceAll(/^[*_`]{1,3}|[*_`:]{1,3}$/g, '');
    if (title.length > LONGEST_TITLE || !TITLE.test(title)) return undefined;
    titles.push(title);
  }
  const filled = titles.filter((title) => /\p{L}/u.test(title)).length;
  if (titles.length < 2 || titles.length > MOST_TITLES || filled < 2) return undefined;
  return filled >= titles.length - 1 ? titles : undefined;
}

/** Reads rows up to the end of the table, and returns where that is. */
function readRows(text: string, from: number, width: number, reader: RowReader, cells: number[]): number {
  let at = from;
  let misfits = 0;
  while (at < text.length) {
    const row = reader.row(at);
    const count = row.cells.length / 2;
    if (count < 2) {
      const line = text.slice(at, Math.min(row.end, at + 400));
      if (!RULE.test(line)) break;
    } else if (count === width || (count > width / 2 && count < width + 3)) {
      misfits = count === width ? 0 : misfits + 1;
      if (misfits > 3) break;
      if (!isRule(text, at, row.end)) {
        for (let i = 0; i < width * 2; i++) cells.push(row.cells[i] ?? 0);
      }
    } else break;
    at = row.end;
  }
  return at;
}

function isRule(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first !== BAR && first !== 45 && first !== 43 && first !== 58 && first !== 32) return false;
  return RULE.test(text.slice(start, Math.min(end, start + HEADER)));
}

interface Row {
  /** Starts and ends of the cells in turn. */
  readonly cells: number[];
  /** Where the next row begins. */
  readonly end: number;
}

interface RowReader {
  row(from: number): Row;
}

/** Reads rows of one delimiter: cells in double quotes hold delimiters, line breaks and doubled quotes. */
function readerOf(text: string, delimiter: number, bars: boolean): RowReader {
  let unclosed = 0;

  /** Where a cell in quotes closes, or -1. */
  function closing(from: number): number {
    if (unclosed > UNCLOSED) return -1;
    for (let at = text.indexOf('"', from); at >= 0 && at - from < QUOTED; at = text.indexOf('"', at + 2)) {
      if (text.charCodeAt(at + 1) !== QUOTE) return isEnd(at + 1) ? at : -1;
    }
    unclosed += 1;
    return -1;
  }

  function isEnd(at: number): boolean {
    let next = at;
    while (text.charCodeAt(next) === 32) next += 1;
    const code = text.charCodeAt(next);
    return code === delimiter || code === NEWLINE || code === RETURN || next >= text.length;
  }

  return {
    row(from) {
      const cells: number[] = [];
      let at = from;
      if (bars) {
        while (text.charCodeAt(at) === 32) at += 1;
        if (text.charCodeAt(at) === BAR) at += 1;
      }
      for (;;) {
        while (text.charCodeAt(at) === 32) at += 1;
        const close = text.charCodeAt(at) === QUOTE ? closing(at + 1) : -1;
        const start = close < 0 ? at : at + 1;
        let end = close < 0 ? at : close + 1;
        let code = text.charCodeAt(end);
        while (end < text.length && code !== delimiter && code !== NEWLINE) code = text.charCodeAt(++end);
        const stop = close < 0 ? trimmedEnd(text, start, end) : close;
        const last = end >= text.length || code === NEWLINE;
        // A row of bars ends with one.
        if (!(bars && last && stop <= start)) cells.push(start, Math.max(start, stop));
        at = end + 1;
        if (last) return { cells, end: Math.min(at, text.length) };
      }
    },
  };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && (text.charCodeAt(stop - 1) === 32 || text.charCodeAt(stop - 1) === RETURN))
    stop -= 1;
  return stop;
}
