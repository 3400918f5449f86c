import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findingsAt, stepFrom, stepOn } from '../../../../src/webview/composer/steps.ts';
import { foundAt, reviewOf } from '../state.ts';

describe('going from the text to what was found', () => {
  const { parts } = reviewOf('');
  const typed = parts.findIndex(({ attached }) => attached === '');
  // In no order, as the list is by parts and severity; the last one is in a file.
  const found = [
    foundAt(20, 30, { part: typed }),
    foundAt(5, 9, { part: typed }),
    foundAt(0, 40, { part: typed + 1 }),
    foundAt(22, 25, { part: typed }),
  ];
  const review = { parts, found };

  it('goes to the next one behind the caret, or the one before, and round the end', () => {
    for (const [caret, back, at] of [
      [0, false, 1],
      [5, false, 0],
      [20, false, 3],
      [22, false, 1],
      [40, true, 3],
      [26, true, 3],
      [20, true, 1],
      [0, true, 3],
    ] as const) {
      assert.equal(stepFrom(review, caret, back), at, `from ${caret}${back ? ' back' : ''}`);
    }
    assert.equal(stepFrom({ parts, found: [] }, 0, false), undefined);
    assert.equal(stepFrom({ parts, found: [foundAt(1, 2, { part: typed + 1 })] }, 0, false), undefined);
  });

  it('goes on through all parts, round and round', () => {
    assert.equal(stepOn(review, 0, false), 1);
    assert.equal(stepOn(review, 3, false), 0);
    assert.equal(stepOn(review, 0, true), 3);
  });

  it('knows what the caret touches, the narrowest first', () => {
    const at = (caret: number): number[] => findingsAt(review, caret).map((one) => one.at);
    assert.deepEqual(at(4), []);
    assert.deepEqual(at(5), [1]);
    assert.deepEqual(at(9), [1]);
    assert.deepEqual(at(23), [3, 0]);
    assert.deepEqual(at(35), []);
  });
});
