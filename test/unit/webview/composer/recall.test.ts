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
});
