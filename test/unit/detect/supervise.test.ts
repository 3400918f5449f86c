import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { superviseScanner, type RemoteScanner, type SupervisedScan } from '../../../src/detect/supervise.ts';
import { spawnScanThread } from '../../../src/host/thread.ts';
import { EMAIL, githubToken } from '../made-up.ts';

const MISBEHAVING = new URL('../../fixtures/threads/misbehaving.ts', import.meta.url);
const REAL = new URL('../../../src/host/scan-thread.ts', import.meta.url);

describe('superviseScanner', () => {
  let scanner: SupervisedScan | undefined;
  let started = 0;

  function supervise(file: URL, deadline?: number): SupervisedScan {
    started = 0;
    const spawn = (): RemoteScanner => {
      started += 1;
      return spawnScanThread(file);
    };
    scanner = superviseScanner({ spawn, ...(deadline !== undefined && { deadline: () => deadline }) });
    return scanner;
  }

  afterEach(() => scanner?.dispose());

  it('finds in a real thread what is there, text by text, in order', async () => {
    const { scan } = supervise(REAL);
    const found = await scan(['nothing', `a ${githubToken()}`, EMAIL]);
    assert.deepEqual(
      found.map((list) => list.map(({ kind }) => kind)),
      [[], ['github-token'], ['email']],
    );
  });

  it('replaces a scanner that never ends: that scan is refused, the next one works', async () => {
    const { scan } = supervise(MISBEHAVING, 5_000);
    await scan(['warm']);
    const hanging = scan(['never end']);
    const behind = scan([EMAIL]);
    await assert.rejects(hanging, { name: 'ScanFailure', reason: 'deadline' });
    assert.equal((await behind)[0]?.[0]?.kind, 'email');
    assert.equal(started, 2);
  });

  it('replaces a scanner that dies', async () => {
    const { scan } = supervise(MISBEHAVING);
    await assert.rejects(scan(['die']), { reason: 'scanner-died' });
    assert.equal((await scan([EMAIL]))[0]?.length, 1);
    assert.equal(started, 2);
  });

  it('retires: answers what was asked, ends its thread, and takes nothing more', async () => {
    const { scan, retire } = supervise(REAL);
    const asked = [scan([EMAIL]), scan([githubToken()])];
    retire();
    assert.deepEqual(
      (await Promise.all(asked)).map(([list]) => list?.[0]?.kind),
      ['email', 'github-token'],
    );
    await assert.rejects(scan([EMAIL]), { reason: 'scanner-died' });
    assert.equal(started, 1);
  });

  it('keeps a scanner whose rule throws, and says nothing of the text', async () => {
    const { scan } = supervise(MISBEHAVING);
    await assert.rejects(scan([`throw ${EMAIL}`]), (error: Error) => {
      assert.equal(error.message, 'scan failed: rule-failed');
      return true;
    });
    assert.equal((await scan([EMAIL]))[0]?.length, 1);
    assert.equal(started, 1);
  });

  it('refuses a text over the limit before it is posted', async () => {
    const { scan } = supervise(REAL);
    await assert.rejects(scan(['x'.repeat(10 * 1024 * 1024 + 1)]), {
      reason: 'too-large',
      size: 10 * 1024 * 1024 + 1,
    });
    assert.equal(started, 0);
  });

  it('refuses a scanner that cannot be started, and all that waits once it is disposed of', async () => {
    const broken = superviseScanner({
      spawn: () => {
        throw new Error('no thread');
      },
    });
    await assert.rejects(broken.scan(['x']), { reason: 'scanner-died' });
    const { scan, dispose } = supervise(MISBEHAVING);
    const waiting = [scan(['never end']), scan(['x'])];
    dispose();
    for (const one of waiting) await assert.rejects(one, { reason: 'scanner-died' });
    await assert.rejects(scan(['x']), { reason: 'scanner-died' });
  });

  it('refuses an answer that does not fit the question', async () => {
    const lying = superviseScanner({
      spawn: () => {
        let answer: Parameters<RemoteScanner['onReply']>[0] = () => undefined;
        return {
          post: ({ id }) => queueMicrotask(() => answer({ id, findings: [[]] })),
          onReply: (listener) => (answer = listener),
          onExit: () => undefined,
          kill: () => undefined,
        };
      },
    });
    await assert.rejects(lying.scan(['a', 'b']), { reason: 'rule-failed' });
  });
});
