import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Recall } from '../../../../src/webview/composer/recall.ts';

describe('recalling earlier prompts', () => {
  it('goes back from an empty text, one by one, and comes forward to it', () => {
    const recall = new Recall();
    assert.equal(recall.isOpen(''), true);
    assert.equal(recall.earlier(''), 0);
    recall.recalled(0, 'last');
    assert.equal(recall.earlier('last'), 1);
    recall.recalled(1, 'one before');
    assert.equal(recall.later('one before'), 0);
    recall.recalled(0, 'last');
    assert.equal(recall.later('last'), 'empty');
    recall.forget();
    assert.equal(recall.later(''), undefined);
  });

  it('leaves a text alone that was typed, or changed after it was recalled', () => {
    const recall = new Recall();
    assert.equal(recall.isOpen('mine'), false);
    assert.equal(recall.later('mine'), undefined);
    recall.recalled(2, 'theirs');
    assert.equal(recall.isOpen('theirs'), true);
    assert.equal(recall.isOpen('theirs!'), false);
    assert.equal(recall.later('theirs!'), undefined);
    assert.equal(recall.earlier(''), 0, 'once it is emptied one begins anew');
  });

  it('takes an answer only to what it asked for last, and only while the text is still the one it asked from', () => {
    const recall = new Recall();
    assert.equal(recall.isAwaited(0, ''), false, 'nothing was asked for');
    recall.asks(0, '');
    assert.equal(recall.isAwaited(0, ''), true);
    assert.equal(recall.isAwaited(0, 'mine'), false);
    recall.recalled(0, 'last');
    recall.asks(1, 'last');
    recall.asks(2, 'last');
    assert.equal(recall.isAwaited(1, 'last'), false);
    recall.forget();
    assert.equal(recall.isAwaited(2, 'last'), false, 'it came forward to the empty text meanwhile');
    assert.equal(recall.isAwaited(2, ''), false);
  });

  it('takes each answer once', () => {
    const recall = new Recall();
    recall.asks(0, '');
    recall.recalled(0, 'last');
    assert.equal(recall.isAwaited(0, ''), false);
  });
});
