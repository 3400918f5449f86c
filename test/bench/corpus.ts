import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MODULES = join(import.meta.dirname, '../../node_modules');

/** Published packages whose code is clean: real, minified and not, and none of them a detector of secrets. */
const PACKAGES: readonly string[] = [
  'dompurify',
  'esbuild',
  'fast-check',
  'lit',
  'lit-html',
  'markdown-it',
  'mocha',
  'openai',
  'playwright-core',
  'prettier',
  'typescript',
  'valibot',
];

/** A file of the clean corpus; `name` is its path within node_modules. */
export interface CleanFile {
  readonly name: string;
  readonly text: string;
}

/** The clean corpus: source, declarations, data and documents of published packages, source maps left out. */
export function cleanFiles(): CleanFile[] {
  return PACKAGES.flatMap((name) =>
    globSync(`${name}/**/*.{js,cjs,mjs,ts,mts,cts,json,md,css,html,txt}`, { cwd: MODULES })
      .filter((file) => statSync(join(MODULES, file)).isFile())
      .sort()
      .map((file) => ({ name: file, text: readFileSync(join(MODULES, file), 'utf8') })),
  );
}

/**
 * Clean prompts as developers write them: the paragraphs and code blocks of those packages' documents, cut into
 * pieces of 200 to 2,000 characters, at most `count` of them.
 */
export function cleanPrompts(count: number): string[] {
  const pieces: string[] = [];
  for (const { name, text } of cleanFiles()) {
    if (!name.endsWith('.md')) continue;
    let piece = '';
    for (const paragraph of text.split(/\n(?=#|\n)/)) {
      piece += `${paragraph}\n`;
      if (piece.length < 200) continue;
      pieces.push(piece.slice(0, 2_000));
      piece = '';
    }
  }
  return pieces.slice(0, count);
}

/** One text of about that size, of one sort. */
export function sampleText(sort: 'code' | 'prose' | 'minified', bytes: number): string {
  const files = cleanFiles().filter(({ name }) =>
    sort === 'prose'
      ? name.endsWith('.md')
      : sort === 'minified'
        ? /\.min\.js$|(?:markdown-it|purify|lit).*\.min|prettier\/.*\.mjs$/.test(name)
        : /\.(?:ts|mts|js)$/.test(name) && !name.includes('.min.'),
  );
  let text = files.map((file) => file.text).join('\n');
  while (text.length < bytes) text += text;
  // Copied, as the scanner's thread gets it: a slice of a longer text is read through that text.
  return structuredClone(text.slice(0, bytes));
}
