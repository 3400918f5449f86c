import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { addressesIn } from './addresses.ts';
import { CertainFence } from './certain-fence.ts';
import { isCodeBlock } from './code-blocks.ts';
import { LONGEST_MARKDOWN, markdown } from './parser.ts';

/** Viewers that take HTML as it is, and every address for one, read what the panel shows as text. */
const viewer = new MarkdownIt({ html: true });
viewer.validateLink = () => true;

/**
 * The addresses of links, pictures and definitions of an answer, and those that stand bare in its text: where a viewer
 * of the same Markdown could open them, or load from them, by itself. A tag counts as one altogether, for any of it may
 * load something. Blocks of code have none, but such as some viewers do not read as code.
 */
export function linkedAddresses(source: string): string[] {
  // Nobody parses that; what looks like an address or a tag anywhere in it counts.
  if (source.length > LONGEST_MARKDOWN) return [...bare(source), ...ofHtml(source)];
  const certain = certainLines(source);
  const found = new Set<string>();
  const add = (all: readonly string[]): void => all.forEach((one) => found.add(one));
  const take = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      const { type, content, children, attrs } = token;
      for (const [name, value] of attrs ?? [])
        if (name === 'href' || name === 'src') found.add(String(value));
      if (type === 'text') add(bare(content));
      else if (type === 'html_block' || type === 'html_inline') add(ofHtml(content));
      else if (isCodeBlock(token)) add(bare(doubtful(token, certain)));
      if (children) take(children);
    }
  };
  for (const parser of [markdown, viewer]) {
    const env: Env = {};
    take(parser.parse(source, env));
    add(Object.values(env.references ?? {}).map(({ href }) => href));
  }
  return [...found];
}

const TAG = /<[A-Za-z/!?](?:"[^"]*"|'[^']*'|[^'">])*(?:["'][^]*)?>?/g;
/** What stands between these tags may load something as well. */
const LOADS = /<(?:script|style)\b/i;

function ofHtml(content: string): readonly string[] {
  return LOADS.test(content) ? [content] : (content.match(TAG) ?? []);
}

/** Which lines of a text are code in a fenced block, whoever reads it. */
function certainLines(source: string): boolean[] {
  const fence = new CertainFence();
  return source.split(/\r\n?|\n/).map((line) => {
    const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
    fence.read(indent);
    const holds = fence.holds('x');
    fence.read(`${line.slice(indent.length)}\n`);
    return holds || line === indent;
  });
}

/** The lines of a block of code that some viewers may not read as code. */
function doubtful({ type, content, map }: Token, certain: readonly boolean[]): string {
  if (type !== 'fence' || !map) return content;
  const first = map[0] + 1;
  return content
    .split('\n')
    .filter((_, index) => certain[first + index] !== true)
    .join('\n');
}

function bare(text: string): string[] {
  return addressesIn(text).map(({ start, end }) => text.slice(start, end));
}
