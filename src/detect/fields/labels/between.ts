/** What may stand between a label and its separator: blanks, quotes, emphasis, brackets, dots and digits. */
const BETWEEN = Uint8Array.from({ length: 128 }, (_, code) =>
  ' "\'`*_]).0123456789\\\u00b0'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a character of ASCII may stand between a label and its separator. */
export const isBetween = (code: number): boolean => BETWEEN[code] === 1;
