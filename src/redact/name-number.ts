const ZERO = 48;
/** More digits than that are no number that is counted up. */
const MOST_DIGITS = 9;

/** Where the number begins that a name at [from, to) of a text ends in, without zeros before it; `to` where it ends in none. */
export function numberStart(text: string, from: number, to: number): number {
  let start = to;
  while (start > from && isDigit(text.charCodeAt(start - 1))) start -= 1;
  const digits = to - start;
  return digits > MOST_DIGITS || (digits > 1 && text.charCodeAt(start) === ZERO) ? to : start;
}

/** The number that stands at [from, to) of a text. */
export function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - ZERO;
  return number;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}
