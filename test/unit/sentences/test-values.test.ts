import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FindingReason } from '../../../src/decide/decision.ts';
import { reasonGroups, reasonSentence } from '../../../src/sentences/decision.ts';
import { refusedTestValue, unchangedPolicySentence } from '../../../src/sentences/test-values.ts';
import { english } from '../../../src/sentences/translate.ts';
import { ask } from '../policy/ask.ts';

describe('what is said of test values', () => {
  const policy = ask('openai/gpt-5');
  const reason = (more: Partial<FindingReason>): FindingReason => ({
    because: 'finding',
    action: 'notify',
    row: 'secret',
    column: 'kept',
    kind: 'github-token',
    count: 1,
    rule: null,
    declaredBy: '.promptairlock.json',
    ...more,
  });

  it('names the file, for one and for several', () => {
    const said = (count: number): string => reasonSentence(reason({ count }), policy, english).text;
    assert.equal(
      said(1),
      'A GitHub token is declared as a test value by this workspace (.promptairlock.json).',
    );
    assert.equal(
      said(2),
      '2 × GitHub token are declared as test values by this workspace (.promptairlock.json).',
    );
  });

  it('is a sentence beside what the matrix decided alike', () => {
    const { declaredBy: _, ...byMatrix } = reason({ kind: 'iban', row: 'regulated' });
    const reasons = [reason({}), byMatrix];
    const groups = reasonGroups({ action: 'notify', column: 'kept', reasons }, policy, english);
    assert.deepEqual(
      groups.map(({ outcome, text }) => `${outcome}: ${text}`),
      [
        'Goes as it is, and is told: A GitHub token is declared as a test value by this workspace (.promptairlock.json).',
        'Goes as it is, and is told: An IBAN would go to a host that keeps it for a time and does not train.',
      ],
    );
  });

  it('says why nothing was declared', () => {
    assert.equal(
      refusedTestValue('length', english),
      'A value that is declared has 16 characters or more, and 16384 at most: a shorter one could be guessed from its hash.',
    );
    assert.match(refusedTestValue('named', english), /^Your own rules name it/);
    assert.match(
      unchangedPolicySentence('faulty', 'a/.promptairlock.json', english),
      /^a\/\S+ has to be mended/,
    );
  });
});
