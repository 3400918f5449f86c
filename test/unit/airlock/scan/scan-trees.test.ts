import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Root, scanTrees, type ScanTreesOptions } from '../../../../src/airlock/scan/scan-trees.ts';
import type { Tree } from '../../../../src/airlock/scan/tree.ts';
import { countOf } from '../../../../src/airlock/scan/report.ts';
import { type Finding, type Scan, ScanFailure } from '../../../../src/detect/finding.ts';
import { MAX_TEXT_BYTES } from '../../../../src/detect/limits.ts';
import { EMAIL, githubToken } from '../../made-up.ts';
import { plainScan } from '../opened.ts';
import { MadeUpTree, rootOf } from './made-up-tree.ts';

/** Finds each `KEY` of a text. */
const keys: Scan = async (texts) =>
  texts.map((text) =>
    [...text.matchAll(/KEY/g)].map(({ index }): Finding => ({
      rule: 'made-up',
      class: 'secret',
      kind: 'api-key',
      severity: 'high',
      start: index,
      end: index + 3,
      evidence: 'shape',
    })),
  );

/** A scanner that can be seen to be let go of. */
function scanner(scan: Scan) {
  const of = { texts: 0, units: 0, mostUnits: 0, disposed: 0 };
  const counting: Scan = async (texts) => {
    assert.equal(of.disposed, 0, 'nothing is asked of it after its end');
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    of.texts += texts.length;
    of.units += units;
    of.mostUnits = Math.max(of.mostUnits, of.units);
    try {
      return await scan(texts);
    } finally {
      of.units -= units;
    }
  };
  return { of, openScanner: () => ({ scan: counting, dispose: () => (of.disposed += 1) }) };
}

const scanning = (
  roots: readonly Root[],
  { scan = keys, signal = new AbortController().signal, ...over } = {} as Partial<ScanTreesOptions> & {
    readonly scan?: Scan;
    readonly signal?: AbortSignal;
  },
) => {
  const { of, openScanner } = scanner(scan);
  const report = scanTrees(
    roots,
    { openScanner, standingOf: () => ({ standing: 'open' }), now: () => 0, ...over },
    signal,
  );
  return { of, report };
};

