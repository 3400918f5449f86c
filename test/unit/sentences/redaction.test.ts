import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ScanFailure, type ScanFailureReason } from '../../../src/detect/finding.ts';
import { namesOf, notRedactedSentence, restoredSentence } from '../../../src/sentences/redaction.ts';
import { english } from '../../../src/sentences/translate.ts';

describe('sentences about redaction in the editor', () => {
  it('say of every failure that nothing was redacted, and what to do', () => {
    for (const reason of ['deadline', 'rule-failed', 'scanner-died', 'too-large'] as const) {
      const sentence = notRedactedSentence(
        new ScanFailure(reason satisfies ScanFailureReason, 2 ** 24),
        english,
      );
      assert.match(sentence, /so nothing was redacted\. (?:Try again|Take less)/, reason);
    }
    assert.match(
      notRedactedSentence(new ScanFailure('too-large', 2 ** 24), english),
      /has 16 MB, and at most 10 MB/,
    );
  });

  it('name what cannot be restored, and count what was', () => {
    assert.equal(restoredSentence(1, [], english), 'Restored 1 stand-in.');
    assert.equal(restoredSentence(0, [], english), 'No stand-in of this window was found.');
    assert.match(
      restoredSentence(3, ['EMAIL_1'], english),
      /^Restored 3; there is no value here for EMAIL_1\. Values live in memory/,
    );
    assert.match(
      restoredSentence(0, ['EMAIL_1', 'URL_2'], english),
      /^There is no value here for EMAIL_1, URL_2\. Values live/,
    );
  });

  it('keep a long list short', () => {
    const names = Array.from({ length: 12 }, (_, i) => `EMAIL_${i + 1}`);
    assert.equal(namesOf(names, english), 'EMAIL_1, EMAIL_2, EMAIL_3, EMAIL_4, EMAIL_5 and 7 more');
  });
});
