import type { View } from '../detect/layers/view.ts';
import type { Occurrence } from '../detect/values/value-index.ts';
import type { KnownText } from './known-texts.ts';
import { originThrough } from './origin.ts';
import type { ValueSearch } from './value-search.ts';

/**
 * Whether one of some values, which stand in a text, stands there outside of all made-up ones: a made-up value that was
 * issued says nothing of another that is a part of it, and came up later.
 *
 * @param isMadeUp whether a place of the text lies in a made-up value.
 */
export function standOutside(
  text: string,
  known: KnownText,
  values: ReadonlySet<string>,
  search: ValueSearch,
  isMadeUp: (place: Occurrence) => boolean,
): boolean {
  const seen = new Set<string>();
  for (const place of everywhere(text, known, search)) {
    if (!values.has(place.value)) continue;
    if (!isMadeUp(place)) return true;
    seen.add(place.value);
  }
  // One that is there, wherever that may be.
  return seen.size < values.size;
}

/** Where values stand in a text, as themselves, encoded, or once all is undone that is written in another way. */
function* everywhere(text: string, known: KnownText, search: ValueSearch): Generator<Occurrence> {
  yield* within(text, [], search);
  if (known.spaced) yield* within(known.spaced.text, [known.spaced], search);
  for (const [depth, view] of known.undone.entries())
    yield* within(view.text, known.undone.slice(0, depth + 1), search);
}

/** @param views what the text was made of, from that of the original on; places are those of the original. */
function* within(text: string, views: readonly View[], search: ValueSearch): Generator<Occurrence> {
  for (const occurrences of [search.plain(text), search.encoded(text)])
    for (const found of occurrences) {
      const origin = originThrough(found, views);
      if (origin) yield { ...found, start: origin.start, end: origin.end };
    }
}
