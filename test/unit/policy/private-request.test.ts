import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Destination } from '../../../src/policy/destination.ts';
import { gradeOf } from '../../../src/policy/grade.ts';
import { prepareDestination } from '../../../src/policy/prepare.ts';
import { openQuestion } from '../../../src/policy/questions.ts';
import { resolvePolicy, type DataPolicy } from '../../../src/policy/resolve.ts';
import { policyCard } from '../../../src/sentences/policy-card.ts';
import { english } from '../../../src/sentences/translate.ts';
import { CATALOGUE, destination, TODAY } from './ask.ts';

const to = (provider: string, host: string, endpoint = '/v1/chat/completions'): Destination => ({
  provider,
  model: 'some/model',
  endpoint,
  host,
  account: { settings: {} },
  features: [],
});
const prepared = (one: Destination, privateByRequest = true): Destination =>
  prepareDestination(CATALOGUE, one, { accounts: {}, privateByRequest });
const policyOf = (one: Destination): DataPolicy => resolvePolicy(CATALOGUE, one, TODAY);
const openrouter = to('openrouter', 'openrouter.ai', '/api/v1/chat/completions');
const vercel = to('vercel-ai-gateway', 'ai-gateway.vercel.sh');

describe('private by request', () => {
  it('sets the fields where the host takes them, and no others', () => {
    assert.deepEqual(prepared(destination('openai/gpt-5')).request, { store: false });
    assert.deepEqual(prepared(destination('openai-responses/gpt-5')).request, { store: false });
    assert.deepEqual(prepared(openrouter).request, { provider: { data_collection: 'deny', zdr: true } });
    assert.deepEqual(
      prepared({ ...openrouter, host: 'eu.openrouter.ai' }).request,
      prepared(openrouter).request,
    );
    assert.deepEqual(prepared(vercel).request, {
      providerOptions: { gateway: { zeroDataRetention: true, disallowPromptTraining: true } },
    });
    assert.deepEqual(prepared(to('custom:work', 'work.openai.azure.com')).request, { store: false });
  });

  it('sets none anywhere else', () => {
    const takers = ['openai-api', 'azure-openai', 'openrouter', 'vercel-ai-gateway'];
    for (const { id, hosts } of Object.values(CATALOGUE.providers)) {
      if (takers.includes(id)) continue;
      for (const host of hosts)
        assert.equal(prepared(to(id, host.replaceAll('*', 'x'))).request, undefined, `${id} at ${host}`);
    }
  });

  it('sets none at an address whose owner is not known, whatever its policy is said to be', () => {
    for (const host of ['127.0.0.1:8000', 'llm.example.com', 'api.openai.com.example.net'])
      assert.equal(prepared({ ...to('custom:x', host), policyOf: 'openai-api' }).request, undefined, host);
  });

  it('sets none at an endpoint that is not known to take it', () => {
    assert.equal(prepared(to('openai-api', 'api.openai.com', '/v1/embeddings')).request, undefined);
  });

  it('leaves what the request says already', () => {
    assert.deepEqual(prepared({ ...destination('openai/gpt-5'), request: { store: true } }).request, {
      store: true,
    });
    assert.deepEqual(
      prepared({ ...openrouter, request: { provider: { only: ['x'], zdr: false } } }).request,
      {
        provider: { only: ['x'], zdr: false, data_collection: 'deny' },
      },
    );
    assert.deepEqual(prepared({ ...openrouter, request: { provider: 'x' } }).request, { provider: 'x' });
  });

  it('is switched off by the user', () => {
    assert.equal(prepared(openrouter, false).request, undefined);
    assert.equal(prepared(destination('openai/gpt-5'), false).request, undefined);
  });

  it('is what a dry run rehearses', () => {
    const rehearsal = prepared(destination('dry-run:openai/gpt-5'));
    assert.deepEqual(rehearsal.rehearses?.request, { store: false });
    assert.equal(rehearsal.request, undefined);
  });

  it('makes another policy where terms hang on it', () => {
    const paid = { ...vercel, account: { settings: {}, plan: 'Pro' } };
    for (const one of [openrouter, paid]) {
      const [asked, unasked] = [policyOf(prepared(one)), policyOf(prepared(one, false))];
      assert.equal(gradeOf(unasked).grade, '?', one.provider);
      assert.equal(asked.facts.training.value, 'never', one.provider);
      assert.notEqual(gradeOf(asked).grade, '?', one.provider);
    }
  });

  it('counts with Vercel on the plans that have it only, and makes of the others what their terms leave open', () => {
    const on = (plan?: string): DataPolicy =>
      policyOf(prepared({ ...vercel, account: { settings: {}, ...(plan !== undefined && { plan }) } }));
    for (const plan of ['Pro', 'Enterprise']) assert.equal(gradeOf(on(plan)).grade, 'A', plan);
    for (const plan of ['Hobby', 'Pro trial', undefined, 'a plan nobody has heard of']) {
      assert.equal(on(plan).facts.training.value, 'unknown', plan);
      assert.equal(gradeOf(on(plan)).grade, '?', plan);
    }
    const { best, worst } = gradeOf(on());
    assert.deepEqual([best, worst], ['A', '?']);
    assert.equal(openQuestion(CATALOGUE, prepared(vercel), TODAY)?.field, 'plan');
  });

  it('says nothing of who looks at whoever OpenRouter picks', () => {
    const [asked, unasked] = [policyOf(prepared(openrouter)), policyOf(prepared(openrouter, false))];
    assert.deepEqual(
      [asked.facts.humanReview.value, unasked.facts.humanReview.value],
      ['unknown', 'unknown'],
    );
  });

  it('is said on the card, and recommended no more', () => {
    const card = policyCard(policyOf(prepared(destination('openai/gpt-5'))), english);
    assert.deepEqual(card.asked, [
      'Sent with store: false, so that no copy is kept that can be declined (only ends application state; not the abuse log).',
    ]);
    assert.ok(!card.improvements.some(({ text }) => text.includes('store')));
    const off = policyCard(policyOf(prepared(destination('openai/gpt-5'), false)), english);
    assert.deepEqual(off.asked, []);
    assert.ok(off.improvements.some(({ text }) => text.includes('store')));
    const routed = policyCard(policyOf(prepared(openrouter)), english);
    assert.equal(
      routed.asked[0],
      'Sent with provider.data_collection: deny, so only those that do not train on it may get it.',
    );
  });
});
