import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { catalogueFaults } from '../../../src/policy/catalogue-faults.ts';
import { loadRefreshSources } from '../../../src/policy/freshness.ts';
import { CATALOGUE } from './ask.ts';

// Written out by hand: what is in the catalogue does not get lost unnoticed.
const RULES: Readonly<Record<string, number>> = {
  'alibaba-dashscope': 1,
  'anthropic-api': 9,
  'aws-bedrock': 5,
  'azure-openai': 6,
  cerebras: 0,
  'cloudflare-workers-ai': 1,
  cohere: 3,
  deepinfra: 4,
  deepseek: 0,
  fireworks: 1,
  'github-copilot': 7,
  'github-models': 0,
  'google-gemini-api': 8,
  'google-vertex': 5,
  groq: 3,
  'huggingface-router': 0,
  llamacpp: 0,
  lmstudio: 1,
  mistral: 6,
  moonshot: 1,
  'nvidia-api-catalog': 4,
  ollama: 3,
  'openai-api': 27,
  openrouter: 7,
  perplexity: 1,
  replicate: 2,
  sambanova: 0,
  together: 2,
  'vercel-ai-gateway': 5,
  vllm: 1,
  xai: 2,
  zai: 1,
};

const providers = Object.values(CATALOGUE.providers);
const count = (of: (provider: (typeof providers)[number]) => readonly unknown[]): number =>
  providers.reduce((sum, provider) => sum + of(provider).length, 0);

describe('what is in the catalogue', () => {
  it('is 32 providers, with every rule of theirs', () => {
    assert.deepEqual(
      Object.fromEntries(providers.map(({ id, rules }) => [id, rules.length]).toSorted()),
      RULES,
    );
    assert.equal(providers.length, 32);
    assert.equal(
      count(({ rules }) => rules),
      116,
    );
  });

  it('is 77 sources, 13 places to read again, and what goes with the rules', () => {
    assert.equal(Object.keys(CATALOGUE.sources).length, 77);
    assert.equal(loadRefreshSources(CATALOGUE).length, 13);
    assert.equal(
      count(({ requestControls }) => requestControls),
      28,
    );
    assert.equal(
      count(({ ambiguities }) => ambiguities),
      45,
    );
    assert.equal(
      count(({ base }) => base.restrictions),
      3,
    );
  });

  it('is without a fault', () => assert.deepEqual(catalogueFaults(), []));

  it('is dated by the newest reading, and no source is newer', () => {
    const dates = Object.values(CATALOGUE.sources).flatMap(({ asOf }) => asOf ?? []);
    assert.ok(dates.every((asOf) => asOf <= CATALOGUE.asOf));
  });
});
