import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { loudestOf } from '../../../src/webview/loudest.ts';

describe('how loud several things are together', () => {
  it('is the loudest of them', () => {
    assert.equal(loudestOf([{ tone: 'info' }, { tone: 'bad' }, { tone: 'caution' }]), 'bad');
    assert.equal(loudestOf([{ tone: 'info' }, { tone: 'unknown' }]), 'unknown');
    assert.equal(loudestOf([]), 'good');
  });
});
