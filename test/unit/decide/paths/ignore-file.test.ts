import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { after, before, describe, it } from 'mocha';
import { ignoreChain } from '../../../../src/decide/paths/ignore-chain.ts';
import { IGNORE_LIMITS, readIgnoreFile } from '../../../../src/decide/paths/ignore-file.ts';

/** Ignore files by the folder they lie in, empty for the uppermost. */
type Files = Readonly<Record<string, string>>;

/** Which line of which file says what: `sub:3` for the third of `sub/.gitignore`, `!` after it where it takes back. */
type Said = string | undefined;

function ours(files: Files, paths: readonly string[], ignoresCase: boolean): readonly Said[] {
  const chain = ignoreChain(
    Object.entries(files).map(([folder, text]) => ({
      folder,
      name: join(folder, '.gitignore'),
      file: readIgnoreFile(text, ignoresCase),
    })),
  );
  return paths.map((path) => {
    const verdict = chain.verdictOn(path);
    return verdict && `${verdict.by.folder}:${verdict.line}${verdict.ignored ? '' : '!'}`;
  });
}

interface Case {
  readonly files: Files;
  readonly paths: readonly string[];
  /** How many of the paths are ignored, so that a case is known to be about something. */
  readonly ignored: number;
}

const CASES: readonly Case[] = [
  {
    files: { '': 'node_modules\n*.log\n!keep.log' },
    paths: ['node_modules/a', 'x/node_modules/b/c', 'a.log', 'x/keep.log', 'a.logs', 'node_modules2/a'],
    ignored: 3,
  },
  {
    files: { '': '/dist\nbuild/\na/b' },
    paths: ['dist', 'dist/a', 'x/dist', 'build', 'build/a', 'x/build/y/z', 'a/b', 'a/b/c', 'x/a/b'],
    ignored: 6,
  },
  {
    files: { '': 'logs/*\n!logs/keep\n!logs/deep/keep' },
    paths: ['logs/a', 'logs/keep', 'logs/keep/x', 'logs/deep/keep'],
    ignored: 2,
  },
  {
    files: { '': 'secret/\n!secret/readme', secret: '!*' },
    paths: ['secret/readme', 'secret/x'],
    ignored: 2,
  },
  {
    files: { '': '*.env', a: '!b.env\n/c.env', 'a/b': '*' },
    paths: ['b.env', 'a/b.env', 'a/x.env', 'a/d/c.env', 'a/b/x', 'a/b/c/d'],
    ignored: 5,
  },
  {
    files: { '': '# no\n\\#yes\n\\!yes\n!\n\n   \n/\n//' },
    paths: ['# no', '#yes', '!yes', 'no', ' '],
    ignored: 2,
  },
  {
    files: { '': 'a \nb\\ \nc\\  \nd\t\ne \\\nf\\' },
    paths: ['a', 'a ', 'b', 'b ', 'c ', 'c', 'd', 'd\t', 'e', 'f'],
    ignored: 4,
  },
  { files: { '': 'x\r\n*.y\r\n' }, paths: ['x', 'x\r', 'a.y'], ignored: 2 },
  { files: { '': '\ufeffx\n' }, paths: ['x'], ignored: 1 },
  {
    files: { '': '**/a\nb/**\nc/**/d\n**\n' },
    paths: ['a', 'x/y/a', 'b/x', 'b/x/y', 'c/d', 'c/x/y/d'],
    ignored: 6,
  },
  {
    files: { '': '**/a\nb/**\nc/**/d\n' },
    paths: ['a', 'x/y/a', 'b/x', 'b', 'c/d', 'c/x/y/d', 'cd', 'aa', 'x/b/c'],
    ignored: 5,
  },
  { files: { '': '/**\n!/a\n' }, paths: ['a', 'b', 'b/a'], ignored: 2 },
  {
    files: { '': '***/x\nfoo**bar\n/*q***/z' },
    paths: ['x', 'a/b/x', 'foobar', 'fooxbar', 'foo/bar', 'xq1/z', 'q/a/z'],
    ignored: 5,
  },
  {
    files: { '': '[ab].x\n[!a-c].y\n[^a-c].z\n[]]\n[[:digit:]]\n[a\n[[:no:]]' },
    paths: ['a.x', 'c.x', 'd.y', 'a.y', 'd.z', 'b.z', ']', '7', 'x', 'a', '[a', '[ab].x'],
    ignored: 5,
  },
  { files: { '': '{a,b}\n@(c|d)\n+(e)' }, paths: ['a', '{a,b}', 'c', '@(c|d)', 'e', '+(e)'], ignored: 3 },
  {
    files: { '': 'a\\*b\n\\a\\b\nx\\[y\n?q' },
    paths: ['a*b', 'axb', 'ab', 'x[y', 'qq', 'q', '.q'],
    ignored: 5,
  },
  { files: { '': 'Name\n[A-C].T\n' }, paths: ['name', 'Name', 'NAME/x', 'a.t', 'B.T'], ignored: 2 },
  { files: { '': 'a//b\n/./c\nd/../e\n.\n..' }, paths: ['a/b', 'c', 'e', 'd/e'], ignored: 0 },
  { files: { '': 'foo/**/\n**/bar/' }, paths: ['foo/a', 'foo/a/b', 'bar', 'x/bar/y', 'foo'], ignored: 2 },
  { files: { '': 'büro/\nÄ*.txt' }, paths: ['büro/x', 'Ärger.txt', 'buro/x'], ignored: 2 },
  {
    files: { '': 'a\nb', 'a b': 'x\n!y', 'c\nd': 'z' },
    paths: ['a b/x', 'a b/y', 'c\nd/z', 'a\nb'],
    ignored: 2,
  },
];

