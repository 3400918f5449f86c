import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OutgoingRequest } from '../../../../src/wire/gate.ts';
import { requestIdOf } from '../../../../src/wire/ledger/request-id.ts';
import { WrittenBody } from '../../../../src/wire/written-body.ts';

const KEY = 'made-up-key-0001';
const REQUEST: OutgoingRequest = {
  url: 'https://api.example.com/v1/chat/completions',
  method: 'POST',
  headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
  body: new WrittenBody(['{"messages":[{"content":"order 4711', '-0815-2342 EMAIL_1"}]}']),
};

const take = (headers: Record<string, string>): string | undefined =>
  requestIdOf(new Headers(headers), REQUEST, (text) => text.includes('redacted'));

describe('the id of a request', () => {
  it('is taken from the header of the host before that of what stands before it', () => {
    assert.equal(take({ 'cf-ray': '8f1b2c3d4e5f6071-FRA' }), '8f1b2c3d4e5f6071-FRA');
    assert.equal(take({ 'cf-ray': '8f1b2c3d4e5f6071-FRA', 'request-id': 'req_011Cabc' }), 'req_011Cabc');
    assert.equal(take({ 'x-request-id': 'chatcmpl-1', 'request-id': 'req_011Cabc' }), 'chatcmpl-1');
    assert.equal(take({ 'x-vercel-id': 'iad1::abcde-1732' }), 'iad1::abcde-1732');
    assert.equal(take({}), undefined);
  });

  it('is not taken where it can be anything else, and the next one is', () => {
    const wrong = [
      'short',
      'x'.repeat(101),
      'two words here',
      '=HYPERLINK(1)',
      'line\tbreak-x',
      '"quoted-id"',
      'idé-1234567',
    ];
    for (const id of wrong) {
      assert.equal(take({ 'x-request-id': id }), undefined, id);
      assert.equal(take({ 'x-request-id': id, 'request-id': 'req_011Cabc' }), 'req_011Cabc', id);
    }
  });

  it('is not taken where it is an echo of what was sent or of what was not', () => {
    for (const id of [KEY, `req-${KEY}`, '4711-0815-2342', 'made-up-key', 'x-redacted-y'])
      assert.equal(take({ 'x-request-id': id }), undefined, id);
  });
});
