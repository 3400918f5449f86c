import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { policyAnswer, type PolicyKnown } from '../../../../src/editor/participant/policy-answer.ts';
import { targetOf } from '../../../../src/editor/participant/target.ts';
import { MODELS } from '../../../../src/editor/ids.ts';
import { REQUIREMENT_PRESETS } from '../../../../src/policy/requirements.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { catalogued, open } from '../../airlock/opened.ts';
import { ask, CATALOGUE, TODAY } from '../../policy/ask.ts';
import { HOSTILE, readAnswer, shownAs, strange } from './hostile.ts';

const SOURCES = Object.values(CATALOGUE.sources).flatMap(({ url }) => url ?? []);

function answer(written: string, over: Partial<PolicyKnown> = {}): ReturnType<typeof readAnswer> {
  const known: PolicyKnown = {
    destination: { ok: true, name: written, policy: ask(written) },
    ofModel: false,
    otherModel: undefined,
    demands: {},
    today: TODAY,
    question: undefined,
    ...over,
  };
  return readAnswer(policyAnswer(known, english));
}

describe('@airlock /policy', () => {
  it('says the grade, each line of the policy with source and date, and how old the facts are', () => {
    const { text, links } = answer('openai/gpt-5');
    assert.match(text, /openai\/gpt-5: grade B/);
    assert.match(text, /Kept up to 30 days \(abuse log\) — .* \(\d{4}-\d\d-\d\d/);
    assert.match(text, /older than 180 days/);
    assert.match(text, /as of 2026-11-20/);
    assert.deepEqual(strange(links, SOURCES), []);
    assert.ok(links.some((link) => link.startsWith('https://')));
    assert.ok(links.includes('command:promptAirlock.showPolicy'));
  });

  it('weighs it against what is required, and says what is done instead and where that is written', () => {
    const { text, links } = answer('deepseek/deepseek-chat', { demands: REQUIREMENT_PRESETS['client-nda'] });
    assert.match(text, /What you require/);
    assert.match(text, /No training: missed/);
    assert.match(text, /You require no training; this destination may use prompts to improve models\. .* \(/);
    assert.deepEqual(strange(links, SOURCES), []);
    const openAi = answer('openai/gpt-5', { demands: REQUIREMENT_PRESETS['client-nda'] });
    assert.match(openAi.text, /No training: met/);
  });

  it('says that nothing is known, and what is assumed then', () => {
    const policy = open().policyFor({
      provider: 'custom/lab',
      model: 'm',
      endpoint: '/v1/chat/completions',
      host: 'lab.example.com',
      account: { settings: {} },
    });
    const { text, links } = answer('openai/gpt-5', { destination: { ok: true, name: 'lab', policy } });
    assert.match(text, /lab: grade \?/);
    assert.equal(text.match(/Nobody has said whose policy holds at this address\./g)?.length, 1);
    assert.match(text, /Taken as the worst case/);
    assert.deepEqual(strange(links, []), []);
  });

  it('says of a rehearsal that nothing leaves, and what it is judged by', () => {
    assert.match(answer('dry-run').text, /Nothing leaves: this is a dry run/);
    const { text } = answer('dry-run:openai/gpt-5');
    assert.match(text, /this dry run rehearses openai-api\/gpt-5|this dry run rehearses openai\/gpt-5/);
    assert.match(text, /Kept up to 30 days/);
  });

  it('says why nothing can be sent', () => {
    for (const hostile of HOSTILE) {
      const { text, links } = answer('openai/gpt-5', {
        destination: { ok: false, text: `No ${hostile} here.` },
      });
      assert.ok(text.includes(shownAs(`No ${hostile} here.`)));
      assert.match(text, /Nothing can be sent/);
      assert.deepEqual(links, ['command:promptAirlock.chooseDestination']);
    }
  });

  it('shows names from outside as they are', () => {
    for (const hostile of HOSTILE) {
      const destination = { ok: true, name: `n${hostile}n`, policy: ask('openai/gpt-5') } as const;
      const { text, links } = answer('openai/gpt-5', { destination, otherModel: `m${hostile}m` });
      assert.ok(text.includes(shownAs(`n${hostile}n`)));
      assert.ok(text.includes(shownAs(`m${hostile}m`)));
      assert.deepEqual(strange(links, SOURCES), []);
    }
  });

  it('leads to the card only of the destination that is chosen, and asks about its account', () => {
    const question = 'Is your key on a paid plan?';
    assert.match(answer('openai/gpt-5', { question }).text, /Is your key on a paid plan\?/);
    const ofModel = answer('openai/gpt-5', { question, ofModel: true });
    assert.doesNotMatch(ofModel.text, /paid plan/);
    assert.deepEqual(
      ofModel.links.filter((link) => link.startsWith('command:')),
      ['command:promptAirlock.compareProviders'],
    );
  });
});

describe('which destination an answer is about', () => {
  const routes = {
    airlock: open(),
    route: () => ({ ok: true, name: 'chosen', route: catalogued('openai/gpt-5') }) as const,
    routeOfModel: (id: string) =>
      id === 'openai/gpt-5'
        ? ({ ok: true, name: 'chosen', route: catalogued('openai/gpt-5') } as const)
        : id === 'deepseek/deepseek-chat'
          ? ({ ok: true, name: 'DeepSeek', route: catalogued(id) } as const)
          : ({ ok: false, text: 'No such destination.' } as const),
  };
  const of = (vendor: string, id: string) => targetOf({ vendor, id, name: 'the model' }, routes).target;

  it('is that of a model of ours', () => {
    const { destination, ofModel, otherModel } = of(MODELS, 'deepseek/deepseek-chat');
    assert.ok(destination.ok);
    assert.deepEqual([destination.name, ofModel, otherModel], ['DeepSeek', true, undefined]);
    assert.equal(destination.policy.provider?.id, 'deepseek');
  });

  it('is the one chosen where the model of ours goes to the same', () => {
    const { destination, ofModel } = of(MODELS, 'openai/gpt-5');
    assert.ok(destination.ok);
    assert.deepEqual([destination.name, ofModel], ['chosen', false]);
  });

  it('is the one chosen where the model is somebody else’s, and that is said', () => {
    const { destination, ofModel, otherModel } = of('copilot', 'openai/gpt-5');
    assert.ok(destination.ok);
    assert.deepEqual([destination.name, ofModel, otherModel], ['chosen', false, 'the model']);
    assert.match(
      answer('openai/gpt-5', { otherModel }).text,
      /What you ask the model picked here passes no airlock: the model is none of/,
    );
  });

  it('says why a model of ours cannot be sent to', () => {
    assert.deepEqual(of(MODELS, 'gone').destination, { ok: false, text: 'No such destination.' });
  });
});
