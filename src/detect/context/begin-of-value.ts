import { matchAt } from '../structures/reading.ts';

/** Names that are given values in a row: `USER, PASSWORD = "…", "…"`. */
const IN_A_ROW =
  /^[ \t]{0,24}(?:(?:const|let|var|my)[ \t]{1,2})?[([]?((?:\$?\w{1,40}[ \t]{0,2},[ \t]{0,2}){1,3})\$?$/;
const STRING_OF_ROW = /[([]?["'][^"'\r\n]{0,120}["'][ \t]{0,2},[ \t]{0,2}/y;

/** A list of one, as the headers of Go and HAR have. */
const LIST = /[[{]\s{0,12}(?=["'])/y;

/** What YAML puts before a value: its type, a name for it, or the sign that it stands on the next line, in a string too. */
const MARKED =
  /!!\w{1,16}[ \t]{1,4}|&\w{1,24}[ \t]{1,4}|[|>][-+\d]{0,2}[ \t]{0,4}(?:\r?\n|(?:\\{1,4}r)?\\{1,4}n)[ \t]{1,40}/y;

/**
 * Where the value begins that an operator, which ends at `operated`, gives to a key: behind the values of the names
 * before it in a row, and behind what YAML puts before one. Offsets are UTF-16 code units.
 */
export function beginOfValue(text: string, operated: number, operator: string, line: string): number {
  if (line.includes(',')) return lastOfRow(text, operated, line);
  if (!operator.includes(':') || operator.trim() !== ':') return operated;
  const first = text.charAt(operated);
  return first === '[' || first === '{' ? past(LIST, text, operated) : past(MARKED, text, operated);
}

/** Where the value of the last of several names in a row begins. */
function lastOfRow(text: string, operated: number, line: string): number {
  const others = IN_A_ROW.exec(line)?.[1]?.split(',').length ?? 1;
  let at = operated;
  for (let i = 1; i < others; i++) at = past(STRING_OF_ROW, text, at);
  return at;
}

/** Behind a pattern where it stands at a place, else the place. */
function past(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}
