import { NOTHING_OWN, type OwnWords } from './own-words.ts';
import type { WrittenTexts } from './written-texts.ts';

/** Every string, number and key of a JSON value that is not the format's own, each once; a number as it is written. */
export function stringsOf(value: unknown, texts: WrittenTexts, own: OwnWords): string[] {
  const found = new Set<string>();
  collect(value, own, found, texts);
  found.delete('');
  return [...found];
}

function collect(value: unknown, own: OwnWords, found: Set<string>, texts: WrittenTexts): void {
  if (own.isCleared || own.words?.has(value)) return;
  if (typeof value === 'string') {
    found.add(texts.same(value));
  } else if (typeof value === 'number') {
    // `4.5e3` in the arguments of a call leaves as 4500 where they are an object.
    found.add(JSON.stringify(value));
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, own.items ?? NOTHING_OWN, found, texts);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const beneath = own.keys?.get(key);
      if (beneath === undefined) found.add(key);
      collect(item, beneath ?? NOTHING_OWN, found, texts);
    }
  }
}
