import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { valuesIn } from '../../../src/webview/copied.ts';
import { standInsOf, unknownOf } from '../../../src/webview/conversation.ts';
import { answer, changeAt, emptyState, reviewOf } from './state.ts';

const email = { name: 'EMAIL_1', value: 'maria@acme.example', what: '' };
const literal = { name: 'LITERAL_1', value: 'EMAIL_1', what: '' };

describe('what is copied', () => {
  const state = {
    ...emptyState,
    review: { ...reviewOf('to secret'), changes: [changeAt(3, 9, 'TOKEN_1')] },
    turns: [
      { ...answer('EMAIL_1'), standIns: [email], unknown: ['EMAIL_9'] },
      { ...answer('LITERAL_1'), standIns: [literal], unknown: ['EMAIL_9'] },
    ],
  };

  it('has the values of all turns, and of what is under review', () => {
    const standIns = standInsOf(state);
    assert.equal(
      valuesIn('a EMAIL_1, LITERAL_1, TOKEN_1, EMAIL_10', standIns),
      'a maria@acme.example, EMAIL_1, secret, EMAIL_10',
    );
    assert.equal(valuesIn('', standIns), '');
  });

  it('knows what stands for nothing', () => {
    assert.deepEqual(unknownOf(state), ['EMAIL_9']);
  });
});
