/** The parser of each language of the corpus: its own, or the one its tools use. */
import { loadPrism } from '@ruby/prism';
import { parse as parseJava } from 'java-parser';
import MarkdownIt from 'markdown-it';
import { parse as parsePgsql } from 'pgsql-ast-parser';
import { Engine } from 'php-parser';
import * as prettier from 'prettier';
import { SaxesParser } from 'saxes';
import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import { dockerfile, env, ini, properties } from './by-line.ts';
import { type Parse, parseEach } from './parse.ts';
import { bash, c, cpp, javascript, perl, python, typescript } from './programs.ts';

function unmarked(text: string): string {
  return text.replace(/^\ufeff/, '');
}

function byPrettier(parser: string): Parse {
  return parseEach(
    async (text) => void (await prettier.format(text, { parser, embeddedLanguageFormatting: 'auto' })),
  );
}

const json = parseEach((text) => void JSON.parse(unmarked(text)));

const yaml = parseEach((text) => {
  for (const document of parseAllDocuments(text)) {
    const [fault] = [...document.errors, ...document.warnings];
    if (fault) return fault.message;
    document.toJS();
  }
  return undefined;
});

const xml = parseEach((text) => {
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | undefined;
  parser.on('error', (error) => (fault ??= error.message));
  parser.write(text).close();
  return fault;
});

const php = parseEach((text) => {
  const engine = new Engine({
    parser: { version: 803, suppressErrors: false },
    ast: { withPositions: true },
  });
  engine.parseCode(text, 'text.php');
});

let prism: Awaited<ReturnType<typeof loadPrism>> | undefined;
const ruby = parseEach(async (text) => {
  prism ??= await loadPrism();
  return prism(text).errors[0]?.message;
});

/** Any text is Markdown: what counts is which blocks there are, and that the front matter is YAML. */
const markdown = parseEach((text) => {
  const front = /^---\n(.*?\n)---\n/s.exec(text);
  const tokens = new MarkdownIt({ html: true }).parse(text.slice(front?.[0].length ?? 0), {});
  const blocks = new Set(tokens.map(({ type }) => type));
  const missing = ['heading_open', 'table_open', 'list_item_open', 'fence', 'blockquote_open'].find(
    (type) => !blocks.has(type),
  );
  if (missing !== undefined) return `no ${missing}`;
  return parseAllDocuments(front?.[1] ?? '')[0]?.errors[0]?.message;
});

/** By the ending of a file, or by its name where it has none. */
const PARSERS: Readonly<Record<string, Parse>> = {
  bash,
  c,
  config: xml,
  cpp,
  css: byPrettier('css'),
  Dockerfile: dockerfile,
  env,
  graphql: byPrettier('graphql'),
  html: byPrettier('html'),
  ini,
  ipynb: json,
  java: parseEach((text) => void parseJava(text)),
  js: javascript('cjs'),
  json,
  jsonc: byPrettier('jsonc'),
  md: markdown,
  mjs: javascript('mjs'),
  php,
  pl: perl,
  properties,
  py: python,
  rb: ruby,
  scss: byPrettier('scss'),
  sh: bash,
  sql: parseEach((text) => void parsePgsql(text)),
  toml: parseEach((text) => void parseToml(text)),
  ts: typescript('ts'),
  tsx: typescript('tsx'),
  vue: byPrettier('vue'),
  xml,
  yaml,
};

/** @throws Error where there is none for files of that name. */
export function parserFor(name: string): Parse {
  const parser = PARSERS[name.slice(name.lastIndexOf('.') + 1)];
  if (!parser) throw new Error(`no parser for ${name}`);
  return parser;
}
