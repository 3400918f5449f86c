/** How deep JSON in strings in JSON is followed; deeper than any API nests it. */
const MAX_DEPTH = 8;

/**
 * Every string and key of a text that is a JSON object or array, unescaped, each once and one under the other,
 * so that what an escape hides in the text (`\n` before a token, `\u0040` in an address) stands free.
 *
 * @returns undefined when the text is no JSON object or array.
 */
export function textInsideJson(text: string): string | undefined {
  const value = parseContainer(text);
  if (value === undefined) return undefined;
  const strings = new Set<string>();
  collect(value, strings, MAX_DEPTH);
  return [...strings].join('\n\n');
}

/**
 * Where a value that was found inside stands in the JSON text: every occurrence of it as it is written there.
 * Empty when it is written in a way of its own (other escapes than JSON.stringify would use).
 */
export function placesInJson(text: string, value: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const written of new Set([value, escaped(value, 1), escaped(value, 2)])) {
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
      places.push({ start: at, end: at + written.length });
    }
  }
  return places;
}

function escaped(value: string, times: number): string {
  const once = JSON.stringify(value).slice(1, -1);
  return times > 1 ? escaped(once, times - 1) : once;
}

function collect(value: unknown, strings: Set<string>, depth: number): void {
  if (typeof value === 'string') {
    if (value === '' || strings.has(value)) return;
    strings.add(value);
    const inner = depth > 0 ? parseContainer(value) : undefined;
    if (inner !== undefined) collect(inner, strings, depth - 1);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, strings, depth);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      collect(key, strings, depth);
      collect(item, strings, depth);
    }
  }
}

function parseContainer(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
