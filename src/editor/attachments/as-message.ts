/** An attachment as it goes to the model: its name, and its content in a fence that it cannot end. */

import type { Attached } from '../panel/attached.ts';
import type { Content, Piece, Source } from './source.ts';
import { iconOf } from './ways.ts';

/** How many lines of an attachment's text stand before those of its content. */
export const LINES_BEFORE = 2;

/** The fewest backticks a fence has. */
const SHORTEST = 3;

/**
 * The text of an attachment.
 * @param name the path in the workspace, with `/`.
 */
export function attachedText(name: string, text: string, language = ''): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(Math.max(SHORTEST, longest + 1));
  // A line end in a name would begin a line of the prompt.
  const heading = name.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
  return `${heading}\n${fence}${language}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}\n`;
}

/** The messages of an attachment. */
export function attachedOf(id: string, source: Source, { pieces }: Content): Attached[] {
  return pieces.map((piece, i) => ({
    id: `${id}/${i}`,
    name: piece.name,
    icon: iconOf('image' in piece ? 'image' : source.kind),
    ...(piece.file && { file: piece.file }),
    ...bodyOf(piece),
  }));
}

function bodyOf(piece: Piece): Pick<Attached, 'text' | 'image' | 'lines' | 'quotes'> {
  if (!('text' in piece)) return { text: '', image: piece.image };
  const { name, text, language, firstLine = 1, quotes = [] } = piece;
  const whole = attachedText(name, text, language);
  const at = whole.lastIndexOf(text);
  return {
    text: whole,
    lines: { behind: LINES_BEFORE, first: firstLine },
    ...(quotes.length > 0 && {
      quotes: quotes.map((part) => ({ ...part, start: part.start + at, end: part.end + at })),
    }),
  };
}
