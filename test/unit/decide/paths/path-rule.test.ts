import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MOST_PATH_RULES, readPathRules } from '../../../../src/decide/paths/path-rule.ts';

describe('rules about paths', () => {
  it('deny, allow again, redact, keep on this machine and name destinations', () => {
    const { rules, faults } = readPathRules([
      'secrets/**',
      '!secrets/README.md',
      { path: 'customers/**', rule: 'redact' },
      { path: '*.sql', rule: 'local' },
      { path: 'src/**', destinations: ['ollama/*'] },
    ]);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      rules.map(({ glob, effect, index }) => [index, glob.written, effect]),
      [
        [0, 'secrets/**', { does: 'deny' }],
        [1, 'secrets/README.md', { does: 'allow' }],
        [2, 'customers/**', { does: 'redact' }],
        [3, '*.sql', { does: 'local' }],
        [4, 'src/**', { does: 'destinations', destinations: ['ollama/*'] }],
      ],
    );
  });

  const FAULTS: readonly (readonly [written: unknown, at: readonly (string | number)[], problem: string])[] =
    [
      ['.env', [], 'not-a-list'],
      [{ length: 3 }, [], 'not-a-list'],
      [[7], [0], 'not-a-rule'],
      [[null], [0], 'not-a-rule'],
      [[['*.pem']], [0], 'not-a-rule'],
      [[{ rule: 'deny' }], [0, 'path'], 'not-a-rule'],
      [[{ path: 7, rule: 'deny' }], [0, 'path'], 'not-a-rule'],
      [['a', { path: '*.pem' }], [1], 'no-effect'],
      [[{ path: '*.pem', rule: 'allow' }], [0, 'rule'], 'no-effect'],
      [[{ path: '*.pem', rule: '__proto__' }], [0, 'rule'], 'no-effect'],
      [[{ path: '*.pem', rule: 'deny', destinations: [] }], [0, 'rule'], 'two-effects'],
      [[{ path: '*.pem', destinations: 'openai/*' }], [0, 'destinations'], 'not-destinations'],
      [[{ path: '*.pem', destinations: [''] }], [0, 'destinations'], 'not-destinations'],
      [[{ path: '!*.pem', rule: 'deny' }], [0, 'path'], 'exception-with-effect'],
      [[{ path: '*.pem', rule: 'deny', glob: '*' }], [0, 'glob'], 'unknown-field'],
    ];
  for (const [written, at, problem] of FAULTS) {
    it(`are refused: ${JSON.stringify(written).slice(0, 60)}`, () => {
      const { rules, faults } = readPathRules(written);
      assert.deepEqual(faults, [{ at, problem }]);
      assert.ok(rules.every(({ glob }) => glob.written === 'a'));
    });
  }

  const GLOBS: readonly (readonly [
    written: unknown,
    at: readonly (string | number)[],
    problem: string,
    offset: number,
  ])[] = [
    ['', [0], 'empty', 0],
    ['!', [0], 'empty', 1],
    ['x'.repeat(201), [0], 'too-long', 200],
    ['!a/{b', [0], 'unclosed-brace', 3],
    ['!(a|b)', [0], 'negated-group', 0],
    [{ path: 'a/[b', rule: 'redact' }, [0, 'path'], 'unclosed-set', 2],
  ];
  for (const [written, at, problem, offset] of GLOBS) {
    it(`are refused where a glob cannot be read: ${JSON.stringify(written).slice(0, 60)}`, () => {
      assert.deepEqual(readPathRules([written]).faults, [{ at, problem, offset }]);
    });
  }

  it('keep back, until a glob is mended, all that it may mean, and let nothing go by it', () => {
    const { rules } = readPathRules([{ path: 'a/[b', rule: 'redact' }, 'c{', '!d{', '!(e)']);
    assert.deepEqual(
      rules.map(({ index, effect, glob }) => [index, effect.does, glob.written]),
      [
        [0, 'redact', 'a/[b'],
        [1, 'deny', 'c{'],
      ],
    );
    assert.ok(rules[0]?.glob.matches('x/a/b/c', 'anywhere'));
    assert.ok(!rules[0]?.glob.matches('b', 'anywhere'));
  });

  it('make so many alternatives together, and are wider beyond', () => {
    const { rules, faults } = readPathRules(
      Array.from({ length: 12 }, (_, i) => (i < 11 ? `a${i}{1..100}` : 'plain')),
    );
    assert.deepEqual(faults, [{ at: [10], problem: 'too-many-alternatives', offset: 3 }]);
    assert.ok(rules[10]?.glob.matches('a10-anything', 'anywhere'));
    assert.ok(rules[11]?.glob.matches('plain'));
  });

  it('are at most so many', () => {
    const { rules, faults } = readPathRules(
      Array.from({ length: MOST_PATH_RULES + 1 }, (_, i) => `${i}.txt`),
    );
    assert.equal(rules.length, MOST_PATH_RULES);
    assert.deepEqual(faults, [{ at: [MOST_PATH_RULES], problem: 'too-many' }]);
  });
});
