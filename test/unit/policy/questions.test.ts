import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Destination } from '../../../src/policy/destination.ts';
import { chooseFacts, type PolicyFacts } from '../../../src/policy/facts.ts';
import { GRADES, gradeOf } from '../../../src/policy/grade.ts';
import { openQuestion, widthOf, withAnswered, type OpenQuestion } from '../../../src/policy/questions.ts';
import { resolvePolicy, type DataPolicy } from '../../../src/policy/resolve.ts';
import { optionEffect, optionLabel, questionText } from '../../../src/sentences/question.ts';
import { english } from '../../../src/sentences/translate.ts';
import { CATALOGUE, destination, TODAY } from './ask.ts';

const at = (
  provider: string,
  host: string,
  account: Destination['account'] = { settings: {} },
): Destination => ({
  provider,
  model: 'some-model',
  endpoint: '/v1/chat/completions',
  host,
  account,
  features: [],
});
const gemini = at('google-gemini-api', 'generativelanguage.googleapis.com');
const ask = (one: Destination, skip: string[] = []): OpenQuestion | undefined =>
  openQuestion(CATALOGUE, one, TODAY, skip);
const policyOf = (one: Destination): DataPolicy => resolvePolicy(CATALOGUE, one, TODAY);

describe('the question about an account', () => {
  it('is the one that settles most, with what each answer changes', () => {
    const question = ask(gemini);
    assert.ok(question);
    assert.deepEqual([question.field, question.name], ['plan', null]);
    assert.deepEqual(
      question.options.map(({ values }) => values),
      [['free'], ['paid', 'tier1', 'tier2', 'tier3'], ['other']],
    );
    const paid = question.options[1];
    assert.deepEqual([paid?.grade, paid?.best, paid?.worst], ['C', 'C', 'C']);
    assert.ok(paid?.changes.includes('training'));
    assert.deepEqual(question.options[0]?.changes, []);
  });

  it('is put in a sentence, each answer with its effect', () => {
    const question = ask(gemini);
    assert.ok(question);
    assert.equal(questionText(question, english), 'Is your Gemini key on a paid plan?');
    assert.deepEqual(
      question.options.map((option) => optionLabel(option, english)),
      ['free', 'paid · tier1 · tier2 · tier3', 'None of the others'],
    );
    assert.equal(
      question.options[0] && optionEffect(question.options[0], english),
      'Grade E, from C to E; what counts now stays',
    );
    assert.equal(
      question.options[1] && optionEffect(question.options[1], english),
      'Grade C; changes training, what is kept, who sees it and zero retention',
    );
  });

  it('asks for a setting by its name, and for no third answer where one of two is off', () => {
    const question = ask(destination('openai/gpt-5'));
    assert.ok(question);
    assert.equal(
      questionText(question, english),
      'What is "dataSharing" set to in your account with OpenAI API?',
    );
    assert.deepEqual(
      question.options.map(({ values }) => values),
      [['enabled'], ['disabled']],
    );
  });

  it('goes on to the next when one was answered, or nobody knows', () => {
    assert.equal(ask(gemini, ['plan'])?.field, 'region');
    assert.equal(ask({ ...gemini, account: { settings: {}, plan: 'free' } })?.field, 'region');
    assert.equal(ask({ ...gemini, account: { settings: {}, plan: 'paid' } }), undefined);
    assert.equal(ask(gemini, ['plan', 'region']), undefined);
  });

  it('is asked of what a dry run rehearses', () => {
    assert.equal(ask(destination('dry-run')), undefined);
    assert.equal(ask(destination('dry-run:openai/gpt-5'))?.provider, 'openai-api');
  });

  it('is not asked where nothing is known or nothing is open', () => {
    assert.equal(ask(at('google-gemini-api', 'example.com')), undefined);
    assert.equal(ask(at('deepseek', 'api.deepseek.com')), undefined);
  });
});

describe('an answer', () => {
  /** The facts in which the first is better than the second. */
  const betterIn = (a: PolicyFacts, b: PolicyFacts): string[] =>
    (['training', 'retention', 'humanReview', 'zdr', 'outputOwnership'] as const).filter(
      (name) => chooseFacts('better', b, a)[name] !== b[name],
    );
  const providers = Object.values(CATALOGUE.providers).filter(
    ({ vocabulary }) => Object.keys(vocabulary).length > 0,
  );

  it('never makes the range wider, and the range after all of them is what it said', () => {
    let asked = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...providers),
        fc.constantFrom('some-model', 'x:free', 'google/gemini-2.5-pro', 'anthropic/claude-4-sonnet'),
        fc.array(fc.nat(20), { maxLength: 4 }),
        ({ id, hosts }, model, picks) => {
          let sent: Destination = { ...at(id, (hosts[0] ?? '').replaceAll('*', 'x')), model };
          for (const pick of picks) {
            const question = ask(sent);
            if (question === undefined) return;
            asked += 1;
            const option = question.options[pick % question.options.length];
            assert.ok(option);
            const before = policyOf(sent);
            for (const value of option.values) {
              const after = policyOf({ ...sent, account: withAnswered(sent.account, question, value) });
              assert.deepEqual(betterIn(after.best, before.best), [], 'the best end');
              assert.deepEqual(betterIn(before.worst, after.worst), [], 'the worst end');
              assert.ok(widthOf(after) <= widthOf(before), `${question.name ?? question.field}: ${value}`);
              const { grade, best, worst } = gradeOf(after);
              assert.deepEqual([grade, best, worst], [option.grade, option.best, option.worst]);
              assert.ok(GRADES.indexOf(best) >= GRADES.indexOf(gradeOf(before).best));
            }
            sent = { ...sent, account: withAnswered(sent.account, question, option.values[0]) };
          }
        },
      ),
      { numRuns: 150 },
    );
    assert.ok(asked > 0);
  });

  it('ends the questions in the end', () => {
    for (const { id, hosts } of providers) {
      let sent = at(id, (hosts[0] ?? '').replaceAll('*', 'x'));
      for (let round = 0; round < 10; round++) {
        const question = ask(sent);
        const first = question?.options[0]?.values[0];
        if (question === undefined || first === undefined) break;
        sent = { ...sent, account: withAnswered(sent.account, question, first) };
      }
      assert.equal(ask(sent), undefined, id);
    }
  });
});
