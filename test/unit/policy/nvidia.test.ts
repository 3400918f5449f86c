import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { columnOf } from '../../../src/policy/column.ts';
import { evidenceOf } from '../../../src/policy/facts.ts';
import { gradeOf } from '../../../src/policy/grade.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { ask, cited, kept } from './ask.ts';

const ids = (rules: readonly { id: string }[]): string[] => rules.map(({ id }) => id);
const grade = (policy: DataPolicy): string => gradeOf(policy).grade;
const column = (policy: DataPolicy): string => columnOf(policy).column;

describe('the NVIDIA API Catalog', () => {
  const policy = ask('nvidia/nvidia/nemotron-4-340b');

  it('may train, under four sections of its terms', () => {
    assert.equal(policy.facts.training.value, 'default-on');
    assert.deepEqual(cited(policy.facts.training), [
      'nv-tos 2.2',
      'nv-tos 2.3',
      'nv-tos 2.7',
      'nv-tos 3.3',
      'nv-note-sep',
    ]);
    assert.deepEqual(kept(policy.facts), ['prompt+output session', 'prompt+output unknown']);
    assert.equal(policy.facts.humanReview.value, 'possible');
    assert.equal(grade(policy), 'E');
    assert.equal(column(policy), 'trains-or-unknown');
    assert.ok(evidenceOf(policy.facts).every(({ citations }) => citations.every(({ primary }) => !primary)));
  });

  it('shows the clauses that contradict each other, the strict one in force', () => {
    const contradiction = policy.contradictions.find(({ id }) => id === 'nv-2.2-vs-2.3-vs-3.3');
    assert.equal(contradiction?.fact, 'training');
    const [strict, mild] = contradiction.sides;
    assert.equal(strict?.stance, 'strict');
    assert.deepEqual(cited(strict), ['nv-tos 3.3(iv)', 'nv-note-sep']);
    assert.equal(mild?.stance, 'mild');
    assert.deepEqual(cited(mild), ['nv-tos 2.3', 'nv-note-sep']);
  });

  it('bars confidential, sensitive and personal data, and production', () => {
    const [data, production] = policy.facts.restrictions;
    assert.deepEqual(data?.bars, ['confidential', 'sensitive', 'personal']);
    assert.deepEqual(cited(data), ['nv-tos 2.6(a)', 'nv-tos 4.3', 'nv-note-sep']);
    assert.deepEqual(production?.bars, ['production']);
    assert.deepEqual(cited(production), ['nv-tos 1.2', 'nv-tos 1.4', 'nv-note-sep']);
  });

  it('keeps what the staff once said out of the policy, on any day', () => {
    for (const today of ['2026-11-21', '2025-01-01']) {
      const { applied, maybe, facts } = ask('nvidia/x', {}, today);
      assert.ok(![...ids(applied), ...ids(maybe)].includes('nv-earlier-thread'));
      assert.equal(facts.training.value, 'default-on');
    }
  });

  it('is another thing on a server of your own, once that is stated', () => {
    const own = { host: 'localhost:8000', policyOf: 'nvidia-api-catalog' };
    const stated = ask('nvidia/x', { ...own, account: { plan: 'self-hosted NIM' } });
    assert.deepEqual(ids(stated.applied), ['nv-selfhost']);
    assert.equal(stated.facts.training.value, 'never');
    assert.equal(column(stated), 'nothing-kept');
    const unstated = ask('nvidia/x', own);
    assert.equal(unstated.facts.training.value, 'default-on');
    assert.deepEqual(gradeOf(unstated), { ...gradeOf(unstated), grade: 'E', best: 'A', worst: 'E' });
    const unheardOf = ask('nvidia/x', { ...own, account: { plan: 'gold' } });
    assert.deepEqual(unheardOf.facts, unstated.facts);
    // A plan does not help at NVIDIA's own address.
    assert.equal(grade(ask('nvidia/x', { account: { plan: 'self-hosted NIM' } })), 'E');
  });
});
