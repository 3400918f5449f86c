import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import type { Span } from '../../../src/protocol/comparison.ts';
import { placeOnAxis, TICKS } from '../../../src/webview/axis.ts';

const stated = (days: number): number => placeOnAxis({ is: 'stated', days });
const tick = (name: string): number => TICKS.find(([one]) => one === name)?.[1] ?? Number.NaN;

describe('the axis of retention', () => {
  const cases: readonly (readonly [string, Span])[] = [
    ['none', { is: 'stated', days: 0 }],
    ['day', { is: 'stated', days: 1 }],
    ['month', { is: 'stated', days: 30 }],
    ['halfYear', { is: 'stated', days: 180 }],
    ['endless', { is: 'endless' }],
    ['unstated', { is: 'unstated' }],
  ];
  for (const [name, span] of cases) {
    it(`has a mark where it puts what it is for: ${name}`, () => assert.equal(placeOnAxis(span), tick(name)));
  }

  it('puts less before more, and every number of days before what has none', () => {
    const days = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(days, days, (a, b) => {
        assert.equal(Math.sign(stated(a) - stated(b)) * Math.sign(a - b) >= 0, true);
        assert.ok(stated(a) >= 0 && stated(a) < tick('endless'));
      }),
    );
  });

  it('tells an hour from nothing, and years from half of one', () => {
    assert.ok(stated(1 / 24) > 0);
    assert.ok(stated(730) > stated(180));
    assert.ok(stated(1_095) > stated(730));
  });

  it('puts what nobody states farther out than what has no end', () =>
    assert.ok(placeOnAxis({ is: 'unstated' }) > placeOnAxis({ is: 'endless' })));
});
