import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { countOf } from '../../../../src/airlock/scan/report.ts';
import { type Bar, barsOf } from '../../../../src/editor/scan/scan-bars.ts';
import { found, reportOf } from './reports.ts';

const said = (bars: readonly Bar[]): string[] =>
  bars.map(
    ({ folder, isFlat, total, folders }) =>
      `${folder === undefined ? `${folders} others` : folder.path || '.'}${isFlat ? ' flat' : ''} ${total}`,
  );

describe('the bars of a report', () => {
  it('take the greatest folder apart, down to where it lies', () => {
    const { folders } = reportOf({
      'a/b/c/keys.ts': [found('api-key', 50)],
      'a/b/d.ts': [found('email', 3)],
      'e/f.ts': [found('email', 2)],
      'g.ts': [found('email', 1)],
    });
    assert.deepEqual(said(barsOf(folders, 12)), ['a/b/c 50', 'a/b flat 3', 'e 2', '. flat 1']);
  });

  it('put together what there is no room for', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`f${i}/a.ts`, [found('email', 40 - i)]]),
    );
    const bars = barsOf(reportOf(files).folders, 5);
    assert.deepEqual(said(bars), ['f0 40', 'f1 39', 'f2 38', 'f3 37', `36 others ${(36 * 37) / 2}`]);
  });

  it('are none where nothing was found', () => {
    assert.deepEqual(barsOf([], 12), []);
  });

  it('are all that was found, once, however the folders are', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 });
    const files = fc.array(fc.tuple(path, fc.integer({ min: 1, max: 99 }), fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(files, fc.integer({ min: 2, max: 12 }), (all, most) => {
        const named = all.map(
          ([names, count, denied], i) => [`${names.join('/')}/${i}.ts`, count, denied] as const,
        );
        const report = reportOf(
          Object.fromEntries(
            named.map(([file, count]) => [file, [found('email', count), found('api-key', 1)]]),
          ),
          {
            standings: Object.fromEntries(
              named.map(([file, , denied]) => [file, denied ? 'denied' : 'open'] as const),
            ),
          },
        );
        const bars = barsOf(report.folders, most);
        assert.ok(bars.length <= most);
        const sum = (count: (bar: Bar) => number): number =>
          bars.reduce((before, bar) => before + count(bar), 0);
        assert.equal(
          sum(({ total }) => total),
          countOf(report.total),
        );
        assert.equal(
          sum(({ denied }) => denied),
          report.total.found.denied,
        );
        assert.equal(
          sum(({ classes }) => classes.secret),
          report.total.classes.secret,
        );
        assert.ok(bars.every(({ total }) => total > 0));
      }),
      { numRuns: 200 },
    );
  });
});
