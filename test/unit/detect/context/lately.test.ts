import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rememberLately } from '../../../../src/detect/context/lately.ts';

/** Lets others run until something holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

describe('what was asked lately', () => {
  it('is known until others run, and then forgotten', async () => {
    const [one, other] = [rememberLately<number>(), rememberLately<number>()];
    assert.equal(one.given('a'), undefined);
    assert.equal(one.give(1, 'a'), 1);
    assert.equal(other.give(2, 'b'), 2);
    await Promise.resolve();
    assert.deepEqual([one.given('a'), other.given('b'), other.given('a')], [1, 2, undefined]);
    await until(() => one.given('a') === undefined);
    assert.equal(other.given('b'), undefined);
    assert.equal(one.give(3, 'a'), 3);
    await until(() => one.given('a') === undefined);
  });

  it('is told apart by what a value stands beside, and as what it was asked for', () => {
    const lately = rememberLately<number>();
    const asked: readonly (readonly [string, string?, (string | number)?])[] = [
      ['a'],
      ['a', 'b'],
      ['a', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 1],
      ['b', 'a'],
    ];
    for (const [n, question] of asked.entries()) {
      assert.equal(lately.give(n, ...question), n);
      assert.equal(lately.given(...question), n);
      // What shares a place with another one may be forgotten, and is never taken for that.
      for (const [m, other] of asked.entries()) assert.ok([m, undefined].includes(lately.given(...other)));
    }
    assert.equal(lately.given('a', 'd'), undefined);
    assert.equal(lately.given('a', 'b', 2), undefined);
  });

  it('is no more than so much', () => {
    const lately = rememberLately<number>();
    for (let n = 0; n < 10_000; n++) lately.give(n, String(n));
    assert.equal(lately.given('9999'), 9_999);
    const known = Array.from({ length: 10_000 }, (_, n) => lately.given(String(n))).filter(
      (n) => n !== undefined,
    );
    assert.ok(known.length > 50 && known.length <= 256, `${known.length}`);
  });
});
