import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { IGNORE_LIMITS, readIgnoreFile } from '../../../../src/decide/paths/ignore-file.ts';
import { ignoreLayer } from '../../../../src/decide/paths/ignore-layer.ts';
import type { PathLayer } from '../../../../src/decide/paths/verdict.ts';
import { rulingsOf } from '../../../../src/decide/paths/verdict.ts';

/** A root by all ways in which it is written, and what stands in the `.gitignore` of its folders. */
function root(
  folders: readonly string[],
  files: Readonly<Record<string, string>>,
  ignoresCase = false,
): Parameters<typeof ignoreLayer>[0][number] {
  return {
    folders,
    files: Object.entries(files).map(([folder, text]) => ({
      folder,
      name: folder === '' ? '.gitignore' : `${folder}/.gitignore`,
      file: readIgnoreFile(text, ignoresCase),
    })),
  };
}

/** `glob file:line` of each ruling that keeps a file back. */
function kept(layer: PathLayer, ...whole: readonly string[]): readonly string[] {
  return rulingsOf({ path: whole[0] ?? '', whole }, [layer]).map(
    ({ glob, source }) => `${glob} ${source.file}:${source.line}`,
  );
}

describe('ignore files as rules about paths', () => {
  it('keep back what they ignore, and say by which line of which file', () => {
    const layer = ignoreLayer([
      root(['/work'], { '': '# build\ndist/\n*.log\n', api: '!keep.log\n/local\n' }),
    ]);
    assert.deepEqual(kept(layer, '/work/dist/a.js'), ['dist/ .gitignore:2']);
    assert.deepEqual(kept(layer, '/work/api/a.log'), ['*.log .gitignore:3']);
    assert.deepEqual(kept(layer, '/work/api/keep.log'), []);
    assert.deepEqual(kept(layer, '/work/api/local'), ['/local api/.gitignore:2']);
    assert.deepEqual(kept(layer, '/work/local'), []);
    assert.deepEqual(kept(layer, '/work/src/a.ts'), []);
  });

  it('take nothing back in a folder that is ignored', () => {
    const layer = ignoreLayer([root(['/work'], { '': 'dist/\n!dist/keep.js\n', dist: '!*\n' })]);
    assert.deepEqual(kept(layer, '/work/dist/keep.js'), ['dist/ .gitignore:1']);
  });

  it('show what takes a file back as what lets it go', () => {
    const layer = ignoreLayer([root(['/work'], { '': '*.log\n!keep.log\n' })]);
    assert.deepEqual(
      layer.matching({ path: 'keep.log', whole: '/work/keep.log' }).map(({ glob, effect }) => [glob, effect]),
      [['keep.log', { does: 'allow' }]],
    );
  });

  it('of several roots know their own, by the opened path and by the real one', () => {
    const layer = ignoreLayer([
      root(['/home/mia/link', '/mnt/disk/app'], { '': 'tmp/\n' }),
      root(['/work'], { '': '*.log\n' }),
    ]);
    assert.deepEqual(kept(layer, '/mnt/disk/app/tmp/a'), ['tmp/ .gitignore:1']);
    assert.deepEqual(kept(layer, '/home/mia/link/notes.txt', '/mnt/disk/app/tmp/a'), ['tmp/ .gitignore:1']);
    assert.deepEqual(kept(layer, '/work/tmp/a'), []);
    assert.deepEqual(kept(layer, '/home/mia/link/a.log'), []);
    assert.deepEqual(kept(layer, '/elsewhere/tmp/a.log'), []);
  });

  it('know paths of Windows, and the case as the file system does', () => {
    const files = { '': 'Secrets/\n' };
    const layer = ignoreLayer([root(['/c:/work'], files, true)]);
    for (const path of ['/c:/work/secrets/a', 'C:\\Work\\SECRETS\\a', 'c:/work/x/../Secrets/a'])
      assert.equal(kept(layer, path).length, 1, path);
    assert.deepEqual(kept(ignoreLayer([root(['/work'], files)]), '/work/secrets/a'), []);
  });

  it('mean everything below their folder from where they are not read any further', () => {
    const long = `${'#'.repeat(IGNORE_LIMITS.file)}\n!*\n`;
    const layer = ignoreLayer([root(['/work'], { '': '*.log\n', vendor: long })]);
    assert.equal(kept(layer, '/work/vendor/deep/a.ts').length, 1);
    assert.deepEqual(kept(layer, '/work/src/a.ts'), []);
    const many = `${'*.a\n'.repeat(IGNORE_LIMITS.patterns)}!*.ts\n`;
    assert.equal(kept(ignoreLayer([root(['/work'], { '': many })]), '/work/a.ts').length, 1);
  });

  it('come to an end on patterns that explode', () => {
    const bombs = [`${'*a'.repeat(140)}b`, '**/'.repeat(90), `${'[a-z]*'.repeat(48)}[!a]`].join('\n');
    const layer = ignoreLayer([root(['/work'], { '': `${`${bombs}\n`.repeat(300)}secret\n` })]);
    assert.deepEqual(kept(layer, `/work/${'a'.repeat(5_000)}/secret`).length, 1);
  });
});
