import { isNeverGiven, PASSWORD } from './never-given.ts';
import { bare } from './bare-value.ts';
import { beginOfValue } from './begin-of-value.ts';
import { lengthOfInnerQuote, quotedByWord } from './quote-words.ts';
import { valueBefore } from './value-before.ts';

/**
 * How a value was given to its key. `env` is `KEY=value` where nothing but a value can stand, `url` a query,
 * `connection` one field of several with `;` between, `code` anything with an operator, `fallback` what stands in for a
 * variable that is not set, `call` an argument, `setter` the one of a method that is named after the key.
 */
export type Form =
  | 'env'
  | 'url'
  | 'connection'
  | 'code'
  | 'fallback'
  | 'call'
  | 'setter'
  | 'sql'
  | 'xml'
  | 'cli'
  | 'prose'
  | 'bearer';

/** A value and how it stands there; offsets are UTF-16 code units into the text, quotes left out. */
export interface Given {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly form: Form;
}

const OPERATOR = /[ \t]{0,12}(?::=|=>|(?:\?{1,2}|\|\|)?=(?![=>~])|:(?![:=])[*_]{0,3}|<-|\|)[ \t]{0,12}/y;
/** Between an operator and the string: a variable that is asked first. */
const ASKED =
  /(?:(?:process\.env|import\.meta\.env|Deno\.env|os\.environ|ENV|\$_ENV|System\.getenv|os\.Getenv|getenv|config|settings|args|options|opts)[\w.[\]'"()?!-]{0,60}[ \t]{0,2}(?:\|\||\?\?|\?:|\bor\b)|(?:[\w.:]{1,40}(?:getenv|environ\.get|env|fetch|GetEnvironmentVariable)|getenv|env)\([ \t]?["'][\w.-]{1,60}["'],|\w{1,30}\([^()\r\n]{0,40}\)[ \t]{0,2}(?:\|\||\?\?|\bor\b))[ \t]{0,2}(?=["'`])/y;
/** After the name of a variable: what stands in for it, `process.env.API_KEY ?? "…"`, `getenv("KEY", "…")`. */
const FALLBACK = /["'\])]{0,3}[ \t]{0,2}(?:\|\||\?\?|\?:|or\b|,|\{)[ \t]{0,2}(?=["'`])/y;
const OF_ENVIRONMENT =
  /(?:\benv|environ|getenv|EnvironmentVariable|getProperty|ENV\.fetch|\.get)[.(['"]{1,3}[\w.]{0,48}$/;
/** What turns a string into what a program takes. */
const WRAPPED =
  /(?:(?:new[ \t])?(?:\w{1,24}(?:::|\.)){0,3}(?:[Ss]tring|SecretString|SecretStr|Secret|SecureString|Sensitive|Password|SymmetricSecurityKey|SigningKey|str|bytes|b64encode|strdup|from|from_static|new|of|encode|GetBytes|Some|Just|b|Field|Option|Query|Header)|\[\]byte)\([ \t]{0,2}(?:default[ \t]?=[ \t]?)?/y;
/** The end of an element that holds a key alone: `<key>Password</key>`, the value in the next one. */
const LISTED = /<\/(?:[\w-]{1,16}[-.])?(?:key|name)>\s{0,40}<(?:[\w-]{1,16}[-.])?(?:string|value)>/y;
/** An element whose content is an attribute: `<password value="…"/>`. */
const VALUED = /[ \t]{1,4}value[ \t]?=[ \t]?(?=["'])/iy;
/** One more attribute of the element whose name the key is. */
const ATTRIBUTE = /^ \w{1,24}=["'][^"'<>]{0,30}["']>/;
/** The value of an input whose type the key is: `<input type=password name=pw value="…">`. */
const OF_INPUT =
  /(?:\s{1,8}[\w:@.-]{1,30}(?:=(?:"[^"<>]{0,80}"|'[^'<>]{0,80}'|[^\s"'<>]{1,60}))?){0,6}?\s{1,8}value=(?=["'])/iy;
const APART = /[ \t]{1,4}(?=["'])/y;
const ALONE =
  /(?:^[ \t]{0,24}(?:(?:set|add|user|username|aaa|crypto|radius|tacacs|snmp|interface|system|option)[ \t][\w ./@:-]{0,100}[ \t])?|\((?:def|defonce|defvar|defparameter|define|setq)[ \t]{1,3}|[{,(][ \t]{0,4}|[\s{]:|header[ \t]{1,4})[\w-]{0,24}$/;
const TYPED =
  /[ \t]{0,4}(?::[ \t]{0,4}(?:(?:typing\.)?(?:Optional|Final|ClassVar|LiteralString|Annotated)\[?)?(?:&(?:'static )?str|string|String|str|bytes|SecureString|char\*?|(?=[ \t]{0,8}=))\]?[?]?|[ \t]string|[ \t]As[ \t]String|(?:\[[0-9]{0,4}\]){1}|[ \t]CONSTANT[ \t]\w{1,20}(?:\(\d{1,5}\))?)[ \t]{0,8}:?=[ \t]{0,8}|[ \t]by[ \t]lazy[ \t]?\{[ \t]{0,4}|\{[ \t]?(?=")/y;
const BESIDE =
  /[ \t]{0,4},?[ \t]{0,4}(?:\\?["'])?(?:[\w:]{0,20}value|val|default)(?:\\?["'])?[ \t]{0,4}[:=][ \t]{0,4}/iy;
const BELOW = /[ \t]{0,4},?\r?\n[ \t]{0,40}(?:\\?["'])?value(?:\\?["'])?[ \t]{0,4}[:=][ \t]{0,4}/iy;
const BLOCK = /[ \t]{0,4}\{[^{}]{0,200}?\bdefault[ \t]{0,12}=[ \t]{0,8}/y;
const SAID =
  /(?:[ \t]{1,3}(?:for|to|of|on|from|in|para|del|de|für|zum|zur|pour|du)(?: [\p{L}\w@.'/-]{1,24}){1,5}?)?[ \t]{0,3}(?:\([^()\n]{1,40}\)[ \t]{0,3})?(?:[*_`]{0,3}[:=][*_`]{0,3}|[ \t](?:is|was|ist|war|lautet|es|est|é|now|would be|should be|to)(?: now| still| currently| jetzt)?[ \t]{0,2}:?)[ \t]{1,3}/uy;
/** `SET PASSWORD FOR 'app'@'%' = '…'`. */
const FOR_USER = /[ \t]FOR[ \t][^\s=]{1,80}[ \t]{0,3}=[ \t]{0,3}(?=')/iy;
const SETS =
  /(?:(?:define|set|put|add|env|config|secret|param|header|append|with|property|attribute|variable)\w{0,20}\(|values[ \t]?\(|(?:buildConfigField|resValue)[( ][ \t]?["']\w{1,12}["'],|^[ \t]{0,24}[([])[ \t]{0,4}\\?["']$/i;
const LITERAL = /(?:[rRbBfFuULN@$]{0,2})(\\?)("""|'''|["'`])/y;

/** A quote within quotes, as SQL and YAML write it. */
const DOUBLED = /^''\w/;

/** What a password is compared with: `password === "…"`. */
const COMPARED = /[ \t]{0,4}(?:[!=]==?|\.equals\()[ \t]{0,4}(?=["'])/y;
/** A constant that names what is put: `env.put(Context.SECURITY_CREDENTIALS, "…")`. */
const PUTS_CONSTANT = /(?:put|set|add|with|cpy)\w{0,20}\([ \t]{0,4}(?:\w{1,40}\.)?$/i;
const BEGINS_LITERAL = /["'`\\rRbBfFuULN@$]/;

const IN_CONNECTION = /;[ \t]?$|["';][\w ]{0,20}$/;
const WORD_BEFORE = /[a-z] $/;
const IN_QUOTES = /["'][^"']{0,40}$/;
const MAY_WRAP = /[A-Za-z$[]/;
const SCHEME = /^(?:Bearer|Basic|Token) /i;
const OPENS_ELEMENT = /<(?:\w{1,20}:)?$/;

/** Reads the value that is given to the key whose name is text[start, end). Bounded, whatever the text. */
export function valueAfter(text: string, start: number, end: number): Given | undefined {
  const before = text.slice(Math.max(0, start - 60), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const name = text.slice(start, end);
  const last = line.at(-1) ?? '';
  if ((last === '?' || last === '&') && text[end] === '=') return bare(text, end + 1, 'url');
  if ((last === '<' || last === ':') && OPENS_ELEMENT.test(line)) {
    const valued = matchAt(VALUED, text, end);
    return valued === undefined ? element(text, end) : quotedAt(text, valued, 'xml');
  }
  const next = text.charCodeAt(end);
  // What is given with an operator right behind the name, nearly all there is, has nothing else to be asked.
  if (last !== '-' && (next === EQUALS || (next === COLON && !mayBeTyped(text, end + 1)))) {
    const given = operatedAt(text, end, line, name);
    if (given !== 'none') return given;
  }
  if (last !== '-') {
    if (text.startsWith('.set(', end)) return argument(text, end + 5, 'setter');
    if (next === BRACKET) return isSetter(line, name) ? argument(text, end + 1, 'setter') : undefined;
    if (isNeverGiven(text, end, line, name)) return undefined;
  }
  const close = closing(text, end);
  if (last === '-' && close === end) return flag(text, end);
  const input = /\btype=["']?$/i.test(line) ? matchAt(OF_INPUT, text, close) : undefined;
  if (input !== undefined) return quotedAt(text, input, 'xml');
  const listed = text.startsWith('</', end) ? matchAt(LISTED, text, end) : undefined;
  if (listed !== undefined) return element(text, listed - 1);
  const instead = matchAt(FALLBACK, text, end);
  if (instead !== undefined && OF_ENVIRONMENT.test(line + name)) return quotedAt(text, instead, 'fallback');
  if (close > end && (last === '"' || last === "'")) {
    const beside = matchAt(BESIDE, text, close) ?? matchAt(BELOW, text, close) ?? matchAt(BLOCK, text, close);
    if (beside !== undefined) return value(text, beside, 'code', line);
    if (text[close] === '>' || ATTRIBUTE.test(text.slice(close, close + 60))) return element(text, close);
    if (text[close] === ',' && SETS.test(line)) return argument(text, close + 1, 'call');
    const before = valueBefore(text, start, line);
    if (before !== undefined) return before;
  }
  if (/[\s"']/.test(last) && /\bname:[ \t]{1,4}["']?$/.test(line)) {
    const below = matchAt(BELOW, text, close) ?? matchAt(BESIDE, text, close);
    if (below !== undefined) return value(text, below, /^[A-Z][A-Z0-9_]+$/.test(name) ? 'env' : 'code', '');
  }
  const typed = matchAt(TYPED, text, close);
  if (typed !== undefined) return value(text, typed, 'code', line);
  const given = operatedAt(text, close, line, name);
  if (given !== 'none') return given;
  const compared = PASSWORD.test(name) ? matchAt(COMPARED, text, close) : undefined;
  if (compared !== undefined) return quotedAt(text, compared, 'call');
  if (text[close] === ',' && close === end && PUTS_CONSTANT.test(line))
    return argument(text, close + 1, 'setter');
  if (text[close] === '(') return isSetter(line, name) ? argument(text, close + 1, 'setter') : undefined;
  if (/#[ \t]?define[ \t]{1,4}$/.test(line))
    return quotedAt(
      text,
      close + (/^[ \t]{0,12}/.exec(text.slice(close, close + 12))?.[0].length ?? 0),
      'code',
    );
  if (/(?:^|\s)(?:ENV|setx|set -\w{1,4}|config(?:ure)?[ \t]set)[ \t]{1,4}$/i.test(line))
    return quotedAt(text, close + 1, 'env') ?? bare(text, close + 1, 'env');
  const apart = close === end ? matchAt(APART, text, close) : undefined;
  if (apart !== undefined && ALONE.test(line)) return quotedAt(text, apart, 'code');
  const forUser = /pass/i.test(name) ? matchAt(FOR_USER, text, close) : undefined;
  if (forUser !== undefined) return quotedAt(text, forUser, 'sql');
  const said = matchAt(SAID, text, close);
  if (said !== undefined) return value(text, said, 'prose', line);
  if (/^[ \t]{1,4}'/.test(text.slice(close, close + 6)) && /pass|pwd/i.test(name))
    return value(text, text.indexOf("'", close), 'sql', line);
  return undefined;
}

const EQUALS = 61;
const COLON = 58;
const BRACKET = 40;

/** Whether a type may stand behind a colon: it begins as those do that `TYPED` knows. */
function mayBeTyped(text: string, at: number): boolean {
  let from = at;
  while (from < at + 4 && text.charCodeAt(from) === 32) from += 1;
  return 'OosS&c=FCLAbt'.includes(text.charAt(from));
}

/** The value behind an operator, undefined where none can stand; `none` where there is no operator. */
function operatedAt(text: string, close: number, line: string, name: string): Given | undefined | 'none' {
  const operated = matchAt(OPERATOR, text, close);
  if (operated === undefined) return 'none';
  const operator = text.slice(close, operated);
  if (operator.includes('|') && operator.trim() === '|' && !/^[ \t]*\|/.test(line)) return 'none';
  const from = beginOfValue(text, operated, operator, line);
  return value(text, from, formOf(operator, line, name), line);
}

/** Where a credential after the word `Bearer` stands. */
export function bearerAfter(text: string, end: number): Given | undefined {
  const match = /^[ \t]{1,2}([A-Za-z0-9._~+/=-]{12,2048})/.exec(text.slice(end, end + 2052));
  const credential = match?.[1];
  if (match === null || credential === undefined) return undefined;
  const start = end + match[0].length - credential.length;
  return { start, end: start + credential.length, quoted: false, form: 'bearer' };
}

/** `setPassword(`, `.password(`, and SQL's function `PASSWORD(`. */
function isSetter(line: string, name: string): boolean {
  const method = name.slice(name.lastIndexOf('.') + 1);
  if (/^(?:[Ss]et|[Ww]ith|[Aa]dd|[Uu]se)[A-Z_]/.test(method) || name === 'PASSWORD') return true;
  return (
    (method !== name || /[.@]$/.test(line)) &&
    /^(?:\w{0,12}(?:password|passphrase)|api_?key|(?:access_?|auth_?)?token|secret(?:_?key)?|credentials?)$/i.test(
      method,
    ) &&
    !/^get/i.test(method)
  );
}

function formOf(operator: string, line: string, name: string): Form {
  if (operator === '=')
    return IN_CONNECTION.test(line) && !/export|ENV|ARG|-e[ \t]|set /.test(line) ? 'connection' : 'env';
  if (WORD_BEFORE.test(line) && operator.trim() === ':' && /^[a-z]/.test(name)) return 'prose';
  return 'code';
}

/** After a closing quote, bracket or emphasis of the key. */
function closing(text: string, end: number): number {
  const match = /^(?:\\?["'`]\]?|[*_`]{1,3}(?=[:= ])|\](?=[ =:]))/.exec(text.slice(end, end + 4));
  return end + (match?.[0].length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function value(text: string, at: number, form: Form, line: string): Given | undefined {
  return (
    quotedAt(text, at, form) ??
    quotedByWord(text, at, form) ??
    wrapped(text, at) ??
    bare(text, at, form === 'env' && IN_QUOTES.test(line) ? 'connection' : form)
  );
}

/** Whether a bracket or an `or` stands near enough for a call or a variable that is asked first; no values have them. */
function mayBeCalled(text: string, at: number): boolean {
  for (let i = at + 1; i < at + 120; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 40 || unit === 124 || unit === 63 || unit === 32) return true;
    if (!(unit > 32) || unit === 34 || unit === 39) return false;
  }
  return true;
}

function wrapped(text: string, at: number): Given | undefined {
  if (!MAY_WRAP.test(text.charAt(at)) || !mayBeCalled(text, at)) return undefined;
  const asked = matchAt(ASKED, text, at);
  if (asked !== undefined) return quotedAt(text, asked, 'fallback');
  const once = matchAt(WRAPPED, text, at);
  const from = once === undefined ? undefined : (matchAt(WRAPPED, text, once) ?? once);
  return from === undefined ? undefined : quotedAt(text, from, 'code');
}

function argument(text: string, at: number, form: Form): Given | undefined {
  const from = at + (/^[ \t]{0,4}/.exec(text.slice(at, at + 4))?.[0].length ?? 0);
  return quotedAt(text, from, form) ?? wrapped(text, from);
}

function flag(text: string, end: number): Given | undefined {
  if (text[end] !== ' ' && text[end] !== '=') return undefined;
  return quotedAt(text, end + 1, 'cli') ?? (text[end + 1] === '-' ? undefined : bare(text, end + 1, 'cli'));
}

function element(text: string, end: number): Given | undefined {
  const match =
    /^[^<>\n]{0,80}>(?:\s{0,24}<value>)?[ \t]{0,4}(?:<!\[CDATA\[)?([^<>\n]{3,512}?)[ \t]{0,4}(?:\]\]>)?<\//.exec(
      text.slice(end, end + 640),
    );
  const content = match?.[1];
  if (!match || content === undefined) return undefined;
  const start = end + match[0].lastIndexOf(content);
  return { start, end: start + content.length, quoted: true, form: 'xml' };
}

function quotedAt(text: string, at: number, form: Form): Given | undefined {
  if (!BEGINS_LITERAL.test(text.charAt(at))) return undefined;
  LITERAL.lastIndex = at;
  const match = LITERAL.exec(text);
  const quote = match?.[2];
  if (match === null || quote === undefined) return undefined;
  const escape = match[1] ?? '';
  let start = LITERAL.lastIndex;
  let end = start;
  const limit = Math.min(text.length, start + 4096);
  for (; end < limit; end++) {
    if (escape === '\\' && text.startsWith(escape + quote, end)) break;
    if (escape === '' && text.startsWith(quote, end)) {
      if (quote !== "'" || end === start || !DOUBLED.test(text.slice(end, end + 3))) break;
      end += 1;
    }
    const unit = text[end];
    if (unit === '\n' && quote.length === 1) return undefined;
    if (unit === '\\' && form !== 'sql') end += 1;
  }
  if (end >= limit) return undefined;
  // A blank that slipped in before the closing quote is no part of what was chosen.
  if (end - start > 4) while (text.charCodeAt(end - 1) === 32) end -= 1;
  const inner = lengthOfInnerQuote(text, start, end);
  start += inner + (SCHEME.exec(text.slice(start, start + 8))?.[0].length ?? 0);
  return { start, end: end - inner, quoted: true, form };
}