describe('ignore files, beside git', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'prompt-airlock-unit-'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  function git(args: readonly string[], input = ''): string {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: root,
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', HOME: root, LC_ALL: 'C.UTF-8' },
    });
    // 1: none of the paths is ignored.
    assert.ok(status === 0 || status === 1, stderr);
    return stdout;
  }

  function byGit(files: Files, paths: readonly string[], ignoresCase: boolean): readonly Said[] {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root);
    git(['init', '--quiet', '--template=']);
    for (const [folder, text] of Object.entries(files)) {
      const file = join(root, folder, '.gitignore');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const asked = [
      '-c',
      `core.ignoreCase=${ignoresCase}`,
      'check-ignore',
      '--stdin',
      '-z',
      '-v',
      '-n',
      '--no-index',
    ];
    const fields = git(asked, paths.map((path) => `${path}\0`).join('')).split('\0');
    return paths.map((_, i) => {
      const [source = '', line, pattern = ''] = fields.slice(i * 4);
      const folder = source.slice(0, Math.max(0, source.length - '/.gitignore'.length));
      return source === '' ? undefined : `${folder}:${line}${pattern.startsWith('!') ? '!' : ''}`;
    });
  }

  for (const { files, paths, ignored } of CASES) {
    it(`ignores as much by ${JSON.stringify(files)}`, () => {
      const said = ours(files, paths, false);
      assert.deepEqual(said, byGit(files, paths, false));
      assert.equal(said.filter((one) => one !== undefined && !one.endsWith('!')).length, ignored);
      assert.deepEqual(ours(files, paths, true), byGit(files, paths, true));
    });
  }

  const NAME = fc
    .string({ unit: fc.constantFrom('a', 'b', 'B', '.', ' ', '*', '['), minLength: 1, maxLength: 3 })
    .filter((name) => !/^\.{1,2}$/.test(name));
  const PATHS = fc.array(
    fc
      .array(NAME, { minLength: 1, maxLength: 4 })
      .map((names) => names.join('/'))
      // Folders that an ignore file lies in, and what is such a folder to a system that ignores case.
      .filter((path) => path !== 'a' && path !== 'a/b' && !path.startsWith('a/B')),
    { minLength: 40, maxLength: 60 },
  );
  const PIECE = fc.oneof(
    { arbitrary: fc.constantFrom('a', 'b', 'B', '.'), weight: 5 },
    { arbitrary: fc.constantFrom('*', '?', '**', '/', '**/', '/**'), weight: 5 },
    {
      arbitrary: fc.constantFrom('[ab]', '[!a]', '[^b]', '[a-b]', '[[:upper:]]', '\\*', '\\ ', '\\a', ' '),
      weight: 2,
    },
  );
  const LINE = fc
    .tuple(fc.constantFrom('', '', '!'), fc.array(PIECE, { maxLength: 5 }), fc.constantFrom('', '', '/', ' '))
    .map(([not, pieces, end]) => not + pieces.join('') + end)
    // Against its own manual, Git lets `**` after a name that begins without wildcards cross folders.
    .filter((line) => !/^!?[^*?[\\]*[^*?[\\/!]\*\*/.test(line));
  const TEXT = fc.array(LINE, { maxLength: 6 }).map((lines) => lines.join('\n'));
  const FILES = fc
    .tuple(TEXT, fc.option(TEXT), fc.option(TEXT))
    .map(([top, a, b]): Files => ({ '': top, ...(a !== null && { a }), ...(b !== null && { 'a/b': b }) }));

  it('say the same of any files, by the same line', () => {
    let said = 0;
    fc.assert(
      fc.property(FILES, PATHS, fc.boolean(), (files, paths, ignoresCase) => {
        const theirs = byGit(files, paths, ignoresCase);
        said += theirs.filter((one) => one !== undefined).length;
        assert.deepEqual(ours(files, paths, ignoresCase), theirs, JSON.stringify({ files, paths }));
      }),
      { numRuns: 60 },
    );
    assert.ok(said > 100);
  });
});

