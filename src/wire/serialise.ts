import type { WrittenTexts } from './written-texts.ts';

/**
 * The serialisation of a value that was parsed from JSON: just what `JSON.stringify` makes of it.
 *
 * @param client another serialisation; where it is the same character for character, it is given back instead of a copy.
 */
export function serialise(value: unknown, texts: WrittenTexts, client: string): string {
  const pieces: string[] = [];
  write(value, pieces, texts);
  let at = 0;
  for (const piece of pieces) {
    // A slice is no copy, and two strings are compared many characters at a time; `startsWith` takes one by one.
    if (client.slice(at, at + piece.length) !== piece) return pieces.join('');
    at += piece.length;
  }
  return at === client.length ? client : pieces.join('');
}

function write(value: unknown, pieces: string[], texts: WrittenTexts): void {
  if (typeof value === 'string') {
    pieces.push(texts.jsonOf(texts.same(value)));
  } else if (Array.isArray(value)) {
    pieces.push('[');
    for (const [i, item] of value.entries()) {
      if (i > 0) pieces.push(',');
      write(item, pieces, texts);
    }
    pieces.push(']');
  } else if (typeof value === 'object' && value !== null) {
    pieces.push('{');
    for (const [i, [key, item]] of Object.entries(value).entries()) {
      pieces.push(`${i > 0 ? ',' : ''}${JSON.stringify(key)}:`);
      write(item, pieces, texts);
    }
    pieces.push('}');
  } else pieces.push(JSON.stringify(value));
}
