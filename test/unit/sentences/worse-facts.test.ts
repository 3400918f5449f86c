import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { OWNERSHIP, REVIEW, TERMS, TRAINING } from '../../../src/policy/model.ts';
import type { KeptTerm } from '../../../src/policy/retention.ts';
import { english } from '../../../src/sentences/translate.ts';
import { type Comparable, NOTHING_LEAVES, worseFacts } from '../../../src/sentences/worse-facts.ts';

/** What is said where only these facts differ. */
function said(last: Partial<Comparable>, here: Partial<Comparable>): string[] {
  const [before, after] = [last, here].map((facts) => ({ ...NOTHING_LEAVES, ...facts }));
  assert.ok(before && after);
  return worseFacts(before, after, english).map((one) => `${one.here}; ${one.last}.`);
}

const kept = (term: KeptTerm['term'], n: number | null = null, what: KeptTerm['what'] = 'prompt+output') => ({
  retention: [{ what, term, n, dormant: false }],
});
const passedTo = (...names: string[]) => ({ passThrough: names.map((to) => ({ to })) });
const barring = (...bars: Comparable['restrictions'][number]['bars'][number][]) => ({
  restrictions: [{ bars }],
});
const training = (value: Comparable['training']['value']) => ({ training: { value } });
const people = (value: Comparable['humanReview']['value']) => ({ humanReview: { value } });
const answers = (value: Comparable['outputOwnership']['value']) => ({ outputOwnership: { value } });
const places = (...all: NonNullable<Comparable['region']['places']>) => ({
  region: { value: 'in words', places: all },
});
const somewhere = (value: string) => ({ region: { value, places: null } });

const WORSE: readonly [Partial<Comparable>, Partial<Comparable>, string][] = [
  [
    training('never'),
    training('opt-out'),
    'This one uses prompts for training unless you opt out; the last did not.',
  ],
  [
    training('opt-in'),
    training('default-on'),
    'This one may use prompts to improve models; the last did not.',
  ],
  [
    training('opt-out'),
    training('default-on'),
    'This one may use prompts to improve models; with the last you could opt out.',
  ],
  [
    training('default-on'),
    training('unknown'),
    'It is not known whether this one uses prompts for training; of the last it was known that it may.',
  ],
  [kept('none'), kept('days', 30), 'This one keeps prompts for up to 30 days; the last did not.'],
  [kept('session'), kept('days', 1), 'This one keeps prompts for up to 1 day; the last did not.'],
  [kept('none'), kept('hours', 1), 'This one keeps prompts for up to 1 hour; the last did not.'],
  [
    kept('session', null, 'cache'),
    kept('hours', 24),
    'This one keeps prompts for up to 24 hours; the last only in memory.',
  ],
  [
    kept('none'),
    kept('session', null, 'cache'),
    'This one keeps prompts in memory for a while (cache); the last did not.',
  ],
  [
    kept('days', 30, 'flagged'),
    kept('days', 7, 'abuse-log'),
    'This one keeps prompts for up to 7 days (abuse log); the last only those that were flagged.',
  ],
  [kept('none'), kept('days', 730, 'flagged'), 'This one keeps prompts that were flagged; the last did not.'],
  [
    kept('hours', 1),
    kept('days', 30),
    'This one keeps prompts for up to 30 days; the last for up to 1 hour.',
  ],
  [
    kept('hours', 12),
    kept('days', 30),
    'This one keeps prompts for up to 30 days; the last for up to 12 hours.',
  ],
  [kept('days', 1), kept('days', 30), 'This one keeps prompts for up to 30 days; the last for up to 1 day.'],
  [
    kept('days', 30),
    kept('limited'),
    'This one keeps prompts for a time, no number given; the last for up to 30 days.',
  ],
  [
    kept('limited'),
    kept('until-deleted'),
    'This one keeps prompts until you delete them; the last for a limited time.',
  ],
  [
    kept('until-deleted'),
    kept('indefinite'),
    'This one keeps prompts without end; the last until you deleted them.',
  ],
  [
    kept('indefinite'),
    kept('unknown'),
    'This one keeps prompts for a period it does not state; the last without end.',
  ],
  [
    kept('days', 30),
    { retention: [] },
    'This one keeps prompts for a period it does not state; the last for up to 30 days.',
  ],
  [
    people('no'),
    people('flagged-only'),
    'People may look at prompts here that were flagged; with the last nobody did.',
  ],
  [
    people('flagged-only'),
    people('possible'),
    'People may look at prompts here; with the last only at what was flagged.',
  ],
  [people('possible'), people('yes'), 'People look at prompts here; with the last they might.'],
  [
    people('yes'),
    people('unknown'),
    'It is not known whether people look at prompts here; with the last they did.',
  ],
  [
    passedTo(),
    passedTo('google'),
    'This one passes prompts on to google; the last passed them on to nobody.',
  ],
  [
    passedTo('google'),
    passedTo('google', 'anthropic', 'aws', 'azure', 'nvidia'),
    'This one passes prompts on to anthropic, aws, azure and others; the last did not.',
  ],
  [
    passedTo(),
    passedTo('unknown'),
    'It is not known to whom this one passes prompts on; the last passed them on to nobody.',
  ],
  [
    passedTo('google'),
    passedTo('unknown'),
    'It is not known to whom this one passes prompts on; of the last it was known.',
  ],
  [
    places('EU'),
    places('EU', 'US'),
    'Prompts may be kept and worked on here in the US; with the last they stayed in the EU.',
  ],
  [
    places('this-machine'),
    places('CN', 'SG'),
    'Prompts may be kept and worked on here in China and Singapore; with the last they stayed on this machine.',
  ],
  [
    places('EEA', 'CH'),
    somewhere('unknown'),
    'It is not known where prompts are kept and worked on here; with the last they stayed in the EEA and Switzerland.',
  ],
  [
    places('US'),
    somewhere('where it is fastest'),
    'Where prompts are kept and worked on here: where it is fastest; with the last they stayed in the US.',
  ],
  [
    barring('production'),
    barring('production', 'personal', 'confidential'),
    'The terms here bar confidential data and personal data; those of the last did not.',
  ],
  [
    answers('customer'),
    answers('provider'),
    'The answers belong to the provider here; with the last they belonged to you.',
  ],
  [
    answers('provider'),
    answers('unknown'),
    'It is not known to whom the answers belong here; with the last they belonged to the provider.',
  ],
];