describe('an ignore file', () => {
  it('says which line it was, as it stands there', () => {
    const file = readIgnoreFile('# secrets\n\n*.key \r\n!/public.key\n', false);
    assert.deepEqual(file.match('a/b.key', false), { line: 3, written: '*.key ', ignored: true });
    assert.deepEqual(file.match('public.key', false), { line: 4, written: '!/public.key', ignored: false });
    assert.equal(file.match('a.txt', false), undefined);
  });

  it('says which folder on the way is ignored', () => {
    const chain = ignoreChain([{ folder: 'a', name: 'a/.aiexclude', file: readIgnoreFile('out/', false) }]);
    assert.deepEqual(
      [
        chain.verdictOn('a/x/out/y/z.txt')?.folder,
        chain.verdictOn('a\\out\\z')?.by.name,
        chain.verdictOn('out/z'),
      ],
      ['a/x/out', 'a/.aiexclude', undefined],
    );
  });

  it('compares accents whichever way they are composed, and Windows separators', () => {
    const file = readIgnoreFile('caf\u00e9/*.txt', true);
    assert.equal(file.match('CAFE\u0301\\a.TXT', false)?.line, 1);
  });

  it('is read up to its limits, and says what was not', () => {
    const { patterns, pattern, file: most } = IGNORE_LIMITS;
    const many = readIgnoreFile(`${'x\n'.repeat(patterns)}# note\ny\nz`, false);
    assert.deepEqual(many.beyond, [{ line: patterns + 2, why: 'too-many-patterns' }]);
    assert.equal(many.match('y', false), undefined);
    const long = readIgnoreFile(`${'a'.repeat(pattern + 1)}\n#${'a'.repeat(pattern)}\nb`, false);
    assert.deepEqual(
      [long.beyond, long.match('b', false)?.line],
      [[{ line: 1, why: 'pattern-too-long' }], 3],
    );
    const big = readIgnoreFile(`a\n${'#\n'.repeat(most / 2)}b`, false);
    assert.deepEqual(
      [big.beyond, big.match('a', false)?.line, big.match('b', false)],
      [[{ line: most / 2 + 1, why: 'file-too-long' }], 1, undefined],
    );
    assert.deepEqual(readIgnoreFile('x'.repeat(pattern) + '\n' + 'y\n'.repeat(10), false).beyond, []);
  });
});
