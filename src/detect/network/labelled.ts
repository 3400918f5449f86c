import { isCapital, isDigit, isSmall } from '../numbers/masks.ts';
import type { Piece } from '../structures/reading.ts';

/** What may stand between a label and its value. */
const GAP =
  '[A-Za-z0-9_]{0,12}(?:[ _/-]{1,2}(?:no|nr|number|nummer|num|numero|número|numéro|id|ids|address|addr|adresse|serial|code|meid|is|was|lautet|ist|es|est|value|de|du|of|the|1|2)\\.?(?![A-Za-z])){0,4}["\'`\\])]{0,3}[\\s:：=,(>|-]{0,5}["\'`(«]{0,2}';

/** Values of one shape, read behind a label. */
export interface LabelledValue {
  /** The value behind a label that stands at [at, end); undefined where there is none, or the label is a piece of a word. */
  behind(text: string, at: number, end: number): Piece | undefined;
}

/**
 * A reader of values behind labels.
 * @param shape source of a bounded pattern without groups; matched in any case
 */
export function labelledValue(shape: string): LabelledValue {
  const pattern = new RegExp(`(${GAP})(?<![A-Za-z0-9])(${shape})(?![\\w]|[-.:]\\w)`, 'iy');
  return {
    behind(text, at, end) {
      if (!startsWord(text, at) || !endsName(text, end)) return undefined;
      pattern.lastIndex = end;
      const match = pattern.exec(text);
      const value = match?.[2];
      if (!match || value === undefined) return undefined;
      const start = end + (match[1]?.length ?? 0);
      return { start, end: start + value.length, value };
    },
  };
}

/** Whether a word begins at a place, alone or as a hump of a camel. */
export function startsWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isSmall(before))
    return isCapital(text.charCodeAt(at)) || (text[at - 2] === '\\' && 'nrt'.includes(text.charAt(at - 1)));
  return !isCapital(before) && !isDigit(before);
}

/** Whether a word ends there, or a hump of a camel. */
function endsName(text: string, end: number): boolean {
  return !isSmall(text.charCodeAt(end));
}
