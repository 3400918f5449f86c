import { LONGEST_MARKDOWN, markdown } from './parser.ts';

/** The text of each block of code in an answer, fenced or indented, in their order; without the last line break. */
export function codeBlocks(source: string): string[] {
  if (source.length > LONGEST_MARKDOWN) return [];
  return markdown
    .parse(source, {})
    .filter(({ type }) => type === 'fence' || type === 'code_block')
    .map(({ content }) => content.replace(/\n$/, ''));
}
