/** How a language writes strings and comments; as much of it as tells where a string literal begins and ends. */
export interface Syntax {
  /** What begins a comment up to the end of the line. */
  readonly lines: readonly RegExp[];
  /** Comments with an end. */
  readonly blocks: readonly (readonly [open: RegExp, close: string])[];
  /** Tried in this order. */
  readonly quotes: readonly Quote[];
  /** Whether `/` also begins a regular expression. */
  readonly patterns?: boolean;
  /** Where there is code between these only; the rest is another language's. */
  readonly tags?: readonly [open: string, close: string];
}

/** One way to write a string. All patterns are sticky, and begin with one of {@link SIGNS}. */
export interface Quote {
  readonly open: RegExp;
  /** What ends it, by what it was opened with. */
  readonly close: (opened: string) => string;
  /** Whether a backslash takes what follows with it. */
  readonly escapes?: boolean;
  /** Whether it may go over several lines. */
  readonly manyLines?: boolean;
  /** What begins code within it, and the bracket of that code. */
  readonly hole?: { readonly open: string; readonly brackets: readonly [string, string] };
  /**
   * Whether a whole literal of this sort is a value like any other, so that an expression may stand in its place.
   * Characters that say something else within it are `special`.
   */
  readonly plain?: { readonly special: RegExp };
  /** Where an expression may stand within it instead: what is written around one, around a name. */
  readonly template?: { readonly special: RegExp };
}

