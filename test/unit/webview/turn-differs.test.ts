import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { differs } from '../../../src/webview/turn-differs.ts';
import { answer } from './state.ts';

describe('a turn', () => {
  it('is drawn again only where something of it changed', () => {
    const turn = answer('text');
    assert.equal(differs(answer('text'), turn), false);
    assert.equal(differs(turn, undefined), true);
    assert.equal(differs(answer('text!'), turn), true);
    assert.equal(differs({ ...turn, thought: 'hm' }, turn), true);
    assert.equal(differs({ ...turn, state: 'stopped' }, turn), true);
    assert.equal(differs({ ...turn, receipt: [] }, turn), true);
    assert.equal(differs({ ...turn, standIns: [{ name: 'A_1', value: 'a', what: '' }] }, turn), true);
    assert.equal(
      differs({ ...turn, rehearsal: { method: 'POST', url: '', headers: [], body: '{}' } }, turn),
      true,
    );
  });
});
