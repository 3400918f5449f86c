import { matchAt } from '../structures/reading.ts';
import { lengthInLine } from '../structures/escaped-line.ts';
import type { Form, Given } from './value-after.ts';

/** `<your token>` where a bare value would stand: it is none, and what lets it pass is to be named. */
function standIn(text: string, at: number, form: Form): Given | undefined {
  const found = STAND_IN.exec(text.slice(at, at + 62))?.[0];
  return found === undefined ? undefined : { start: at, end: at + found.length, quoted: false, form };
}

/** How far a bare value is read before it is asked whether it can be one. */
const START = 64;
const END: Readonly<Record<'any' | 'url' | 'connection', RegExp>> = {
  any: /[\s"'`<>]/,
  url: /[\s"'`<>&#)]/,
  connection: /[\s"'`<>;&]/,
};

/** The run of characters a bare value may be made of; at most 2,048, none when it is keys and values in a row. */
function runAt(text: string, at: number, form: Form): string {
  const end = form === 'url' ? END.url : form === 'connection' ? END.connection : END.any;
  const start = text.slice(at, at + START);
  const early = start.search(end);
  if (early >= 0) return start.slice(0, early);
  if (start.length < START || hasManyPairs(start)) return start.length < START ? start : '';
  const whole = text.slice(at, at + 2048);
  const late = whole.search(end);
  return late >= 0 ? whole.slice(0, late) : whole;
}

/** What ends a colour in the log of a terminal; the escape before it is often lost on the way: `export PASSWORD=…[0m`. */
const COLOUR = /(?:\^|\\(?:e|x1b|033|u001b))?\[[0-9;]{0,16}m$/;
const FOURS = /[a-z]{4}(?: [a-z]{4}){3}(?=[ \t]{0,4}(?:[\r\n]|$))/y;

/** Keys and values in a row: more than two `=` or `:`. */
function hasManyPairs(run: string): boolean {
  let count = 0;
  for (let i = 0; i < run.length && count < 3; i++) {
    const unit = run.charCodeAt(i);
    if (unit === 61 || unit === 58) count += 1;
  }
  return count > 2;
}

const STAND_IN = /^<[\w .:-]{1,60}>/;
const SCHEME = /^(?:Bearer|Basic|Token)$/i;
const OTHER_NAME = /^[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,5}=[^=]/;
const TRAIL_IN_PROSE = /[.,;:?)\]}*_|]+$/;
const TRAIL = /(?:[,;]|[)\]}]+[,;]?|\\)$/;
const NEXT_PAIR = /[;,][A-Za-z ]{2,30}=/;

/** The value that stands without quotes at an offset (UTF-16 code units); undefined where none can be told. */
export function bare(text: string, at: number, form: Form): Given | undefined {
  const run = runAt(text, at, form);
  // An order to a terminal stands around a value, not in one.
  const escape = run.indexOf('\u001b');
  const visible = escape < 0 ? run : run.slice(0, escape);
  const found = visible.slice(0, lengthInLine(text, at, visible));
  if (found === '') return standIn(text, at, form);
  // Passwords that a mail service gives to programs: four times four letters.
  const four = found.length === 4 && form !== 'prose' ? matchAt(FOURS, text, at) : undefined;
  if (four !== undefined) return { start: at, end: at + four[0].length, quoted: false, form };
  const skip = SCHEME.test(found) && text[at + found.length] === ' ' ? found.length + 1 : 0;
  if (skip > 0) return bare(text, at + skip, form);
  // `secret: API_SECRET=…`: another name, which is asked itself.
  if (form !== 'url' && OTHER_NAME.test(found)) return undefined;
  const trail = form === 'prose' ? TRAIL_IN_PROSE : TRAIL;
  const kept = (found.endsWith('m') ? found.replace(COLOUR, '') : found).replace(trail, '');
  const cut = form === 'env' ? kept.search(NEXT_PAIR) : -1;
  const length = cut > 0 ? cut : kept.length;
  return length === 0 ? undefined : { start: at, end: at + length, quoted: false, form };
}
