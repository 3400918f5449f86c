/**
 * Which pieces of what a terminal or a tool printed are content of a file that is named in it. Nobody vouches for such a
 * name: it may keep a piece back, and never let one go.
 */

/** A piece and the file it names; offsets are UTF-16 code units, `end` exclusive. */
export interface QuotedPiece {
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

/** Commands that print what is in the files they name. */
const READERS: ReadonlySet<string> = new Set(
  (
    'cat bat batcat less more most head tail tac nl type gc get-content out-string od xxd hexdump hd strings base64 base32 ' +
    'sed awk gawk grep egrep fgrep rg ag ack cut sort uniq paste column fold fmt pr rev tee jq yq xq dasel openssl gpg age sops ' +
    'diff cmp comm sdiff vimdiff git zcat bzcat xzcat zless zgrep dotenv envsubst source . select-string findstr ' +
    'iconv sqlite3 plutil keytool'
  ).split(' '),
);
/** What of Git prints content. */
const GIT_READERS: ReadonlySet<string> = new Set([
  'show',
  'diff',
  'log',
  'blame',
  'annotate',
  'cat-file',
  'grep',
  'stash',
]);
/** What may stand before the command that counts. */
const FORERUNNERS: ReadonlySet<string> = new Set(['sudo', 'doas', 'time', 'command', 'env', 'nice', 'xargs']);

/** A prompt: what ends in a sign and a blank, as shells have it, or nothing but the sign. */
const PROMPT =
  /^(?:\S[^\n]{0,200}?)?(?:[$#%❯➜»λ]|(?:^|\s)PS [^\n>]{0,200}>|^[A-Za-z]:\\[^\n>]{0,200}>|>) ?(?=\S)/;
const DIFF = /^diff --git "?a\/(.{1,1000}?)"? "?b\/(.{1,1000}?)"?$/;
const DIFF_SIDE = /^(?:---|\+\+\+) "?(?:[ab]\/)?([^\t"]{1,1000})/;
const HEADER = /^==> (.{1,1000}) <==$/;
/** `src/db.ts:12:` and `src/db.ts-12-`, as searches print them; and without the number. */
const FOUND_AT = /^(.{1,1000}?)([:-])\d{1,9}\2/;
const FOUND_IN = /^([^\s:'"`(){}<>[\]|]{1,300}):/;
/** Windows' drive is no name of its own. */
const DRIVE = /^[A-Za-z]:[\\/]/;
const LONGEST_LINE = 2_000;
/** More that are open at once go on to the end. */
const MOST_OPEN = 50;

/** Content that has begun, and what ends it: a line that begins so, one that fits, or nothing but the end of the text. */
interface Open {
  readonly paths: readonly string[];
  readonly start: number;
  readonly ends: RegExp | string | null;
}

interface Line {
  readonly start: number;
  /** Without its end. */
  readonly text: string;
  /** Behind its end. */
  readonly next: number;
}

/**
 * The pieces of a text that name the file they are from, in no order; they may lie within one another.
 *
 * What follows a command that prints a file is taken for it as far as the next prompt that begins alike; where the prompt
 * is a bare sign, which a file could hold as well, to the end.
 */
export function quotedPieces(text: string): QuotedPiece[] {
  const pieces: QuotedPiece[] = [];
  /** Files whose content began and has not ended. */
  let open: readonly Open[] = [];
  /** Where those began that end with the text. */
  const toTheEnd = new Map<string, number>();
  const begin = ({ paths, start, ends }: Open): void => {
    if (ends !== null && open.length < MOST_OPEN) open = [...open, { paths, start, ends }];
    else for (const path of paths) if (!toTheEnd.has(path)) toTheEnd.set(path, start);
  };
  const end = (at: number, isOver: (one: Open) => boolean): void => {
    if (!open.some(isOver)) return;
    for (const { paths, start } of open.filter(isOver))
      pieces.push(...paths.map((path) => ({ start, end: at, path })));
    open = open.filter((one) => !isOver(one));
  };
  let before: string | undefined;
  for (const { start, text: line, next } of linesOf(text)) {
    end(start, ({ ends }) => (typeof ends === 'string' ? line.startsWith(ends) : ends?.test(line) === true));
    const header = HEADER.exec(line)?.[1];
    const diff = DIFF.exec(line);
    const side = DIFF_SIDE.exec(line)?.[1]?.trimEnd();
    const prompt = promptOf(line);
    const found = foundIn(line);
    if (header !== undefined) begin({ paths: [header], start: next, ends: HEADER });
    else if (diff) {
      begin({ paths: [...new Set([diff[1] ?? '', diff[2] ?? ''])], start, ends: /^diff --git / });
    } else if (side !== undefined) {
      if (line.startsWith('-')) before = side;
      else {
        const paths = [...new Set([before ?? side, side])].filter((path) => path !== '/dev/null');
        begin({ paths, start, ends: /^(?:diff |--- \S)/ });
      }
    } else if (prompt !== undefined) {
      const paths = pathsRead(line.slice(prompt.length));
      // A bare sign could stand in the file.
      if (paths.length > 0) begin({ paths, start: next, ends: prompt.length > 3 ? prompt : null });
    } else if (found !== undefined) pieces.push({ start, end: next, path: found });
  }
  end(text.length, () => true);
  for (const [path, start] of toTheEnd) pieces.push({ start, end: text.length, path });
  return pieces;
}

/** A text without the pieces that may not go, a note in place of each, and what was taken out. */
export interface WithoutQuoted {
  readonly text: string;
  readonly leftOut: readonly { readonly path: string; readonly glob: string }[];
}

/**
 * Takes out what a text quotes of files that a rule keeps back.
 * @param deniedBy the glob of that rule, for a path as it was named.
 * @param note what stands in place of a piece, for the model and for people.
 */
export function withoutQuoted(
  text: string,
  deniedBy: (path: string) => string | undefined,
  note: (path: string, glob: string) => string,
): WithoutQuoted {
  const known = new Map<string, string | undefined>();
  const globOf = (path: string): string | undefined => {
    if (!known.has(path)) known.set(path, deniedBy(path));
    return known.get(path);
  };
  const kept: string[] = [];
  const leftOut = new Map<string, string>();
  let from = 0;
  for (const { start, end, path } of quotedPieces(text).toSorted((a, b) => a.start - b.start)) {
    const glob = globOf(path);
    if (glob === undefined || end <= from) continue;
    // One that begins within another that was taken out goes with it.
    if (start >= from) kept.push(text.slice(from, start), `${note(path, glob)}\n`);
    leftOut.set(path, glob);
    from = end;
  }
  if (leftOut.size === 0) return { text, leftOut: [] };
  kept.push(text.slice(from));
  return { text: kept.join(''), leftOut: Array.from(leftOut, ([path, glob]) => ({ path, glob })) };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const at = text.indexOf('\n', start);
    const next = at < 0 ? text.length : at + 1;
    const end = Math.min(at < 0 ? text.length : at, start + LONGEST_LINE);
    lines.push({ start, text: text.slice(start, end).replace(/\r$/, ''), next });
    start = next;
  }
  return lines;
}

/** The prompt that a line begins with, its blank included; undefined where there is none. */
function promptOf(line: string): string | undefined {
  const found = PROMPT.exec(line)?.[0];
  if (found === undefined) return undefined;
  // A sign within a sentence is no prompt; behind one there is a command.
  return /^[\w./\\~-]+/.test(line.slice(found.length)) ? found : undefined;
}

/** The files that a command prints. */
function pathsRead(command: string): string[] {
  return command.split(/\|\||&&|[;|]/).flatMap((one) => {
    const words = wordsOf(one);
    let at = 0;
    while (FORERUNNERS.has(words[at] ?? '') || /^[A-Za-z_]\w*=/.test(words[at] ?? '')) at++;
    const name = (words[at] ?? '').replace(/^.*[\\/]/, '').toLowerCase();
    const redirected = words.flatMap((word, i) => (word === '<' ? (words[i + 1] ?? []) : []));
    const isReader = name === 'git' ? GIT_READERS.has(words[at + 1] ?? '') : READERS.has(name);
    if (!isReader) return redirected;
    return (
      words
        .slice(at + 1)
        .filter((word) => word !== '<' && (!word.startsWith('-') || word.includes('=')))
        .map((word) => word.replace(/^-[^=]*=/, '').replace(/^@/, ''))
        // `git show HEAD:.env`
        .flatMap((word) =>
          word.includes(':') && !DRIVE.test(word) ? [word, word.slice(word.indexOf(':') + 1)] : [word],
        )
        .filter((word) => word !== '')
    );
  });
}

/** Words as shells divide them, quotes and escapes undone. */
function wordsOf(command: string): string[] {
  return Array.from(command.matchAll(/(?:"[^"\n]*"?|'[^'\n]*'?|\\.|[^\s"'\\])+/g), ([word]) =>
    word.replaceAll(/"([^"]*)"?|'([^']*)'?|\\(?=[\s"'$`\\])/g, '$1$2'),
  ).flatMap((word) => (word.startsWith('<') && word.length > 1 ? ['<', word.slice(1)] : [word]));
}

/** The file that a line of a search's output begins with. */
function foundIn(line: string): string | undefined {
  const numbered = FOUND_AT.exec(line)?.[1];
  if (numbered !== undefined) return numbered;
  const drive = DRIVE.exec(line)?.[0] ?? '';
  const path = FOUND_IN.exec(line.slice(drive.length))?.[1];
  // `ERROR:` and the time of day are none.
  return path !== undefined && /[./\\]/.test(path) ? drive + path : undefined;
}
