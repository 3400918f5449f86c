/** Where each field of a JSON text stands, so that what is wrong with it can be shown by line and column. */

/** Both counted from 1; the column in UTF-16 code units, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** From the first character to behind the last. */
export interface Span {
  readonly start: Place;
  readonly end: Place;
}

export type JsonPlaces =
  | { readonly ok: true; readonly places: ReadonlyMap<string, Place> }
  | { readonly ok: false; readonly at: Place; readonly field: string; readonly problem: string };

const START: Place = { line: 1, column: 1 };
const MAX_DEPTH = 40;
const BLANKS = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /(?:true|false|null)/y;
/** What ends a plain stretch of a string: a quote, a backslash, or a control character. */
// oxlint-disable-next-line no-control-regex -- JSON has none of them in a string
const NOT_PLAIN = /["\\\u0000-\u001f]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may come next where a value is whole. */
interface Open {
  readonly path: string;
  /** The names so far; undefined for a list. */
  readonly names: Set<string> | undefined;
  /** The items so far. */
  count: number;
}

class Refusal extends Error {
  readonly offset: number;
  readonly field: string;

  constructor(offset: number, field: string, problem: string) {
    super(problem);
    this.offset = offset;
    this.field = field;
  }
}

/**
 * The place of every field by its dotted path, in a JSON text by RFC 8259; or the place where it is none. A name that is
 * there twice in one object is refused: JSON would keep the last, whatever the first said. It never throws.
 */
export function placesOfJson(text: string): JsonPlaces {
  const starts = lineStarts(text);
  try {
    const places = new Map([...walk(text)].map(([path, offset]) => [path, placeAt(starts, offset)]));
    return { ok: true, places };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, at: placeAt(starts, error.offset), field: error.field, problem: error.message };
  }
}

/** The place of a field, or of the nearest that is around it. */
export function placeOf(places: ReadonlyMap<string, Place>, field: string): Place {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const place = places.get(path);
    if (place !== undefined) return place;
  }
  return places.get('') ?? START;
}

/** The offset of every field by its path. @throws Refusal */
function walk(text: string): ReadonlyMap<string, number> {
  const fields = new Map<string, number>();
  const open: Open[] = [];
  let at = skipBlanks(text, 0);
  let path = '';
  for (;;) {
    // Where a value stands. A field is where its name is; an item of a list is where it begins.
    if (!fields.has(path)) fields.set(path, at);
    const opens = text[at] === '{' || text[at] === '[';
    if (opens) {
      if (open.length >= MAX_DEPTH) throw new Refusal(at, '', 'is nested too deeply');
      open.push({ path, names: text[at] === '{' ? new Set() : undefined, count: 0 });
      at = skipBlanks(text, at + 1);
    } else {
      at = skipBlanks(text, scalarEnd(text, at));
    }
    // What closes here, then what the next value is.
    for (let top = open.at(-1), fresh = opens; ; top = open.at(-1), fresh = false) {
      if (top === undefined) {
        if (at < text.length) throw notJson(at);
        return fields;
      }
      if (text[at] === (top.names ? '}' : ']') && (fresh || top.count > 0)) {
        open.pop();
        at = skipBlanks(text, at + 1);
        continue;
      }
      if (!fresh) {
        if (text[at] !== ',') throw notJson(at);
        at = skipBlanks(text, at + 1);
      }
      [path, at] = top.names
        ? nameAt(text, at, top.path, top.names, fields)
        : [joined(top.path, String(top.count)), at];
      top.count += 1;
      break;
    }
  }
}

/** The path of the field whose name stands here, and where its value begins. */
function nameAt(
  text: string,
  at: number,
  around: string,
  names: Set<string>,
  fields: Map<string, number>,
): [path: string, at: number] {
  if (text[at] !== '"') throw notJson(at);
  const end = stringEnd(text, at);
  const name = String(JSON.parse(text.slice(at, end)));
  const path = joined(around, name);
  if (names.has(name)) throw new Refusal(at, path, 'is there twice');
  names.add(name);
  fields.set(path, at);
  const colon = skipBlanks(text, end);
  if (text[colon] !== ':') throw notJson(colon);
  return [path, skipBlanks(text, colon + 1)];
}

function scalarEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at);
  for (const pattern of [NUMBER, WORD]) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  throw notJson(at);
}

function stringEnd(text: string, at: number): number {
  NOT_PLAIN.lastIndex = at + 1;
  for (let match = NOT_PLAIN.exec(text); match !== null; match = NOT_PLAIN.exec(text)) {
    if (match[0] === '"') return match.index + 1;
    ESCAPE.lastIndex = match.index;
    if (!ESCAPE.test(text)) throw notJson(match.index);
    NOT_PLAIN.lastIndex = ESCAPE.lastIndex;
  }
  throw notJson(text.length);
}

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.test(text);
  return BLANKS.lastIndex;
}

/** The message never quotes the text. */
function notJson(offset: number): Refusal {
  return new Refusal(offset, '', 'is not JSON');
}

/** Where each line begins; lines end as editors end them. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

/** The line and column of an offset. */
export function placeAt(starts: readonly number[], offset: number): Place {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
