import {
  CSHARP,
  GO,
  JAVA,
  JAVASCRIPT,
  KOTLIN,
  PHP,
  PYTHON,
  RUBY,
  RUST,
  SHELL,
  type Syntax,
} from './syntax.ts';

/** What stands around a literal, as far as it is looked at; both without the literal. */
export interface Around {
  readonly before: string;
  readonly after: string;
  /** The whole source. */
  readonly text: string;
}

/** How a language reads a variable of the environment. */
export interface Language {
  /** The editor's own ids. */
  readonly ids: readonly string[];
  readonly syntax: Syntax;
  /** The expression that stands in place of a whole literal. */
  readonly reads: (name: string, around: Around) => string;
  /** What stands within a string instead, where the syntax has a way; `quote` is the string's own. */
  readonly inString?: (name: string, quote: string) => string;
  /** What a word that is in no quotes becomes. */
  readonly asWord?: (name: string) => string;
  /** What has to be imported for that. */
  readonly needs?: 'python-os' | 'go-os';
  /** Where no expression may stand, although a literal does: it is compared, imported or has to be a constant. */
  readonly refuses?: readonly ((around: Around) => boolean)[];
}

const before =
  (pattern: RegExp) =>
  (around: Around): boolean =>
    pattern.test(around.before);
const after =
  (pattern: RegExp) =>
  (around: Around): boolean =>
    pattern.test(around.after);

/** An argument of an annotation or an attribute, which has to be a constant. */
const ANNOTATION = before(/@[\w.]+\s*\([^()]*$/);
const ATTRIBUTE = before(/(?:^|\n)[ \t]*\[[^\]\n]*$/);
const CONSTANT = before(/\bconst\b[^;{}\n]*$/);
/** `case "…":` and what switches have instead. */
const CASE = before(/\bcase\s[^\n]*$/);

/** Data: a row a language. Left out are those where a variable can be read in no one way that always works. */
export const LANGUAGES: readonly Language[] = [
  {
    ids: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
    syntax: JAVASCRIPT,
    reads: (name) => `process.env.${name}`,
    inString: (name) => `\${process.env.${name}}`,
    refuses: [
      // An attribute of JSX takes no expression without braces.
      (around) =>
        /[\w-]=$/.test(around.before) && /^\s*(?:\/?>|[\w-]+=|[\w-]+\s*\/?>|$|\{)/.test(around.after),
      before(/\b(?:import|export|from|require\s*\(|import\s*\()[^;\n]*$/),
      before(/(?:^|[\n;])\s*(?:export\s+|declare\s+)*(?:type|enum)\b[^;]*$/),
      after(/^\s*as\s+const\b/),
      CASE,
    ],
  },
  {
    ids: ['python'],
    syntax: PYTHON,
    reads: (name) => `os.environ["${name}"]`,
    inString: (name, quote) => `{os.environ[${quote === '"' ? `'${name}'` : `"${name}"`}]}`,
    needs: 'python-os',
    refuses: [before(/\bLiteral\s*\[[^\]]*$/), CASE],
  },
  {
    ids: ['go'],
    syntax: GO,
    reads: (name) => `os.Getenv("${name}")`,
    needs: 'go-os',
    refuses: [CONSTANT, inGoConstants, before(/\bimport\b[^\n]*$/), CASE],
  },
  {
    ids: ['java'],
    syntax: JAVA,
    reads: (name) => `System.getenv("${name}")`,
    refuses: [ANNOTATION, CASE],
  },
  {
    ids: ['kotlin'],
    syntax: KOTLIN,
    reads: (name) => `System.getenv("${name}")`,
    inString: (name) => `\${System.getenv("${name}")}`,
    refuses: [ANNOTATION, CONSTANT],
  },
  {
    ids: ['csharp'],
    syntax: CSHARP,
    reads: (name, { text }) =>
      /^\s*(?:global\s+)?using\s+System\s*;/m.test(text)
        ? `Environment.GetEnvironmentVariable("${name}")`
        : `System.Environment.GetEnvironmentVariable("${name}")`,
    // A value of a parameter by default has to be a constant as well.
    refuses: [CONSTANT, ATTRIBUTE, CASE, before(/[(,]\s*string\??\s+\w+\s*=\s*$/)],
  },
  {
    ids: ['ruby'],
    syntax: RUBY,
    reads: (name) => `ENV.fetch("${name}")`,
    inString: (name) => `#{ENV.fetch("${name}")}`,
    refuses: [before(/\brequire(?:_relative)?\b[^\n]*$/)],
  },
  {
    ids: ['php'],
    syntax: PHP,
    reads: (name) => `getenv('${name}')`,
    refuses: [
      CONSTANT,
      // What a property or a parameter begins with has to be a constant; `static` in a function as well, before 8.3.
      before(/\b(?:public|private|protected|static|var|readonly)\b[^;(){}\n]*=\s*(?:\[[^;]*)?$/),
      before(/\bfunction\b[^{;]*$/),
      before(/#\[[^\]\n]*$/),
      CASE,
    ],
  },
  {
    ids: ['rust'],
    syntax: RUST,
    // Where a `&str` stood; what is called on a literal is called on a `String` as well.
    reads: (name, around) =>
      `${/^\s*\./.test(around.after) ? '' : '&'}std::env::var("${name}").expect("${name} is not set")`,
    refuses: [
      before(/\b(?:const|static)\b[^;{}]*$/),
      before(/#!?\[[^\]\n]*$/),
      before(/\b\w+!\s*[([{][^)\]};]*$/),
    ],
  },
  {
    ids: ['shellscript'],
    syntax: SHELL,
    reads: (name) => `"$${name}"`,
    inString: (name) => `\${${name}}`,
    asWord: (name) => `"$${name}"`,
    refuses: [],
  },
];

export function languageOf(id: string): Language | undefined {
  return LANGUAGES.find(({ ids }) => ids.includes(id));
}

/** Whether a line stands in a block of constants: `const (`, up to the parenthesis at the beginning of a line. */
function inGoConstants({ before: text }: Around): boolean {
  const blocks = [...text.matchAll(/^(?:(const|var|import)[ \t]*\(|\))/gm)];
  return ['const', 'import'].includes(blocks.at(-1)?.[1] ?? '');
}
