const OPEN = 123;
const CLOSE = 125;
const SEMICOLON = 59;
const NEWLINE = 10;

/**
 * Whether a stretch of a text lies within one record: no statement ends in it with its line, and no record ends before
 * another begins. What stands in a pair of braces with none inside is passed over. Offsets are UTF-16 code units.
 */
export function isOneRecord(text: string, start: number, end: number): boolean {
  /** A brace is open that may be one of such a pair. */
  let isOpen = false;
  /** Whether a record, and a statement, ended right before; the latter outside of the open brace as well. */
  let hasClosed = false;
  let isEnded = false;
  let wasEnded = false;
  /** Whether a statement ends within the open brace: it counts only if that is no pair. */
  let endsInside = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN) {
      if (isOpen && (endsInside || hasClosed)) return false;
      wasEnded = isEnded;
      isOpen = true;
      isEnded = false;
    } else if (code === CLOSE) {
      hasClosed ||= !isOpen;
      isEnded = isOpen && wasEnded;
      isOpen = false;
      endsInside = false;
    } else if (code === NEWLINE) {
      if (isEnded && !isOpen) return false;
      endsInside ||= isEnded;
    } else if (code === SEMICOLON) {
      isEnded = true;
    } else if (isEnded && !isBlank(code)) {
      isEnded = false;
    }
  }
  return !(isOpen && (endsInside || hasClosed));
}

function isBlank(code: number): boolean {
  return code === 32 || (code > 8 && code < 14) || (code > 127 && /\s/.test(String.fromCharCode(code)));
}
