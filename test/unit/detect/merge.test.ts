import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../../src/detect/finding.ts';
import { kindOf } from '../../../src/detect/kinds.ts';
import { mergeFindings } from '../../../src/detect/merge.ts';

function finding(kind: string, start: number, end: number): Finding {
  const { class: className, severity } = kindOf(kind);
  return { rule: 'test', class: className, kind, severity, start, end, evidence: 'shape' };
}

function merged(...findings: readonly Finding[]): string[] {
  return mergeFindings(findings).map(({ kind, start, end }) => `${kind} ${start}-${end}`);
}

describe('mergeFindings', () => {
  it('sorts, and leaves apart what only touches', () => {
    assert.deepEqual(merged(finding('email', 5, 9), finding('email', 0, 5)), ['email 0-5', 'email 5-9']);
  });

  it('joins what overlaps under the gravest', () => {
    assert.deepEqual(merged(finding('email', 4, 20), finding('database-url', 0, 10)), ['database-url 0-20']);
  });

  it('names a secret by whose it is rather than by what it is used for', () => {
    assert.deepEqual(merged(finding('api-key', 0, 9), finding('nvidia-api-key', 0, 9)), [
      'nvidia-api-key 0-9',
    ]);
    assert.deepEqual(merged(finding('password', 0, 9), finding('stripe-test-key', 0, 9)), [
      'stripe-test-key 0-9',
    ]);
    assert.deepEqual(merged(finding('password', 0, 9), finding('email', 0, 9)), ['password 0-9']);
  });

  it('keeps a cell one of its table, and named what a rule of the user’s named', () => {
    const table = { id: 1, column: 2, row: 3 };
    const cell = { ...finding('email', 4, 20), table };
    const named = { ...finding('email', 4, 8), rule: '@prompt-airlock/own-terms' };
    assert.deepEqual(mergeFindings([finding('database-url', 0, 10), cell, named]), [
      { ...finding('database-url', 0, 20), table, named: true },
    ]);
  });

  it('says of a longer range nothing that holds for a part of it', () => {
    const piece: Finding = { ...finding('database-url', 0, 10), declaredBy: 'made-up.json', inside: [] };
    assert.deepEqual(mergeFindings([piece, finding('email', 2, 6)]), [piece]);
    assert.deepEqual(mergeFindings([piece, finding('email', 8, 12)]), [finding('database-url', 0, 12)]);
  });

  it('drops what is empty', () => {
    assert.deepEqual(merged(finding('email', 3, 3)), []);
  });
});
