import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { waitInWords } from '../../../src/sentences/duration.ts';
import { faultText } from '../../../src/sentences/fault.ts';
import { faultWords } from '../../../src/sentences/fault-words.ts';
import { english } from '../../../src/sentences/translate.ts';
import { FAULT_REASONS, type Sent, WireFault } from '../../../src/wire/fault.ts';

const SENT: readonly Sent[] = ['no', 'unknown', 'yes'];

describe('sentences about a request that failed', () => {
  for (const reason of FAULT_REASONS) {
    it(`say of ${reason} what happened, where the bytes are, and what to do`, () => {
      for (const sent of SENT) {
        for (const details of [{}, { status: 418 }, { status: 503, retryAfter: 7 }]) {
          const fault = new WireFault(reason, sent, details);
          const { title, what, next } = faultWords(fault, 'api.example.test', english);
          assert.match(title, /^[A-Z][^.]{3,40}$/);
          for (const sentence of [what, next]) assert.match(sentence, /^(?:[A-Z{]|api\.).{3,}[.]$/);
          const { text } = faultText(fault, 'api.example.test', english);
          assert.ok(text.startsWith(what) && text.endsWith(next));
          assert.match(text, { no: /Nothing was sent/, unknown: /may have arrived/, yes: /was sent/i }[sent]);
          assert.match(text, /your text is back in the composer/);
          assert.doesNotMatch(text, /undefined|\{\d\}/);
        }
      }
    });
  }

  it('tell the reasons apart by their words', () => {
    const words = FAULT_REASONS.map(
      (reason) => faultWords(new WireFault(reason, 'no'), 'host', english).what,
    );
    assert.equal(new Set(words).size, words.length);
  });

  it('say how long a host asks to wait', () => {
    for (const reason of ['rate-limited', 'overloaded', 'server-error'] as const) {
      const fault = new WireFault(reason, 'yes', { status: 503, retryAfter: 4_000 });
      assert.match(faultText(fault, 'host', english).text, /It asks to wait 67 min\.$/);
    }
  });

  it('never say a shorter time than it is', () => {
    const rows = [
      [0, '0 s'],
      [90, '90 s'],
      [91, '2 min'],
      [5_400, '90 min'],
      [5_401, '2 h'],
      [36 * 3_600, '36 h'],
      [36 * 3_600 + 1, '2 days'],
      [366 * 86_400, '366 days'],
    ] as const;
    for (const [seconds, words] of rows) assert.equal(waitInWords(seconds, english), words);
  });
});
