import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type UserRule, userRuleFor } from '../../../src/decide/user-rules.ts';
import { columnOf } from '../../../src/policy/column.ts';
import { matchesGlob } from '../../../src/policy/globs.ts';
import { type Clauses, missesOf } from '../../../src/policy/requirements.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { gravestChange, type Standing, whatGetsWorse } from '../../../src/sentences/switching.ts';
import { english } from '../../../src/sentences/translate.ts';
import { ask, TODAY, type More } from '../policy/ask.ts';

interface Demanded {
  readonly requirements?: Clauses;
  readonly rules?: readonly UserRule[];
  readonly denied?: readonly string[];
}

function standing(
  policy: DataPolicy,
  { requirements = {}, rules = [], denied = [] }: Demanded = {},
): Standing {
  const { provider, model } = policy.destination.rehearses ?? policy.destination;
  return {
    policy,
    denied,
    terms: {
      column: columnOf(policy).column,
      misses: missesOf(policy, requirements, TODAY),
      ruleFor: (finding) => userRuleFor(finding, `${provider}/${model}`, rules, matchesGlob),
      denialOf: () => undefined,
      notAllowed: [],
      redactedBy: () => undefined,
    },
  };
}

function said(last: DataPolicy, here: DataPolicy, demanded: Demanded = {}): readonly string[] {
  return whatGetsWorse(standing(last, demanded), standing(here, demanded), english);
}

const local = (more: More = {}): DataPolicy => ask('ollama/llama3.3', { local: true, ...more });
const BLOCKED =
  'What blocks a prompt here, and did not at the last: secrets, numbers that identify people and accounts, what is internal and what cannot be looked into.';

describe('whatGetsWorse', () => {
  it('says nothing where nothing does', () => {
    const deepinfra = ask('deepinfra/meta-llama/Llama-3.3-70B-Instruct');
    for (const same of [deepinfra, ask('openai/gpt-5'), ask('dry-run'), local()])
      assert.deepEqual(said(same, same), []);
    for (const mild of [ask('dry-run'), ask('dry-run:openai/gpt-5'), local()])
      assert.deepEqual(said(ask('nvidia/meta/llama-3.3-70b-instruct'), mild), []);
  });

  it('says that prompts leave, where in a dry run nothing did, and what becomes of them', () => {
    const lines = said(ask('dry-run'), ask('openai/gpt-5'));
    assert.equal(lines[0], 'Prompts leave for api.openai.com; with the dry run nothing left.');
    assert.ok(lines.includes('This one keeps prompts for up to 30 days (abuse log).'), lines.join('\n'));
    assert.ok(lines.every((line) => !line.includes('the last')));
  });

  it('says the same after a rehearsal of that very destination', () => {
    const [first, ...facts] = said(ask('dry-run:openai/gpt-5'), ask('openai/gpt-5'));
    assert.equal(first, 'Prompts leave for api.openai.com; with the dry run nothing left.');
    assert.ok(facts.length > 0);
  });

  it('says that prompts leave this machine', () => {
    const [first, ...others] = said(local(), ask('openai/gpt-5'));
    assert.equal(first, 'Prompts leave for api.openai.com; with the last they stayed on this machine.');
    assert.ok(others.includes('Its grade is B; that of the last was A.'), others.join('\n'));
    assert.ok(!others.some((line) => line.startsWith('What goes as it is')));
  });

  it('names each fact, what is blocked, and the grade', () => {
    const lines = said(ask('openai/gpt-5'), ask('nvidia/meta/llama-3.3-70b-instruct'));
    assert.ok(lines.includes('This one may use prompts to improve models; the last did not.'));
    assert.ok(lines.includes(BLOCKED), lines.join('\n'));
    assert.ok(lines.includes('Its grade is E; that of the last was B.'));
  });

  it('says in one sentence that nothing is known', () => {
    const unknown = ask('ollama/llama3.3');
    const lines = said(ask('openai/gpt-5'), unknown);
    assert.ok(
      lines.includes(
        'It was not recognised as a server on this machine. It is taken as the worst case: may be kept, read, passed on and used for training.',
      ),
      lines.join('\n'),
    );
    assert.equal(lines.filter((line) => line.includes('not known whether')).length, 0);
    assert.deepEqual(said(unknown, { ...unknown }), []);
  });

  it('says which requirements are missed, that every prompt is blocked then, and nothing of single findings', () => {
    const requirements: Clauses = { training: 'never', retentionDays: 0 };
    const deepinfra = ask('deepinfra/meta-llama/Llama-3.3-70B-Instruct');
    const lines = said(deepinfra, ask('nvidia/meta/llama-3.3-70b-instruct'), { requirements });
    assert.deepEqual(lines.slice(0, 2), [
      'It misses what you require: every prompt is blocked here.',
      'You require no training; this destination may use prompts to improve models.',
    ]);
    assert.ok(lines.some((line) => line.startsWith('You require that nothing is kept;')));
    assert.ok(!lines.some((line) => /^This one (may use|keeps)/.test(line)), 'nothing is said twice');
    assert.ok(!lines.includes(BLOCKED));
    // What the last missed as well is no news.
    const again = said(ask('openai/gpt-5'), ask('nvidia/meta/llama-3.3-70b-instruct'), { requirements });
    assert.ok(!again.some((line) => line.includes('every prompt is blocked')));
    assert.equal(again.filter((line) => line.startsWith('You require')).length, 1);
  });

  it('says what goes as it is by a rule of the user, and which files are denied no more', () => {
    const rules: UserRule[] = [
      { kind: 'email', destination: 'openai-api/*', action: 'allow' },
      { class: 'secret', destination: 'openai-api/*', action: 'notify' },
    ];
    const deepinfra = ask('deepinfra/meta-llama/Llama-3.3-70B-Instruct');
    const last = standing(deepinfra, { rules, denied: ['secrets/**', 'keys/**'] });
    const here = standing(ask('openai/gpt-5'), { rules, denied: ['keys/**'] });
    const lines = whatGetsWorse(last, here, english);
    assert.ok(
      lines.includes('What goes as it is here, and was held back at the last: secrets and e-mail address.'),
      lines.join('\n'),
    );
    assert.ok(lines.includes('Your rules denied these files to the last, and not to this one: secrets/**.'));
    assert.ok(
      !whatGetsWorse(here, last, english).some((line) => /^What goes as it is|^Your rules/.test(line)),
    );
  });

  it('names few kinds of many that a rule blocks', () => {
    const rules: UserRule[] = [{ kind: '*-token', destination: 'openai-api/*', action: 'block' }];
    const lines = said(ask('deepinfra/meta-llama/Llama-3.3-70B-Instruct'), ask('openai/gpt-5'), { rules });
    const line = lines.find((one) => one.startsWith('What blocks a prompt here'));
    assert.match(line ?? '', /: .+, .+, .+ and \d+ more kinds\.$/);
  });
});

describe('gravestChange', () => {
  it('is the first fact of the policy that gets worse', () => {
    assert.equal(
      gravestChange(ask('openai/gpt-5'), ask('nvidia/meta/llama-3.3-70b-instruct'), english),
      'This one may use prompts to improve models; the last did not.',
    );
  });

  it('is nothing where nothing gets worse, and after a dry run', () => {
    assert.equal(gravestChange(ask('openai/gpt-5'), ask('openai/gpt-5'), english), undefined);
    assert.equal(gravestChange(ask('dry-run'), ask('openai/gpt-5'), english), undefined);
    assert.equal(gravestChange(ask('openai/gpt-5'), local(), english), undefined);
  });
});
