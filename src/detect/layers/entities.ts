import { charOf } from './characters.ts';
import type { Reader } from './marks.ts';

/** Names of HTML for characters that values and what stands around them are made of. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  ast: '*',
  bsol: '\\',
  colon: ':',
  comma: ',',
  commat: '@',
  dollar: '$',
  equals: '=',
  excl: '!',
  grave: '`',
  gt: '>',
  Hat: '^',
  hyphen: '-',
  lbrack: '[',
  lcub: '{',
  lowbar: '_',
  lpar: '(',
  lsqb: '[',
  lt: '<',
  nbsp: ' ',
  NewLine: '\n',
  num: '#',
  percnt: '%',
  period: '.',
  plus: '+',
  quest: '?',
  quot: '"',
  rbrack: ']',
  rcub: '}',
  rpar: ')',
  rsqb: ']',
  semi: ';',
  shy: '',
  sol: '/',
  Tab: '\t',
  verbar: '|',
  vert: '|',
  zwj: '',
  zwnj: '',
  ZeroWidthSpace: '',
};

/** These stand in every page of HTML; they open a window, but nobody hides in them. */
const ORDINARY = new Set(['amp', 'gt', 'lt', 'quot', 'apos']);

const ENTITY = /&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}))(?:;|(?![0-9a-zA-Z]))|([A-Za-z]{2,14});)/y;

/** `&#65;`, `&#x41;` and `&commat;` (HTML, section 13.5). */
export const readEntity: Reader = (text, at, marks) => {
  const next = text.charCodeAt(at + 1);
  if (next !== 35 && !((next | 32) >= 97 && (next | 32) <= 122)) return at + 1;
  ENTITY.lastIndex = at;
  const [whole, hex, decimal, name] = ENTITY.exec(text) ?? [];
  if (whole === undefined) return at + 1;
  const end = at + whole.length;
  if (name !== undefined) {
    const char = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (char === undefined) return end;
    const weight = name === 'nbsp' ? 'none' : ORDINARY.has(name) ? 'weak' : 'strong';
    return marks.add(at, end, char, 'entities', weight);
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code > 0x10ffff) return end;
  return marks.add(at, end, charOf(code), 'entities', code > 32 && code < 127 ? 'strong' : 'weak');
};
