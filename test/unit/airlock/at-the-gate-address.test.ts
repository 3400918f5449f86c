import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import type { Route } from '../../../src/wire/route.ts';
import { githubToken } from '../made-up.ts';
import { firstBody } from './at-the-gate.ts';

const own = (baseUrl: string): Route =>
  customRoute({ name: 'lab', baseUrl, model: 'qwen3', policyOf: 'vllm', key: false }, true);
const says = (text: string) => [{ role: 'user', text } as const];

describe('the address of a server of the user’s own', () => {
  for (const baseUrl of [
    'https://llm.prod.corp/v1',
    'https://10.20.30.40:8443/v1',
    'https://84.200.69.80/v1',
  ]) {
    it(`may be one that would be found in a prompt: ${baseUrl}`, async () => {
      assert.match(await firstBody(own(baseUrl), says('hi')), /"hi"/);
    });

    it(`may be named in the prompt: ${baseUrl}`, async () => {
      const { hostname } = new URL(baseUrl);
      const body = await firstBody(own(baseUrl), says(`why is ${hostname} slow?`));
      // Nothing in a sentence says of a private address that it is anybody's.
      assert.match(body, /why is (?:\w+_1|10\.20\.30\.40) slow\?/);
    });
  }

  it('may be of a domain of the user’s, or hold a term of theirs', async () => {
    const settings = { domains: ['acme.io'], terms: ['blackbird'] };
    const route = own('https://llm.acme.io/blackbird/v1');
    assert.notEqual(await firstBody(route, says('hi'), settings), '');
    assert.doesNotMatch(await firstBody(route, says('who uses blackbird?'), settings), /blackbird/);
  });

  it('may be kept by a file of the user’s', async () => {
    const known = [{ key: 'GATEWAY_ACCOUNT', value: '9f86d081884c7d659a2feaa0c55ad015', file: '.env' }];
    const route = own('https://gateway.example/9f86d081884c7d659a2feaa0c55ad015/v1');
    assert.notEqual(await firstBody(route, says('hi'), { known }), '');
  });

  it('has no key in its path', async () => {
    await assert.rejects(firstBody(own(`https://gateway.example/${githubToken()}/v1`), says('hi')), {
      reason: 'unreviewed-finding',
      sent: 'no',
    });
  });
});
