import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Finding, ScanFailure } from '../../../src/detect/finding.ts';
import { rememberScans } from '../../../src/detect/remember.ts';

const FINDING: Finding = {
  rule: 'r',
  class: 'pii',
  kind: 'email',
  severity: 'medium',
  start: 0,
  end: 1,
  evidence: 'shape',
};

describe('rememberScans', () => {
  it('asks for each text once, and keeps the order', async () => {
    const asked: (readonly string[])[] = [];
    const scan = rememberScans(async (texts) => {
      asked.push(texts);
      return texts.map((text) => (text.startsWith('!') ? [FINDING] : []));
    });
    assert.deepEqual(await scan(['a', '!b']), [[], [FINDING]]);
    assert.deepEqual(await scan(['!b', 'c', 'a']), [[FINDING], [], []]);
    assert.deepEqual(asked, [['a', '!b'], ['c']]);
  });

  it('tells lone surrogates apart, which UTF-8 would make alike', async () => {
    const asked: string[] = [];
    const scan = rememberScans(async (texts) => {
      asked.push(...texts);
      return texts.map(() => []);
    });
    await scan(['\ud800']);
    await scan(['\ud801']);
    assert.equal(asked.length, 2);
  });

  it('takes a short answer for a failure, and never for nothing found', async () => {
    let answers: Finding[][] = [];
    const scan = rememberScans(() => Promise.resolve(answers));
    await assert.rejects(scan(['a']), { reason: 'rule-failed' });
    answers = [[FINDING]];
    assert.deepEqual(await scan(['a']), [[FINDING]]);
  });

  it('remembers no failure', async () => {
    let fail = true;
    const scan = rememberScans(async (texts) => {
      if (fail) throw new ScanFailure('deadline');
      return texts.map(() => [FINDING]);
    });
    await assert.rejects(scan(['a']), { reason: 'deadline' });
    fail = false;
    assert.deepEqual(await scan(['a']), [[FINDING]]);
  });

  it('tells texts apart that look the same at a glance, and knows each again long after', async () => {
    const asked: string[] = [];
    const scan = rememberScans(async (texts) => {
      asked.push(...texts);
      return texts.map((text) => (text.includes('!') ? [FINDING] : []));
    });
    const alike = Array.from({ length: 100 }, (_, n) => `${'a'.repeat(n)}!${'a'.repeat(99 - n)}`);
    const plain = 'a'.repeat(100);
    for (const text of [plain, ...alike]) {
      assert.deepEqual(await scan([text, `${text} and more`]), [
        text === plain ? [] : [FINDING],
        text === plain ? [] : [FINDING],
      ]);
    }
    assert.equal(asked.length, 202);
    assert.deepEqual(await scan([...alike, plain]), [...alike.map(() => [FINDING]), []]);
    assert.equal(asked.length, 202);
  });
});
