import { View } from './view.ts';

/**
 * What stands for one blank where text is broken: the end of a line with what begins the next in a quotation, a comment or a
 * list; several blanks in a row; a tab; a blank that does not break.
 */
const BROKEN =
  /[ \t\u00a0]*\r?\n[ \t\u00a0]*(?:(?:>|\/\/|[#*+-])[ \t\u00a0]*){0,3}|[ \t\u00a0]{2,}|[\t\u00a0]/g;

/** Without any of these there is none: most values have one word or blanks between them. */
const MAY_BE_BROKEN = /[\t\n\u00a0]| {2}/;

/** A text with one blank wherever several signs stand for one; undefined where none do. Time: linear. */
export function blanksUndone(text: string): View | undefined {
  if (!MAY_BE_BROKEN.test(text)) return undefined;
  let view: View | undefined;
  let at = 0;
  for (const { 0: broken, index } of text.matchAll(BROKEN)) {
    view ??= new View();
    view.copy(text, at, index);
    at = index + broken.length;
    view.replace(' ', index, at, 'line-starts', 0);
  }
  view?.copy(text, at, text.length);
  return view;
}
