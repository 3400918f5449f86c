import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { createRepetitionGuard } from '../../../../src/detect/engine/repetition.ts';

describe('createRepetitionGuard', () => {
  it('passes over a candidate only where its surroundings are those of one that came to nothing', () => {
    const unit = fc.string({ unit: fc.constantFrom('k', '=', 'x', ' '), minLength: 1, maxLength: 6 });
    const text = fc
      .tuple(unit, fc.nat(400), unit, fc.nat(40))
      .map(([a, n, b, m]) => `${a.repeat(n)}${b}${a.repeat(m)}`);
    const reach = 20;
    fc.assert(
      fc.property(text, (hay) => {
        const guard = createRepetitionGuard<string>(hay, () => reach);
        // What a look comes to depends on what stands from 512 before to `reach` after the candidate.
        const surroundings = (at: number): string => hay.slice(Math.max(0, at - 512), at + reach);
        const missed = new Set<string>();
        for (let at = hay.indexOf('k'); at >= 0; at = hay.indexOf('k', at + 1)) {
          if (guard.isRepeated('kind', at)) assert.ok(missed.has(surroundings(at)));
          else {
            missed.add(surroundings(at));
            guard.missed('kind', at);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('passes over nearly all of a long repetition', () => {
    const text = 'password='.repeat(1_000);
    const guard = createRepetitionGuard<string>(text, () => 100);
    let looked = 0;
    for (let at = 0; at < text.length; at += 9) {
      if (guard.isRepeated('kind', at)) continue;
      looked += 1;
      guard.missed('kind', at);
    }
    assert.ok(looked < 100, String(looked));
  });
});
