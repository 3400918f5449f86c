import { BACKSLASH, CONTROL, ENTITY, LINE, PERCENT, QUOTE, QUOTED_PRINTABLE } from '../survey/mark-signs.ts';
import type { Survey } from '../survey/survey.ts';
import { readPercent, readQuotedPrintable } from './encoded-bytes.ts';
import { readEntity } from './entities.ts';
import { readEscape } from './escapes.ts';
import { INVISIBLE, readInvisible } from './invisible.ts';
import { readJoint } from './joins.ts';
import { readLineStart } from './line-starts.ts';
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
  function readLine(at: number): void {
    const before = lineEnd === at && at > 0 ? line : undefined;
    line = at;
    lineEnd = text.indexOf('\n', at + 1);
    if (!isDiff && text.charCodeAt(at + 1) === MINUS) return;
    if (at >= done) done = Math.max(readLineStart(text, at, marks, lineEnd, before), at + 1);
  }
  function readSigns(end: number): void {
    for (; next < signs.length && signs.first(next) < end; next++) {
      const at = signs.first(next);
      const sort = signs.second(next);
      if (sort === LINE) readLine(at);
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
