import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ADDRESSES } from '../../../src/policy/addresses.ts';
import { parseDestination, writeDestination } from '../../../src/policy/destination.ts';
import { matchesHost } from '../../../src/policy/hosts.ts';
import { CATALOGUE } from './ask.ts';

describe('parseDestination', () => {
  const cases: [text: string, provider: string, host: string, model: string][] = [
    ['openai/gpt-5', 'openai-api', 'api.openai.com', 'gpt-5'],
    [
      'nvidia/nvidia/nemotron-4-340b',
      'nvidia-api-catalog',
      'integrate.api.nvidia.com',
      'nvidia/nemotron-4-340b',
    ],
    [
      'deepinfra/meta-llama/Llama-3.3-70B-Instruct',
      'deepinfra',
      'api.deepinfra.com',
      'meta-llama/Llama-3.3-70B-Instruct',
    ],
    ['openai-api/gpt-5', 'openai-api', 'api.openai.com', 'gpt-5'],
    ['OpenAI/gpt-5', 'openai-api', 'api.openai.com', 'gpt-5'],
    ['ollama/gpt-oss:120b-cloud', 'ollama', 'localhost:11434', 'gpt-oss:120b-cloud'],
  ];
  for (const [text, provider, host, model] of cases) {
    it(`reads ${text}`, () => {
      const endpoint = '/v1/chat/completions';
      const destination = { provider, host, model, endpoint, account: { settings: {} }, features: [] };
      assert.deepEqual(parseDestination(text), { ok: true, destination });
    });
  }

  it('reads the endpoint of a name, and writes the name of an endpoint', () => {
    const cases: [text: string, endpoint: string, written?: string][] = [
      ['anthropic/claude-opus-4-1', '/v1/messages'],
      ['anthropic-api/claude-opus-4-1', '/v1/messages', 'anthropic/claude-opus-4-1'],
      ['openai-responses/gpt-5-pro', '/v1/responses'],
      ['dry-run:openai-responses/gpt-5-pro', '/v1/responses'],
      ['openai/gpt-5', '/v1/chat/completions'],
      ['openai-api/gpt-5', '/v1/chat/completions', 'openai/gpt-5'],
    ];
    for (const [text, endpoint, written = text] of cases) {
      const result = parseDestination(text);
      assert.ok(result.ok, text);
      assert.equal((result.destination.rehearses ?? result.destination).endpoint, endpoint, text);
      assert.equal(writeDestination(result.destination), written);
    }
    const said = parseDestination('openai/gpt-5', { endpoint: '/v1/responses' });
    assert.ok(said.ok);
    assert.equal(writeDestination(said.destination), 'openai-responses/gpt-5');
    const other = parseDestination('anthropic/x', { endpoint: '/v1/chat/completions' });
    assert.ok(other.ok);
    assert.equal(writeDestination(other.destination), 'anthropic/x');
  });

  it('reads a dry run, and one that rehearses', () => {
    const dryRun = parseDestination('dry-run');
    assert.ok(dryRun.ok);
    assert.equal(dryRun.destination.provider, 'dry-run');
    assert.equal(dryRun.destination.rehearses, undefined);
    const rehearsal = parseDestination('dry-run:openai/gpt-5', { endpoint: '/v1/responses' });
    assert.ok(rehearsal.ok);
    assert.equal(rehearsal.destination.provider, 'dry-run');
    assert.equal(rehearsal.destination.rehearses?.provider, 'openai-api');
    assert.equal(rehearsal.destination.rehearses?.endpoint, '/v1/responses');
  });

  const bad: [text: string, reason: string, part: string][] = [
    ['', 'empty', ''],
    ['openai', 'no-model', 'openai'],
    ['openai/', 'no-model', 'openai'],
    ['opnai/gpt-5', 'unknown-provider', 'opnai'],
    ['/gpt-5', 'unknown-provider', ''],
    ['__proto__/x', 'unknown-provider', '__proto__'],
    ['constructor/x', 'unknown-provider', 'constructor'],
    ['openai/gpt-5\n', 'not-printable', ''],
    ['openai/gpt\u00005', 'not-printable', ''],
    ['openai/gpt\u202e5', 'not-printable', ''],
    ['openai/gpt 5', 'not-printable', ''],
    ['openai/gpt-\ud800', 'not-printable', ''],
    ['openai//gpt-5', 'malformed-model', '/gpt-5'],
    ['openai/gpt-5/', 'malformed-model', 'gpt-5/'],
    ['openai/../gpt-5', 'malformed-model', '../gpt-5'],
    [`openai/${'x'.repeat(600)}`, 'too-long', ''],
    ['dry-run:', 'no-model', 'dry-run:'],
    ['dry-run:dry-run', 'rehearses-itself', ''],
    ['dry-run:dry-run:openai/gpt-5', 'rehearses-itself', ''],
    ['dry-run:nobody/x', 'unknown-provider', 'nobody'],
    ['dry-run/x', 'unknown-provider', 'dry-run'],
  ];
  for (const [text, reason, part] of bad) {
    it(`refuses ${JSON.stringify(text.slice(0, 40))}: ${reason}`, () => {
      assert.deepEqual(parseDestination(text), { ok: false, reason, part });
    });
  }

  it('brings an endpoint into the form that rules are written for', () => {
    const endpoint = (text: string) => {
      const result = parseDestination('openai/gpt-5', { endpoint: text });
      return result.ok ? result.destination.endpoint : result.reason;
    };
    assert.equal(endpoint('/v1/responses/'), '/v1/responses');
    assert.equal(endpoint('//v1//responses?stream=1#x'), '/v1/responses');
    for (const text of [
      '',
      'v1/responses',
      '/v1/%72esponses',
      '/v1/../files',
      '/v1/./files',
      '/v1\\files',
      '/v1/\n',
    ]) {
      assert.equal(endpoint(text), 'malformed-endpoint', text);
    }
  });

  it('never throws, and reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string()),
        fc.constantFrom(...ADDRESSES.keys()),
        (text, name) => {
          for (const input of [text, `${name}/${text}`, `dry-run:${name}/${text}`]) {
            const result = parseDestination(input);
            if (result.ok) assert.deepEqual(parseDestination(writeDestination(result.destination)), result);
          }
        },
      ),
    );
  });
});

describe('ADDRESSES', () => {
  it('leads to catalogue entries only, at a host that is theirs', () => {
    for (const [name, { provider, host }] of ADDRESSES) {
      const entry = CATALOGUE.providers[provider];
      assert.ok(entry, name);
      assert.ok(matchesHost(entry.hosts, host), name);
    }
  });
});
