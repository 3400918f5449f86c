/** A string of JSON without its escapes. */
export interface JsonString {
  readonly text: string;
  /** Where in the JSON a place of it stands, both in UTF-16 code units. */
  readonly placeOf: (at: number) => number;
}

/** Shorter ones hold nothing that would be found without words around it. */
const SHORTEST = 8;
const BACKSLASH = 92;

/** Every string and key of a text that is JSON. Time: linear. */
export function jsonStringsIn(json: string): readonly JsonString[] {
  const strings: JsonString[] = [];
  for (let open = json.indexOf('"'); open >= 0;) {
    const close = closing(json, open + 1);
    if (close < 0) break;
    if (close - open > SHORTEST) strings.push(decoded(json, open + 1, close));
    open = json.indexOf('"', close + 1);
  }
  return strings;
}

/** Where the string ends whose content begins at a place; -1 where it does not. */
function closing(json: string, from: number): number {
  for (let at = json.indexOf('"', from); at >= 0; at = json.indexOf('"', at + 1)) {
    let slashes = at;
    while (slashes > from && json.charCodeAt(slashes - 1) === BACKSLASH) slashes -= 1;
    if ((at - slashes) % 2 === 0) return at;
  }
  return -1;
}

function decoded(json: string, start: number, end: number): JsonString {
  const content = json.slice(start, end);
  const plain: JsonString = { text: content, placeOf: (at) => start + at };
  if (!content.includes('\\')) return plain;
  let text: string;
  try {
    text = String(JSON.parse(`"${content}"`));
  } catch {
    return plain;
  }
  const places = new Int32Array(text.length + 1);
  let at = start;
  for (let i = 0; i < text.length; i++) {
    places[i] = at;
    at += json.charCodeAt(at) !== BACKSLASH ? 1 : json.charCodeAt(at + 1) === LETTER_U ? 6 : 2;
  }
  places[text.length] = end;
  return { text, placeOf: (place) => places[place] ?? end };
}

const LETTER_U = 117;
