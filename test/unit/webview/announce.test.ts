import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { announcement } from '../../../src/webview/announce.ts';
import { answer, emptyState, reviewOf } from './state.ts';

describe('what is announced', () => {
  const held = { ...emptyState, review: reviewOf('hello') };

  it('is what was found and what that means', () => {
    assert.equal(announcement(emptyState, held), '1 found. Held');
    assert.equal(announcement(undefined, held), '1 found. Held');
  });

  it('leaves the reason of a block to its alert', () => {
    const blocked = { ...emptyState, review: { ...reviewOf('hello'), decision: 'block' as const } };
    assert.equal(announcement(emptyState, blocked), '1 found');
  });

  it('is that it was sent, and what came of it', () => {
    const sending = { ...emptyState, busy: 'sending' as const };
    const done = { ...emptyState, turns: [answer('x')] };
    assert.equal(announcement(held, sending), 'waiting');
    assert.equal(announcement(sending, done), 'Model. 1 KB sent');
  });

  it('is nothing where nothing of note changed', () => {
    assert.equal(announcement(held, held), '');
    assert.equal(announcement(undefined, emptyState), '');
    assert.equal(announcement(held, emptyState), '');
  });
});
