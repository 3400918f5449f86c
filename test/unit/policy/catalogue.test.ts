import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parseCatalogue } from '../../../src/policy/catalogue.ts';
import { PROVIDER_FILES } from '../../../src/policy/catalogue/providers.ts';
import { loadRefreshSources } from '../../../src/policy/freshness.ts';
import { CATALOGUE } from './ask.ts';
import { CITES, HOST, problemOf, SOURCES } from './made-up.ts';

describe('the catalogue that is built in', () => {
  it('has every file of its folder', () => {
    const folder = new URL('../../../src/policy/catalogue/', import.meta.url);
    const files = readdirSync(folder).filter(
      (name) => name.endsWith('.json') && !['sources.json', 'refresh.json'].includes(name),
    );
    assert.deepEqual(
      files.map((name) => name.replace('.json', '')),
      Object.keys(PROVIDER_FILES).toSorted(),
    );
  });

  it('carries its date and the entries that are spoken of', () => {
    assert.equal(CATALOGUE.asOf, '2026-11-20');
    for (const id of [
      'nvidia-api-catalog',
      'openai-api',
      'deepinfra',
      'google-vertex',
      'anthropic-api',
      'ollama',
    ]) {
      assert.equal(CATALOGUE.providers[id]?.id, id);
    }
  });

  it('is frozen to the bottom and finds nothing by accident', () => {
    assert.ok(Object.isFrozen(CATALOGUE.providers));
    assert.ok(Object.isFrozen(CATALOGUE.providers['openai-api']?.base.retention[0]));
    assert.equal(CATALOGUE.providers['constructor'], undefined);
    assert.equal(CATALOGUE.providers['__proto__'], undefined);
  });

  it('cites every source that it lists', () => {
    const text = JSON.stringify(CATALOGUE.providers);
    const again = loadRefreshSources(CATALOGUE).map(({ src }) => src);
    for (const id of Object.keys(CATALOGUE.sources)) {
      assert.ok(again.includes(id) || text.includes(`{"src":"${id}"`), id);
    }
  });
});

describe('parseCatalogue', () => {
  it('takes a file that is in order', () => {
    const { providers } = parseCatalogue({ sources: SOURCES, providers: { 'some-host': HOST } });
    assert.deepEqual(providers['some-host']?.base.restrictions, []);
  });

  const rule = { id: 'r', when: {}, cites: CITES, confidence: 'high' };
  const cases: [name: string, change: object, field: string, says: RegExp][] = [
    ['a fact without a citation', { baseCites: [] }, 'baseCites', /cites nothing/],
    ['a rule without a citation', { rules: [{ ...rule, cites: [] }] }, 'rules.0.cites', /cites nothing/],
    [
      'a source that is not there',
      { baseCites: [{ src: 'gone' }] },
      'baseCites.0',
      /"gone", which is no source/,
    ],
    [
      'a section that is not there',
      { baseCites: [{ src: 'page', section: '2' }] },
      'baseCites.0',
      /section "2"/,
    ],
    [
      'a source that is not there, deep down',
      { rules: [{ ...rule, set: { zdr: { value: 'default', cites: [{ src: 'gone' }] } } }] },
      'rules.0.set.zdr.cites.0',
      /"gone"/,
    ],
    [
      'a side that cites a source that is not there',
      {
        ambiguities: [
          {
            id: 'a',
            what: 'x',
            reading: 'y',
            sides: [
              { stance: 'strict', text: 'x', cites: CITES },
              { stance: 'mild', text: 'y', cites: [{ src: 'gone' }] },
            ],
          },
        ],
      },
      'ambiguities.0.sides.1.cites.0',
      /"gone"/,
    ],
    [
      'a date that is none',
      { rules: [{ ...rule, when: { asOfBefore: '2026-02-30' } }] },
      'rules.0.when.asOfBefore',
      /not a date/,
    ],
    [
      'a restriction without a citation',
      { base: { ...HOST.base, restrictions: [{ id: 'x', bars: ['personal'], text: 'x', cites: [] }] } },
      'base.restrictions.0.cites',
      /cites nothing/,
    ],
    [
      'days without a number',
      { base: { ...HOST.base, retention: [{ what: 'cache', term: 'days', why: 'x' }] } },
      'base.retention.0',
      /number/,
    ],
    [
      'a number for a time that has none',
      {
        base: { ...HOST.base, retention: [{ what: 'cache', term: 'limited', n: 7, unit: 'days', why: 'x' }] },
      },
      'base.retention.0',
      /number/,
    ],
    [
      'no retention at all',
      { base: { ...HOST.base, retention: [] } },
      'base.retention',
      /says nothing of retention/,
    ],
    [
      'a pass-through to nobody',
      { base: { ...HOST.base, passThrough: [{ to: 'x', policyOf: 'gone', when: 'always' }] } },
      'base.passThrough.0',
      /"gone", which is not in the catalogue/,
    ],
    ['an id twice', { rules: [rule, rule] }, 'rules', /"r" twice/],
    ['a field nobody knows', { rules: [{ ...rule, wen: {} }] }, 'rules.0.wen', /never/],
    [
      'a value nobody knows',
      { base: { ...HOST.base, humanReview: { value: 'maybe' } } },
      'base.humanReview.value',
      /maybe/,
    ],
    ['another id than its file', { id: 'other' }, 'id', /not the name of the file/],
  ];
  for (const [name, change, field, says] of cases) {
    it(`refuses ${name}, naming file and field`, () => {
      const problem = problemOf({ ...HOST, ...change });
      assert.equal(problem.file, 'some-host.json');
      assert.equal(problem.field, field);
      assert.match(problem.message, says);
    });
  }

  const page = SOURCES.sources.page;
  const badSources: [name: string, change: object, field: string][] = [
    ['a date that is none', { asOf: '2026-13-01' }, 'sources.page.asOf'],
    ['a date that is still to come', { asOf: '2026-11-21' }, 'sources.page.asOf'],
    ['an undated source with a date', { asOfKind: 'undated' }, 'sources.page'],
    ['an address that is not https', { url: 'http://example.com' }, 'sources.page.url'],
    ['an address that is a script', { url: 'javascript:alert(1)' }, 'sources.page.url'],
  ];
  for (const [name, change, field] of badSources) {
    it(`refuses a source with ${name}`, () => {
      const problem = problemOf(HOST, { ...SOURCES, sources: { page: { ...page, ...change } } });
      assert.equal(problem.file, 'sources.json');
      assert.equal(problem.field, field);
    });
  }

  it('refuses what is no file at all', () => {
    for (const content of [null, 7, 'x', []]) {
      assert.equal(problemOf(content).file, 'some-host.json');
      assert.equal(problemOf(HOST, content).file, 'sources.json');
    }
  });
});
