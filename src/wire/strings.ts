import type { WrittenTexts } from './written-texts.ts';

/** Every string and key of a JSON value, each once. */
export function stringsOf(value: unknown, texts: WrittenTexts): string[] {
  const found = new Set<string>();
  collect(value, found, texts);
  found.delete('');
  return [...found];
}

function collect(value: unknown, found: Set<string>, texts: WrittenTexts): void {
  if (typeof value === 'string') {
    found.add(texts.same(value));
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, found, texts);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      found.add(key);
      collect(item, found, texts);
    }
  }
}
