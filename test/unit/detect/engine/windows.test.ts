import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { collectWindows } from '../../../../src/detect/engine/windows.ts';

describe('collectWindows', () => {
  it('covers every place with what is asked for around it, and nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 40 }), (places) => {
        const windows = collectWindows(50, 200);
        const sorted = [...places].sort((a, b) => a - b);
        for (const at of sorted) windows.add(at);
        for (const at of sorted) {
          assert.ok(windows.ranges.some(({ from, to }) => from <= Math.max(0, at - 50) && to >= at + 200));
        }
        windows.ranges.reduce((last, { from, to }) => {
          assert.ok(from > last);
          return to;
        }, -1);
      }),
    );
  });
});
