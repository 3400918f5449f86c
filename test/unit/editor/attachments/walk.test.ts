import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { textContent } from '../../../../src/editor/attachments/content.ts';
import { excludedBy } from '../../../../src/editor/attachments/ignore.ts';
import { LIMITS } from '../../../../src/editor/attachments/limits.ts';
import { nothing } from '../../../../src/editor/attachments/source.ts';
import { type Bounds, type Entry, type Tree, walk } from '../../../../src/editor/attachments/walk.ts';

/** A folder in memory: files by their paths; `->` is a link within, `=>` one that leads elsewhere. */
class MadeUp implements Tree {
  readonly #files: ReadonlyMap<string, string>;
  readonly #names = new Map<string, Map<string, Entry['is']>>();
  read_ = 0;

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = new Map(Object.entries(files));
    for (const [path, text] of this.#files) {
      const names = path.split('/');
      for (let depth = 0; depth < names.length; depth++) {
        const folder = names.slice(0, depth).join('/');
        const entries = this.#names.get(folder) ?? new Map<string, Entry['is']>();
        const isLast = depth === names.length - 1;
        entries.set(names[depth] ?? '', isLast ? (/^[-=]>/.test(text) ? 'link' : 'file') : 'folder');
        this.#names.set(folder, entries);
      }
    }
  }

  async list(path: string): Promise<Entry[]> {
    const names = this.#names.get(path);
    if (!names) throw new Error('there is no such folder');
    return [...names].map(([name, is]) => ({ name, is }));
  }

  async linkIs(path: string): Promise<'file' | 'other'> {
    return this.#files.get(path)?.startsWith('->') === true ? 'file' : 'other';
  }

  async read(path: string) {
    this.read_ += 1;
    if (path.endsWith('.denied')) return nothing('denied', { name: path, glob: '**/*.denied' });
    if (path.endsWith('.bin')) return nothing('binary', { name: path });
    return textContent(path, this.#files.get(path) ?? '');
  }

  async readText(path: string): Promise<string | undefined> {
    return this.#files.get(path);
  }
}

const NOTHING_OUT = excludedBy();

async function walked(
  tree: Tree,
  { bounds = {}, signal = new AbortController().signal, excluded = NOTHING_OUT } = {} as {
    readonly bounds?: Partial<Bounds>;
    readonly signal?: AbortSignal;
    readonly excluded?: typeof NOTHING_OUT;
  },
) {
  const progress: number[] = [];
  const reading = { signal, progress: (files: number) => progress.push(files) };
  const { pieces, leftOut } = await walk(tree, reading, excluded, { ...LIMITS, ...bounds });
  return {
    names: pieces.map(({ name }) => name),
    left: leftOut.map(({ why, count }) => `${why} ${count}`),
    leftOut,
    progress,
  };
}

