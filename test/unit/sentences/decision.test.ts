import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Action, FindingReason } from '../../../src/decide/decision.ts';
import { reasonSentence } from '../../../src/sentences/decision.ts';
import { english } from '../../../src/sentences/translate.ts';
import { ask } from '../policy/ask.ts';

const POLICY = ask('openai/gpt-5');

function sentence(action: Action, more: Partial<FindingReason>): string {
  const reason: FindingReason = {
    because: 'finding',
    action,
    row: 'contact',
    column: 'kept',
    kind: 'email',
    count: 2,
    rule: 2,
    ...more,
  };
  return reasonSentence(reason, POLICY, english).text;
}

describe('reasonSentence, where a rule of the user decided', () => {
  it('names the rule by its number', () => {
    assert.equal(sentence('notify', {}), '2 × e-mail address: your rule 3 decides.');
  });

  const where = { glob: 'config/**', file: 'config/app.yml' };
  for (const [action, end] of [
    ['allow', 'lets it go.'],
    ['notify', 'lets it go, and tells.'],
    ['redact', 'has it redacted.'],
    ['ask', 'asks first.'],
    ['block', 'blocks it.'],
  ] as const)
    it(`names finding, file and path: ${action}`, () => {
      const text = sentence(action, { count: 1, where });
      assert.equal(text, `An e-mail address in config/app.yml: your rule 3 (path \`config/**\`) ${end}`);
    });
});
