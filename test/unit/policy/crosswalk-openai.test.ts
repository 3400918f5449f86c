import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDestination } from '../../../src/policy/destination.ts';
import { gradeOf } from '../../../src/policy/grade.ts';
import { ask, CATALOGUE, cited, kept } from './ask.ts';

// What has become of each claim on the OpenAI API; the answers are written by hand from the claim and its status.

const api = ask('openai/gpt-5');
const ids = (rules: readonly { id: string }[]): string[] => rules.map(({ id }) => id);
const zeroRetention = { settings: { retentionControl: 'zero_data_retention' } };
const side = (id: string, stance: string): string[] =>
  (api.contradictions.find((one) => one.id === id)?.sides ?? [])
    .filter((one) => one.stance === stance)
    .flatMap((one) => cited(one));

describe('a claim of OpenAI’s page of 2023-07-21', () => {
  it('1: no training unless opted in, still stated', () => {
    assert.equal(api.facts.training.value, 'opt-in');
    assert.deepEqual(cited(api.facts.training), ['oa-data', 'openai-2023']);
  });

  it('2: the API only: ChatGPT is no destination under these terms', () => {
    assert.equal(parseDestination('chatgpt/gpt-5').ok, false);
    assert.equal(ask('openai/gpt-5', { host: 'chatgpt.com' }).known, false);
  });

  it('3: data from before 2023-03-01 is history, and never applies', () => {
    assert.ok(CATALOGUE.providers['openai-api']?.rules.some(({ id }) => id === 'oa-pre2023'));
    assert.ok(!ids([...api.applied, ...api.maybe]).includes('oa-pre2023'));
  });

  it('4: models are not retrained from requests; of 2023, so shown as stale', () => {
    assert.equal(api.facts.training.value, 'opt-in');
    assert.ok(api.facts.training.citations.some(({ src, stale }) => src === 'openai-2023' && stale));
  });

  it('5: training files are kept until deleted, for one’s own model only', () => {
    const tuning = ask('openai/gpt-5', { endpoint: '/v1/fine_tuning/jobs' });
    assert.ok(kept(tuning.facts).includes('files until-deleted'));
    assert.equal(tuning.facts.training.value, 'opt-in');
  });

  it('6: direct calls do not become part of the models unless sharing is on', () => {
    const shared = ask('openai/gpt-5', { account: { settings: { dataSharing: 'enabled' } } });
    assert.equal(shared.facts.training.value, 'default-on');
    assert.equal(api.facts.training.value, 'opt-in');
  });

  it('7: uploaded files are no source for training', () => {
    const files = ask('openai/gpt-5', { endpoint: '/v1/files' });
    assert.equal(files.facts.training.value, 'opt-in');
    assert.equal(gradeOf(files).grade, 'C');
  });

  it('8: what is kept against abuse is not trained on, at any endpoint', () => {
    for (const endpoint of ['/v1/responses', '/v1/embeddings', '/v1/moderations', '/v1/batches']) {
      assert.equal(ask('openai/gpt-5', { endpoint }).facts.training.value, 'opt-in', endpoint);
    }
  });

  it('9: zero retention may ask for more first: it is had by contract', () =>
    assert.equal(api.facts.zdr.value, 'contract'));

  it('10: outputs are the customer’s', () => assert.equal(api.facts.outputOwnership.value, 'customer'));

  it('11: compliance is no fact here, and improves nothing', () => {
    assert.equal(gradeOf(api).grade, 'B');
    assert.deepEqual(api.facts.restrictions, []);
  });

  it('12: logs against abuse for 30 days, now with wider exceptions', () => {
    const log = api.facts.retention.find(({ what }) => what === 'abuse-log');
    assert.deepEqual([log?.term, log?.n], ['days', 30]);
    assert.match(log?.why ?? '', /longer/);
  });

  it('13: people may see what was flagged', () => assert.equal(api.facts.humanReview.value, 'flagged-only'));

  it('14: under zero retention nothing is kept where an endpoint is covered; classifiers may still run', () => {
    const agreed = ask('openai/gpt-5', { account: zeroRetention });
    assert.deepEqual(kept(agreed.facts), ['prompt+output none']);
    assert.match(agreed.facts.retention[0]?.why ?? '', /classifiers/);
    const files = ask('openai/gpt-5', { account: zeroRetention, endpoint: '/v1/files' });
    assert.ok(!kept(files.facts).includes('prompt+output none'));
  });

  it('15: transcriptions keep nothing', () => {
    const heard = ask('openai/whisper-1', { endpoint: '/v1/audio/transcriptions' });
    assert.deepEqual(kept(heard.facts), ['prompt+output none']);
  });

  it('16: that an account may be ended is no fact about data', () =>
    assert.deepEqual(api.facts.restrictions, []));
});

describe('a claim of the bot in the Discord thread', () => {
  it('1: no training unless opted in, which the page says and so is cited for it', () => {
    assert.equal(api.facts.training.value, 'opt-in');
    assert.ok(!cited(api.facts.training).includes('discord-oa'));
  });

  it('2: not used to improve the service is second-hand: history beside the page', () => {
    assert.ok(side('oa-earlier-discord', 'history').includes('discord-oa'));
    assert.ok(side('oa-earlier-discord', 'strict').includes('oa-data'));
  });

  it('3: deletion within 30 days of asking is second-hand and undated, and no fact in force rests on it', () => {
    const discord = api.alsoRead.find(({ src }) => src === 'discord-oa');
    assert.deepEqual([discord?.undated, discord?.primary], [true, false]);
  });

  it('4: 30 days against abuse, memory only under zero retention, agrees with the page', () => {
    assert.ok(kept(api.facts).includes('abuse-log days 30'));
    const [nothing] = ask('openai/gpt-5', { account: zeroRetention }).facts.retention;
    assert.equal(nothing?.term, 'none');
    assert.ok(nothing.citations.some(({ src }) => src === 'oa-data'));
  });
});
