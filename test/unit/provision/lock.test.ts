import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockOwner, ownerIsAlive, readOwner, withLock } from '../../provision/lock.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** The pid of a process that has just ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('the lock', () => {
  it('names this process while the work runs, and is gone afterwards', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'lock');
      const owner = await withLock(file, () => readOwner(file));
      assert.equal(owner?.pid, process.pid);
      assert.equal(ownerIsAlive(owner as LockOwner), true);
      assert.deepEqual(readdirSync(folder), []);
    }));

  it('is released when the work fails', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'lock');
      const failing = withLock(file, () => {
        throw new Error('no');
      });
      await assert.rejects(failing, /no/);
      assert.equal(existsSync(file), false);
    }));

  it('is taken over from a process that has ended', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'lock');
      writeFileSync(file, `${deadPid()} 12345\n`);
      assert.equal(await withLock(file, () => 'done'), 'done');
      assert.deepEqual(readdirSync(folder), [], 'nothing of the take-over is left');
    }));

  it('is taken over when its pid now belongs to a later process', function () {
    // Only /proc tells when a process was started.
    if (!existsSync('/proc/self/stat')) this.skip();
    return inTemporaryFolder(async (folder) => {
      const file = join(folder, 'lock');
      writeFileSync(file, `${process.pid} 1\n`);
      assert.equal(await withLock(file, () => 'done'), 'done');
    });
  });

  it('is taken over even from a process that ended while it was taking over', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'lock');
      writeFileSync(file, `${deadPid()} 1\n`);
      writeFileSync(`${file}.takeover`, `${deadPid()} 1\n`);
      assert.equal(await withLock(file, () => 'done'), 'done');
      assert.deepEqual(readdirSync(folder), []);
    }));

  it('is waited for, says so once, and gives up at the limit with the way out', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'lock');
      writeFileSync(file, `${process.ppid}\n`);
      const waits: number[] = [];
      const waiting = withLock(file, () => assert.fail('the lock was held'), {
        timeoutMs: 20,
        pollMs: 2,
        onWait: ({ pid }) => waits.push(pid),
      });
      await assert.rejects(waiting, new RegExp(`still held by process ${process.ppid}\\. .*delete the file`));
      assert.deepEqual(waits, [process.ppid]);
      assert.equal(existsSync(file), true, 'it is still theirs');
    }));

  it('lets one in at a time when many take over from a dead owner', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'lock');
      writeFileSync(file, `${deadPid()} 1\n`);
      let inside = 0;
      const visits = Array.from({ length: 20 }, () =>
        withLock(
          file,
          async () => {
            assert.equal(++inside, 1);
            await new Promise((resolve) => setImmediate(resolve));
            inside--;
          },
          { pollMs: 1 },
        ),
      );
      await Promise.all(visits);
    }));
});
