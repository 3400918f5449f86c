import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Manner, parseGlob } from '../../../../src/decide/paths/glob.ts';

/** `ok` is matched by the glob, `ng` is not. */
interface Case {
  readonly glob: string;
  readonly ok: readonly string[];
  readonly ng: readonly string[];
}

/** From the folder that is worked in, whatever the case. */
const HERE: readonly Case[] = [
  {
    glob: 'secrets/**',
    ok: ['secrets/key', 'secrets/a/b.txt', 'SECRETS\\Key', './secrets/.env', 'src/../secrets/key'],
    ng: ['secrets', 'src/secrets/key', 'secrets2/key', 'secrets/../src/a.ts', '/secrets/key'],
  },
  { glob: 'secrets/', ok: ['secrets/key', 'secrets/a/b'], ng: ['secrets', 'src/secrets/key'] },
  { glob: 'config/*', ok: ['config/a.yml', 'config/.hidden'], ng: ['config/a/b.yml', 'config'] },
  { glob: 'config\\app*', ok: ['config/app.yml', 'config\\App'], ng: ['config/a/app', 'config/a'] },
  {
    glob: '*.pem',
    ok: ['ca.pem', 'a/b/ca.pem', '/etc/ssl/ca.PEM', '.pem'],
    ng: ['ca.pem/readme', 'ca.pem.txt'],
  },
  { glob: 'key?.txt', ok: ['key1.txt', 'a/keyÿ.txt', 'key😀.txt'], ng: ['key.txt', 'key12.txt', 'key/.txt'] },
  { glob: 'a?b/c', ok: ['axb/c'], ng: ['a/b/c'] },
  { glob: '*?😀', ok: ['a😀', '😀😀'], ng: ['😀'] },
  {
    glob: '**/private/*.md',
    ok: ['private/a.md', 'x/y/private/a.md'],
    ng: ['private/x/a.md', 'privat/a.md'],
  },
  { glob: 'a/**/b', ok: ['a/b', 'a/x/b', 'a/x/b/y/b'], ng: ['a/x/b/y', 'ab'] },
  { glob: 'a*b*c/d', ok: ['abc/d', 'axbbcc/d'], ng: ['ab/c/d', 'acb/d'] },
  { glob: '**', ok: ['a', 'a/b', '/a/b'], ng: [''] },
  { glob: '/srv/**', ok: ['/srv/a', '//srv/a', '/../srv/a'], ng: ['srv/a', '/x/srv/a'] },
  { glob: 'C:/build/**', ok: ['c:\\build\\a.txt', '/c:/build/a'], ng: ['d:\\build\\a.txt', 'build/a.txt'] },
  { glob: 'c:\\build\\', ok: ['\\\\?\\C:\\Build\\a'], ng: ['c:\\build'] },
  {
    glob: '//server/share/*',
    ok: ['\\\\?\\UNC\\server\\share\\a', '\\\\server\\share\\a'],
    ng: ['server/share/a'],
  },
  { glob: 'docs/caf\u00e9/*', ok: ['docs/cafe\u0301/menu'], ng: ['docs/cafe/menu'] },
  { glob: 'docs/cafe\u0301/m?nü', ok: ['docs/caf\u00e9/me\u0301nu\u0308'], ng: ['docs/cafe/menü'] },
  { glob: 'ΟΔΟΣ', ok: ['οδος', 'οδοσ', 'x/Οδος'], ng: ['οδο'] },
  { glob: 'straße.*', ok: ['STRAßE.txt'], ng: ['strase.txt'] },
  { glob: '[ab].txt', ok: ['a.txt', 'B.txt', '[ab].txt'], ng: ['c.txt', '.txt', 'ab.txt'] },
  { glob: 'app/[id]/page.tsx', ok: ['app/[id]/page.tsx', 'app/i/page.tsx'], ng: ['app/id/page.tsx'] },
  { glob: '[!a-c]x', ok: ['dx', '!x'], ng: ['ax', 'Cx', 'x', '/x'] },
  { glob: '[^a-c]x', ok: ['dx'], ng: ['ax', 'cx'] },
  { glob: '[]a]x', ok: [']x', 'ax'], ng: ['bx'] },
  { glob: '[a-]x', ok: ['-x', 'ax'], ng: ['bx'] },
  { glob: '[\\]]x', ok: [']x'], ng: ['\\x', 'x'] },
  { glob: '[é-ü]x', ok: ['öx', 'Öx', 'o\u0308x'], ng: ['ox'] },
  { glob: '[[:digit:][:upper:]_].log', ok: ['1.log', '_.log', 'a.log'], ng: ['-.log', '12.log'] },
  { glob: '*.{pem,key}', ok: ['a.pem', 'x/b.key'], ng: ['a.{pem,key}', 'a.pe'] },
  { glob: '{a,b{1..3},c/{d,e}}.x', ok: ['a.x', 'b2.x', 'c/e.x'], ng: ['b4.x', 'c.x', 'b.x', 'x/a.x'] },
  { glob: 'f{01..10}.x', ok: ['f01.x', 'f10.x'], ng: ['f1.x', 'f11.x'] },
  { glob: 'f{3..-1..2}.x', ok: ['f3.x', 'f1.x', 'f-1.x'], ng: ['f2.x', 'f0.x'] },
  { glob: 'f{c..e}', ok: ['fc', 'fd', 'fe'], ng: ['ff', 'fc..e'] },
  { glob: 'a{,.bak}', ok: ['a', 'a.bak'], ng: ['a,', 'a.'] },
  { glob: '{a}', ok: ['{a}'], ng: ['a'] },
  { glob: 'x{a..}', ok: ['x{a..}'], ng: ['xa'] },
  { glob: '@(a|b{c,d}).x', ok: ['a.x', 'bc.x', 'bd.x'], ng: ['b.x', 'ab.x', '.x'] },
  { glob: 'file?(.min).js', ok: ['file.js', 'file.min.js'], ng: ['file..js', 'filex.js'] },
  { glob: '@(a (1)|b)', ok: ['a (1)', 'b'], ng: ['a (1', 'b)'] },
  { glob: 'Copy (1).txt', ok: ['copy (1).txt'], ng: ['copy 1.txt'] },
  { glob: '\\*.txt', ok: ['*.txt', 'x/*.txt'], ng: ['a.txt', '/a.txt'] },
  { glob: 'my\\ file', ok: ['my file'], ng: ['my/ file'] },
  { glob: '\\!file', ok: ['!file', 'x/!file'], ng: ['file'] },
  { glob: 'src\\@types\\*', ok: ['src/@types*'], ng: ['src/@types/a', 'src@types'] },
  { glob: 'a**b', ok: ['ab', 'axb'], ng: ['a/b'] },
  { glob: '***', ok: ['a', 'x/a'], ng: [] },
  { glob: './a/../b', ok: ['b'], ng: ['a/b', 'x/b'] },
  { glob: 'line*break', ok: ['line\nbreak', 'line\r\n\u2028break'], ng: ['line/break'] },
  { glob: 'tab\t', ok: ['tab\t'], ng: ['tab'] },
  { glob: '?(a)', ok: ['a'], ng: ['b', ''] },
  { glob: 'a/?(b)', ok: ['a/b'], ng: ['a/c', 'a'] },
  { glob: 'a/{,b,c/}', ok: ['a/b', 'a/c/d'], ng: ['a/d', 'a'] },
  { glob: 'a/{,b}/c', ok: ['a/c', 'a/b/c'], ng: ['a/d/c'] },
];

