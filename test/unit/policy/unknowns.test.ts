import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseCatalogue } from '../../../src/policy/catalogue.ts';
import type { Account } from '../../../src/policy/destination.ts';
import { GRADES, gradeFacts, gradeOf } from '../../../src/policy/grade.ts';
import { resolvePolicy, type DataPolicy } from '../../../src/policy/resolve.ts';
import { destination, kept, TODAY } from './ask.ts';

// A made-up provider with a condition of every kind, so that nothing here hangs on what a real one does today.
const CITES = [{ src: 'page' }];
const rule = (id: string, when: object, rest: object) => ({
  id,
  when,
  cites: CITES,
  confidence: 'high',
  ...rest,
});
const days = (n: number, what = 'prompt+output') => ({ what, term: 'days', n, unit: 'days', why: 'made up' });
const none = { what: 'prompt+output', term: 'none', why: 'made up' };

const BASE = {
  trainsOnInputs: { value: 'opt-out' },
  retention: [days(20)],
  humanReview: { value: 'flagged-only' },
  metadataLogging: { value: 'yes' },
  passThrough: [],
  zdr: { value: 'contract' },
  region: { value: 'EU' },
  outputOwnership: { value: 'customer' },
};

const entry = (id: string, base: object, rules: object[], more: object = {}) => ({
  id,
  name: id,
  kind: 'model-host',
  products: [],
  hosts: [`${id}.example.com`],
  base: { ...BASE, ...base },
  baseCites: CITES,
  baseConfidence: 'high',
  rules,
  requestControls: [],
  ambiguities: [],
  ...more,
});

const passTo = (policyOf: string, more: object = {}) => ({ to: policyOf, policyOf, when: 'always', ...more });

const CATALOGUE = parseCatalogue({
  sources: {
    schema: 'ai-data-policy/1',
    asOf: '2026-11-20',
    caution: 'Made up.',
    sources: { page: { title: 'Page', url: null, asOf: '2026-11-01', asOfKind: 'document', primary: true } },
  },
  providers: {
    many: entry(
      'many',
      {},
      [
        rule('listed-first', { endpoint: ['*'] }, { add: { retention: [days(1, 'cache')] } }),
        rule('paid', { plan: ['Paid', 'Team'] }, { set: { trainsOnInputs: { value: 'never' } } }),
        rule('student', { plan: ['Student'] }, { set: { trainsOnInputs: { value: 'default-on' } } }),
        rule('eea', { region: ['EEA'] }, { set: { humanReview: { value: 'no' } } }),
        rule(
          'zdr',
          { setting: { zdr: ['on'] } },
          { set: { retention: [none] }, unless: { model: ['*-preview'] } },
        ),
        rule('share', { setting: { share: ['on'] } }, { set: { trainsOnInputs: { value: 'default-on' } } }),
        rule(
          'search',
          { feature: ['search', 'maps'] },
          { add: { retention: [days(60)] }, unless: { plan: ['Team'] } },
        ),
        rule('beta', { feature: ['beta'] }, { set: { humanReview: { value: 'yes' } } }),
        rule('soon', { asOfAfter: '2026-12-31' }, { set: { zdr: { value: 'default' } } }),
        rule('gone', { asOfBefore: '2026-01-01' }, { set: { trainsOnInputs: { value: 'never' } } }),
      ],
      {
        hiddenFeatures: ['beta'],
        vocabulary: {
          plans: ['Paid', 'Team', 'Student'],
          regions: ['EEA'],
          settings: { zdr: ['on'], share: ['on'] },
          features: ['search', 'maps', 'beta'],
        },
      },
    ),
    first: entry('first', { passThrough: [passTo('second')], trainsOnInputs: { value: 'never' } }, []),
    second: entry(
      'second',
      { passThrough: [passTo('first')], retention: [days(90)], region: { value: 'US' } },
      [rule('zdr', { setting: { zdr: ['on'] } }, { set: { retention: [none] } })],
      { vocabulary: { settings: { zdr: ['on'] } } },
    ),
    agreed: entry('agreed', { passThrough: [passTo('second', { agreement: 'no training' })] }, []),
    vague: entry('vague', { passThrough: [passTo('second', { agreement: 'not described' })] }, []),
    router: entry('router', { passThrough: [passTo('routed')], trainsOnInputs: { value: 'never' } }, []),
    wide: entry(
      'wide',
      {},
      Array.from({ length: 20 }, (_, at) =>
        rule(`r${at}`, { setting: { [`s${at}`]: ['on'] } }, { set: { humanReview: { value: 'no' } } }),
      ),
      {
        vocabulary: {
          settings: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`s${at}`, ['on']])),
        },
      },
    ),
  },
});

function ask(provider: string, account: Partial<Account> = {}, features?: string[], model = 'm'): DataPolicy {
  const { features: _, ...bare } = destination('openai/x', {
    provider,
    model,
    host: `${provider}.example.com`,
    account,
  });
  return resolvePolicy(CATALOGUE, features === undefined ? bare : { ...bare, features }, TODAY);
}

const ids = (rules: readonly { id: string }[]): string[] => rules.map(({ id }) => id);

