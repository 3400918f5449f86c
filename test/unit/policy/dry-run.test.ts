import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { columnOf } from '../../../src/policy/column.ts';
import { evidenceOf } from '../../../src/policy/facts.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { ask, kept } from './ask.ts';

const column = (policy: DataPolicy): string => columnOf(policy).column;

describe('a dry run', () => {
  it('is judged as kept for a time, no training, with a reason in place of sources', () => {
    const policy = ask('dry-run');
    assert.equal(policy.rehearsal, true);
    assert.equal(policy.facts.training.value, 'never');
    assert.deepEqual(kept(policy.facts), ['prompt+output limited']);
    assert.equal(column(policy), 'kept');
    for (const { reason, citations } of evidenceOf(policy.facts))
      assert.deepEqual([reason, citations], ['dry-run', []]);
  });

  it('is judged as the destination that it rehearses', () => {
    const rehearsed = ask('dry-run:nvidia/nvidia/nemotron-4-340b');
    assert.equal(rehearsed.rehearsal, true);
    assert.equal(rehearsed.destination.provider, 'dry-run');
    assert.deepEqual(rehearsed.facts, ask('nvidia/nvidia/nemotron-4-340b').facts);
    assert.equal(column(rehearsed), 'trains-or-unknown');
  });
});
