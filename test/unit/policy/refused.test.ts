import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { catalogueFaults } from '../../../src/policy/catalogue-faults.ts';
import { parseCatalogue } from '../../../src/policy/catalogue.ts';
import { rule, host, training, kept, told, VOCABULARY } from './made-up-host.ts';
import { problemOf, SOURCES } from './made-up.ts';

describe('a rule that can never apply', () => {
  const cases: [name: string, entry: object, field: string, says: RegExp][] = [
    ['a plan', host([rule('r', { plan: ['Gold'] })]), 'rules.0.when.plan', /rule "r".*plan "Gold"/],
    ['a region', host([rule('r', { region: ['Moon'] })]), 'rules.0.when.region', /rule "r".*region "Moon"/],
    ['a setting', host([rule('r', { setting: { zrd: ['on'] } })]), 'rules.0.when.setting', /setting "zrd"/],
    [
      'a value of a setting',
      host([rule('r', { setting: { zdr: ['enabled'] } })]),
      'rules.0.when.setting.zdr',
      /value "enabled"/,
    ],
    ['a feature', host([rule('r', { feature: ['serach'] })]), 'rules.0.when.feature', /feature "serach"/],
    [
      'a plan that would cancel it',
      host([rule('r', {}, { unless: { plan: ['Gold'] } })]),
      'rules.0.unless.plan',
      /plan "Gold"/,
    ],
    ['a host', host([rule('r', { host: ['api.other.com'] })]), 'rules.0.when.host', /"api\.other\.com"/],
    ['this machine', host([rule('r', { host: ['loopback'] })]), 'rules.0.when.host', /"loopback"/],
    [
      'a feature that a kept thing needs',
      host([
        rule('r', {}, { add: { retention: [{ what: 'files', term: 'none', why: 'x', needs: ['upload'] }] } }),
      ]),
      'rules.0.add.retention.0.needs',
      /rule "r".*feature "upload"/,
    ],
    ['a feature that does not show', host([], { hiddenFeatures: ['beta'] }), 'hiddenFeatures', /"beta"/],
    [
      'days between two dates that leave none',
      host([rule('r', { asOfAfter: '2026-02-01', asOfBefore: '2026-02-01' })]),
      'rules.0.when',
      /rule "r".*no day/,
    ],
    [
      'an end that is still to come',
      host([rule('r', { asOfBefore: '2026-11-21' })]),
      'rules.0.when.asOfBefore',
      /rule "r".*after the date/,
    ],
    [
      'a condition that cancels itself',
      host([rule('r', { plan: ['Paid'], region: ['EEA'] }, { unless: { plan: ['paid', 'free'] } })]),
      'rules.0.unless',
      /rule "r".*never applies/,
    ],
    [
      'an exception that cannot be met',
      host([rule('r', { plan: ['paid'] }, { unless: { plan: ['free'] } })]),
      'rules.0.unless',
      /rule "r".*never hold/,
    ],
    [
      'one whose place a later rule always takes',
      host([
        rule('r', { endpoint: ['/v1/files*'] }, kept('none')),
        rule('s', { endpoint: ['/v1/*'] }, kept('unknown')),
      ]),
      'rules.0',
      /rule "r".*rule "s" always replaces/,
    ],
    [
      'one of the account that every request replaces',
      host([rule('s', {}, kept('unknown')), rule('r', { plan: ['paid'] }, kept('none'))]),
      'rules.1',
      /rule "r".*rule "s" always replaces/,
    ],
    [
      'history that later history takes the place of',
      host([
        rule('r', { asOfBefore: '2024-01-01' }, training('opt-out')),
        rule('s', { asOfBefore: '2025-01-01' }, training('opt-in')),
      ]),
      'rules.0',
      /rule "r".*rule "s" always replaces/,
    ],
  ];
  for (const [name, entry, field, says] of cases) {
    it(`is refused: ${name}`, () => {
      const problem = problemOf(entry);
      assert.equal(problem.file, 'some-host.json');
      assert.equal(problem.field, field);
      assert.match(problem.message, says);
    });
  }

  it('is none of these', () => {
    const sound = host(
      [
        rule('a', { plan: ['PAID'] }, training('never')),
        rule('b', { endpoint: ['/v1/files*'] }, { add: kept('until-deleted').set }),
        rule(
          'c',
          { host: ['api.example.com', '10.0.0.1'] },
          { unless: { setting: { zdr: ['ON'] } }, ...kept('unknown') },
        ),
        rule('d', { asOfAfter: '2025-01-01', asOfBefore: '2026-01-01' }, training('default-on')),
        rule('e', { asOfAfter: '2027-01-01' }, training('opt-in')),
      ],
      { vocabulary: { ...VOCABULARY, hosts: ['10.*'] } },
    );
    const milder = { ...sound, rules: sound.rules.filter((one) => 'id' in one && one.id !== 'e') };
    assert.ok(parseCatalogue({ sources: SOURCES, providers: { 'some-host': milder } }));
  });
});

