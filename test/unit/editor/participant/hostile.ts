import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { type Block, LINKED } from '../../../../src/editor/participant/blocks.ts';
import { markdownOf } from '../../../../src/editor/participant/markdown.ts';

/** Names that would do something if they were taken for Markdown. */
export const HOSTILE: readonly string[] = [
  '![x](https://evil.example/x.png)',
  '[press me](command:workbench.action.terminal.new)',
  '<img src=https://evil.example/x.png>',
  'https://evil.example/?q=1',
  'www.evil.example',
  'mia@evil.example',
  '`code` and **bold** and $(zap) and $x$',
  'a | b \\| c \\',
  'line\n\n# heading\n- item\n\n    code',
  '&lt;script&gt;&#97;lert',
  '[a]: https://evil.example',
  'turned\u{202E}txt.exe\u{200B}',
];

const reader = new MarkdownIt({ html: true });

/** What a reader of Markdown makes of an answer: its text, and where its links and pictures lead. */
export function readAnswer(blocks: readonly Block[]): {
  readonly markdown: string;
  readonly text: string;
  readonly links: readonly string[];
} {
  const markdown = markdownOf(blocks);
  const tokens = reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  assert.deepEqual(
    tokens.filter(({ type }) => /^(?:image|html_|fence|code_block)/.test(type)).map(({ type }) => type),
    [],
  );
  const text = tokens
    .map(({ type, content }) =>
      type === 'text' || type === 'text_special' || type === 'code_inline' ? content : '',
    )
    .join('');
  return {
    markdown,
    text,
    links: tokens.flatMap((token) => (token.type === 'link_open' ? [String(token.attrGet('href'))] : [])),
  };
}

/** The links that are neither a command of ours nor among the sources. */
export function strange(links: readonly string[], sources: readonly string[]): readonly string[] {
  const ours = LINKED.map((id) => `command:${id}`);
  return links.filter(
    (link) => !ours.includes(link as `command:${(typeof LINKED)[number]}`) && !sources.includes(link),
  );
}

/** A text as an answer shows it: in one line, and without what cannot be seen. */
export function shownAs(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '\u{FFFD}');
}
