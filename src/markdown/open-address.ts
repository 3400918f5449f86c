import { addressesIn } from './addresses.ts';

/** So much of a paragraph is looked back on. */
const LONGEST = 4_000;

/**
 * Tells, while Markdown comes in, whether what comes next would stand in an address that a renderer may make a link or
 * load from: the target of a link or a picture, a definition, an autolink, a tag, an address that stands bare. What may
 * be one counts as one. Nothing of that reaches over an empty line (CommonMark 0.31, GFM autolinks).
 */
export class OpenAddress {
  #paragraph = '';

  /** Takes in what comes next. */
  read(text: string): void {
    const all = this.#paragraph + text;
    const empty = EMPTY_LINE.exec(all);
    this.#paragraph = (empty ? (empty[1] ?? '') : all).slice(-LONGEST);
  }

  /** @param back so many code units before what comes next. */
  isOpen(back = 0): boolean {
    const text = this.#paragraph.slice(0, this.#paragraph.length - back);
    return BARE.test(text) || TAG.test(text) || DEFINITION.test(text) || opensTarget(text);
  }
}

const EMPTY_LINE = /[^]*\n[ \t\r]*\n([^]*)$/;
const BARE =
  /(?::\/\/|\b(?:mailto|tel|sms|xmpp|data|file|javascript|command|vscode[a-z-]{0,20}):|www\.|[^\s<>]@)[^\s<]*$/i;
const TAG = /<[A-Za-z/!?](?:"[^"]*"|'[^']*'|[^'">])*(?:"[^"]*|'[^']*)?$/;
/** The label before it may have any signs and lines in it. */
const DEFINITION = /\]:[\s>]*\S*$/;

/** Whether the target of the last link is not closed yet; brackets in it may be in pairs. */
function opensTarget(text: string): boolean {
  const from = text.lastIndexOf('](');
  if (from < 0) return false;
  let depth = 0;
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}

const MAIL = /[^\s@]@[^\s@]/;

/** Whether a text would become a link by itself. */
export function linksItself(text: string): boolean {
  return MAIL.test(text) || addressesIn(text).length > 0;
}
