import { markdown } from '../markdown/parser.ts';

/**
 * The HTML of each block at the top of a Markdown text (a paragraph, a list, a block of code), one after the other, so
 * that a text that grows can be drawn again from the block that changed. It is to be sanitised before it is shown.
 */
export function markdownBlocks(source: string): string[] {
  const env = {};
  const blocks: string[] = [];
  let from = 0;
  const tokens = markdown.parse(source, env);
  for (const [at, { level, nesting }] of tokens.entries()) {
    if (level > 0 || nesting > 0) continue;
    blocks.push(markdown.renderer.render(tokens.slice(from, at + 1), markdown.options, env));
    from = at + 1;
  }
  return blocks;
}
