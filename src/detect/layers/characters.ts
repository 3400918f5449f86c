const HEX = Int8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? -1 : digit;
});

/** The value of a hexadecimal digit, -1 for any other code and behind the end of a text. */
export function hexDigit(code: number): number {
  return code < 128 ? (HEX[code] ?? -1) : -1;
}

/** The byte that two hexadecimal digits at `at` stand for, -1 where there are none. */
export function hexByte(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at));
  const low = hexDigit(text.charCodeAt(at + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** One character, without making a new string for those of ASCII. */
export function charOf(code: number): string {
  return ASCII[code] ?? String.fromCodePoint(code);
}

/** Whether a code is a letter or a digit of ASCII. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether a code is a digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const OF_TOKEN = Uint8Array.from({ length: 128 }, (_, code) =>
  isAlphanumeric(code) || '_-+/=.@:%~$!#*'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a code may be part of a value that stands without blanks. */
export function isOfToken(code: number): boolean {
  return OF_TOKEN[code] === 1;
}

/**
 * Whether what ends before `end` and what begins at `from` may be one value: both are of a token, or digits that are
 * written in groups.
 */
export function mayBeOne(text: string, end: number, from: number): boolean {
  const before = text.charCodeAt(end - 1);
  const after = text.charCodeAt(from);
  if (isOfToken(before))
    return isOfToken(after) || (after === 32 && isDigit(before) && isDigit(text.charCodeAt(from + 1)));
  return before === 32 && isDigit(after) && isDigit(text.charCodeAt(end - 2));
}
