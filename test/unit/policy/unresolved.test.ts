import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { columnOf } from '../../../src/policy/column.ts';
import { gradeOf } from '../../../src/policy/grade.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { ask } from './ask.ts';

const grade = (policy: DataPolicy): string => gradeOf(policy).grade;
const column = (policy: DataPolicy): string => columnOf(policy).column;

describe('a destination that cannot be resolved', () => {
  const address = { provider: 'my-proxy', host: 'proxy.example.com:8443' };

  const cases: [name: string, reason: string, policy: DataPolicy][] = [
    ['an address of your own', 'unknown-provider', ask('openai/x', address)],
    ['a provider by an accident of names', 'unknown-provider', ask('openai/x', { provider: 'constructor' })],
    ['a policy of nobody', 'unknown-policy-of', ask('openai/x', { ...address, policyOf: 'nobody' })],
    [
      'a policy of whoever is picked',
      'unknown-policy-of',
      ask('openai/x', { ...address, policyOf: 'routed' }),
    ],
    ['a policy that is unknown', 'unknown-policy-of', ask('openai/x', { ...address, policyOf: 'unknown' })],
    [
      'a host that is not the provider’s',
      'host-not-of-provider',
      ask('openai/x', { host: 'api.openai.com.example.com' }),
    ],
    ['no host', 'malformed-destination', ask('openai/x', { host: '' })],
    [
      'a host that is none',
      'malformed-destination',
      ask('openai/x', { host: 'api.openai.com/evil', policyOf: 'openai-api' }),
    ],
    ['a model that is none', 'malformed-destination', ask('deepinfra/x', { model: ' google/gemini' })],
    [
      'another’s policy for a host that is known',
      'policy-of-another',
      ask('nvidia/x', { policyOf: 'deepinfra' }),
    ],
  ];
  for (const [name, reason, policy] of cases) {
    it(`is the worst case: ${name}`, () => {
      assert.equal(policy.known, false);
      assert.equal(policy.reason, reason);
      const { retention, passThrough, restrictions, ...single } = policy.facts;
      for (const { value, citations } of Object.values(single))
        assert.deepEqual([value, citations], ['unknown', []]);
      assert.equal(retention[0]?.term, 'unknown');
      assert.equal(passThrough[0]?.policyOf, 'unknown');
      assert.deepEqual(restrictions, []);
      assert.equal(grade(policy), '?');
      assert.equal(column(policy), 'trains-or-unknown');
      assert.equal(policy.stale, true);
    });
  }

  it('is resolved once the user says whose policy it is', () => {
    const policy = ask('openai/gpt-5', { ...address, host: '127.0.0.1:8123', policyOf: 'openai-api' });
    assert.equal(policy.known, true);
    assert.equal(policy.local, false);
    assert.deepEqual(policy.facts, ask('openai/gpt-5').facts);
  });
});
