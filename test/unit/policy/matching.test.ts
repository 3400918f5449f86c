import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { daysBetween, isIsoDate } from '../../../src/policy/dates.ts';
import { matchesGlob } from '../../../src/policy/globs.ts';
import { hostName, isLoopback, matchesHost } from '../../../src/policy/hosts.ts';

describe('matchesGlob', () => {
  const cases: [glob: string, text: string, matches: boolean][] = [
    ['google/gemini*', 'google/gemini-2.5-pro', true],
    ['google/gemini*', 'Google/Gemini-2.5-pro', true],
    ['google/gemini*', 'google/gemma-3-27b-it', false],
    ['*:cloud', 'deepseek-v3.1:cloud', true],
    ['*-cloud', 'gpt-oss:120b-cloud', true],
    ['*fine*tun*', '/v2/fine-tuning/jobs', true],
    ['/v1/responses', '/v1/responses/abc', false],
    ['a.c', 'abc', false],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
  ];
  for (const [glob, text, matches] of cases) {
    it(`${glob} ${matches ? 'matches' : 'does not match'} ${text}`, () =>
      assert.equal(matchesGlob(glob, text), matches));
  }

  it('agrees with a regular expression', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (glob, against) => {
        const pattern = glob.replaceAll('.', '\\.').replaceAll('*', '[^]*');
        assert.equal(matchesGlob(glob, against), new RegExp(`^${pattern}$`).test(against));
      }),
    );
  });
});

describe('isLoopback', () => {
  it('knows this machine by its usual names only', () => {
    for (const host of ['localhost', 'LOCALHOST:11434', '127.0.0.1', '127.3.2.1:80', '[::1]', '[::1]:1234']) {
      assert.ok(isLoopback(host), host);
    }
    const others = [
      'localhost.example.com',
      '127.0.0.1.example.com',
      '0.0.0.0',
      '127.0.0.999',
      '10.0.0.1',
      '',
      '::1',
      'x@localhost',
      '2130706433',
      '[::ffff:127.0.0.1]',
    ];
    for (const host of others) assert.ok(!isLoopback(host), host);
  });

  it('takes the port off', () => {
    assert.equal(hostName('API.openai.com:443'), 'api.openai.com');
    assert.equal(hostName('[::1]:80'), '::1');
    for (const host of ['a b', 'a/b', 'a:b', 'a:1:2', 'a@b', '']) assert.equal(hostName(host), '', host);
  });

  it('matches patterns with and without a port', () => {
    assert.ok(matchesHost(['*.api.openai.com'], 'eu.api.openai.com:443'));
    assert.ok(matchesHost(['localhost:11434'], 'localhost:11434'));
    assert.ok(!matchesHost(['localhost:11434'], 'localhost:8080'));
    assert.ok(!matchesHost(['api.openai.com'], 'api.openai.com.example.com'));
    assert.ok(matchesHost(['!loopback'], '10.0.0.1') && !matchesHost(['!loopback'], '127.0.0.1'));
  });
});

describe('dates', () => {
  it('are days of the calendar', () => {
    for (const day of ['2026-11-20', '2024-02-29']) assert.ok(isIsoDate(day), day);
    for (const day of [
      '2026-02-29',
      '2026-2-3',
      '2026-11-20T00:00:00Z',
      '',
      'today',
      '2026-00-10',
      '0000-00-00',
    ]) {
      assert.ok(!isIsoDate(day), day);
    }
  });

  it('lie whole days apart', () => {
    assert.equal(daysBetween('2026-05-24', '2026-11-20'), 180);
    assert.equal(daysBetween('2026-11-20', '2026-11-19'), -1);
  });
});
