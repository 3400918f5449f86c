import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Action, FindingReason } from '../../../src/decide/decision.ts';
import { reasonGroups, reasonSentence } from '../../../src/sentences/decision.ts';
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

describe('reasonGroups', () => {
  const reason = (action: Action, kind: string, more: Partial<FindingReason> = {}): FindingReason => ({
    because: 'finding',
    action,
    row: 'contact',
    column: 'kept',
    kind,
    count: 1,
    rule: null,
    ...more,
  });

  it('says in one sentence what the matrix decided alike, and one by one what rules did', () => {
    const reasons = [
      reason('block', 'email', { rule: 0 }),
      reason('redact', 'github-token'),
      reason('redact', 'email', { count: 3 }),
      reason('redact', 'iban'),
      reason('notify', 'person-name', { rule: 1 }),
      reason('allow', 'phone'),
    ];
    const groups = reasonGroups({ action: 'block', column: 'kept', reasons }, POLICY, english);
    const where = 'would go to a host that keeps it for a time and does not train.';
    assert.deepEqual(
      groups.map(({ outcome, text }) => `${outcome}: ${text}`),
      [
        'Blocked: An e-mail address: your rule 1 decides.',
        `Redacted: A GitHub token, 3 × e-mail address and an IBAN ${where}`,
        'Goes as it is, and is told: A name of a person: your rule 2 decides.',
        `Goes as it is: A phone number ${where}`,
      ],
    );
    assert.deepEqual(
      groups.map(({ citations }) => citations.length > 0),
      [false, true, false, true],
    );
  });
});
