import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { earlierPrompt, type Turn } from '../../../../src/editor/panel/turn.ts';

function turn(role: Turn['role'], original: string): Turn {
  return {
    id: original,
    role,
    author: '',
    original,
    attached: [],
    wire: 'EMAIL_1',
    thought: '',
    standIns: [],
    unknown: [],
    state: 'done',
    settled: { at: '', as: 'redacted' },
    redacted: 0,
    letThrough: 0,
  };
}

describe('an earlier prompt', () => {
  it('comes back as it was typed, the last one first, and twice the same once', () => {
    const turns = [
      turn('user', 'first'),
      turn('assistant', 'an answer'),
      turn('user', 'second'),
      turn('user', 'second'),
      turn('assistant', 'an answer'),
      turn('user', 'first'),
    ];
    assert.deepEqual(
      [0, 1, 2, 3].map((back) => earlierPrompt(turns, back)),
      ['first', 'second', 'first', null],
    );
    assert.equal(earlierPrompt([], 0), null);
  });
});
