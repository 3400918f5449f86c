import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ask, cited, kept } from './ask.ts';

// What has become of each claim of DeepInfra's page; the answers are written by hand from the claim and its status.

const own = ask('deepinfra/meta-llama/Llama-3.3-70B-Instruct');
const google = ask('deepinfra/google/gemini-2.5-flash');
const anthropic = ask('deepinfra/anthropic/claude-4-sonnet');
const logs = own.contradictions.find(({ id }) => id === 'di-logs');

describe('a claim of DeepInfra’s page on data', () => {
  it('1: inputs and outputs are in memory only', () =>
    assert.deepEqual(kept(own.facts), ['prompt+output session']));

  it('2: a third party’s model is one that is reached through DeepInfra', () => {
    assert.deepEqual(own.facts.passThrough, []);
    assert.deepEqual(
      [google, anthropic].map(({ facts }) => facts.passThrough.length),
      [1, 1],
    );
  });

  it('3: the sentence that is gone, on inference alone, leaves no training in force', () => {
    assert.equal(own.facts.training.value, 'never');
    assert.deepEqual(cited(own.facts.training), ['deepinfra-data No Training', 'di-new']);
  });

  it('4: pictures are kept for a short time that has no number', () => {
    const drawn = ask('deepinfra/black-forest-labs/FLUX-1-dev', {
      endpoint: '/v1/openai/images/generations',
      features: ['image-generation'],
    });
    const kinds = drawn.facts.retention.filter(({ what }) => what === 'image-output');
    assert.deepEqual(
      kinds.map(({ term, n }) => [term, n]),
      [['limited', null]],
    );
  });

  it('5: Google and Anthropic keep outputs by their own terms', () => {
    assert.ok(kept(google.facts).includes('prompt+output unknown'));
    assert.ok(kept(anthropic.facts).includes('prompt+output days 30'));
  });

  it('6: bulk jobs may be on disk, and go after a short time that has no number', () => {
    const bulk = ask('deepinfra/meta-llama/x', { endpoint: '/v1/openai/batches' }).facts;
    assert.ok(kept(bulk).includes('prompt+output limited'));
    assert.ok(bulk.retention.some((item) => cited(item).includes('deepinfra-data Bulk')));
  });

  it('7: no training, save that the receiver’s terms count for Google’s and Anthropic’s models', () => {
    assert.equal(own.facts.training.value, 'never');
    assert.equal(google.facts.training.value, 'unknown');
    assert.equal(anthropic.facts.training.value, 'unknown');
  });

  it('8: no sharing, save with Google and Anthropic', () => {
    assert.deepEqual(
      own.chain.map(({ id }) => id),
      ['deepinfra'],
    );
    assert.deepEqual(
      [google, anthropic].map(({ chain }) => chain[1]?.id),
      ['google-vertex', 'anthropic-api'],
    );
  });

  it('9: the right to look at small portions, dropped by the newer page, still counts', () => {
    assert.equal(own.facts.metadataLogging.value, 'yes');
    assert.equal(own.facts.humanReview.value, 'possible');
    assert.deepEqual(
      logs?.sides.map((side) => [side.stance, ...cited(side)]),
      [
        ['strict', 'deepinfra-data Logs'],
        ['mild', 'di-new'],
      ],
    );
  });

  it('10: Google logs prompts for a limited time, against abuse', () =>
    assert.ok(google.facts.retention.some((item) => cited(item).includes('deepinfra-data Logs'))));

  it('11: personal data may reach the endpoint that the model names', () => {
    assert.deepEqual(
      [google, anthropic].map(({ facts }) => facts.passThrough[0]?.to),
      ['google', 'anthropic'],
    );
    assert.ok([google, anthropic].every(({ facts }) => facts.passThrough[0]?.counted === true));
  });
});
