import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { LeftOuts } from '../../../../src/airlock/scan/left-out.ts';
import type { Tree } from '../../../../src/airlock/scan/tree.ts';
import { WALK_BOUNDS, type WalkBounds, walkTree } from '../../../../src/airlock/scan/walk-tree.ts';
import type { SkippedWhy } from '../../../../src/detect/left-out.ts';
import { MadeUpTree } from './made-up-tree.ts';

async function walked(
  tree: Tree,
  { bounds = {}, isExcluded = () => false, signal = new AbortController().signal } = {} as {
    readonly bounds?: Partial<WalkBounds>;
    readonly isExcluded?: (path: string, name: string, isFolder: boolean) => boolean;
    readonly signal?: AbortSignal;
  },
) {
  const files: string[] = [];
  const skipped = new LeftOuts<SkippedWhy>();
  const listener = {
    isExcluded,
    onFile: (path: string) => void files.push(path),
    onSkipped: (why: SkippedWhy, path: string, count?: number) => skipped.add(why, path, count),
  };
  await walkTree(tree, listener, signal, { ...WALK_BOUNDS, ...bounds });
  return { files: files.toSorted(), skipped: skipped.list() };
}

describe('a walk of a folder', () => {
  it('comes upon every file, also those Git ignores', async () => {
    const tree = new MadeUpTree({ '.gitignore': '.env', '.env': '', 'b/c/d.ts': '', 'b/a.ts': '' });
    const { files, skipped } = await walked(tree);
    assert.deepEqual([files, skipped], [['.env', '.gitignore', 'b/a.ts', 'b/c/d.ts'], []]);
  });

  it('goes into nothing that others wrote or that settings leave out, and says so', async () => {
    const tree = new MadeUpTree({
      '.git/config': '',
      'node_modules/a/index.js': '',
      'lib/node_modules/b/index.js': '',
      'lib/.git': 'a file of that name, as in a worktree',
      'out/a.js': '',
      'a.ts': '',
    });
    const { files, skipped } = await walked(tree, {
      isExcluded: (path, name, isFolder) => isFolder && path === 'out' && name === 'out',
    });
    assert.deepEqual(files, ['a.ts', 'lib/.git']);
    assert.deepEqual(skipped, [
      { why: 'dependencies', count: 2, paths: ['lib/node_modules', 'node_modules'] },
      { why: 'excluded', count: 1, paths: ['out'] },
      { why: 'version-control', count: 1, paths: ['.git'] },
    ]);
    assert.equal(tree.listed, 2);
  });

  it('follows no link, so that it goes round in no circle and comes out nowhere', async () => {
    const tree = new MadeUpTree({
      'a/self': '-> .',
      'a/up': '-> ..',
      out: '-> /etc',
      pipe: '|',
      'a/b.ts': '',
    });
    const { files, skipped } = await walked(tree);
    assert.deepEqual(files, ['a/b.ts']);
    assert.deepEqual(skipped, [
      { why: 'link', count: 3, paths: ['a/self', 'a/up', 'out'] },
      { why: 'special', count: 1, paths: ['pipe'] },
    ]);
  });

  it('takes any name for a name', async () => {
    const names = ['two\nlines.ts', ' ', '__proto__', 'constructor/a', '..hidden', 'ü\u0308.ts', 'a\\b', '*'];
    const { files } = await walked(
      new MadeUpTree(Object.fromEntries(names.map((name) => [name, ''] as const))),
    );
    assert.deepEqual(
      files,
      names
        .filter((name) => name !== '__proto__')
        .concat('__proto__')
        .toSorted(),
    );
  });

  it('has its bounds, and says what it left out by them', async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${100 + i}.ts`, '']));
    const few = await walked(new MadeUpTree(many), { bounds: { files: 30 } });
    assert.deepEqual(
      [few.files.length, few.skipped],
      [30, [{ why: 'too-many', count: 70, paths: ['130.ts'] }]],
    );
    const wide = await walked(new MadeUpTree(many), { bounds: { names: 40 } });
    assert.deepEqual([wide.files.length, wide.skipped[0]?.why], [40, 'too-many']);
    const deep = await walked(new MadeUpTree({ [`${'a/'.repeat(30)}b.ts`]: '', 'c.ts': '' }), {
      bounds: { depth: 20 },
    });
    assert.deepEqual(deep.files, ['c.ts']);
    assert.deepEqual(
      deep.skipped.map(({ why, paths }) => [why, paths[0]?.length]),
      [['too-deep', 39]],
    );
  });

  it('goes on past a folder that cannot be listed', async () => {
    const made = new MadeUpTree({ 'a/b.ts': '', 'c/d.ts': '' });
    const tree: Tree = {
      list: (path, most) => (path === 'a' ? Promise.reject(new Error('no')) : made.list(path, most)),
      read: (path, most) => made.read(path, most),
    };
    const { files, skipped } = await walked(tree);
    assert.deepEqual([files, skipped], [['c/d.ts'], [{ why: 'unlisted', count: 1, paths: ['a'] }]]);
  });

  it('lets others have a turn, and is given up where that is asked for', async () => {
    const tree = new MadeUpTree(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`${i}.ts`, ''])),
    );
    let turns = 0;
    const ticking = setInterval(() => (turns += 1));
    await walked(tree);
    clearInterval(ticking);
    assert.ok(turns > 5, `others had ${turns} turns`);
    const abort = new AbortController();
    const walking = walked(tree, { signal: abort.signal });
    abort.abort();
    await assert.rejects(walking, { name: 'AbortError' });
  });
});
