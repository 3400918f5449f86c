import {
  BACKSLASH,
  CONTROL,
  ENTITY,
  LINE,
  PERCENT,
  PLAIN,
  QUOTE,
  QUOTED_PRINTABLE,
  REPEATS,
} from '../survey/mark-signs.ts';
import type { Survey } from '../survey/survey.ts';
import { readPercent, readQuotedPrintable } from './encoded-bytes.ts';
import { readEntity } from './entities.ts';
import { readEscape } from './escapes.ts';
import { INVISIBLE, readInvisible } from './invisible.ts';
import { readJoint } from './joins.ts';
import { prefixEnd, readLineStart } from './line-starts.ts';
import { LOOK_ALIKES, readLookAlike } from './look-alikes.ts';
import { Marks, type Reader } from './marks.ts';

const UNUSUAL = new Uint8Array(0x10000);
for (const code of LOOK_ALIKES) UNUSUAL[code] = 1;
for (const code of INVISIBLE) UNUSUAL[code] = 2;
/** The escape of a terminal's orders. */
UNUSUAL[27] = 2;

const READERS: ReadonlyMap<number, Reader> = new Map([
  [PERCENT, readPercent],
  [ENTITY, readEntity],
  [QUOTED_PRINTABLE, readQuotedPrintable],
  [QUOTE, readJoint],
  [BACKSLASH, readEscape],
  [CONTROL, readInvisible],
]);

const MINUS = 45;
const GREATER = 62;
/** Where a line ends of which only that is known that the next such line is the one behind it. */
const AT_NEXT = -2;
/** What a quotation or a diff begins its lines with. */
const LINE_SIGNS = '>+-';

/**
 * Everything in a text that is written in another way, character by character, in order of place, from where a survey
 * says that something may begin. Time: linear.
 */
export function findMarks(text: string, { marks: signs, beyondAscii }: Survey): Marks {
  const marks = new Marks();
  // Lines that a diff took out: lists begin theirs with the same sign.
  const isDiff = text.includes('@@ -');
  /** Everything before is done with. */
  let done = -1;
  /** The next of the signs. */
  let next = 0;

  function read(at: number, reader: Reader): void {
    if (at >= done) done = Math.max(reader(text, at, marks), at + 1);
  }
  /** The last line that begins with such a sign: the newline before it, and the one that ends it. */
  let line = -1;
  let lineEnd = -1;
  /** The newline before the line above one, where that begins with such a sign as well. */
  function lineAbove(at: number): number | undefined {
    return at > 0 && (lineEnd === at || lineEnd === AT_NEXT) ? line : undefined;
  }
  function readLine(at: number): void {
    const before = lineAbove(at);
    line = at;
    lineEnd = text.indexOf('\n', at + 1);
    if (!isDiff && text.charCodeAt(at + 1) === MINUS) return;
    if (at >= done) done = Math.max(readLineStart(text, at, marks, lineEnd, before), at + 1);
  }
  /** A line of a quotation in which no value is: its sign is only undone where something else is. */
  function readPlain(at: number, repeats: boolean): void {
    const before = lineAbove(at);
    line = at;
    lineEnd = repeats ? AT_NEXT : -1;
    if (at < done || !(repeats || (before !== undefined && text.charCodeAt(before + 1) === GREATER))) return;
    done = marks.add(at + 1, prefixEnd(text, at + 1, GREATER), '', 'line-starts', 'none');
  }
  function readSigns(end: number): void {
    for (; next < signs.length && signs.first(next) < end; next++) {
      const at = signs.first(next);
      const sort = signs.second(next);
      if ((sort & PLAIN) !== 0) readPlain(at, (sort & REPEATS) !== 0);
      else if (sort === LINE) readLine(at);
      else if (sort !== CONTROL || UNUSUAL[text.charCodeAt(at)] === 2)
        read(at, READERS.get(sort) ?? readInvisible);
    }
  }

  // Before the first line stands no newline.
  if (text !== '' && LINE_SIGNS.includes(text.charAt(0))) readLine(-1);
  for (let i = 0; i < beyondAscii.length; i++) {
    const end = beyondAscii.second(i);
    for (let at = beyondAscii.first(i); at < end; at++) {
      const sort = UNUSUAL[text.charCodeAt(at)];
      if (sort === 0) continue;
      readSigns(at);
      read(at, sort === 2 ? readInvisible : readLookAlike);
    }
  }
  readSigns(Infinity);
  return marks;
}
