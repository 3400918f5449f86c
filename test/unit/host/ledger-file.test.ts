import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { LedgerFile, type LedgerFileOptions } from '../../../src/host/ledger-file.ts';

describe('the file of the ledger', () => {
  let folder = '';
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'airlock-ledger-')), 'ledger');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const current = (): string => join(folder, 'ledger.jsonl');
  const open = (over: Partial<LedgerFileOptions> = {}): LedgerFile =>
    new LedgerFile({
      folder,
      isOver: (text) => text.includes('over'),
      isNewer: (line) => line.includes('"v":2'),
      ...over,
    });
  const linesOf = async (file: LedgerFile): Promise<string[]> =>
    (await file.read()).texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');

  it('is made with its folder, for the user alone, and holds the lines in order', async () => {
    const file = open();
    assert.deepEqual(await file.read(), { texts: [], unreadable: 0 });
    await Promise.all(['a', 'b', 'c'].map((line) => file.append(line)));
    assert.equal(readFileSync(current(), 'utf8'), 'a\nb\nc\n');
    if (process.platform !== 'win32') {
      assert.equal(statSync(current()).mode & 0o777, 0o600);
      assert.equal(statSync(folder).mode & 0o777, 0o700);
    }
  });

  it('is closed to others where it was open to them', async () => {
    mkdirSync(folder);
    writeFileSync(current(), 'a\n', { mode: 0o644 });
    await open().append('b');
    if (process.platform !== 'win32') assert.equal(statSync(current()).mode & 0o777, 0o600);
  });

  it('goes on with a line of its own after one that was cut off', async () => {
    mkdirSync(folder);
    writeFileSync(current(), 'a\n{"cut');
    const file = open();
    await file.append('b');
    await file.append('c');
    assert.equal(readFileSync(current(), 'utf8'), 'a\n{"cut\nb\nc\n');
  });

  it('begins anew where it was truncated or taken away', async () => {
    const file = open();
    await file.append('a');
    writeFileSync(current(), '');
    await file.append('b');
    rmSync(folder, { recursive: true });
    await file.append('c');
    assert.deepEqual(await linesOf(file), ['c']);
  });

  it('is put aside when it is full, and nothing is lost', async () => {
    const file = open({ fullAt: 40, keep: 1_000 });
    const lines = Array.from({ length: 30 }, (_, n) => `line ${String(n).padStart(3, '0')}`);
    for (const line of lines) await file.append(line);
    assert.ok(readdirSync(folder).length > 5);
    assert.deepEqual((await linesOf(file)).toSorted(), lines);
  });

  it('deletes what was put aside only when it is over, and never the newest', async () => {
    const file = open({ fullAt: 1, keep: 2 });
    for (const line of ['over 1', 'held 2', 'over 3', 'over 4', 'over 5']) await file.append(line);
    assert.deepEqual((await linesOf(file)).toSorted(), ['held 2', 'over 4', 'over 5']);
  });

  it('is left as it is where a newer version wrote it, and another is begun', async () => {
    mkdirSync(folder);
    const newer = '{"v":1}\n{"v":2,"more":true}\n';
    writeFileSync(current(), newer);
    const named: string[] = [];
    const file = open({ onNewer: (name) => named.push(name) });
    await file.append('a');
    assert.equal(readFileSync(current(), 'utf8'), 'a\n');
    assert.equal(named.length, 1);
    assert.equal(readFileSync(join(folder, named[0] ?? ''), 'utf8'), newer);
    assert.deepEqual(await linesOf(file), [...newer.trim().split('\n'), 'a']);
  });

  it('says where no line can be added or read', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    await assert.rejects(open().append('a'), { problem: 'unwritable' });
    await assert.rejects(open().read(), { problem: 'unreadable' });
    rmSync(folder);
    mkdirSync(current(), { recursive: true });
    await assert.rejects(open().append('a'), { problem: 'not-a-file' });
    await assert.rejects(open().read(), { problem: 'unreadable' });
  });

  it('follows no link', async () => {
    mkdirSync(folder);
    const elsewhere = join(folder, '..', 'elsewhere');
    writeFileSync(elsewhere, '');
    symlinkSync(elsewhere, current());
    await assert.rejects(open().append('a'), { problem: 'not-a-file' });
    assert.equal(readFileSync(elsewhere, 'utf8'), '');
  });

  it('says where the folder is read-only, and goes on when it no longer is', async () => {
    mkdirSync(folder);
    if (process.platform !== 'win32' && process.getuid?.() !== 0) {
      chmodSync(folder, 0o500);
      await assert.rejects(open().append('a'), { problem: 'unwritable' });
      chmodSync(folder, 0o700);
    } else {
      // The superuser may write anywhere; what it cannot do is write through a file that is no folder.
      const file = open({ folder: join(folder, 'a') });
      writeFileSync(join(folder, 'a'), '');
      await assert.rejects(file.append('a'), { problem: 'unwritable' });
      rmSync(join(folder, 'a'));
      await file.append('a');
    }
    await open().append('b');
  });

  it('is deleted whole, with what was put aside, and nothing else of the folder', async () => {
    const file = open({ fullAt: 10 });
    for (const line of ['line one', 'line two', 'three']) await file.append(line);
    writeFileSync(join(folder, 'other.jsonl'), '');
    await file.remove();
    assert.deepEqual(readdirSync(folder), ['other.jsonl']);
    await file.append('again');
    assert.deepEqual(await linesOf(file), ['again']);
  });

  it('takes the lines of several processes at once, whole, over files that are put aside meanwhile', async () => {
    const script = join(import.meta.dirname, 'append-lines.ts');
    const names = ['left', 'right', 'third'];
    const count = 150;
    const running = names.map((name) =>
      spawn(process.execPath, [script, folder, name, String(count), '5000'], { stdio: 'inherit' }),
    );
    for (const [code] of await Promise.all(running.map((one) => once(one, 'exit')))) assert.equal(code, 0);
    const lines = (await linesOf(open())).map((line) => JSON.parse(line) as { name: string; n: number });
    assert.equal(lines.length, names.length * count);
    for (const name of names) {
      const own = lines.filter((line) => line.name === name).map(({ n }) => n);
      assert.deepEqual(
        own.toSorted((a, b) => a - b),
        Array.from({ length: count }, (_, n) => n),
        name,
      );
    }
    assert.ok(readdirSync(folder).length > 3);
  });
});
