import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pauseAfter } from '../../../src/webview/draft-timer.ts';

describe('the pause after which a draft is told', () => {
  it('leaves time to look and to paint within 100 ms, and lengthens with the text', () => {
    assert.ok(pauseAfter('') <= 50);
    assert.ok(pauseAfter('x'.repeat(20_000)) <= 50);
    assert.ok(pauseAfter('x'.repeat(100_000)) > pauseAfter('x'));
    assert.ok(pauseAfter('x'.repeat(1_000_000)) > pauseAfter('x'.repeat(100_000)));
  });
});