/** What a comment, a string or a regular expression begins with, and what brackets code within a string. */
export const SIGNS = /["'`/#<\\=:?{}()]/g;

const same = (close: string) => (): string => close;
const BACKSLASH = /\\/;
const SLASHES = [/\/\//y];
const STARS = [[/\/\*/y, '*/']] as const;
/** A character, which may be a quote; in Rust a lone apostrophe names a lifetime. */
const CHARACTER: Quote = {
  open: /'(?=(?:\\[^\n]{1,9}?|[^\\'\n])')/y,
  close: same("'"),
  escapes: true,
};
const ORDINARY: Quote = { open: /"/y, close: same('"'), escapes: true, plain: { special: BACKSLASH } };
const DOLLAR_HOLE = { open: '${', brackets: ['{', '}'] } as const;
const HASH_HOLE = { open: '#{', brackets: ['{', '}'] } as const;

export const JAVASCRIPT: Syntax = {
  lines: SLASHES,
  blocks: STARS,
  patterns: true,
  quotes: [
    ORDINARY,
    { ...ORDINARY, open: /'/y, close: same("'") },
    {
      open: /(?<![\w$)\]])`/y,
      close: same('`'),
      escapes: true,
      manyLines: true,
      hole: DOLLAR_HOLE,
      plain: { special: BACKSLASH },
      template: { special: BACKSLASH },
    },
    // What stands before it is told of it piece by piece.
    { open: /`/y, close: same('`'), escapes: true, manyLines: true, hole: DOLLAR_HOLE },
  ],
};

/** Letters before the quote make other strings of it. */
const PYTHON_FORMAT = { escapes: true, template: { special: /[\\{}]/ } } as const;

export const PYTHON: Syntax = {
  lines: [/#/y],
  blocks: [],
  quotes: [
    { open: /"""/y, close: same('"""'), escapes: true, manyLines: true },
    { open: /'''/y, close: same("'''"), escapes: true, manyLines: true },
    { ...ORDINARY, open: /(?<!\w)"/y },
    { ...ORDINARY, open: /(?<!\w)'/y, close: same("'") },
    { ...PYTHON_FORMAT, open: /(?<=(?<!\w)[fF])"/y, close: same('"') },
    { ...PYTHON_FORMAT, open: /(?<=(?<!\w)[fF])'/y, close: same("'") },
    { open: /"/y, close: same('"'), escapes: true },
    { open: /'/y, close: same("'"), escapes: true },
  ],
};

export const GO: Syntax = {
  lines: SLASHES,
  blocks: STARS,
  quotes: [ORDINARY, { open: /`/y, close: same('`'), manyLines: true, plain: { special: /\r/ } }, CHARACTER],
};

export const JAVA: Syntax = {
  lines: SLASHES,
  blocks: STARS,
  quotes: [{ open: /"""/y, close: same('"""'), escapes: true, manyLines: true }, ORDINARY, CHARACTER],
};

export const KOTLIN: Syntax = {
  lines: SLASHES,
  blocks: STARS,
  quotes: [
    { open: /"""/y, close: same('"""'), manyLines: true, hole: DOLLAR_HOLE },
    {
      open: /"/y,
      close: same('"'),
      escapes: true,
      hole: DOLLAR_HOLE,
      plain: { special: /[\\$]/ },
      template: { special: /[\\$]/ },
    },
    CHARACTER,
  ],
};

export const CSHARP: Syntax = {
  lines: SLASHES,
  blocks: STARS,
  quotes: [
    { open: /"{3,9}/y, close: (opened) => opened, manyLines: true },
    // A doubled quote in it ends it and begins the next, which leaves the reading right.
    { open: /(?<=@\$?|\$@)"/y, close: same('"'), manyLines: true },
    { open: /(?<=\$)"/y, close: same('"'), escapes: true },
    ORDINARY,
    CHARACTER,
  ],
};

export const RUST: Syntax = {
  lines: SLASHES,
  blocks: STARS,
  quotes: [
    {
      open: /(?<=(?<!\w)[bc]?r)#{0,9}"/y,
      close: (opened) => `"${opened.slice(0, -1)}`,
      manyLines: true,
    },
    { open: /(?<=(?<!\w)[bc])"/y, close: same('"'), escapes: true, manyLines: true },
    { ...ORDINARY, manyLines: true },
    CHARACTER,
  ],
};

export const RUBY: Syntax = {
  lines: [/#/y],
  blocks: [[/(?<![^\n])=begin\b/y, '\n=end']],
  patterns: true,
  quotes: [
    {
      open: /<<(?:[~-]["'`]?|["'`]?(?=[A-Z]))[A-Za-z_]\w*["'`]?/y,
      close: (opened) => `\n${/[A-Za-z_]\w*/.exec(opened)?.[0] ?? ''}`,
      manyLines: true,
    },
    { open: /(?<=\?)["'](?=[\s,)])/y, close: same('') },
    { open: /(?<![\w:]):["']/y, close: (opened) => opened.slice(1), escapes: true },
    {
      open: /"/y,
      close: same('"'),
      escapes: true,
      hole: HASH_HOLE,
      manyLines: true,
      plain: { special: /\\|#[{$@]/ },
      template: { special: /\\|#[{$@]/ },
    },
    { open: /'/y, close: same("'"), escapes: true, manyLines: true, plain: { special: BACKSLASH } },
  ],
};

export const PHP: Syntax = {
  lines: [/\/\//y, /#(?!\[)/y],
  blocks: STARS,
  tags: ['<?', '?>'],
  quotes: [
    {
      open: /<<<[ \t]*["']?[A-Za-z_]\w*["']?/y,
      close: (opened) => `\n${/[A-Za-z_]\w*/.exec(opened)?.[0] ?? ''}`,
      manyLines: true,
    },
    { open: /"/y, close: same('"'), escapes: true, manyLines: true, plain: { special: /[\\$]/ } },
    { open: /'/y, close: same("'"), escapes: true, manyLines: true, plain: { special: BACKSLASH } },
  ],
};

export const SHELL: Syntax = {
  // In the middle of a word it is none.
  lines: [/(?<![^\s;(])#/y],
  blocks: [],
  quotes: [
    {
      open: /<<-?[ \t]*["']?[A-Za-z_]\w*["']?/y,
      close: (opened) => `\n${/[A-Za-z_]\w*/.exec(opened)?.[0] ?? ''}`,
      manyLines: true,
    },
    { open: /\\["'`]/y, close: same('') },
    { open: /(?<=\$)'/y, close: same("'"), escapes: true, manyLines: true },
    { open: /'/y, close: same("'"), manyLines: true, plain: { special: /\n/ } },
    {
      open: /"/y,
      close: same('"'),
      escapes: true,
      manyLines: true,
      hole: { open: '$(', brackets: ['(', ')'] },
      template: { special: /[\\$`!]/ },
    },
  ],
};
