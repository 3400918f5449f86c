import { isJsonObject } from './json-object.ts';
import { NOTHING_OWN, type OwnWords } from './own-words.ts';
import type { WrittenTexts } from './written-texts.ts';

/** Every string, number and key of the JSON value of a body that is not the format's own, each once; a number as it is written. */
export function stringsOf(body: unknown, texts: WrittenTexts, own: OwnWords): string[] {
  const found = new Set<string>();
  if (isJsonObject(body)) {
    for (const [key, value] of Object.entries(body)) {
      const beneath = own.keys?.get(key);
      if (beneath === undefined) found.add(key);
      if (Array.isArray(value)) collectList(value, beneath ?? NOTHING_OWN, found, texts);
      else collect(value, beneath ?? NOTHING_OWN, found, texts);
    }
  } else collect(body, own, found, texts);
  found.delete('');
  return [...found];
}

/** What was collected of an item of a body's list, which is the same one in each body of a conversation, and by what. */
const known = new WeakMap<object, { readonly own: OwnWords; readonly found: ReadonlySet<string> }>();

function collectList(
  list: readonly unknown[],
  { isCleared, items = NOTHING_OWN }: OwnWords,
  found: Set<string>,
  texts: WrittenTexts,
): void {
  if (isCleared) return;
  for (const item of list) {
    if (!isJsonObject(item)) collect(item, items, found, texts);
    else for (const text of stringsOfItem(item, items, texts)) found.add(text);
  }
}

function stringsOfItem(item: object, own: OwnWords, texts: WrittenTexts): ReadonlySet<string> {
  const before = known.get(item);
  if (before?.own === own) return before.found;
  const found = new Set<string>();
  collect(item, own, found, texts);
  known.set(item, { own, found });
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
    for (const item of value) collect(item, own.items ?? NOTHING_OWN, found, texts);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const beneath = own.keys?.get(key);
      if (beneath === undefined) found.add(key);
      collect(item, beneath ?? NOTHING_OWN, found, texts);
    }
  }
}
