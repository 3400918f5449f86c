import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ScanRow } from '../../../../src/protocol/scan.ts';
import {
  EVERYTHING,
  filterScan,
  nextScanSorting,
  type ScanFilter,
  sortScan,
  WORST_FIRST,
} from '../../../../src/webview/scan/scan-filter.ts';

const KINDS = { email: 'E-mail address', 'api-key': 'API key', 'github-token': 'GitHub token' };

function row(id: number, path: string, over: Partial<ScanRow> = {}): ScanRow {
  return {
    id,
    file: path,
    path: `0/${path}`,
    kind: 'email',
    class: 'pii',
    severity: 1,
    count: 1,
    place: '1:1',
    standing: 'open',
    declared: '',
    ...over,
  };
}

const ROWS = [
  row(0, 'b.ts', { count: 3 }),
  row(1, 'src/a.ts', { kind: 'github-token', class: 'secret', severity: 3 }),
  row(2, 'src/deep/a.ts', { kind: 'api-key', class: 'secret', severity: 2, standing: 'denied' }),
  row(3, 'srcs/a.ts', { count: 9, standing: 'redacted' }),
];

const kept = (over: Partial<ScanFilter>): number[] =>
  filterScan(ROWS, { ...EVERYTHING, ...over }, KINDS).map(({ id }) => id);

describe('the rows of a scan', () => {
  it('are filtered by folder, with what is below it or without', () => {
    assert.deepEqual(kept({}), [0, 1, 2, 3]);
    assert.deepEqual(kept({ folder: '0/src/' }), [1, 2]);
    assert.deepEqual(kept({ folder: '0/src/', isFlat: true }), [1]);
    assert.deepEqual(kept({ folder: '0/', isFlat: true }), [0]);
  });

  it('are filtered by kind, class and rule, and by words in files and kinds', () => {
    assert.deepEqual(kept({ kind: 'email' }), [0, 3]);
    assert.deepEqual(kept({ class: 'secret' }), [1, 2]);
    assert.deepEqual(kept({ standing: 'denied' }), [2]);
    assert.deepEqual(kept({ search: 'DEEP a.ts' }), [2]);
    assert.deepEqual(kept({ search: 'github' }), [1]);
    assert.deepEqual(kept({ search: 'nowhere' }), []);
    const rows = [row(0, 'a.ts'), row(1, 'b.ts', { declared: 'declared as a test value (x.json)' })];
    assert.deepEqual(
      filterScan(rows, { ...EVERYTHING, search: 'test value' }, KINDS).map(({ id }) => id),
      [1],
    );
  });

  it('stand with the worst first, and of those the most', () => {
    assert.deepEqual(
      sortScan(ROWS, WORST_FIRST).map(({ id }) => id),
      [1, 2, 3, 0],
    );
  });

  it('are sorted by any column, both ways', () => {
    const sorted = (column: 'file' | 'count' | 'standing', descending: boolean): number[] =>
      sortScan(ROWS, { column, descending }).map(({ id }) => id);
    assert.deepEqual(sorted('file', false), [0, 1, 2, 3]);
    assert.deepEqual(sorted('file', true), [3, 2, 1, 0]);
    assert.deepEqual(sorted('count', true)[0], 3);
    assert.deepEqual(sorted('standing', false), [0, 1, 3, 2]);
    const first = nextScanSorting(WORST_FIRST, 'file');
    assert.deepEqual(first, { column: 'file', descending: false });
    assert.deepEqual(nextScanSorting(first, 'file'), { column: 'file', descending: true });
    assert.deepEqual(nextScanSorting(first, 'count'), { column: 'count', descending: true });
  });
});