describe('two rules that contradict each other', () => {
  const cases: [name: string, entry: object, field: string, says: RegExp][] = [
    [
      'with the same condition',
      host([
        rule('r', { plan: ['paid'] }, training('never')),
        rule('s', { plan: ['PAID'] }, training('opt-out')),
      ]),
      'rules.1.set.trainsOnInputs',
      /rule "s".*contradicts rule "r"/,
    ],
    [
      'the milder one last',
      host([
        rule('r', { model: ['*:free'] }, training('opt-out')),
        rule('s', { request: { deny: [true] } }, training('never')),
      ]),
      'rules.1.set.trainsOnInputs',
      /rule "s".*milder than rule "r"/,
    ],
    [
      'the milder one taking effect last, though listed first',
      host([
        rule('s', { endpoint: ['/v1/files'] }, kept('none')),
        rule('r', { plan: ['free'] }, kept('unknown')),
      ]),
      'rules.0.set.retention',
      /rule "s".*milder than rule "r"/,
    ],
    [
      'what one adds gone with what the other sets',
      host([
        rule('r', { setting: { zdr: ['off'] } }, { add: kept('indefinite').set }),
        rule('s', { request: { zdr: [true] } }, kept('none')),
      ]),
      'rules.1.set.retention',
      /rule "s".*milder than rule "r"/,
    ],
    [
      'with an ambiguity that is about another fact',
      host(
        [
          rule('r', { model: ['*:free'] }, training('opt-out')),
          rule('s', { request: { deny: [true] } }, training('never')),
        ],
        told(['r', 's'], 'retention'),
      ),
      'rules.1.set.trainsOnInputs',
      /rule "s".*milder than rule "r"/,
    ],
    [
      'with an ambiguity between rules that are not there',
      host([rule('r', {}, training('opt-out'))], told(['r', 'gone'])),
      'ambiguities.0.rules',
      /"gone", which is no rule/,
    ],
    [
      'with the word that it prevails over nobody',
      host([rule('r', {}, { ...training('opt-out'), prevailsOver: ['gone'] })]),
      'rules.0.prevailsOver',
      /rule "r".*"gone"/,
    ],
  ];
  for (const [name, entry, field, says] of cases) {
    it(`are refused: ${name}`, () => {
      const problems = catalogueFaults({ sources: SOURCES, providers: { 'some-host': entry } });
      const line = problems.find((one) => one.startsWith(`src/policy/catalogue/some-host.json: ${field} `));
      assert.match(line ?? problems.join('\n'), says);
      assert.equal(problemOf(entry).file, 'some-host.json');
    });
  }

  const sound: [name: string, entry: object][] = [
    [
      'an ambiguity that names both',
      host(
        [
          rule('r', { plan: ['paid'] }, training('never')),
          rule('s', { plan: ['paid'] }, training('opt-out')),
        ],
        told(['r', 's']),
      ),
    ],
    [
      'the stricter one last',
      host([
        rule('r', { model: ['*:free'] }, training('never')),
        rule('s', { request: { deny: [true] } }, training('opt-out')),
      ]),
    ],
    [
      'the milder one an exception to the other',
      host([
        rule('r', { model: ['a*'] }, training('opt-out')),
        rule('s', { model: ['ab*'] }, training('never')),
      ]),
    ],
    [
      'the milder one saying that it prevails',
      host([
        rule('r', { model: ['*:free'] }, training('opt-out')),
        rule('s', { request: { deny: [true] } }, { ...training('never'), prevailsOver: ['r'] }),
      ]),
    ],
    [
      'the two never together',
      host([
        rule('r', { plan: ['free'] }, training('opt-out')),
        rule('s', { plan: ['paid'] }, training('never')),
      ]),
    ],
    [
      'history beside them',
      host([
        rule('r', { asOfBefore: '2025-01-01' }, training('opt-out')),
        rule('s', { model: ['x'] }, training('never')),
      ]),
    ],
  ];
  for (const [name, entry] of sound) {
    it(`are none with ${name}`, () => {
      assert.deepEqual(catalogueFaults({ sources: SOURCES, providers: { 'some-host': entry } }), []);
    });
  }
});
