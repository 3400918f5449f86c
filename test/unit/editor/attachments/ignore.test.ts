import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { excludedBy, ignoreFile } from '../../../../src/editor/attachments/ignore.ts';

/** A `.gitignore`, and the paths it leaves out and does not; `/` at the end for a folder. */
const FILES: readonly {
  readonly text: string;
  readonly out: readonly string[];
  readonly stays: readonly string[];
}[] = [
  {
    text: 'node_modules',
    out: ['node_modules/', 'a/node_modules/', 'node_modules'],
    stays: ['node_modules2/'],
  },
  { text: '*.log\r\n!keep.log', out: ['a.log', 'x/b.log'], stays: ['keep.log', 'x/keep.log', 'a.logs'] },
  { text: '/dist', out: ['dist/'], stays: ['src/dist/'] },
  { text: 'a/b', out: ['a/b', 'a/b/'], stays: ['x/a/b'] },
  { text: '**/b', out: ['b', 'x/y/b'], stays: ['bb'] },
  { text: 'build/', out: ['build/', 'x/build/'], stays: ['build'] },
  { text: '# a comment\n\n   \n\\#literal', out: ['#literal'], stays: ['a comment', '# a comment'] },
  { text: '*.py[cod]', out: ['a.pyc', 'a.pyo'], stays: ['a.py'] },
  { text: '.env*', out: ['.env', '.env.local', 'x/.env'], stays: ['env'] },
  { text: '!only', out: [], stays: ['only', 'other'] },
];

describe('what of a folder is left out', () => {
  for (const { text, out, stays } of FILES) {
    it(`by ${JSON.stringify(text)}`, () => {
      const says = ignoreFile(text);
      const isOut = (path: string): boolean => says(path.replace(/\/$/, ''), path.endsWith('/')) === true;
      assert.deepEqual([out.filter((path) => !isOut(path)), stays.filter(isOut)], [[], []]);
    });
  }

  it('says nothing of what it does not name', () => {
    assert.equal(ignoreFile('*.log')('a.ts', false), undefined);
  });

  it('by settings whose globs are on', () => {
    const isOut = excludedBy(
      { '**/.git': true, '**/*.{a,b}': true, '**/off': false, '**/*.js': { when: '$(basename).ts' } },
      { '**/node_modules': true, 'top/**': true },
      undefined,
    );
    for (const path of ['.git', 'x/.git', 'f.a', 'x/f.b', 'x/node_modules', 'top'])
      assert.ok(isOut(path, true), path);
    for (const path of ['off', 'f.js', 'f.c', 'x/top', 'gitt']) assert.ok(!isOut(path, true), path);
  });

  it('comes to an end with a hostile pattern', () => {
    const says = ignoreFile(`${'*a'.repeat(140)}b`);
    for (let i = 0; i < 20; i++) assert.ok(!says('a'.repeat(1_400), false));
  }).timeout(2_000);
});
