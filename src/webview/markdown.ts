import { fenceInfo } from '../markdown/fence-info.ts';
import { isCodeBlock } from '../markdown/code-blocks.ts';
import { markdown } from '../markdown/parser.ts';

/** A block at the top of a Markdown text. */
export interface Block {
  /** It is to be sanitised before it is shown. */
  readonly html: string;
  /** The languages of the blocks of code in it, in their order; empty where none is said. */
  readonly languages: readonly string[];
}

/**
 * The blocks at the top of a Markdown text (a paragraph, a list, a block of code), one after the other, so that a text
 * that grows can be drawn again from the block that changed.
 */
export function markdownBlocks(source: string): Block[] {
  const env = {};
  const blocks: Block[] = [];
  let from = 0;
  const tokens = markdown.parse(source, env);
  for (const [at, { level, nesting }] of tokens.entries()) {
    if (level > 0 || nesting > 0) continue;
    const own = tokens.slice(from, at + 1);
    blocks.push({
      html: markdown.renderer.render(own, markdown.options, env),
      languages: own.filter(isCodeBlock).map(({ info }) => fenceInfo(info).language),
    });
    from = at + 1;
  }
  return blocks;
}
