import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { accountChoices } from '../../../src/editor/account-choices.ts';
import { type AccountFacts, Accounts } from '../../../src/policy/accounts.ts';
import { prepareDestination } from '../../../src/policy/prepare.ts';
import { openQuestion } from '../../../src/policy/questions.ts';
import { english } from '../../../src/sentences/translate.ts';
import { CATALOGUE, destination, TODAY } from '../policy/ask.ts';

const openai = destination('openai/gpt-5');

function choicesAfter(stated: AccountFacts) {
  const sent = prepareDestination(CATALOGUE, openai, {
    accounts: { 'openai-api': stated },
    privateByRequest: true,
  });
  return accountChoices(openQuestion(CATALOGUE, sent, TODAY, stated.unknown), stated, english);
}

function pick(stated: AccountFacts, label: string): AccountFacts {
  const picked = choicesAfter(stated).find((choice) => choice.label === label)?.stated;
  assert.ok(picked, label);
  return picked;
}

describe('answering about an account', () => {
  it('offers the answers, not to know, and to be asked later', () => {
    assert.deepEqual(
      choicesAfter({}).map(({ label }) => label),
      ['enabled', 'disabled', "I don't know", 'Ask me later'],
    );
    assert.equal(choicesAfter({}).at(-1)?.stated, undefined);
  });

  it('keeps an answer in a form the settings can hold, and asks the next', () => {
    const stated = pick({}, 'disabled');
    assert.deepEqual(stated, { settings: { dataSharing: 'disabled' } });
    assert.ok(v.is(Accounts, { 'openai-api': stated }));
    const labels = choicesAfter(stated).map(({ label }) => label);
    assert.ok(labels.includes('Forget: "dataSharing" is disabled'));
    assert.ok(!labels.includes('enabled'));
  });

  it('does not ask again what nobody knows', () => {
    const stated = pick({}, "I don't know");
    assert.deepEqual(stated, { unknown: ['setting:dataSharing'] });
    assert.ok(!choicesAfter(stated).some(({ label }) => label === 'enabled'));
  });

  it('takes back one thing, or all', () => {
    const stated: AccountFacts = { plan: 'x', settings: { dataSharing: 'disabled' }, unknown: ['region'] };
    assert.deepEqual(pick(stated, 'Forget: "dataSharing" is disabled'), { plan: 'x', unknown: ['region'] });
    assert.deepEqual(pick(stated, 'Forget: region is not known'), {
      plan: 'x',
      settings: { dataSharing: 'disabled' },
    });
    assert.deepEqual(pick(stated, 'Forget all of it'), {});
    assert.deepEqual(pick({ plan: 'x' }, 'Forget: plan is x'), {});
  });

  it('refuses what is no account in the settings', () => {
    for (const wrong of [{ 'openai-api': { plan: '' } }, { Nobody: {} }, { 'openai-api': { tier: '1' } }])
      assert.ok(!v.is(Accounts, wrong), JSON.stringify(wrong));
  });
});
