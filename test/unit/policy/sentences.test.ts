import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { policyCard } from '../../../src/sentences/policy-card.ts';
import { asOfText, gradeSentence, policyBrief, policyLine } from '../../../src/sentences/policy.ts';
import { english } from '../../../src/sentences/translate.ts';
import { ask } from './ask.ts';

const OPENAI = ask('openai/gpt-5');
const NVIDIA = ask('nvidia/nvidia/nemotron-4-340b');
const LLAMA = ask('deepinfra/meta-llama/Llama-3.3-70B-Instruct');
const GEMINI = ask('deepinfra/google/gemini-2.5-pro');
const HERE = ask('ollama/llama3.3', { local: true });
const UNKNOWN = ask('ollama/llama3.3');
const ALL = [OPENAI, NVIDIA, LLAMA, GEMINI, HERE, UNKNOWN, ask('dry-run'), ask('dry-run:openai/gpt-5')];

const line = (policy: DataPolicy): string[] =>
  policyLine(policy, english).map(({ tone, text }) => `${tone}: ${text}`);

describe('english', () => {
  it('fills in its arguments and leaves alone what it has none for', () => {
    assert.equal(english('{1} and {0}, {0}', 'a', 2), '2 and a, a');
    assert.equal(english('{0} {1}', '{1}'), '{1} {1}');
  });
});

describe('policyLine', () => {
  it('says what OpenAI does by default', () => {
    assert.deepEqual(line(OPENAI), [
      'good: Not used for training unless you opt in',
      'caution: Kept up to 30 days (abuse log)',
      'caution: People may look if flagged',
    ]);
  });

  it('shows both of the clauses that NVIDIA’s terms set against each other, and what they bar', () => {
    assert.deepEqual(line(NVIDIA), [
      'bad: May be used to improve models: 3.3(iv), while 2.3 says otherwise',
      'bad: No period stated',
      'bad: Its terms bar confidential data, sensitive data and personal data (2.6(a), 4.3), ' +
        'production use (1.2, 1.4) and sharing the answers (4.2)',
      'caution: People may look',
    ]);
  });

  it('says that DeepInfra’s pages disagree on who looks', () => {
    assert.deepEqual(line(LLAMA), [
      'good: Never used for training',
      'good: Nothing kept after the answer',
      'caution: People may look; its sources disagree',
    ]);
  });

  it('names whom the data is passed on to', () => {
    assert.deepEqual(line(GEMINI).slice(0, 3), [
      'bad: Not known whether it is used for training',
      'bad: No period stated',
      'bad: Passed on to google, whose terms hold as well',
    ]);
  });

  it('says where it stays, what is not known, and that nothing leaves', () => {
    assert.equal(line(HERE)[0], 'good: Stays on this machine');
    assert.deepEqual(line(UNKNOWN), [
      'bad: It was not recognised as a server on this machine.',
      'bad: Taken as the worst case: may be kept, read, passed on and used for training',
    ]);
    assert.deepEqual(line(ask('dry-run')), [
      'good: Nothing leaves: this is a dry run',
      'caution: A dry run that rehearses no destination yet is judged as kept for a time, without training.',
    ]);
    assert.deepEqual(line(ask('dry-run:openai/gpt-5')), [
      'good: Nothing leaves: this dry run rehearses openai/gpt-5',
      ...line(OPENAI),
    ]);
  });

  it('has at most four rows, each with a codicon that there is', () => {
    const css = readFileSync(new URL(import.meta.resolve('@vscode/codicons/dist/codicon.css')), 'utf8');
    for (const policy of ALL) {
      const rows = policyLine(policy, english);
      assert.ok(rows.length >= 1 && rows.length <= 4);
      for (const { icon } of rows) assert.ok(css.includes(`.codicon-${icon}:before`), icon);
    }
  });

  it('marks its citations as old, undated and second-hand', () => {
    const [training] = policyLine(NVIDIA, english);
    const clause = training?.cites.find(({ section }) => section === '3.3');
    assert.equal(clause?.label, 'NVIDIA API Trial Terms of Service, v. 19 September 2025 · 3.3');
    assert.equal(clause.remark, '2025-09-19 · older than 180 days · read second-hand');
    assert.equal(policyLine(LLAMA, english)[0]?.cites[0]?.remark, 'undated');
  });
});

