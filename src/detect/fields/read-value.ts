import { lengthInLine } from '../structures/escaped-line.ts';
import { isLetter } from './labels/label-ends.ts';
import { type Label, leads } from './read-label.ts';
import type { Form } from './values/verdict.ts';

/** A place a value may stand at; offsets are UTF-16 code units into the text. */
export interface Value {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  /** What is judged, where that is not the text itself: with the escapes of a query undone. */
  readonly plain: string;
  /** Whether it ends as a line of a program does: what has no quotes is then no text. */
  readonly code: boolean;
}

const LONGEST = 160;
const NOTHING: readonly Value[] = [];
/** What may stand between a separator and its value. */
const GAP =
  /[ \t\u3000]{0,40}(?:[*_]{1,3}(?=[\s*_"'\p{L}\d]))?[ \t\u3000]{0,12}(?:<\/?\w{1,8}>[ \t]{0,4}){0,3}(?:\[ ?(?=["']))?/uy;
const NEXT_LINE = /[ \t]{0,8}\r?\n(?:[ \t]{0,40}\r?\n)?([ \t]{0,40})(?=[^\s:\-#}\])])/y;
const CELL_GAP =
  /\s{0,20}:?\s{0,20}<\/(?:th|td|dt|label|span|b|strong|div|p|h\d)>\s{0,40}(?:<[a-z][^<>]{0,80}>\s{0,40}){0,4}/iy;

/** A field of a form with what it holds, right behind its label. */
const INPUT = /<input\s[^<>]{0,60}?value=["'](?=[^<>]{1,70}>\s{0,40}$)/i;

/** The type of a variable before its value: `born: str = …`, `name: Optional[str] = …`, `name: &'static str = …`. */
const TYPED =
  /(?:(?:Optional\[)?(?:&(?:'static )?str|str|string|String|char\*?|date|Date|datetime|LocalDate)\]?\??(?: ?\| ?(?:None|null|undefined))?) ?= ?/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** What may be the value behind a `:`, `=`, `=>`, `:=`, or a sign that stands for one. The likeliest comes first. */
export function valuesBehind(text: string, separator: number, label: Label): readonly Value[] {
  const sign = text.charAt(separator);
  let at = separator + 1;
  const next = text.charAt(at);
  if (sign === ':' && (next === ':' || next === '/')) return NOTHING;
  if (sign === '=' && (next === '=' || next === '~')) return NOTHING;
  // Before `=>` stands a key in quotes, or the parameters of a function.
  if (sign === '=' && next === '>' && !label.quoted) return NOTHING;
  if ((sign === '=' && next === '>') || (sign === ':' && next === '=')) at += 1;
  at += matchAt(GAP, text, at)?.[0].length ?? 0;
  const first = text.charAt(at);
  if (first === '\n' || first === '\r')
    return label.quoted || sign === '=' ? NOTHING : below(text, at, label);
  const typed = sign === ':' ? matchAt(TYPED, text, at) : undefined;
  if (typed) return typedAs(text, at + typed[0].length);
  const escaped = first === '\\' ? 1 : 0;
  const quote = text.charAt(at + escaped);
  if (quote === '"' || quote === "'" || quote === '`') return quoted(text, at + escaped, escaped === 1);
  if (QUOTES[quote] !== undefined) return within(text, at, QUOTES[quote]);
  return sign === '=' ? assigned(text, at, label) : bare(text, at);
}

/** The value of a variable whose type is given: a literal in quotes, or none. */
function typedAs(text: string, at: number): readonly Value[] {
  return /["'`]/.test(text.charAt(at)) ? quoted(text, at, false) : NOTHING;
}

const QUOTES: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '「': '」', '『': '』' };

function within(text: string, at: number, close: string): readonly Value[] {
  const end = text.slice(at, at + LONGEST).indexOf(close, 1);
  return end < 0 ? NOTHING : [valueOf(text, at + 1, at + end, 'quoted')];
}

/** All there is on the rest of a line, but for how somebody is addressed: behind a label with nothing but a blank. */
const OF_LINE =
  /[^\s:：，。、；,;]{2,60}(?: [\u3041-\u9fff]{1,4}(?=\s|$))??(?=(?:[ \u3000]?(?:様|さま|さん|氏|殿|先生|女士|小姐))?[ \t]{0,8}(?:[\r\n，。、；,;]|$))/y;

/** The value behind a blank, where no other words follow that would make of it a line of titles or a sentence. */
export function valueOfLine(text: string, from: number): readonly Value[] {
  const written = matchAt(OF_LINE, text, from)?.[0];
  return written === undefined ? NOTHING : [valueOf(text, from, from + written.length, 'bare')];
}

/** The value between tags: `<Nachname>…</Nachname>`. */
export function valueInElement(text: string, from: number): readonly Value[] {
  const rest = text.slice(from, from + LONGEST + 20);
  const match = /^\s{0,20}(?:<!\[CDATA\[)?([^<>]{1,160}?)\s{0,20}(?:\]\]>)?<\//.exec(rest);
  const content = match?.[1];
  if (!match || content === undefined) return NOTHING;
  const start = from + match[0].indexOf(content);
  return [valueOf(text, start, start + content.length, 'quoted')];
}

/** The value in the element behind the one that holds the label: `<td>Name</td><td>…</td>`. */
export function valueInNextElement(text: string, tag: number): readonly Value[] {
  const gap = matchAt(CELL_GAP, text, tag);
  if (!gap) return NOTHING;
  const field = INPUT.exec(gap[0])?.[0];
  if (field !== undefined) return quoted(text, tag + gap[0].lastIndexOf(field) + field.length - 1, false);
  const from = tag + gap[0].length;
  const match = /^[^<>\n]{1,160}(?=<|\n)/.exec(text.slice(from, from + LONGEST + 1));
  if (match) return trimmed(text, from, from + match[0].length, 'quoted');
  const input = /^\bvalue=["']/.exec(text.slice(from, from + 8));
  return input ? quoted(text, from + 6, false) : NOTHING;
}

/** The value in the cell behind the one a label stands in. */
export function valueInCell(text: string, from: number, delimiter: string): readonly Value[] {
  const rest = text.slice(from, from + LONGEST);
  const end = rest.search(delimiter === '|' ? /[|\r\n]/ : /[\t\r\n]/);
  return trimmed(text, from, from + (end < 0 ? rest.length : end), 'cell');
}

/** The value of the same element: `name="firstName" value="…"`. */
export function valueBeside(text: string, from: number): readonly Value[] {
  const match =
    /^(?:\s{1,12}[\w-]{1,20}=["'][^"'<>]{0,60}["']){0,4}\s{0,12},?\s{0,40}["']?(?:value|content)["']?\s?[=:]\s?(?=["'])/.exec(
      text.slice(from, from + 240),
    );
  return match ? quoted(text, from + match[0].length, false) : NOTHING;
}

function quoted(text: string, at: number, escaped: boolean): readonly Value[] {
  const quote = text.charAt(at);
  const limit = Math.min(text.length, at + 1 + LONGEST);
  for (let end = at + 1; end < limit; end++) {
    const char = text.charAt(end);
    if (char === '\n') return NOTHING;
    if (char === '\\') {
      if (escaped && text.charAt(end + 1) === quote) return [valueOf(text, at + 1, end, 'quoted')];
      end += 1;
    } else if (char === quote) {
      if (quote === "'" && text.charAt(end + 1) === quote) end += 1;
      else if (quote === "'" && isInside(text, end)) continue;
      else return trimmed(text, at + 1, end, 'quoted');
    }
  }
  return NOTHING;
}

/** Whether an apostrophe stands inside a word of a text in quotes of the same sign: `'O'Brien'` is written so in SQL. */
function isInside(text: string, at: number): boolean {
  return /^(?:\p{L}'\p{Lu}|\s'[ts]\s)/u.test(text.slice(at - 1, at + 3));
}

function valueOf(text: string, start: number, end: number, form: Form, code = false): Value {
  return { start, end, form, plain: plainOf(text.slice(start, end), form), code };
}

/** A value without the escapes of JSON and SQL that stand in names. */
function plainOf(written: string, form: Form): string {
  if (form !== 'quoted' || !/[\\'&]/.test(written)) return written;
  const plain = written.includes('\\u')
    ? written.replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : written;
  return plain
    .replaceAll("''", "'")
    .replaceAll("\\'", "'")
    .replaceAll('&#39;', "'")
    .replaceAll(/\\n|\\r\\n/g, ', ');
}

function trimmed(text: string, from: number, to: number, form: Form): readonly Value[] {
  let start = from;
  let end = to;
  while (start < end && ' \t\u3000*`\r\n'.includes(text.charAt(start))) start += 1;
  while (end > start && ' \t\u3000*`\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return end > start ? [valueOf(text, start, end, form)] : NOTHING;
}

/** A value on the line below its label. */
function below(text: string, at: number, label: Label): readonly Value[] {
  const match = leads(text, label) ? matchAt(NEXT_LINE, text, at) : undefined;
  return match ? bare(text, at + match[0].length).filter(({ code }) => !code) : NOTHING;
}

/** A value without quotes behind `=`: of a query, of a log, of a file of settings. */
function assigned(text: string, at: number, label: Label): readonly Value[] {
  const lead = text.charAt(label.start - 1);
  const run = /^[^\s&"'<>#;]{1,160}/.exec(text.slice(at, at + LONGEST))?.[0] ?? '';
  const inQuery =
    lead === '?' || lead === '&' || text.charAt(at + run.length) === '&' || /%[0-9A-F]{2}|\w\+\w/i.test(run);
  if (!inQuery) return bare(text, at);
  return [{ ...valueOf(text, at, at + run.length, 'quoted'), plain: decoded(run) }];
}

function decoded(run: string): string {
  try {
    return decodeURIComponent(run.replaceAll('+', ' '));
  } catch {
    return run;
  }
}

/** Where a value of several on a line may end. */
const CUT =
  /\t|\s{2,}|\s?[;|；｜。，、<]|\s[-–—/(（]\s?|(?<=\d{3})\s(?=(?:for|of|and|is|was|in|at|on|für|von|und|ist|am|pour|est|para|per|por|voor)\s)|,\s?(?=\p{L})|,|\s(?=[\p{L}_.-]{1,30}\s?[=:：])|["'`}\])]|\.\s|\.$/gu;
const MOST_CUTS = 8;

/** Another label on the same line. */
const NEXT_LABEL = /[ \t\u3000,;、，](?:[\p{L}\p{N}_.-]{1,30}|"[^"\n]{1,40}"|'[^'\n]{1,40}') ?[:=：]/u;

/** A stretch up to the end of its line, or to the next label on it. */
function upTo(rest: string): string {
  const end = rest.search(LINE_END);
  const line = end < 0 ? rest : rest.slice(0, end);
  const next = line.search(NEXT_LABEL);
  return next < 0 ? line : line.slice(0, next);
}

/** Whether the last sign before a place is a quote that is opened nowhere before it. */
function closesQuote(written: string, at: number): boolean {
  const last = written.charAt(at - 1);
  return (last === '"' || last === "'" || last === '`') && written.slice(0, at).split(last).length % 2 === 0;
}

/** Whether a value is words with single blanks between them: nothing it could end at. */
function isPlain(written: string): boolean {
  let isWord = false;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (code === 32 ? !isWord : !isLetter(code) && !(code > 47 && code < 58)) return false;
    isWord = code !== 32;
  }
  return isWord;
}

const BEGINS_CODE = /^(?:[[{<>=%&!?|\\@#~^/]|\((?!\+?\d)|\$(?!\d))/;
const ENDS_AS_CODE = /[;,{([]$|=>|\) ?\{|\(\)/;
const BEGINS_CALL = /^\w{1,40}\(/;
const CLOSING = /["'`*_,;)}\]]{1,6}$/;
const LINE_END = /[\r\n]/;

/** A value without quotes up to the end of its line, and what it is where it ends before. */
function bare(text: string, at: number): readonly Value[] {
  const line = upTo(text.slice(at, at + LONGEST));
  const written = line.slice(0, lengthInLine(text, at, line)).trimEnd();
  if (isPlain(written)) return [valueOf(text, at, at + written.length, 'bare')];
  if (written === '' || BEGINS_CODE.test(written)) return NOTHING;
  const code = ENDS_AS_CODE.test(written) || BEGINS_CALL.test(written);
  const whole = written.replace(CLOSING, '').trimEnd();
  const ends = [whole.length];
  CUT.lastIndex = 0;
  for (let match = CUT.exec(written); match; match = CUT.exec(written)) {
    // Behind a quote that closes what was opened before the value, as in JSON, nothing more is of it.
    if (closesQuote(written, match.index)) break;
    if (match.index > 0 && !ends.includes(match.index)) ends.push(match.index);
    if (ends.length > MOST_CUTS) break;
  }
  if (ends.length > 1) ends.sort((one, other) => other - one);
  return ends.map((end) =>
    valueOf(text, at, at + written.slice(0, end).trimEnd().length, 'bare', code && end > written.length - 2),
  );
}
