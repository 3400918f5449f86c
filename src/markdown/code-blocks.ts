import type { Token } from 'markdown-it';
import { LONGEST_MARKDOWN, markdown } from './parser.ts';

/** A block of code in an answer. */
export interface CodeBlock {
  /** Without the last line break. */
  readonly text: string;
  /** What stands behind its fence; empty where it is only indented. */
  readonly info: string;
  /** The text right before it, a heading or the last line of a paragraph; where it may say what it is of. */
  readonly before: string;
}

/** Whether a token is a block of code, fenced or indented. */
export function isCodeBlock({ type }: Token): boolean {
  return type === 'fence' || type === 'code_block';
}

/** The blocks of code in an answer, in their order. */
export function codeBlocks(source: string): CodeBlock[] {
  if (source.length > LONGEST_MARKDOWN) return [];
  let before = '';
  return markdown.parse(source, {}).flatMap((token): CodeBlock[] => {
    if (token.type === 'inline') before = token.content.slice(token.content.lastIndexOf('\n') + 1);
    if (!isCodeBlock(token)) return [];
    const block = { text: token.content.replace(/\n$/, ''), info: token.info, before };
    before = '';
    return [block];
  });
}
