import type { View } from '../detect/layers/view.ts';
import type { Match, NameIndex } from './names.ts';
import { originThrough } from './origin.ts';

/**
 * Every place of a text where a name stands, or stands free, only once what is written in another way is undone:
 * `person1%40example.com`, `%20EMAIL_1`. What base64 and hex decode to is none of it: that is replaced as a whole.
 *
 * @param levels what is undone of the text, level by level.
 */
export function namesUndone<T>(levels: readonly View[], names: NameIndex<T>): Match<T>[] {
  if (names.size === 0) return [];
  return levels.flatMap((view, depth) =>
    Array.from(names.matches(view.text)).flatMap(({ start, end, item }) => {
      const origin = originThrough({ start, end }, levels.slice(0, depth + 1));
      return !origin || origin.inPiece ? [] : [{ start: origin.start, end: origin.end, item }];
    }),
  );
}