describe('worseFacts', () => {
  for (const [last, here, sentence] of WORSE)
    it(sentence, () => {
      assert.deepEqual(said(last, here), [sentence]);
      assert.deepEqual(said(here, last), [], 'and nothing the other way round');
      assert.deepEqual(said(here, here), []);
    });

  it('counts training that is to be switched on as none', () => {
    assert.deepEqual(said(training('never'), training('opt-in')), []);
  });

  it('takes a place within one that was allowed for no other', () => {
    assert.deepEqual(said(places('EEA'), places('EU')), []);
    assert.deepEqual(said(places('north-america'), places('US', 'CA')), []);
  });

  it('passes over what no request like this one has kept', () => {
    const dormant = { retention: [{ what: 'files', term: 'indefinite', n: null, dormant: true }] } as const;
    const none = kept('none').retention;
    assert.deepEqual(said(kept('none'), { retention: [...none, ...dormant.retention] }), []);
  });

  it('says all that is worse, the gravest kind of fact first', () => {
    const worst: Comparable = {
      ...NOTHING_LEAVES,
      ...training('default-on'),
      ...kept('indefinite'),
      ...people('yes'),
      ...passedTo('google'),
      ...places('CN'),
      ...barring('personal'),
      ...answers('provider'),
    };
    const heads = worseFacts(NOTHING_LEAVES, worst, english).map(({ here }) => here);
    assert.deepEqual(heads, [
      'This one may use prompts to improve models',
      'This one keeps prompts without end',
      'People look at prompts here',
      'This one passes prompts on to google',
      'Prompts may be kept and worked on here in China',
      'The terms here bar personal data',
      'The answers belong to the provider here',
    ]);
  });

  it('says something of every value that is worse than another, and is never left without words', () => {
    const all: Partial<Comparable>[] = [
      ...TRAINING.map(training),
      ...TERMS.flatMap((term) => [kept(term, term === 'days' || term === 'hours' ? 3 : null)]),
      ...REVIEW.map(people),
      ...OWNERSHIP.map(answers),
    ];
    for (const last of all)
      for (const here of all)
        for (const sentence of said(last, here)) assert.match(sentence, /^\S.{10,}; \S.{6,}\.$/);
  });
});
