import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { scanTrees } from '../../../src/airlock/scan/scan-trees.ts';
import { diskTree } from '../../../src/host/disk-tree.ts';
import { inTemporaryFolder } from '../provision/temporary-folder.ts';
import { rootOf } from '../airlock/scan/made-up-tree.ts';
import { plainScan } from '../airlock/opened.ts';
import { EMAIL } from '../made-up.ts';

describe('a folder on the disk', () => {
  const { signal } = new AbortController();

  it('is listed with what each name is, and no further than is wanted', () =>
    inTemporaryFolder(async (root) => {
      mkdirSync(join(root, 'sub'), { recursive: true });
      writeFileSync(join(root, 'two\nlines.ts'), 'x');
      symlinkSync('.', join(root, 'circle'));
      execFileSync('mkfifo', [join(root, 'pipe')]);
      const entries = await diskTree(root).list('', 100, signal);
      assert.deepEqual(entries.map(({ name, is }) => `${name}: ${is}`).toSorted(), [
        'circle: link',
        'pipe: other',
        'sub: folder',
        'two\nlines.ts: file',
      ]);
      assert.equal((await diskTree(root).list('', 2, signal)).length, 3);
      await assert.rejects(diskTree(root).list('nowhere', 2, signal));
    }));

  it('is read by the bytes, and says how many where they are too many', () =>
    inTemporaryFolder(async (root) => {
      writeFileSync(join(root, 'a.txt'), 'hello');
      writeFileSync(join(root, 'empty'), '');
      const tree = diskTree(root);
      assert.deepEqual(await tree.read('a.txt', 5, signal), new Uint8Array(Buffer.from('hello')));
      assert.deepEqual(await tree.read('a.txt', 4, signal), { size: 5 });
      assert.deepEqual(await tree.read('empty', 0, signal), new Uint8Array());
    }));

  it('reads no link and waits for no pipe that came in the place of a file', () =>
    inTemporaryFolder(async (root) => {
      symlinkSync('/etc/hostname', join(root, 'link'));
      execFileSync('mkfifo', [join(root, 'pipe')]);
      for (const name of ['link', 'pipe', '.'])
        await assert.rejects(diskTree(root).read(name, 100, signal), name);
    }));

  it('reads no more than was wanted of a file that grows meanwhile', () =>
    inTemporaryFolder(async (root) => {
      const file = join(root, 'a.log');
      writeFileSync(file, 'x'.repeat(1_000));
      const tree = diskTree(root);
      const growing = setInterval(() => appendFileSync(file, 'y'.repeat(50_000)));
      try {
        for (let round = 0; round < 50; round++) {
          const read = await tree.read('a.log', 60_000, signal);
          const size = read instanceof Uint8Array ? read.length : read.size;
          assert.ok(read instanceof Uint8Array ? size <= 60_000 : size > 60_000, String(size));
        }
      } finally {
        clearInterval(growing);
      }
    }));

  it('is scanned with all that is strange in it', () =>
    inTemporaryFolder(async (root) => {
      mkdirSync(join(root, 'a/b'), { recursive: true });
      symlinkSync('../..', join(root, 'a/b/up'));
      symlinkSync('a', join(root, 'again'));
      symlinkSync('nowhere', join(root, 'broken'));
      execFileSync('mkfifo', [join(root, 'pipe')]);
      writeFileSync(join(root, 'a/b/new\nline.md'), `write to ${EMAIL}`);
      const report = await scanTrees(
        [rootOf(diskTree(root))],
        {
          openScanner: () => ({ scan: plainScan, dispose: () => undefined }),
          standingOf: () => ({ standing: 'open' }),
          now: () => 0,
        },
        signal,
      );
      assert.deepEqual(
        report.found.map(({ path, kinds }) => [path, kinds[0]?.kind]),
        [['a/b/new\nline.md', 'email']],
      );
      assert.deepEqual(
        report.skipped.map(({ why, count }) => [why, count]),
        [
          ['link', 3],
          ['special', 1],
        ],
      );
      assert.deepEqual([report.files, report.unseen], [1, []]);
    }));
});
