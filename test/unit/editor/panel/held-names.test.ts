import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { heldNames } from '../../../../src/editor/panel/held-names.ts';

describe('names held by texts', () => {
  const standIns = ['EMAIL_1', 'person1@example.com'].map((name) => ({ name, kind: 'email', value: 'v' }));

  it('are those that stand free in one of them, each once', () => {
    const texts = ['http://a/EMAIL_1?EMAIL_1', 'mailto:person1@example.com', 'http://a/EMAIL_10'];
    assert.deepEqual(heldNames(texts, standIns), ['EMAIL_1', 'person1@example.com']);
    assert.deepEqual(heldNames(['http://a/EMAIL_12'], standIns), []);
    assert.deepEqual(heldNames(texts, []), []);
  });
});
