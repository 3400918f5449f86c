import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { customDetector, CustomPattern, CustomPatterns, problemOf } from '../../../src/detect/custom.ts';
import { kindOf } from '../../../src/detect/kinds.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { superviseScanner } from '../../../src/detect/supervise.ts';
import { spawnScanThread } from '../../../src/host/thread.ts';

const THREAD = new URL('../../../src/host/scan-thread.ts', import.meta.url);

function pattern(source: string, name = 'Badge number'): CustomPattern {
  return { name, pattern: source, severity: 'critical' };
}

describe('patterns of the user', () => {
  it('find what they say, or the part of it that is called secret', async () => {
    const detector = customDetector([pattern('BADGE-\\d{6}'), pattern('pin=(?<secret>\\d{4})', 'Door pin')]);
    const text = 'BADGE-482913 and pin=7391.';
    const found = await scanText(text, [detector]);
    assert.deepEqual(
      found.map(({ start, end, severity, kind }) => [
        text.slice(start, end),
        severity,
        kindOf(kind).placeholder,
      ]),
      [
        ['BADGE-482913', 'critical', 'BADGE_NUMBER'],
        ['7391', 'critical', 'DOOR_PIN'],
      ],
    );
    assert.equal(kindOf(found[0]?.kind ?? '').name, 'Badge number');
  });

  it('are refused with the reason when they cannot be used', () => {
    assert.equal(problemOf(pattern('(')), 'not-a-pattern');
    assert.equal(problemOf(pattern('a*')), 'matches-nothing-at-all');
    for (const catastrophic of ['(a+)+b', '(a*)*b', '(?:x+x+)+y', '(\\d+)*\\.']) {
      assert.equal(problemOf(pattern(catastrophic)), 'catastrophic', catastrophic);
    }
    for (const fine of ['BADGE-\\d{6}', '[A-Z]{3}-\\d+', 'a+b+', '(?:foo|bar)-[a-z]+']) {
      assert.equal(problemOf(pattern(fine)), undefined, fine);
    }
  });

  it('that have a problem are never run', async () => {
    const text = `${'a'.repeat(40)}!`;
    assert.deepEqual(await scanText(text, [customDetector([pattern('(a+)+b'), pattern('(')])]), []);
  });

  it('parse as the setting has them, and not otherwise', () => {
    assert.ok(v.is(CustomPatterns, [{ name: 'Badge', pattern: 'B\\d+' }]));
    for (const wrong of [
      [{ name: '1x', pattern: 'a' }],
      [{ name: 'Badge', pattern: '' }],
      [{ name: 'Badge', pattern: 'a', severity: 'extreme' }],
      [{ name: 'Badge', pattern: 'a', more: 1 }],
      [{ name: 'Badge', pattern: 'a'.repeat(501) }],
      'BADGE',
    ]) {
      assert.ok(!v.is(CustomPatterns, wrong), JSON.stringify(wrong));
    }
  });

  it('run in the thread, under its deadline: one that is slow in another way is cut off', async () => {
    // No repetition in a repetition, and quadratic all the same.
    const slow = pattern('(?:[a-y]|[b-z]){1,5000}(?:[a-y]|[b-z]){1,5000}(?:[a-y]|[b-z]){1,5000}!');
    assert.equal(problemOf(slow), undefined);
    const scanner = superviseScanner({
      spawn: () => spawnScanThread(THREAD, { secretPatterns: [slow] }),
      deadline: (codeUnits) => (codeUnits > 100 ? 1_500 : 10_000),
    });
    try {
      assert.deepEqual(await scanner.scan(['warm']), [[]]);
      await assert.rejects(scanner.scan(['m'.repeat(6_000)]), { reason: 'deadline' });
      assert.deepEqual(await scanner.scan(['next']), [[]]);
    } finally {
      scanner.dispose();
    }
  });
});
