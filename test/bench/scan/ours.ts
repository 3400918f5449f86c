/**
 * Scans a folder as the editor does, in a process of its own, and prints as JSON what came of it.
 * Arguments: the folder, the number of threads, and after how many files it is cancelled, 0 for never.
 */
import { pathToFileURL } from 'node:url';
import { countOf } from '../../../src/airlock/scan/report.ts';
import { scanTrees } from '../../../src/airlock/scan/scan-trees.ts';
import { superviseSeveral } from '../../../src/detect/supervise-several.ts';
import { excludedFrom } from '../../../src/editor/scan/excluded.ts';
import { diskTree } from '../../../src/host/disk-tree.ts';
import { spawnScanThread } from '../../../src/host/thread.ts';

const [, , folder = '', script = '', threads = '1', cancelAfter = '0'] = process.argv;
/** What the editor leaves out unless it is told otherwise. */
const SETTINGS = [
  { '**/.git': true, '**/.svn': true, '**/.hg': true, '**/.DS_Store': true, '**/Thumbs.db': true },
  { '**/node_modules': true, '**/bower_components': true, '**/*.code-search': true },
];
const abort = new AbortController();
const startedAt = performance.now();
let cancelledAt = 0;
let most = 0;
const watching = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
let found = {};
try {
  const report = await scanTrees(
    [
      {
        name: 'bench',
        tree: diskTree(folder),
        isExcluded: excludedFrom(SETTINGS),
        fileName: (path) => ({ path }),
      },
    ],
    {
      openScanner: () =>
        superviseSeveral(Number(threads), { spawn: () => spawnScanThread(pathToFileURL(script)) }),
      standingOf: () => ({ standing: 'open' }),
      onProgress({ done }) {
        if (done !== Number(cancelAfter)) return;
        cancelledAt = performance.now();
        abort.abort();
      },
      now: Date.now,
    },
    abort.signal,
  );
  found = { files: report.files, looked: report.looked, findings: countOf(report.total) };
} catch (error) {
  if (!abort.signal.aborted) throw error;
}
const endedAt = performance.now();
clearInterval(watching);
const result = { ...found, ms: endedAt - startedAt, afterCancel: endedAt - cancelledAt, rss: most };
// What is left of it would keep the process from ending; whoever started this counts the time to its end too.
console.log(JSON.stringify(result));
