import { fieldsOf } from '../labels/labels.ts';
import { lastNear } from '../near.ts';
import type { Table } from './table.ts';

/** How long the list of columns may be, in UTF-16 code units. */
const COLUMNS = 2_000;
/** How long a value in quotes may be. */
const LONGEST = 20_000;
const HEAD = /\binto\s{1,20}[\w."'`[\]$]{1,120}\s{0,20}$/i;
const VALUES = ['VALUES', 'values', 'Values'];

/** What may stand before a literal's quote: of its character set, of its type. */
const BEFORE_QUOTE =
  /(?:[NEBUXR]&?|(?:DATE|TIME|TIMESTAMP|INTERVAL|TIMESTAMPTZ|DATETIME)\s{0,8}|_\w{2,12}\s{0,4})(?=')/iy;
/** `::date` behind a literal. */
const CAST = /(?:\s{0,4}::\s{0,4}\w{1,40}(?:\s?\(\d{1,4}\))?(?:\[\])?){0,3}/y;
const NUMBER = /[-+]?\d[\d.]{0,40}(?=\s{0,20}[,)])/y;
/** A call up to its first argument's quote: `TO_DATE('…`, `CAST(N'…`. */
const CALL = /[A-Z_][\w.]{0,40}\s?\(\s{0,8}N?['"]/iy;

/** A table that grows by one statement after the other. */
interface Growing extends Table {
  readonly cells: number[];
}

/**
 * The tables of all `INSERT INTO t (…) VALUES (…), (…)` that have a column called as a field is; statements with the
 * same columns are one table.
 */
export function insertedTables(text: string): readonly Table[] {
  const tables = new Map<string, Growing | undefined>();
  for (const word of VALUES) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const names = columnsBefore(text, at);
      if (names === undefined) continue;
      if (!tables.has(names)) tables.set(names, tableOf(names));
      const table = tables.get(names);
      if (table) readTuples(text, at + word.length, table);
    }
  }
  return [...tables.values()].filter((table) => table !== undefined);
}

function columnsBefore(text: string, at: number): string | undefined {
  let close = at - 1;
  while (close > at - 24 && /\s/.test(text.charAt(close))) close -= 1;
  if (text.charAt(close) !== ')') return undefined;
  const open = lastNear(text, 40, close, COLUMNS);
  if (open < 0) return undefined;
  return HEAD.test(text.slice(Math.max(0, open - 170), open)) ? text.slice(open + 1, close) : undefined;
}

function tableOf(names: string): Growing | undefined {
  const titles = titlesOf(names);
  return titles.some((title) => fieldsOf(title).length > 0) ? { titles, cells: [] } : undefined;
}

function titlesOf(names: string): string[] {
  return names.split(',').map((name) => name.replaceAll(/[\s"'`[\]]{1,20}/g, ' ').trim());
}

function readTuples(text: string, from: number, { titles, cells }: Growing): void {
  let at = from;
  for (;;) {
    while (/[\s,]/.test(text.charAt(at))) at += 1;
    if (text.charAt(at) !== '(') return;
    const row: number[] = [];
    const end = readTuple(text, at + 1, row);
    if (end === undefined || row.length !== titles.length * 2) return;
    for (const place of row) cells.push(place);
    at = end;
  }
}

/** Reads the values of a tuple, and returns where it ends; undefined where it does not. */
function readTuple(text: string, from: number, row: number[]): number | undefined {
  let at = from;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    at += matchAt(BEFORE_QUOTE, text, at).length;
    const quote = text.charAt(at);
    if (quote === "'" || quote === '"') {
      const close = closing(text, at + 1, quote);
      if (close === undefined) return undefined;
      row.push(at + 1, close);
      at = close + 1;
      at += matchAt(CAST, text, at).length;
    } else {
      const end = endOfBare(text, at);
      if (end === undefined) return undefined;
      row.push(...cellOf(text, at, end));
      at = end;
    }
    while (/\s/.test(text.charAt(at))) at += 1;
    const sign = text.charAt(at);
    at += 1;
    if (sign === ')') return at;
    if (sign !== ',') return undefined;
  }
}

/** The text of a cell without quotes: a number, or the first literal that a call is given; of all else nothing. */
function cellOf(text: string, start: number, end: number): [start: number, end: number] {
  const number = matchAt(NUMBER, text, start).length;
  if (number > 0) return [start, start + number];
  const open = start + matchAt(CALL, text, start).length;
  const close = open > start ? closing(text, open, text.charAt(open - 1)) : undefined;
  return close === undefined || close >= end ? [start, start] : [open, close];
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function closing(text: string, from: number, quote: string): number | undefined {
  for (let at = text.indexOf(quote, from); at >= 0 && at - from < LONGEST; at = text.indexOf(quote, at + 1)) {
    if (text.charAt(at + 1) === quote) at += 1;
    else if (text.charAt(at - 1) !== '\\' || text.charAt(at - 2) === '\\') return at;
  }
  return undefined;
}

/** Where a value without quotes ends: before a comma or bracket that is not inside of a call. */
function endOfBare(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < from + 400 && at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    else if (depth === 0 && (char === ',' || char === ')')) return at;
    else if (char === '\n' || char === ';') return undefined;
  }
  return undefined;
}
