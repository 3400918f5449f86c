/** Longer bodies, in code units, are shown as they are. */
const LONGEST = 1_000_000;

/**
 * JSON with line breaks and indents, otherwise as it was written: numbers, escapes and repeated keys stay what they
 * are, which `JSON.stringify(JSON.parse(…))` would not promise. What is not JSON comes back unchanged.
 */
export function indentJson(text: string): string {
  if (text.length > LONGEST || !isJson(text)) return text;
  let out = '';
  let depth = 0;
  let inString = false;
  let opened = false;
  const newLine = (): string => `\n${'  '.repeat(depth)}`;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (inString) {
      out += char;
      if (char === '\\') out += text.charAt(++at);
      else inString = char !== '"';
      continue;
    }
    if (/\s/.test(char)) continue;
    const closes = char === '}' || char === ']';
    if (closes) depth--;
    // An empty object or list stays on its line.
    if (opened !== closes) out += newLine();
    out += char;
    inString = char === '"';
    opened = char === '{' || char === '[';
    if (opened) depth++;
    else if (char === ',') out += newLine();
    else if (char === ':') out += ' ';
  }
  return out;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