describe('what is not known', () => {
  it('is the worst case where it is a state: a plan, a region, a feature that does not show', () => {
    const policy = ask('many');
    assert.equal(policy.facts.training.value, 'default-on');
    assert.equal(policy.facts.training.rule, 'student');
    assert.equal(policy.facts.humanReview.value, 'yes');
    assert.equal(policy.best.training.value, 'never');
    assert.equal(policy.best.humanReview.value, 'no');
  });

  it('does not count where it is a switch or something to ask for, and is in the range', () => {
    const policy = ask('many', { plan: 'paid' });
    assert.equal(policy.facts.training.value, 'never');
    assert.deepEqual(kept(policy.facts), ['prompt+output days 20', 'cache days 1']);
    assert.equal(policy.worst.training.value, 'default-on');
    assert.deepEqual(kept(policy.best), ['prompt+output none', 'cache days 1']);
    assert.deepEqual(kept(policy.worst), ['prompt+output days 20', 'cache days 1', 'prompt+output days 60']);
    assert.deepEqual(ids(policy.maybe), ['eea', 'zdr', 'share', 'search', 'beta']);
  });

  it('is settled by stating it, in any spelling of capitals', () => {
    const account = { plan: 'TEAM', region: 'eea', settings: { zdr: 'ON', share: 'off' } };
    const policy = ask('many', account, ['search']);
    assert.deepEqual(ids(policy.applied), ['paid', 'eea', 'zdr', 'listed-first']);
    assert.deepEqual(ids(policy.maybe), ['beta']);
    assert.deepEqual(kept(policy.facts), ['prompt+output none', 'cache days 1']);
  });

  it('is not settled by a plan or a region that nobody has heard of', () => {
    assert.deepEqual(ask('many', { plan: 'gold', region: 'Atlantis' }).facts, ask('many').facts);
    assert.equal(ask('many', { plan: 'other' }).facts.training.value, 'opt-out');
  });

  it('is unknown throughout where there is too much of it', () => {
    const policy = ask('wide');
    assert.deepEqual([policy.known, policy.reason, gradeOf(policy).grade], [false, 'too-many-cases', '?']);
  });

  it('never widens the range when more of it becomes known', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const accounts = fc.record({
      plan: maybe(fc.constantFrom('Paid', 'Team', 'Student', 'other', 'gold')),
      region: maybe(fc.constantFrom('EEA', 'US', 'other')),
      zdr: maybe(fc.constantFrom('on', 'off', 'odd')),
      share: maybe(fc.constantFrom('on', 'off')),
      features: maybe(fc.subarray(['search', 'maps', 'beta'])),
    });
    type Known = Partial<{ plan: string; region: string; zdr: string; share: string; features: string[] }>;
    const of = ({ plan, region, zdr, share, features }: Known): DataPolicy => {
      const settings = { ...(zdr && { zdr }), ...(share && { share }) };
      return ask('many', { ...(plan && { plan }), ...(region && { region }), settings }, features);
    };
    const rank = (facts: DataPolicy['facts']): number => GRADES.indexOf(gradeFacts(facts).grade);
    fc.assert(
      fc.property(
        accounts,
        fc.constantFrom(
          'plan' as const,
          'region' as const,
          'zdr' as const,
          'share' as const,
          'features' as const,
        ),
        (all, forgotten) => {
          const known = Object.fromEntries(
            Object.entries(all).filter(([, value]) => value !== undefined),
          ) as Known;
          const { [forgotten]: _, ...less } = known;
          const [more, fewer] = [of(known), of(less)];
          assert.ok(rank(more.best) >= rank(fewer.best));
          assert.ok(rank(more.worst) <= rank(fewer.worst));
          for (const { best, facts, worst } of [more, fewer]) {
            assert.ok(rank(best) <= rank(facts) && rank(facts) <= rank(worst));
          }
        },
      ),
    );
  });
});

describe('rules', () => {
  it('take effect account first, then as listed; unless cancels; history never applies, the future not yet', () => {
    const policy = ask('many', { plan: 'Paid', settings: { zdr: 'on' } }, []);
    assert.deepEqual(ids(policy.applied), ['paid', 'zdr', 'listed-first']);
    assert.deepEqual(kept(policy.facts), ['prompt+output none', 'cache days 1']);
    assert.equal(policy.facts.zdr.value, 'contract');
    const preview = ask('many', { plan: 'Paid', settings: { zdr: 'on' } }, [], 'm-preview');
    assert.deepEqual(ids(preview.applied), ['paid', 'listed-first']);
  });
});

describe('a pass-through', () => {
  it('takes the worst of the chain, for which the account is not the user’s, and ends in a circle as unknown', () => {
    const policy = ask('first', { settings: { zdr: 'on' } });
    assert.equal(policy.facts.training.value, 'unknown');
    assert.equal(policy.facts.training.reason, 'passed-in-a-circle');
    assert.deepEqual(kept(policy.facts).slice(0, 2), ['prompt+output days 20', 'prompt+output days 90']);
    assert.deepEqual(ids(policy.chain), ['first', 'second']);
  });

  it('is left out under an agreement on record, not under one that nobody describes', () => {
    assert.deepEqual(kept(ask('agreed').facts), ['prompt+output days 20']);
    assert.equal(ask('agreed').facts.passThrough[0]?.agreement, 'no training');
    assert.equal(ask('vague').facts.passThrough[0]?.counted, true);
  });

  it('to whoever is picked is unknown, while the provider’s own facts stay', () => {
    const policy = ask('router');
    assert.deepEqual(
      [policy.facts.training.value, policy.facts.training.reason],
      ['unknown', 'nobody-named'],
    );
    assert.deepEqual([policy.known, policy.provider?.id, policy.facts.retention[0]?.n], [true, 'router', 20]);
  });
});
