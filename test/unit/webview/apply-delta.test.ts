import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyDelta } from '../../../src/webview/apply-delta.ts';
import { answer, emptyState } from './state.ts';

const standIn = { name: 'EMAIL_1', value: 'a@b.example', what: 'E-mail address' };

describe('a piece of an answer', () => {
  it('goes to its turn, with its stand-ins, and leaves the others the objects they were', () => {
    const other = { ...answer('other'), id: 'turn-0' };
    const state = { ...emptyState, turns: [other, answer('Hello ')] };
    const delta = {
      type: 'delta',
      turn: 'turn-1',
      text: 'EMAIL_1',
      thought: 'Hm',
      standIns: [standIn],
    } as const;
    const after = applyDelta(state, { ...delta, standIns: [standIn] });
    assert.equal(after.turns[0], other);
    assert.equal(after.turns[1]?.text, 'Hello EMAIL_1');
    assert.equal(after.turns[1]?.thought, 'Hm');
    assert.deepEqual(after.turns[1]?.standIns, [standIn]);
    assert.equal(state.turns[1]?.text, 'Hello ');
  });

  it('is dropped where its turn is gone', () => {
    const state = { ...emptyState, turns: [answer('Hello')] };
    const after = applyDelta(state, { type: 'delta', turn: 'turn-9', text: 'x', thought: '', standIns: [] });
    assert.deepEqual(after, state);
  });
});
