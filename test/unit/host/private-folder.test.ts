import assert from 'node:assert/strict';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { PrivateFolder } from '../../../src/host/private-folder.ts';
import { isRunning } from '../../../src/host/processes.ts';
import { inTemporaryFolder } from '../provision/temporary-folder.ts';

describe('a private folder', () => {
  it('has files whole, for the user alone', () =>
    inTemporaryFolder(async (at) => {
      const folder = new PrivateFolder(join(at, 'a', 'b'));
      assert.deepEqual([await folder.list(), await folder.read('x.json', 10)], [[], undefined]);
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => folder.write('x.json', String(i).repeat(5_000))),
      );
      const text = (await folder.read('x.json', 100_000)) ?? '';
      assert.equal(new Set(text.length === 5_000 ? text : text.match(/../g)).size, 1, 'one of them, whole');
      assert.deepEqual(readdirSync(folder.path), ['x.json']);
      if (process.platform !== 'win32') {
        assert.equal(statSync(join(folder.path, 'x.json')).mode & 0o777, 0o600);
        assert.equal(statSync(folder.path).mode & 0o777, 0o700);
      }
    }));

  it('reads no more than it is asked to, and no link and no folder', () =>
    inTemporaryFolder(async (at) => {
      const folder = new PrivateFolder(at);
      await folder.write('x.json', 'twelve bytes');
      await assert.rejects(folder.read('x.json', 11));
      mkdirSync(join(at, 'f.json'));
      await assert.rejects(folder.read('f.json', 100));
      if (process.platform !== 'win32') {
        symlinkSync(join(at, 'x.json'), join(at, 'l.json'));
        await assert.rejects(folder.read('l.json', 100));
      }
      assert.deepEqual(
        (await folder.list()).map(({ name }) => name),
        ['x.json'],
      );
    }));

  it('is left by no name', () =>
    inTemporaryFolder(async (at) => {
      const folder = new PrivateFolder(join(at, 'inside'));
      for (const name of ['../x', '/etc/x', '', '.', '..', 'a/b', 'A', '.hidden', 'x'.repeat(200)]) {
        await assert.rejects(folder.write(name, ''), name);
        await assert.rejects(folder.read(name, 1), name);
        await assert.rejects(folder.remove(name), name);
      }
    }));

  it('gives a file to one of those who take it', () =>
    inTemporaryFolder(async (at) => {
      const folder = new PrivateFolder(at);
      await folder.write('x.json', 'x');
      const taken = await Promise.all([folder.take('x.json', 'a.json'), folder.take('x.json', 'b.json')]);
      assert.equal(taken.filter(Boolean).length, 1);
      assert.equal(readdirSync(at).length, 1);
    }));

  it('clears away what a crash left, once nobody can be writing it', () =>
    inTemporaryFolder(async (at) => {
      const [old, fresh] = ['.x.json.0123abcd.tmp', '.x.json.4567abcd.tmp'];
      for (const name of [old, fresh]) writeFileSync(join(at, name), 'half');
      utimesSync(join(at, old), 1, 1);
      assert.deepEqual(await new PrivateFolder(at).list(), []);
      assert.deepEqual(readdirSync(at), [fresh]);
      assert.equal(readFileSync(join(at, fresh), 'utf8'), 'half');
    }));
});

describe('a process', () => {
  it('is there or not', () => {
    assert.ok(isRunning(process.pid));
    for (const number of [0, -1, 1.5, Number.NaN, 2 ** 31 - 7]) assert.ok(!isRunning(number), String(number));
  });
});