describe('policyBrief', () => {
  it('takes a few words', () => {
    assert.deepEqual(
      ALL.map((policy) => policyBrief(policy, english)),
      [
        'no training · kept 30 days',
        'may train · no period stated',
        'no training · nothing kept',
        'training unknown · no period stated',
        'this machine',
        'policy unknown',
        'Dry run · nothing leaves',
        'no training · kept 30 days',
      ],
    );
  });
});

describe('gradeSentence', () => {
  it('explains the grade and what it leaves out', () => {
    assert.deepEqual(
      [OPENAI, NVIDIA, LLAMA, HERE].map((policy) => gradeSentence(policy, english)),
      [
        'Kept for at most 30 days, no training. ' +
          'Between A and E, depending on what is not known of the account and the request.',
        'May be used to improve models. People may look at parts of it.',
        'Nothing kept after the answer, no training. People may look at parts of it.',
        'It stays on this machine.',
      ],
    );
    assert.match(
      gradeSentence(ask('anthropic/claude-4-opus'), english),
      /What is flagged may be kept longer\./,
    );
  });
});

describe('asOfText', () => {
  it('dates the facts by the catalogue and by their oldest source', () => {
    assert.equal(asOfText(OPENAI, english), 'as of 2026-11-20 · oldest source 2023-07-21');
    assert.equal(asOfText(LLAMA, english), 'as of 2026-11-20 · sources undated');
    assert.match(asOfText(GEMINI, english), /some sources undated$/);
    assert.match(
      asOfText(ask('openai/gpt-5', {}, '2001-01-01'), english),
      /clock of this computer cannot be right/,
    );
  });
});

describe('policyCard', () => {
  it('has a row for every fact, and citations for each that is known', () => {
    for (const policy of ALL) {
      const { rows } = policyCard(policy, english);
      for (const fact of Object.keys(policy.facts))
        assert.ok(
          rows.some((row) => row.fact === fact),
          fact,
        );
      for (const { fact, citations, note } of rows) {
        if (policy.known && fact !== 'passThrough' && fact !== 'restrictions')
          assert.ok(citations.length > 0, fact);
        if (!policy.known && fact !== 'restrictions' && fact !== 'passThrough') assert.ok(note, fact);
      }
    }
  });

  it('sets contradictions side by side, with the one in force', () => {
    const [first] = policyCard(NVIDIA, english).contradictions;
    assert.equal(first?.reading, 'The strictest holds: it may be kept and used to improve models.');
    assert.deepEqual(
      first.sides.map(({ label, citations }) => [label, citations[0]?.section]),
      [
        ['in force', '3.3(iv)'],
        ['says otherwise', '2.3'],
        ['says as well', '2.2'],
        ['says as well', '2.7'],
      ],
    );
  });

  it('says what would improve it and what it depends on', () => {
    const { improvements, openOn, alsoRead } = policyCard(OPENAI, english);
    assert.deepEqual(improvements[0], {
      text: 'Set store to false (body)',
      caveat: 'only ends application state; not the abuse log',
    });
    assert.equal(openOn[0]?.text, 'Depends on whether "dataSharing" is enabled');
    assert.equal(alsoRead[0]?.remark, 'undated · read second-hand');
  });

  it('names whose terms a fact is from when data is passed on', () => {
    const { rows } = policyCard(GEMINI, english);
    const [own, next] = rows.filter(({ fact }) => fact === 'retention');
    assert.equal(own?.of, null);
    assert.equal(next?.of, 'Google Vertex AI (Gemini Enterprise Agent Platform)');
  });

  it('prints no number for DeepInfra’s short time', () => {
    for (const endpoint of ['/v1/openai/batches', '/v1/images/generations']) {
      const policy = ask('deepinfra/meta-llama/Llama-3.3-70B-Instruct', { endpoint });
      assert.match(line(policy)[1] ?? '', /^caution: Kept for a time, no number given/);
      const rows = policyCard(policy, english).rows.filter(({ fact }) => fact === 'retention');
      assert.equal(rows.length, 2);
      for (const { text, note } of rows) assert.doesNotMatch(`${text} ${note ?? ''}`, /\d/);
    }
  });

  it('leaves no placeholder open', () => {
    for (const policy of ALL) {
      const words = [
        policyCard(policy, english),
        policyLine(policy, english),
        gradeSentence(policy, english),
      ];
      assert.doesNotMatch(JSON.stringify(words), /\{\d\}|undefined/);
    }
  });
});
