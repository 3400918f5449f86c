import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide, isFixed, judge, type Judged, reasonOf, type Terms } from '../../../src/decide/decide.ts';
import { MATRIX } from '../../../src/decide/matrix.ts';
import type { UserRule } from '../../../src/decide/user-rules.ts';
import { isKind, kindOf } from '../../../src/detect/kinds.ts';
import type { Column } from '../../../src/policy/column.ts';

const FILE = '.promptairlock.json';
const COLUMNS: readonly Column[] = ['this-machine', 'nothing-kept', 'kept', 'trains-or-unknown'];

function terms(column: Column, rule?: UserRule): Terms {
  return {
    column,
    misses: [],
    notAllowed: [],
    ruleFor: () => rule && { rule, index: 0 },
    denialOf: () => undefined,
    redactedBy: () => undefined,
  };
}

function finding(kind: string, declaredBy?: string): Judged {
  assert.ok(isKind(kind), kind);
  const { class: of, severity } = kindOf(kind);
  return { class: of, kind, severity, ...(declaredBy !== undefined && { declaredBy }) };
}

describe('a finding that a workspace declares to be made up', () => {
  for (const kind of ['github-token', 'iban', 'email', 'internal-host']) {
    for (const column of COLUMNS) {
      it(`is let go and told of only where the table holds it back: ${kind}, ${column}`, () => {
        const plain = judge(finding(kind), terms(column));
        const held = plain !== 'allow' && plain !== 'notify';
        const reason = reasonOf(finding(kind, FILE), terms(column));
        assert.deepEqual([reason.action, reason.declaredBy], held ? ['notify', FILE] : [plain, undefined]);
        assert.ok(!isFixed(finding(kind, FILE), terms(column)));
      });
    }
  }

  for (const kind of ['denied-file', 'opaque-content', 'picture'])
    for (const column of COLUMNS)
      it(`counts for nothing where it is ${kind}: ${column}`, () => {
        assert.equal(judge(finding(kind, FILE), terms(column)), MATRIX[kindOf(kind).row][column]);
      });

  for (const action of ['allow', 'notify', 'redact', 'ask', 'block'] as const)
    it(`counts for nothing where a rule of the user's says ${action}`, () => {
      const reason = reasonOf(finding('github-token', FILE), terms('kept', { action }));
      assert.deepEqual([reason.action, reason.rule, reason.declaredBy], [action, 0, undefined]);
    });

  it('is a reason of its own beside the same kind that is not declared', () => {
    const { action, reasons } = decide(
      [
        finding('github-token', FILE),
        finding('github-token'),
        finding('github-token', FILE),
        finding('github-token', `a/${FILE}`),
      ],
      terms('trains-or-unknown'),
    );
    assert.equal(action, 'block');
    assert.deepEqual(
      reasons.map(
        (reason) => reason.because === 'finding' && [reason.action, reason.count, reason.declaredBy],
      ),
      [
        ['block', 1, undefined],
        ['notify', 2, FILE],
        ['notify', 1, `a/${FILE}`],
      ],
    );
  });
});
