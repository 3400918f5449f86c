import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { CustomDestination, customRoute } from '../../../src/editor/custom-destination.ts';
import { prepareDestination } from '../../../src/policy/prepare.ts';
import { resolvePolicy } from '../../../src/policy/resolve.ts';
import { CATALOGUE, kept, TODAY } from '../policy/ask.ts';

const read = (fields: object): CustomDestination =>
  v.parse(CustomDestination, { name: 'lab', baseUrl: 'https://llm.example.com/v1', model: 'm', ...fields });
const azure = (fields: object = {}): CustomDestination =>
  read({ baseUrl: 'https://made-up.openai.azure.com/openai/v1', ...fields });

describe("a destination of the user's own", () => {
  it('speaks chat completions, or what it is said to speak', () => {
    const of = (fields: object) => {
      const { destination, target } = customRoute(read(fields), false);
      return [destination.endpoint, target.format, target.keyHeader];
    };
    assert.deepEqual(of({}), ['/v1/chat/completions', 'chat-completions', undefined]);
    assert.deepEqual(of({ format: 'responses' }), ['/v1/responses', 'responses', undefined]);
    assert.deepEqual(of({ format: 'messages' }), ['/v1/messages', 'messages', undefined]);
    assert.throws(() => read({ format: 'completions' }));
  });

  it('is asked not to keep a response', () => {
    assert.deepEqual(customRoute(read({ format: 'responses' }), false).destination.request, { store: false });
    assert.deepEqual(customRoute(read({ format: 'responses' }), true).destination.rehearses?.request, {
      store: false,
    });
    assert.equal(customRoute(read({}), false).destination.request, undefined);
  });

  it('at Azure has the key where Azure wants it, and the terms of Azure', () => {
    for (const host of [
      'made-up.openai.azure.com',
      'made-up.services.ai.azure.com',
      'made-up.cognitiveservices.azure.com',
      'MADE-UP.OpenAI.Azure.com',
    ]) {
      const { destination, target } = customRoute(azure({ baseUrl: `https://${host}/openai/v1/` }), false);
      assert.equal(target.keyHeader, 'api-key', host);
      assert.equal(destination.policyOf, 'azure-openai', host);
      assert.ok(target.baseUrl.endsWith('/openai/v1'), host);
      assert.equal(resolvePolicy(CATALOGUE, destination, TODAY).provider?.id, 'azure-openai', host);
    }
  });

  it('at Azure keeps no response by the fields of its request', () => {
    const { destination } = customRoute(azure({ format: 'responses' }), false);
    const known = { accounts: {}, privateByRequest: true };
    const policy = resolvePolicy(CATALOGUE, prepareDestination(CATALOGUE, destination, known), TODAY);
    assert.deepEqual(kept(policy.facts), ['flagged days 30']);
  });

  it('at Azure has the key of Claude where Anthropic has it', () => {
    const foundry = azure({
      baseUrl: 'https://made-up.services.ai.azure.com/anthropic/v1',
      format: 'messages',
    });
    assert.equal(customRoute(foundry, false).target.keyHeader, undefined);
  });

  it('has the terms that the user says, there too', () => {
    assert.equal(customRoute(azure({ policyOf: 'openai-api' }), false).destination.policyOf, 'openai-api');
  });

  it('is not taken for Azure by what only looks like it', () => {
    for (const host of [
      'openai.azure.com',
      'openai.azure.com.example.net',
      'made-upopenai.azure.com',
      'example.net',
    ]) {
      const { destination, target } = customRoute(azure({ baseUrl: `https://${host}/openai/v1` }), false);
      assert.deepEqual([target.keyHeader, destination.policyOf], [undefined, undefined], host);
    }
  });
});
