import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { enter, enterRedacts } from '../../../src/webview/enter.ts';
import { reviewOf } from './state.ts';

describe('Enter in the composer', () => {
  it('reviews what was written', () => {
    assert.deepEqual(enter('hello', 'idle', null), { does: 'submit' });
  });

  it('does nothing where nothing was written, or while something is on its way', () => {
    for (const blank of ['', ' ', '\n\t ', '\u00A0']) {
      assert.deepEqual(enter(blank, 'idle', null), { does: 'nothing' });
    }
    assert.deepEqual(enter('hello', 'reviewing', null), { does: 'nothing' });
    assert.deepEqual(enter('hello', 'sending', null), { does: 'nothing' });
  });

  it('sends the redacted text of a review, as long as it is the text that was reviewed', () => {
    const review = reviewOf('hello');
    assert.deepEqual(enter('hello', 'idle', review), {
      does: 'act',
      action: 'send-redacted',
      review: 'review-1',
    });
    assert.deepEqual(enter('hello!', 'idle', review), { does: 'submit' });
  });

  it('takes no other way on: it says once more why the text is held', () => {
    for (const id of ['send-as-is', 'change-destination', 'edit'] as const) {
      const review = { ...reviewOf('hello'), actions: [{ id, label: '', primary: true }] };
      assert.deepEqual(enter('hello', 'idle', review), { does: 'repeat' });
      assert.equal(enterRedacts(review), false);
    }
    const secondary = {
      ...reviewOf('hello'),
      actions: [{ id: 'send-redacted', label: '', primary: false } as const],
    };
    assert.deepEqual(enter('hello', 'idle', secondary), { does: 'repeat' });
  });
});
