import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { type FileName, originIn, wholeOf } from '../../../src/decide/files.ts';
import { denialOf, userRuleFor, UserRules } from '../../../src/decide/user-rules.ts';
import { matchesGlob } from '../../../src/policy/globs.ts';

const RULES = v.parse(UserRules, [
  { path: 'test/**', action: 'allow' },
  { path: 'config/**', class: 'pii', action: 'block' },
  { path: '*.csv', destination: 'openai-api/*', action: 'block' },
  { path: 'secrets/', action: 'block' },
  { path: 'secrets/public/**', action: 'allow' },
]);
const EMAIL = { class: 'pii', kind: 'email', severity: 'medium' } as const;

const file = (path: string, ...whole: string[]): FileName => ({ path, whole });

function ruleOf(...names: readonly FileName[]): number | undefined {
  const from = { within: names, touched: names };
  return userRuleFor({ ...EMAIL, from }, 'openai-api/gpt-5', RULES, matchesGlob)?.index;
}

function denial(name: FileName, to: string | undefined): number | undefined {
  const by = denialOf(name, to, RULES, matchesGlob)?.by;
  return by?.is === 'rule' ? by.index : undefined;
}

describe('rules with a path', () => {
  it('are about findings of a matching file, and of no text without one', () => {
    assert.equal(ruleOf(file('test/a.ts')), 0);
    assert.equal(ruleOf(file('Config\\app.yml')), 1);
    assert.equal(ruleOf(file('src/a.ts')), undefined);
    assert.equal(userRuleFor(EMAIL, 'openai-api/gpt-5', RULES, matchesGlob), undefined);
  });

  it('block below any folder of that name, and let go only from the folder that is worked in', () => {
    assert.equal(ruleOf(file('app.yml', '/home/mia/config/app.yml')), 1);
    assert.equal(ruleOf(file('a.ts', '/home/mia/test/a.ts')), undefined);
    assert.equal(ruleOf(file('packages/one/test/a.ts')), undefined);
  });

  it('let a finding go only where all of it is in the file, and block where any is', () => {
    const at = (name: string, start: number, end: number): number | undefined => {
      const parts = [{ start: 10, end: 20, file: file(name) }];
      const from = originIn(parts, { start, end });
      return userRuleFor({ ...EMAIL, from }, 'x/y', RULES, matchesGlob)?.index;
    };
    assert.deepEqual(
      [at('test/a', 10, 20), at('test/a', 9, 20), at('test/a', 0, 10)],
      [0, undefined, undefined],
    );
    assert.deepEqual(
      [at('config/a', 10, 20), at('config/a', 19, 25), at('config/a', 20, 25)],
      [1, 1, undefined],
    );
  });

  it('deny a whole file, which no other rule takes back', () => {
    assert.equal(denial(file('secrets/key'), 'x/y'), 3);
    assert.equal(denial(file('secrets/public/key'), 'x/y'), 3);
    assert.equal(denial(file('key', '/srv/secrets/key'), undefined), 3);
    assert.equal(denial(file('test/a'), 'x/y'), undefined);
  });

  it('deny no file where they are about some findings, or about another destination', () => {
    assert.equal(denial(file('config/app.yml'), 'x/y'), undefined);
    assert.equal(denial(file('people.csv'), 'OpenAI-API/gpt-5'), 2);
    assert.equal(denial(file('people.csv'), 'x/y'), undefined);
    assert.equal(denial(file('people.csv'), undefined), undefined);
  });

  it('have a path that can be read, of one character at least and 200 at most', () => {
    assert.ok(!v.is(UserRules, [{ path: '', action: 'block' }]));
    assert.ok(!v.is(UserRules, [{ path: 'x'.repeat(201), action: 'block' }]));
    assert.ok(!v.is(UserRules, [{ path: 'a/{b', action: 'block' }]));
    assert.ok(v.is(UserRules, [{ class: 'path', path: 'a/**', action: 'block' }]));
    assert.ok(!v.is(UserRules, [{ class: 'path', path: 'a/**', action: 'allow' }]));
  });
});

describe('originIn', () => {
  it('is the whole of a text that is a file', () => {
    const name = file('a');
    assert.deepEqual(originIn([wholeOf('text', name)], { start: 0, end: 4 }), {
      within: [name],
      touched: [name],
    });
    assert.equal(originIn([], { start: 0, end: 4 }), undefined);
  });
});
