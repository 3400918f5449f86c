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
  /** Whether the line holds nothing but blanks so far. */
  #isBlank = true;

  /** Takes in what comes next. */
  read(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (this.#isBlank && BLANK.test(text.slice(from, end))) {
        this.#paragraph = '';
        from = end + 1;
      } else this.#add(text.slice(from, (from = end + 1)));
      this.#isBlank = true;
    }
    this.#isBlank &&= BLANK.test(text.slice(from));
    this.#add(text.slice(from));
  }

  #add(text: string): void {
    this.#paragraph += text;
    // Not at each piece: that would take its time.
    if (this.#paragraph.length > 2 * LONGEST) this.#paragraph = this.#paragraph.slice(-LONGEST);
  }

  /** Whether a backtick that comes next may be read as a part of an address that stands bare, and mark no code. */
  get takesMarks(): boolean {
    const word = lastWord(this.#paragraph, LONGEST_WORD);
    return word.length === LONGEST_WORD || BARE.test(word);
  }

  /** The last of what was read, so many code units of it, as far as its paragraph goes. */
  last(length: number): string {
    return this.#paragraph.slice(-length);
  }

  /** @param back so many code units before what comes next. */
  isOpen(back = 0): boolean {
    const recent = this.#paragraph.slice(-LONGEST);
    const text = recent.slice(0, recent.length - back);
    return BARE.test(lastWord(text, LONGEST)) || TAG.test(text) || DEFINITION.test(text) || opensTarget(text);
  }
}

/** So long a word is taken for an address without a look. */
const LONGEST_WORD = 300;

const BLANK = /^[ \t\r]*$/;
const ENDS_WORD = /[\s<]/;
/** Where an address begins that may stand bare, and goes on to the end of its word. */
const BARE = /:\/\/|\b(?:mailto|tel|sms|xmpp|data|file|javascript|command|vscode[a-z-]{0,20}):|www\.|[^>]@/i;
const TAG = /<[A-Za-z/!?](?:"[^"]*"|'[^']*'|[^'">])*(?:"[^"]*|'[^']*)?$/;
/** The label before it may have any signs and lines in it. */
const DEFINITION = /\]:[\s>]*[^ \t\r\n]*$/;

function lastWord(text: string, longest: number): string {
  const first = Math.max(0, text.length - longest);
  let at = text.length;
  while (at > first && !ENDS_WORD.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at);
}

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
