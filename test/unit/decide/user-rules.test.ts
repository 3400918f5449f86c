import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { userRuleFor, UserRules } from '../../../src/decide/user-rules.ts';
import { matchesGlob } from '../../../src/policy/globs.ts';

const RULES = v.parse(UserRules, [
  { class: 'pii', action: 'notify' },
  { kind: 'email', destination: 'openai-api/*', action: 'redact' },
  { class: 'secret', severity: 'low', action: 'allow' },
  { kind: '*-webhook', action: 'block' },
]);

function actionFor(kind: string, severity: 'low' | 'high', className: 'pii' | 'secret', destination: string) {
  return userRuleFor({ kind, severity, class: className }, destination, RULES, matchesGlob)?.rule.action;
}

describe('userRuleFor', () => {
  it('takes the last rule that is about the finding and the destination', () => {
    assert.equal(actionFor('email', 'high', 'pii', 'deepinfra/llama'), 'notify');
    assert.equal(actionFor('email', 'high', 'pii', 'OpenAI-API/gpt-5'), 'redact');
    assert.equal(actionFor('slack-webhook', 'low', 'secret', 'x'), 'block');
    assert.equal(actionFor('test-key', 'low', 'secret', 'x'), 'allow');
    assert.equal(actionFor('test-key', 'high', 'secret', 'x'), undefined);
  });

  it('lets no file go that a rule denies', () => {
    assert.ok(!v.is(UserRules, [{ class: 'path', action: 'allow' }]));
    assert.ok(v.is(UserRules, [{ class: 'path', action: 'block' }]));
  });
});
