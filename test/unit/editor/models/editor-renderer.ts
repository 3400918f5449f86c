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
