import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ask, cited, kept } from './ask.ts';

// What has become of each claim of the forum thread; the answers are written by hand from the claim and its status.

const trial = ask('nvidia/meta/llama-3.3-70b-instruct');
const clash = trial.contradictions.find(({ id }) => id === 'nv-2.2-vs-2.3-vs-3.3');
const earlier = trial.contradictions.find(({ id }) => id === 'nv-earlier-stale');
const cites = (text: string): boolean => cited(trial.facts.training).includes(text);

describe('a claim of the thread on the NVIDIA trial', () => {
  it('1: use in the session to provide the service, still stated, is one of what is kept', () => {
    assert.ok(kept(trial.facts).includes('prompt+output session'));
    assert.ok(cites('nv-tos 2.2'));
  });

  it('2: nothing stored after the session, still stated, is contradicted and not in force', () => {
    assert.ok(kept(trial.facts).includes('prompt+output unknown'));
    const mild = clash?.sides.filter(({ stance }) => stance === 'mild').flatMap((side) => cited(side));
    assert.ok(mild?.includes('nv-tos 2.3'));
  });

  it('3: monitoring and review are allowed', () => {
    assert.equal(trial.facts.humanReview.value, 'possible');
    assert.ok(cites('nv-tos 2.7'));
  });

  it('4: no longer operational data alone: content may improve products and models', () => {
    assert.equal(trial.facts.training.value, 'default-on');
    assert.equal(trial.facts.metadataLogging.value, 'yes');
    const strict = clash?.sides.filter(({ stance }) => stance === 'strict').flatMap((side) => cited(side));
    assert.ok(strict?.includes('nv-tos 3.3(iv)'));
  });

  it('5: the staff’s milder word is history, and never applies', () => {
    assert.ok(!trial.applied.some(({ id }) => id === 'nv-earlier-thread'));
    assert.ok(!trial.maybe.some(({ id }) => id === 'nv-earlier-thread'));
    const history = earlier?.sides
      .filter(({ stance }) => stance === 'history')
      .flatMap((side) => cited(side));
    assert.ok(history?.some((one) => one.startsWith('forum-nv')));
  });

  it('6: what is generated is the customer’s, and may not simply be shared', () => {
    assert.equal(trial.facts.outputOwnership.value, 'customer');
    assert.ok(trial.facts.restrictions.some(({ bars }) => bars.includes('sharing-answers')));
  });

  it('7: what a user makes of the clauses sets no fact', () => {
    const facts = [trial.facts.training, trial.facts.humanReview, ...trial.facts.retention];
    assert.ok(facts.every(({ citations }) => citations.every(({ src }) => src !== 'forum-nv')));
  });

  it('8: fine-tuning keeps inputs for 30 days and what is generated for 90', () => {
    const tuned = kept(ask('nvidia/x', { endpoint: '/v1/fine-tuning/jobs' }).facts);
    assert.ok(tuned.some((item) => item.endsWith('days 30')));
    assert.ok(tuned.some((item) => item.endsWith('days 90')));
    assert.ok(!kept(trial.facts).some((item) => item.includes('days')));
  });

  it('9: whether content is logged was not answered; the terms collect it, for a time not stated', () => {
    const collected = trial.facts.retention.find(({ term }) => term === 'unknown');
    assert.ok(collected !== undefined && cited(collected).includes('nv-tos 3.3'));
  });
});