describe('a folder that is attached', () => {
  it('is read in the order of its names, folders behind the files beside them', async () => {
    const tree = new MadeUp({ 'b.ts': 'b', 'a/z.ts': 'z', 'a/a.ts': 'a', 'c.ts': 'c', 'a/d/e.ts': 'e' });
    const { names, left, progress } = await walked(tree);
    assert.deepEqual(names, ['b.ts', 'c.ts', 'a/a.ts', 'a/z.ts', 'a/d/e.ts']);
    assert.deepEqual([left, progress], [[], [1, 2, 3, 4, 5]]);
  });

  it('leaves out what settings and .gitignore files say, each for its own folder', async () => {
    const tree = new MadeUp({
      '.gitignore': 'out/\n*.log\n',
      'a.ts': 'a',
      'a.log': 'log',
      'out/b.ts': 'b',
      'node_modules/c.js': 'c',
      'sub/.gitignore': '!keep.log\nlocal.ts',
      'sub/keep.log': 'kept',
      'sub/local.ts': 'l',
      'local.ts': 'l',
    });
    const { names, left } = await walked(tree, { excluded: excludedBy({ '**/node_modules': true }) });
    assert.deepEqual(names, ['.gitignore', 'a.ts', 'local.ts', 'sub/.gitignore', 'sub/keep.log']);
    assert.deepEqual(left, ['excluded 4']);
  });

  it('says by which rule files were denied, how many are no text and how many have nothing in them', async () => {
    const tree = new MadeUp({ 'a.denied': 'x', 'b.denied': 'x', 'c.bin': 'x', 'd.ts': '', 'e.ts': 'e' });
    const { names, leftOut } = await walked(tree);
    assert.deepEqual(names, ['e.ts']);
    assert.deepEqual(leftOut, [
      { why: 'denied', count: 2, name: 'a.denied', glob: '**/*.denied' },
      { why: 'binary', count: 1, name: 'c.bin' },
      { why: 'empty', count: 1, name: 'd.ts' },
    ]);
  });

  it('follows links to files within, and no others', async () => {
    const tree = new MadeUp({ 'a.ts': '-> b.ts', 'b.ts': 'b', 'c.ts': '=> /etc/passwd' });
    const { names, left } = await walked(tree);
    assert.deepEqual(names, ['a.ts', 'b.ts']);
    assert.deepEqual(left, ['outside 1']);
  });

  it('takes no more than fits, and says how much was left', async () => {
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}.ts`, 'x'.repeat(100)]));
    assert.deepEqual((await walked(new MadeUp(files), { bounds: { files: 3 } })).left, ['too-many 7']);
    assert.deepEqual((await walked(new MadeUp(files), { bounds: { folder: 450 } })).names.length, 4);
    const deep = new MadeUp({ 'a/b/c/d.ts': 'd', 'e.ts': 'e' });
    assert.deepEqual((await walked(deep, { bounds: { depth: 2 } })).names, ['e.ts']);
  });

  it('reads no file beyond the bounds of 50,000', async () => {
    const tree = new MadeUp(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`${i}.ts`, 'x'])));
    const { names, left } = await walked(tree);
    assert.equal(names.length, LIMITS.files);
    assert.deepEqual(left, [`too-many ${50_000 - LIMITS.files}`]);
    assert.equal(tree.read_, LIMITS.files);
  });

  it('looks at no name beyond the bounds, and lets others have a turn meanwhile', async () => {
    const tree = new MadeUp(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`${i}.js`, 'x'])));
    let turns = 0;
    const ticking = setInterval(() => (turns += 1));
    const { names, left } = await walked(tree, { excluded: excludedBy({ '**/*.js': true }) });
    clearInterval(ticking);
    assert.deepEqual(names, []);
    assert.deepEqual(left, [`excluded ${LIMITS.entries}`, `too-many ${50_000 - LIMITS.entries}`]);
    assert.ok(turns > 5, `others had ${turns} turns`);
  });

  it('ends where one file after the other does not fit', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.ts`, 'x'.repeat(100)]));
    const tree = new MadeUp(files);
    assert.deepEqual((await walked(tree, { bounds: { folder: 150 } })).left, ['too-many 99']);
    assert.ok(tree.read_ < 30);
  });

  it('is given up where that is asked for', async () => {
    const tree = new MadeUp(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`${i}.ts`, 'x'])));
    const abort = new AbortController();
    const walking = walked(tree, { signal: abort.signal });
    abort.abort();
    await assert.rejects(walking, { name: 'AbortError' });
    assert.ok(tree.read_ < 2);
  });

  it('goes on where a folder within cannot be read, and not where it is itself', async () => {
    const tree = new MadeUp({ 'a/b.ts': 'b', 'c.ts': 'c' });
    const failing: Tree = {
      list: (path) => (path === 'a' ? Promise.reject(new Error('no')) : tree.list(path)),
      linkIs: (path) => tree.linkIs(path),
      read: (path) => tree.read(path),
      readText: (path) => tree.readText(path),
    };
    const { names, left } = await walked(failing);
    assert.deepEqual([names, left], [['c.ts'], ['unreadable 1']]);
    await assert.rejects(walked({ ...failing, list: () => Promise.reject(new Error('no')) }), /no/);
  });
});
