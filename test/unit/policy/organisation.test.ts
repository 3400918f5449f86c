import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mergeOrganisation, type Merged } from '../../../src/policy/organisation.ts';
import { resolvePolicy } from '../../../src/policy/resolve.ts';
import { CATALOGUE, destination, TODAY } from './ask.ts';
import { CITES, HOST, SOURCES } from './made-up.ts';

const FILE = { schema: 'ai-data-policy/1', sources: SOURCES.sources, providers: { 'some-host': HOST } };
const written = (change: object): string => JSON.stringify({ ...FILE, ...change }, null, 2);
const merge = (change: object): Merged => mergeOrganisation(written(change));
const withHost = (change: object): object => ({ providers: { 'some-host': { ...HOST, ...change } } });

/** What stands at the place that a file was refused at, to the end of its line. */
function refusal(text: string): { there: string; field: string; problem: string } {
  const merged = mergeOrganisation(text);
  assert.ok(!merged.ok, 'it was taken');
  const { at, field, problem } = merged;
  return { there: (text.split('\n')[at.line - 1] ?? '').slice(at.column - 1), field, problem };
}

describe('an organisation’s catalogue', () => {
  it('adds an entry, and leaves the others as they are', () => {
    const merged = merge({});
    assert.ok(merged.ok);
    assert.equal(Object.keys(merged.catalogue.providers).length, 33);
    assert.deepEqual(merged.catalogue.providers['groq'], CATALOGUE.providers['groq']);
    const { facts } = resolvePolicy(
      merged.catalogue,
      { ...destination('openai/gpt-5'), provider: 'some-host', host: 'api.example.com' },
      TODAY,
    );
    assert.deepEqual([facts.training.value, facts.training.citations[0]?.src], ['never', 'page']);
  });

  it('replaces an entry whole', () => {
    const groq = { ...HOST, id: 'groq', hosts: ['api.groq.com'] };
    const merged = merge({ providers: { groq } });
    assert.ok(merged.ok);
    assert.equal(Object.keys(merged.catalogue.providers).length, 32);
    assert.equal(merged.catalogue.providers['groq']?.rules.length, 0);
    assert.notEqual(CATALOGUE.providers['groq']?.rules.length, 0);
  });

  it('may be newer than what is built in, if it says so', () => {
    const sources = { page: { ...SOURCES.sources.page, asOf: '2027-02-01' } };
    assert.equal(merge({ sources }).ok, false);
    const merged = merge({ sources, asOf: '2027-02-01' });
    assert.equal(merged.ok && merged.catalogue.asOf, '2027-02-01');
    const older = merge({ asOf: '2001-01-01' });
    assert.equal(older.ok && older.catalogue.asOf, CATALOGUE.asOf);
  });

  const rule = { id: 'r', when: {}, cites: CITES, confidence: 'high' };
  const cases: [name: string, change: object, field: string, says: RegExp, there: RegExp][] = [
    ['another schema', { schema: 'x' }, 'schema', /Expected/, /^"schema": "x"/],
    ['an unknown field', { rules: [] }, 'rules', /Expected never/, /^"rules"/],
    ['a day that is none', { asOf: '2026-02-30' }, 'asOf', /not a date/, /^"asOf"/],
    [
      'a citation of no source',
      withHost({ baseCites: [{ src: 'gone' }] }),
      'providers.some-host.baseCites.0',
      /"gone"/,
      /^\{$/,
    ],
    [
      'a fact without one',
      withHost({ baseCites: [] }),
      'providers.some-host.baseCites',
      /nothing/,
      /^"baseCites"/,
    ],
    [
      'a plan nobody has heard of',
      withHost({ rules: [{ ...rule, when: { plan: ['Gold'] } }] }),
      'providers.some-host.rules.0.when.plan',
      /"Gold"/,
      /^"plan"/,
    ],
    [
      'a host that is not its own',
      withHost({ rules: [{ ...rule, when: { host: ['api.other.com'] } }] }),
      'providers.some-host.rules.0.when.host',
      /"api\.other\.com"/,
      /^"host"/,
    ],
    [
      'a host of another’s',
      withHost({ hosts: ['api.openai.com'] }),
      'providers.some-host.hosts.0',
      /"openai-api"/,
      /^"api\.openai\.com"/,
    ],
    ['an id that is not its name', withHost({ id: 'else' }), 'providers.some-host.id', /./, /^"id": "else"/],
    [
      'two rules for one field',
      withHost({
        rules: ['never', 'opt-out'].map((value, at) => ({
          ...rule,
          id: `r${at}`,
          set: { trainsOnInputs: { value } },
        })),
      }),
      'providers.some-host.rules.0',
      /always replaces/,
      /^\{$/,
    ],
  ];
  for (const [name, change, field, says, there] of cases) {
    it(`is refused whole, with the place: ${name}`, () => {
      const found = refusal(written(change));
      assert.equal(found.field, field);
      assert.match(found.problem, says);
      assert.match(found.there, there);
    });
  }

  it('is refused where it takes away what a built-in entry cites, at the source that does', () => {
    const { there, field, problem } = refusal(
      written({ sources: { ...SOURCES.sources, 'deepinfra-data': SOURCES.sources.page } }),
    );
    assert.match(there, /^"deepinfra-data": \{$/);
    assert.equal(field, 'sources.deepinfra-data');
    assert.match(problem, /^does not fit the built-in "deepinfra": .*cites section/);
  });

  it('is refused where a name is there twice', () => {
    const { field, there } = refusal(
      '{\n"schema": "ai-data-policy/1",\n"asOf": "2026-01-01",\n  "asOf": "2026-01-02"\n}',
    );
    assert.deepEqual([field, there], ['asOf', '"asOf": "2026-01-02"']);
  });

  const broken: [name: string, text: string, there: string][] = [
    ['a name without quotes', '{\n"schema": "ai-data-policy/1",\n  providers: {}\n}', 'providers: {}'],
    ['a comma too many', '{"sources": {},\n}', '}'],
    ['a comma too few', '{"sources": {}\n "providers": {}}', '"providers": {}}'],
    ['a word that is none', '{"sources":\n   nothing}', 'nothing}'],
    ['an end that is not there', '{"sources": {', ''],
    ['a string that does not end', '{"sources\n": {}}', ''],
    ['an escape that is none', '{"schema": "a\\q"}', '\\q"}'],
    ['more after the end', '{}\n{}', '{}'],
    ['a comment', '{\n// ours\n}', '// ours'],
    ['nothing at all', '', ''],
  ];
  for (const [name, text, there] of broken) {
    it(`is refused at line and column where it is no JSON: ${name}`, () =>
      assert.deepEqual(refusal(text), { there, field: '', problem: 'is not JSON' }));
  }

  for (const text of ['', '{', '[]', 'null', '['.repeat(100_000), `${'['.repeat(60)}${']'.repeat(60)}`]) {
    it(`is refused and does not throw: ${text.slice(0, 8)} (${text.length})`, () =>
      assert.equal(mergeOrganisation(text).ok, false));
  }
});