/** For what keeps files back. */
const ANYWHERE: readonly Case[] = [
  ...['secrets/**', '/secrets/**', './secrets/', '**/secrets/*', 'secrets', 'secrets/', 'Secrets'].map(
    (glob) => ({
      glob,
      ok: ['secrets/key', '/home/mia/secrets/key', 'C:\\x\\Secrets\\key'],
      ng: ['/home/mia/secrets.txt', 'secrets2/key'],
    }),
  ),
  { glob: 'C:/x/**', ok: ['C:\\x\\key', '/c:/x/key'], ng: ['D:\\x\\key'] },
  { glob: 'secrets', ok: ['secrets', 'a/secrets', 'a/secrets/b/c'], ng: ['a/secretsb'] },
  { glob: '*.pem', ok: ['a.pem', 'a.pem/x'], ng: ['a.pem.x'] },
  { glob: 'config/prod', ok: ['config/prod', 'x/config/prod/a/b'], ng: ['config/production', 'prod/a'] },
  { glob: 'config/*', ok: ['config/a', 'x/config/a'], ng: ['config/a/b'] },
  {
    glob: 'config\\*.yml',
    ok: ['config/a.yml', 'config\\a.YML', 'config*.yml'],
    ng: ['config/a/b.yml', 'config/a.json'],
  },
  { glob: 'app\\(group)\\[id]', ok: ['app/(group)/[id]', 'app\\(group)\\i'], ng: ['app/group/[id]'] },
  {
    glob: '.env',
    ok: ['.env', '.env.', '.ENV ', 'a/.env::$DATA', '.env. . /x'],
    ng: ['.env.example', 'a.env'],
  },
  { glob: 'a/?(b)', ok: ['a/b', 'x/a/c'], ng: ['c'] },
  { glob: '?(a)', ok: ['a', 'x/a/b'], ng: ['b', 'x/b'] },
  { glob: '.?(a)', ok: ['.a', 'x/.a/b'], ng: ['b', 'x/b'] },
  { glob: '.', ok: ['a', 'x/b'], ng: [] },
  { glob: '{a/b,c}', ok: ['a/b', 'x/a/b/y', 'c', 'x/c/y'], ng: ['a', 'b'] },
];

