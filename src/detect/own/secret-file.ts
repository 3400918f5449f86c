/** A value a file keeps, under its key. */
export interface Entry {
  /** The key as it is written, such as `DB_PASSWORD`; empty where the file names none. */
  readonly key: string;
  readonly value: string;
}

/** No file of settings is longer; what is, is data. In UTF-16 code units. */
const LONGEST_FILE = 1_000_000;
const MOST_ENTRIES = 5_000;

/**
 * The values of a file of settings, whatever its format: `.env`, INI, properties, TOML, HCL, JSON with comments, YAML,
 * XML settings, `.netrc` and `.pgpass`. Reads leniently, line by line: a value too many does no harm, since what is
 * common is left out afterwards.
 *
 * @param name the file's name without its folder.
 */
export function entriesOf(name: string, text: string): Entry[] {
  if (text.length > LONGEST_FILE) return [];
  const read = READERS.find(({ names }) => names.test(name))?.read ?? ofLines;
  return [...read(text)].flatMap(({ key, value }) => formsOf(key, value)).slice(0, MOST_ENTRIES);
}

interface Reader {
  readonly names: RegExp;
  read(text: string): Iterable<Entry>;
}

const READERS: readonly Reader[] = [
  { names: /\.jsonc?5?$|^config\.json$/i, read: ofJson },
  { names: /netrc$/i, read: ofNetrc },
  { names: /pgpass/i, read: ofPgpass },
  { names: /\.(?:xml|config)$/i, read: ofXml },
];

const PAIR =
  /^[ \t]*(?:export[ \t]+|set[ \t]+|-[ \t]+)*(?<open>["']?)(?<key>[\w./:@$-]{1,200}?)\k<open>[ \t]*(?:=>|[=:])(?:[ \t]+|(?<=[=]))(?<rest>[^\r\n]*)/gm;

function* ofLines(text: string): Generator<Entry> {
  for (const match of text.matchAll(PAIR)) {
    const { key = '', rest = '' } = match.groups ?? {};
    const at = match.index + match[0].length - rest.length;
    const value = /^[|>][+-]?\d?[ \t]*$/.test(rest) ? blockAfter(text, at + rest.length) : scalarAt(text, at);
    if (value !== '') yield { key, value };
  }
  // A list of values, one a line.
  for (const match of text.matchAll(
    /^[ \t]*-[ \t]+(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([^\s:"'][^\s:]*))[ \t]*$/gm,
  )) {
    yield { key: '', value: match[1] ?? match[2] ?? match[3] ?? '' };
  }
}

/** A value up to its closing quote, which may be lines below, or to the end of its line or a comment. */
function scalarAt(text: string, at: number): string {
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'" || quote === '`') {
    const triple = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
    for (let end = at + triple.length; end < text.length; end++) {
      if (quote !== "'" && text[end] === '\\') end += 1;
      else if (text.startsWith(triple, end)) return text.slice(at + triple.length, end);
    }
  }
  const line = /^[^\r\n]*/.exec(text.slice(at, at + 8_192))?.[0] ?? '';
  return line.replace(/[ \t]+#.*$/, '').replace(/[ \t,;]+$/, '');
}

/** The lines of a YAML block, with their indentation taken off. */
function blockAfter(text: string, at: number): string {
  const lines = text
    .slice(at, at + 16_384)
    .split(/\r?\n/)
    .slice(1);
  const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? '';
  if (indent === '') return '';
  const end = lines.findIndex((line) => line.trim() !== '' && !line.startsWith(indent));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.slice(indent.length))
    .join('\n')
    .trimEnd();
}

const JSON_STRING = /"(?<text>(?:[^"\\\r\n]|\\.)*)"(?<colon>\s*:)?/g;

/** Every string that is a value, comments and trailing commas allowed, under the key before it. */
function* ofJson(text: string): Generator<Entry> {
  let key = '';
  for (const { groups = {} } of text.matchAll(JSON_STRING)) {
    const { text: string = '', colon } = groups;
    if (colon !== undefined) key = string;
    else yield { key, value: string };
  }
}

function* ofNetrc(text: string): Generator<Entry> {
  for (const [, key = '', value = ''] of text.matchAll(/\b(login|password|account)[ \t\r\n]+(\S+)/g)) {
    // A login is no secret by itself; the address it is will be found as one.
    if (key !== 'login') yield { key, value };
  }
}

function* ofPgpass(text: string): Generator<Entry> {
  for (const line of text.split(/\r?\n/)) {
    const fields = line.startsWith('#') ? [] : line.split(/(?<!\\):/);
    if (fields.length === 5) yield { key: 'password', value: (fields[4] ?? '').replace(/\\([:\\])/g, '$1') };
  }
}

function* ofXml(text: string): Generator<Entry> {
  for (const [, key = '', value = ''] of text.matchAll(/<([\w.:-]+)[^<>]*>([^<>]+)<\//g)) {
    yield { key, value: value.trim() };
  }
  const attributes = /\b(?:key|name)="([^"]*)"\s+(?:value|connectionString)="([^"]*)"/g;
  for (const [, key = '', value = ''] of text.matchAll(attributes)) yield { key, value };
}

const LOGIN_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s@]+)@/i;
const PASSWORD_IN_STRING = /(?:password|pwd|accountkey|sharedaccesskey|secret)\s*=\s*("[^"]+"|[^;"\s]+)/gi;

/** A value in the forms it may stand in elsewhere: as it is written, without its escapes, and the password within. */
function formsOf(key: string, written: string): Entry[] {
  const value = written.trim();
  const forms = new Set([value]);
  if (value.includes('\\')) forms.add(value.replace(/\\n/g, '\n').replace(/\\(["'\\$`/])/g, '$1'));
  const password = LOGIN_IN_URL.exec(value)?.[1];
  if (password !== undefined) forms.add(decoded(password));
  for (const [, within = ''] of value.matchAll(PASSWORD_IN_STRING)) forms.add(within.replace(/^"|"$/g, ''));
  return [...forms].map((form) => ({ key, value: form }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
