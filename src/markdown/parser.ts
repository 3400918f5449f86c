import MarkdownIt from 'markdown-it';
import { isOpenable } from './links.ts';

/**
 * How answers are read. The panel shows by it, and the extension takes blocks of code by it, so that both mean the same
 * block.
 */
export const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

// What is not a link of the web stays the text it was written as.
markdown.validateLink = isOpenable;

// Nothing is loaded: an image is what it says it shows.
markdown.renderer.rules['image'] = (tokens, index, options, env, self) =>
  markdown.utils.escapeHtml(self.renderInlineAsText(tokens[index]?.children ?? [], options, env));

/** Longer answers, in code units, are shown as plain text: no one reads them, and Markdown takes its time. */
export const LONGEST_MARKDOWN = 200_000;
