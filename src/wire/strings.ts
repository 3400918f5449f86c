import { NOTHING_OWN, type OwnWords } from './own-words.ts';
import type { WrittenTexts } from './written-texts.ts';

/** Every string, number and key of a JSON value that is not the format's own, each once; a number as it is written. */
export function stringsOf(value: unknown, texts: WrittenTexts, own: OwnWords): string[] {
  const found = new Set<string>();
  collect(value, own, found, texts);
  found.delete('');
  return [...found];
}

/** What was collected of an item of a list that is the same in each body of a conversation, and by what. */
const known = new WeakMap<object, { readonly own: OwnWords; readonly found: ReadonlySet<string> }>();

function stringsOfItem(item: unknown, own: OwnWords, texts: WrittenTexts): ReadonlySet<string> {
  const before = typeof item === 'object' && item !== null ? known.get(item) : undefined;
  if (before?.own === own) return before.found;
  const found = new Set<string>();
  collect(item, own, found, texts);
  if (typeof item === 'object' && item !== null) known.set(item, { own, found });
  return found;
}

function collect(value: unknown, own: OwnWords, found: Set<string>, texts: WrittenTexts): void {
  if (own.isCleared || own.words?.has(value)) return;
  if (typeof value === 'string') {
    found.add(texts.same(value));
  } else if (typeof value === 'number') {
    // `4.5e3` in the arguments of a call leaves as 4500 where they are an object.
    found.add(JSON.stringify(value));
  } else if (Array.isArray(value)) {
    for (const item of value)
      for (const text of stringsOfItem(item, own.items ?? NOTHING_OWN, texts)) found.add(text);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const beneath = own.keys?.get(key);
      if (beneath === undefined) found.add(key);
      collect(item, beneath ?? NOTHING_OWN, found, texts);
    }
  }
}