describe('a scan of folders', () => {
  it('says what is where, by file, folder, kind and class, and nothing of what it is', async () => {
    const token = githubToken(7);
    const tree = new MadeUpTree({
      'a.ts': 'no finding',
      'src/keys.ts': `// ä\nconst token = "${token}";\n`,
      'src/deep/mail.txt': `write to ${EMAIL}`,
    });
    const { of, report } = scanning([rootOf(tree)], {
      scan: plainScan,
    });
    const done = await report;
    assert.deepEqual([done.files, done.looked, done.total.files, countOf(done.total)], [3, 3, 2, 2]);
    assert.deepEqual(
      done.found.map(({ path, kinds }) => [path, kinds.map(({ kind, count }) => [kind, count])]),
      [
        ['src/deep/mail.txt', [['email', 1]]],
        ['src/keys.ts', [['github-token', 1]]],
      ],
    );
    assert.deepEqual(done.found[1]?.kinds[0]?.places, [
      { line: 2, column: 16, endLine: 2, endColumn: 16 + token.length, print: '' },
    ]);
    assert.deepEqual(
      done.folders.map(({ path, own, files, found }) => [path, own, files, found.open]),
      [
        ['', 0, 2, 2],
        ['src', 1, 2, 2],
        ['src/deep', 1, 1, 1],
      ],
    );
    assert.deepEqual(done.total.classes, { secret: 1, pii: 1, internal: 0, path: 0, opaque: 0 });
    const written = JSON.stringify(done);
    for (const value of [token, EMAIL]) assert.ok(!written.includes(value));
    assert.equal(of.disposed, 1);
  });

  it('tells what may leave from what a rule holds back, once a file with findings', async () => {
    const asked: string[] = [];
    const tree = new MadeUpTree({ '.env': 'KEY KEY', 'a.ts': 'KEY', 'b.ts': 'nothing', 'c.sql': 'KEY' });
    const { report } = scanning([rootOf(tree)], {
      standingOf: ({ path }) => {
        asked.push(path);
        if (path === '.env') return { standing: 'denied', glob: '.env*' };
        return { standing: path === 'c.sql' ? 'redacted' : 'open' };
      },
    });
    const { total, found, kinds } = await report;
    assert.deepEqual(total.found, { open: 1, limited: 0, redacted: 1, denied: 2 });
    assert.deepEqual(
      found.map(({ path, standing, glob }) => [path, standing, glob]),
      [
        ['.env', 'denied', '.env*'],
        ['a.ts', 'open', undefined],
        ['c.sql', 'redacted', undefined],
      ],
    );
    assert.deepEqual(kinds, [
      {
        kind: 'api-key',
        class: 'secret',
        files: 3,
        found: { open: 1, limited: 0, redacted: 1, denied: 2 },
      },
    ]);
    assert.deepEqual(asked.toSorted(), ['.env', 'a.ts', 'c.sql']);
  });

  it('counts what is no text, too large or unreadable, each with its first few names', async () => {
    const tree = new MadeUpTree({
      'a.bin': new Uint8Array([1, 0, 2]),
      'b.log': new Uint8Array(MAX_TEXT_BYTES + 1).fill(97),
      'c.txt': 'KEY',
      'd.txt': new Uint8Array([0xff, 0xfe, 0x4b, 0, 0x45, 0, 0x59, 0]),
      'e.txt': new Uint8Array([0xe4, 0x20, 0x4b, 0x45, 0x59]),
      '': '|',
    });
    const failing: Tree = {
      list: async (path, most) => [...(await tree.list(path, most)), { name: 'gone.txt', is: 'file' }],
      read: (path, most) => tree.read(path, most),
    };
    const { looked, files, unseen, found, skipped } = await scanning([rootOf(failing)]).report;
    assert.deepEqual([files, looked], [6, 3]);
    assert.deepEqual(unseen, [
      { why: 'binary', count: 1, paths: ['a.bin'] },
      { why: 'too-large', count: 1, paths: ['b.log'] },
      { why: 'unreadable', count: 1, paths: ['gone.txt'] },
    ]);
    assert.deepEqual(skipped, [{ why: 'special', count: 1, paths: [''] }]);
    assert.deepEqual(
      found.map(({ path, kinds }) => [path, kinds[0]?.places[0]?.column]),
      [
        ['c.txt', 1],
        ['d.txt', 1],
        ['e.txt', 3],
      ],
    );
  });

  it('goes on after a text the scanner dies of, which alone is not looked into', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`${i}.ts`, i === 150 ? 'DIE' : 'KEY']),
    );
    const { report } = scanning([rootOf(new MadeUpTree(files))], {
      scan: async (texts) => {
        if (texts.includes('DIE')) throw new ScanFailure('scanner-died');
        return keys(texts);
      },
    });
    const { looked, unseen, total } = await report;
    assert.deepEqual([looked, countOf(total)], [299, 299]);
    assert.deepEqual(unseen, [{ why: 'scan-failed', count: 1, paths: ['150.ts'] }]);
  });

  it('takes an answer for the wrong number of texts for none', async () => {
    const tree = new MadeUpTree({ 'a.ts': 'KEY', 'b.ts': 'KEY' });
    const { report } = scanning([rootOf(tree)], { scan: async () => [] });
    const { looked, unseen } = await report;
    assert.deepEqual([looked, unseen.map(({ why, count }) => [why, count])], [0, [['scan-failed', 2]]]);
  });

  it('reads a file that changes or goes while others are read as it then is', async () => {
    const tree = new MadeUpTree({ 'a.ts': 'KEY', 'b.ts': 'KEY', 'c.ts': 'KEY' });
    const changing: Tree = {
      list: (path, most) => tree.list(path, most),
      async read(path, most) {
        if (path === 'a.ts') throw Object.assign(new Error('gone'), { code: 'ENOENT' });
        if (path === 'b.ts')
          return most < MAX_TEXT_BYTES ? { size: most + 1 } : new TextEncoder().encode('KEY KEY');
        return tree.read(path, most);
      },
    };
    const { unseen, total } = await scanning([rootOf(changing)]).report;
    assert.deepEqual([unseen.map(({ why }) => why), countOf(total)], [['unreadable'], 3]);
  });

  it('reads many files a few at a time, and has few texts at a time', async () => {
    const text = `${'x'.repeat(2_000)}KEY`;
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i % 100}/${i}.ts`, text]));
    const tree = new MadeUpTree(files);
    const { of, report } = scanning([rootOf(tree)]);
    const { looked, total, folders } = await report;
    assert.deepEqual([looked, countOf(total), folders.length], [10_000, 10_000, 101]);
    assert.ok(tree.mostReading <= 12, String(tree.mostReading));
    assert.ok(of.mostUnits < 10_000 * text.length * 0.2, String(of.mostUnits));
    assert.equal(of.texts, 10_000);
  });

  it('has one large file at a time', async () => {
    let now = 0;
    let most = 0;
    const large = new Uint8Array(400 * 1024).fill(97);
    const tree = new MadeUpTree(
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.sql`, large])),
    );
    const { report } = scanning([rootOf(tree)], {
      scan: async (texts) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        return keys(texts);
      },
    });
    assert.equal((await report).looked, 20);
    assert.equal(most, 1);
  });

  it('lists so much and counts all', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`data/${i}.csv`, 'KEY KEY KEY KEY KEY']),
    );
    const { total, found, unlisted, kinds } = await scanning([
      rootOf(new MadeUpTree({ ...files, 'src/a.ts': 'KEY' })),
    ]).report;
    assert.equal(countOf(total), 2_501);
    assert.equal(kinds[0]?.files, 501);
    assert.deepEqual([found.length, unlisted], [201, 300]);
    assert.ok(found.some(({ path }) => path === 'src/a.ts'));
    assert.ok(found.every(({ kinds: [one] }) => (one?.places.length ?? 0) <= 3));
  });

  it('tells how far it has come, of how many it knows of', async () => {
    const told: (readonly [number, number, boolean])[] = [];
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.ts`, 'x']));
    const { report } = scanning([rootOf(new MadeUpTree({ ...files, 'a.bin': new Uint8Array(3) }))], {
      onProgress: ({ done, known, isAll }) => told.push([done, known, isAll]),
    });
    await report;
    assert.deepEqual(
      told.map(([done]) => done),
      Array.from({ length: 51 }, (_, i) => i + 1),
    );
    assert.ok(told.every(([done, known]) => done <= known));
    assert.deepEqual(told.at(-1), [51, 51, true]);
  });

  it('names files of several folders by the folder, and keeps them apart', async () => {
    const one = rootOf(new MadeUpTree({ 'a.ts': 'KEY', 'x.bin': new Uint8Array(2) }), { name: 'one' });
    const two = rootOf(new MadeUpTree({ 'a.ts': 'KEY' }), { name: 'two' });
    const { found, roots, folders, unseen } = await scanning([one, two]).report;
    assert.deepEqual(roots, ['one', 'two']);
    assert.deepEqual(
      found.map(({ root, path }) => [root, path]),
      [
        [0, 'a.ts'],
        [1, 'a.ts'],
      ],
    );
    assert.deepEqual([folders.length, unseen[0]?.paths], [2, ['one/x.bin']]);
  });

  it('has a print of each value whose place is kept, of its kind', async () => {
    const printed: string[] = [];
    const { report } = scanning([rootOf(new MadeUpTree({ 'a.ts': 'KEY KEY KEY KEY' }))], {
      print: async (value) => `print ${printed.push(value)}`,
    });
    const places = (await report).found[0]?.kinds[0]?.places;
    assert.deepEqual(
      places?.map(({ print }) => print),
      ['print 1', 'print 2', 'print 3'],
    );
    assert.deepEqual(new Set(printed), new Set(['api-key\nKEY']));
  });

  it('ends what it was doing where something of ours fails', async () => {
    const tree = new MadeUpTree(
      Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`${i}.ts`, 'KEY'])),
    );
    const { of, report } = scanning([rootOf(tree)], {
      standingOf: () => {
        throw new Error('ours');
      },
    });
    await assert.rejects(report, /ours/);
    assert.equal(of.disposed, 1);
    const reads = tree.reads;
    await settled();
    assert.ok(tree.reads - reads <= 12);
  });
});

/** Whatever was on its way has come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('a scan that is cancelled', () => {
  const never = new Promise<never>(() => undefined);
  const FILES = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`${i % 50}/${i}.ts`, 'KEY']));

  it('does nothing where that was before it began', async () => {
    const tree = new MadeUpTree(FILES);
    const { of, report } = scanning([rootOf(tree)], { signal: AbortSignal.abort() });
    await assert.rejects(report, { name: 'AbortError' });
    assert.deepEqual([tree.listed, tree.reads, of.texts, of.disposed], [0, 0, 0, 0]);
  });

  it('waits for no folder that is being listed', async () => {
    const abort = new AbortController();
    const tree: Tree = { list: () => never, read: () => never };
    const { of, report } = scanning([rootOf(tree)], { signal: abort.signal });
    abort.abort();
    await assert.rejects(report, { name: 'AbortError' });
    assert.equal(of.disposed, 1);
  });

  it('waits for no file that is being read', async () => {
    const abort = new AbortController();
    const made = new MadeUpTree(FILES);
    let reads = 0;
    const tree: Tree = {
      list: (path, most) => made.list(path, most),
      read: () => {
        reads += 1;
        setImmediate(() => abort.abort());
        return never;
      },
    };
    const { of, report } = scanning([rootOf(tree)], { signal: abort.signal });
    await assert.rejects(report, { name: 'AbortError' });
    assert.equal(of.disposed, 1);
    const before = reads;
    await settled();
    assert.equal(reads, before);
  });

  it('waits for no text that is being scanned', async () => {
    const abort = new AbortController();
    const { of, report } = scanning([rootOf(new MadeUpTree(FILES))], {
      signal: abort.signal,
      scan: () => {
        setImmediate(() => abort.abort());
        return never;
      },
    });
    await assert.rejects(report, { name: 'AbortError' });
    assert.equal(of.disposed, 1);
  });

  it('leaves nothing running, wherever it had come to', async () => {
    for (const after of [1, 40, 700, 4_000]) {
      const abort = new AbortController();
      const tree = new MadeUpTree(FILES);
      let told = 0;
      const { of, report } = scanning([rootOf(tree)], {
        signal: abort.signal,
        onProgress: () => {
          told += 1;
          if (told === after) abort.abort();
        },
      });
      await assert.rejects(report, { name: 'AbortError' });
      const [reads, listed, texts] = [tree.reads, tree.listed, of.texts];
      await settled();
      assert.deepEqual(
        [tree.reads, tree.listed, of.texts, told],
        [reads, listed, texts, after],
        `after ${after}`,
      );
    }
  });
});
