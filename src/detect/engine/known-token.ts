import { TOKEN_FORMATS } from '../formats/tokens.ts';
import { isGeneric } from '../kinds.ts';
import { compileFormat, type CompiledFormat, tokenAt } from './tokens.ts';

/** So many first characters tell nearly all values from every format; the literals of formats have no fewer. */
const FIRST = 3;

/** Formats that begin with characters of their own, by the first of those. */
const BY_FIRST = new Map<string, CompiledFormat[]>();
for (const row of TOKEN_FORMATS) {
  if (row.anchors !== undefined || row.ignoreCase === true || isGeneric(row.id)) continue;
  const format = compileFormat(row);
  for (const first of new Set(row.starts?.map((start) => start.slice(0, FIRST)))) {
    const others = BY_FIRST.get(first);
    if (others === undefined) BY_FIRST.set(first, [format]);
    else others.push(format);
  }
}

/**
 * Whether just [start, end) of a text is a token that says itself whose it is, by a format of the table, which finds it
 * there: nobody has to ask then what else speaks for it.
 */
export function isTokenItself(text: string, start: number, end: number): boolean {
  const formats = BY_FIRST.get(text.slice(start, start + FIRST));
  return formats?.some((format) => tokenAt(text, start, format)?.end === end) ?? false;
}
