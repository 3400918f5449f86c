import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scanTrees } from '../../../../src/airlock/scan/scan-trees.ts';
import type { RemoteScanner } from '../../../../src/detect/supervise.ts';
import { superviseSeveral } from '../../../../src/detect/supervise-several.ts';
import { spawnScanThread } from '../../../../src/host/thread.ts';
import { EMAIL } from '../../made-up.ts';
import { MadeUpTree, rootOf } from './made-up-tree.ts';

const MISBEHAVING = new URL('../../../fixtures/threads/misbehaving.ts', import.meta.url);

describe('a scan with threads', function () {
  this.timeout(60_000);

  /** Threads of which it is known how many there were, and how many have not ended. */
  function threads(count: number, deadline?: number) {
    const of = { started: 0, alive: 0 };
    const spawn = (): RemoteScanner => {
      const thread = spawnScanThread(MISBEHAVING);
      of.started += 1;
      of.alive += 1;
      thread.onExit(() => (of.alive -= 1));
      return thread;
    };
    return {
      of,
      openScanner: () =>
        superviseSeveral(count, { spawn, ...(deadline !== undefined && { deadline: () => deadline }) }),
    };
  }

  /** The end of a thread is told of a moment after it was asked for. */
  async function ended(of: { readonly alive: number }): Promise<void> {
    while (of.alive > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  it('goes on with another thread where one dies over a file or never ends with it', async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, `${EMAIL} ${i}`]));
    const tree = new MadeUpTree({ ...files, 'dies.txt': 'die', 'hangs.txt': 'never end' });
    const { of, openScanner } = threads(2, 8_000);
    const { looked, unseen, total } = await scanTrees(
      [rootOf(tree)],
      { openScanner, standingOf: () => ({ standing: 'open' }), now: () => 0 },
      new AbortController().signal,
    );
    assert.deepEqual([looked, total.files], [20, 20]);
    assert.deepEqual(unseen, [{ why: 'scan-failed', count: 2, paths: ['dies.txt', 'hangs.txt'] }]);
    assert.ok(of.started > 1, String(of.started));
    await ended(of);
  });

  it('ends its threads where it is cancelled, whatever they are doing', async () => {
    const abort = new AbortController();
    const { of, openScanner } = threads(2);
    const tree = new MadeUpTree({ 'hangs.txt': 'never end' });
    const scanning = scanTrees(
      [rootOf(tree)],
      {
        openScanner() {
          const { scan, dispose } = openScanner();
          return {
            dispose,
            scan(texts) {
              setImmediate(() => abort.abort());
              return scan(texts);
            },
          };
        },
        standingOf: () => ({ standing: 'open' }),
        now: () => 0,
      },
      abort.signal,
    );
    await assert.rejects(scanning, { name: 'AbortError' });
    await ended(of);
    assert.equal(of.started, 1);
  });
});
