/**
 * The most UTF-16 code units that a shape can look at from where it begins: its longest match, what it looks ahead at
 * included. Shapes are bounded (see `Format`), so there is always one.
 *
 * @param shape source of a regular expression without `*`, `+`, `{n,}` and back references.
 */
export function longestMatch(shape: string): number {
  let at = 0;

  /** Alternatives up to a closing parenthesis or the end: the longest of them. */
  function alternatives(): number {
    let longest = 0;
    let length = 0;
    while (at < shape.length && shape[at] !== ')') {
      if (shape[at] === '|') {
        at += 1;
        longest = Math.max(longest, length);
        length = 0;
      } else {
        length += item() * times();
      }
    }
    return Math.max(longest, length);
  }

  /** One character, class or group, without its quantifier. A pair of surrogates counts as two of these. */
  function item(): number {
    const char = shape[at];
    at += 1;
    if (char === '\\') {
      at += 1;
      return 1;
    }
    if (char === '[') {
      while (at < shape.length && shape[at] !== ']') at += shape[at] === '\\' ? 2 : 1;
      at += 1;
      return 1;
    }
    if (char !== '(') return 1;
    at += /^\?(?:[:=!]|<[=!])/.exec(shape.slice(at, at + 3))?.[0].length ?? 0;
    const inside = alternatives();
    at += 1;
    return inside;
  }

  function times(): number {
    if (shape[at] === '?') {
      at += 1;
      return 1;
    }
    const [written, most] = /^\{(?:\d+,)?(\d+)\}\??/.exec(shape.slice(at, at + 16)) ?? [];
    at += written?.length ?? 0;
    return most === undefined ? 1 : Number(most);
  }

  return alternatives();
}
