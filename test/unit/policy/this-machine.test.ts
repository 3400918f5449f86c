import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { columnOf } from '../../../src/policy/column.ts';
import { gradeOf } from '../../../src/policy/grade.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { ask, kept } from './ask.ts';

const ids = (rules: readonly { id: string }[]): string[] => rules.map(({ id }) => id);
const grade = (policy: DataPolicy): string => gradeOf(policy).grade;
const column = (policy: DataPolicy): string => columnOf(policy).column;

describe('this machine', () => {
  it('is a server that was recognised, on loopback', () => {
    const policy = ask('ollama/llama3.3', { local: true });
    assert.equal(policy.local, true);
    assert.equal(column(policy), 'this-machine');
    assert.deepEqual(gradeOf(policy), {
      ...gradeOf(policy),
      grade: 'A',
      reason: 'this-machine',
      best: 'A',
      worst: 'A',
    });
    for (const name of ['lmstudio', 'llamacpp', 'vllm']) {
      assert.equal(column(ask(`${name}/x`, { local: true })), 'this-machine', name);
    }
  });

  it('is not the address alone', () => {
    for (const name of ['ollama', 'lmstudio', 'llamacpp', 'vllm']) {
      const policy = ask(`${name}/x`);
      assert.deepEqual(
        [policy.known, policy.reason, column(policy)],
        [false, 'not-this-machine', 'trains-or-unknown'],
      );
    }
  });

  it('is not a machine in the network, whatever the caller says', () => {
    for (const host of [
      '192.168.1.5:11434',
      'ollama.internal:11434',
      'localhost.example.com:11434',
      '0.0.0.0:11434',
    ]) {
      const policy = ask('ollama/llama3.3', { host, local: true });
      assert.deepEqual(
        [policy.local, policy.known, column(policy)],
        [false, false, 'trains-or-unknown'],
        host,
      );
      assert.equal(column(ask('ollama/llama3.3', { host, policyOf: 'ollama' })), 'trains-or-unknown', host);
    }
  });

  it('is not where a model of Ollama is served from the cloud, at any port', () => {
    for (const host of ['localhost:11434', '127.0.0.1:9999', '[::1]:11434']) {
      for (const model of ['deepseek-v3.1:cloud', 'gpt-oss:120b-cloud', 'GPT-OSS:120B-CLOUD']) {
        const policy = ask(`ollama/${model}`, { host, local: true });
        assert.equal(policy.local, false);
        assert.deepEqual(ids(policy.applied), ['ol-cloud']);
        assert.equal(policy.facts.training.value, 'never');
        assert.deepEqual(kept(policy.facts), ['prompt+output unknown']);
        assert.equal(policy.facts.humanReview.value, 'unknown');
        assert.equal(column(policy), 'kept');
        assert.equal(grade(policy), 'C');
      }
    }
  });

  it("is not Ollama's own service", () => {
    const policy = ask('ollama/gpt-oss', { host: 'ollama.com' });
    assert.deepEqual(ids(policy.applied), ['ol-direct']);
    assert.deepEqual(
      [policy.local, policy.facts.region.value, policy.facts.metadataLogging.value],
      [false, 'unknown', 'unknown'],
    );
    assert.equal(column(policy), 'kept');
  });

  it('needs more than a word where the server may forward', () => {
    const policy = ask('lmstudio/x', { policyOf: 'lmstudio' });
    assert.deepEqual([policy.known, policy.local, column(policy)], [true, false, 'trains-or-unknown']);
    assert.equal(column(ask('llamacpp/x', { policyOf: 'llamacpp' })), 'nothing-kept');
  });
});
