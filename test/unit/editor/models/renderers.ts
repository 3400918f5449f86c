import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { Marked, type TokenizerExtension } from 'marked';

const FORMULA = /^(\${1,2})\n((?:\\[^]|[^\\])+?)\n\1(?:\n|$)/;
/** The editor's Chat reads formulas between lines of dollars, which may take a fence for a part of theirs. */
const formula: TokenizerExtension = {
  name: 'formula',
  level: 'block',
  start: (source) => new RegExp(FORMULA.source, 'm').exec(source)?.index,
  tokenizer(source) {
    const [raw, , text] = FORMULA.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'formula', raw, text };
  },
};
const renderer = new Marked({ gfm: true });
renderer.use({ extensions: [formula] });

/** The addresses of links and pictures, as the renderer of the editor's own Chat reads Markdown: marked 14. */
export function linkedByEditor(source: string): string[] {
  const found: string[] = [];
  void renderer.walkTokens(renderer.lexer(source), (token) => {
    if (token.type === 'link' || token.type === 'image') found.push(String(token['href']));
  });
  return found;
}

/** What a viewer that looks for addresses in text may take for one. */
const BARE = /(?::\/\/|\bmailto:|\bwww\.)[^\s<>"`]*/gi;
const commonMark = [false, true].map((html) => new MarkdownIt({ html }));
for (const parser of commonMark) parser.validateLink = () => true;

/**
 * The addresses of links, pictures and definitions that CommonMark reads, with HTML and without, and those that stand bare
 * in its text.
 */
export function linkedByCommonMark(source: string): string[] {
  const found: string[] = [];
  const take = ({ type, content, children, attrs }: Token): void => {
    found.push(
      ...(attrs ?? []).flatMap(([name, value]) => (name === 'href' || name === 'src' ? [String(value)] : [])),
    );
    if (type === 'text') found.push(...(content.match(BARE) ?? []));
    children?.forEach(take);
  };
  for (const parser of commonMark) {
    const env: Env = {};
    parser.parse(source, env).forEach(take);
    found.push(...Object.values(env.references ?? {}).map(({ href }) => href));
  }
  return found;
}