const EXACT: readonly Case[] = [
  { glob: 'Docs/[a-z]*.MD', ok: ['Docs/a.MD'], ng: ['docs/a.MD', 'Docs/A.MD', 'Docs/a.md'] },
  { glob: 'C:/Build/x', ok: ['c:\\Build\\x'], ng: ['C:/build/x'] },
  { glob: '.env', ok: ['.env'], ng: ['.env.', '.ENV', '.env::$DATA', '.env '] },
];

/** What cannot be read, where, and what is kept back and what is not until it is mended. */
const REFUSED: readonly {
  readonly glob: string;
  readonly problem: string;
  readonly at: number;
  readonly ok: readonly string[];
  readonly ng: readonly string[];
}[] = [
  { glob: 'a/{b,c', problem: 'unclosed-brace', at: 2, ok: ['a/b', 'a/d/e'], ng: ['b', 'aa/b'] },
  { glob: 'a/.env{b,[c', problem: 'unclosed-set', at: 9, ok: ['a/.envx', 'a/.env/x'], ng: ['a/env'] },
  { glob: 'key[', problem: 'unclosed-set', at: 3, ok: ['key', 'x/key[/y'], ng: ['ke'] },
  { glob: 'k@(a|b', problem: 'unclosed-group', at: 1, ok: ['ka', 'x/kc/d'], ng: ['a'] },
  { glob: 'k[z-a]', problem: 'bad-set', at: 1, ok: ['kz'], ng: ['z'] },
  { glob: 'k[[:emoji:]]', problem: 'bad-set', at: 1, ok: ['kz'], ng: ['z'] },
  {
    glob: 'src/+(a|b).ts',
    problem: 'repeated-group',
    at: 4,
    ok: ['src/aab.ts', 'src/x/y'],
    ng: ['test/a.ts'],
  },
  { glob: 'x*(a)', problem: 'repeated-group', at: 1, ok: ['xaa'], ng: ['a'] },
  { glob: '!(a).ts', problem: 'negated-group', at: 0, ok: ['b.ts', 'x/y'], ng: [] },
  { glob: 'a{1..1000}', problem: 'too-many-alternatives', at: 1, ok: ['a7'], ng: ['b7'] },
  {
    glob: 'a\\{1..1000}{1..9}{1..9}{1..9}',
    problem: 'too-many-alternatives',
    at: 11,
    ok: ['a{1..1000}999'],
    ng: ['b'],
  },
  {
    glob: `secrets\\${'x'.repeat(200)}`,
    problem: 'too-long',
    at: 200,
    ok: [`secrets/${'x'.repeat(250)}`],
    ng: ['secrets/x'],
  },
  { glob: `a/${'{'.repeat(300)}`, problem: 'too-long', at: 200, ok: ['a/b', 'a/b/c'], ng: ['b'] },
];

function check({ glob, ok, ng }: Case, manner: Manner): void {
  const read = parseGlob(glob);
  assert.ok(read.ok);
  for (const path of ok) assert.ok(read.glob.matches(path, manner), path);
  for (const path of ng) assert.ok(!read.glob.matches(path, manner), path);
}

describe('a glob over paths', () => {
  for (const one of HERE) it(`reads ${one.glob}`, () => check(one, 'here-any-case'));
  for (const one of ANYWHERE)
    it(`reads ${one.glob} widely, where it keeps files back`, () => check(one, 'anywhere'));
  for (const one of EXACT)
    it(`reads ${one.glob} as it is written, where case matters`, () => check(one, 'here'));

  for (const { glob, problem, at, ok, ng } of REFUSED)
    it(`says where ${glob.slice(0, 40)} cannot be read, and takes it for all that it may mean`, () => {
      const read = parseGlob(glob);
      assert.ok(!read.ok);
      assert.deepEqual([read.problem, read.at], [problem, at]);
      for (const path of ok) assert.ok(read.atMost?.matches(path, 'anywhere'), path);
      for (const path of ng) assert.ok(!read.atMost?.matches(path, 'anywhere'), path);
    });

  it('is not empty', () => {
    for (const glob of ['', ' ', '\n'])
      assert.deepEqual(parseGlob(glob), { ok: false, problem: 'empty', at: 0 });
  });
});
