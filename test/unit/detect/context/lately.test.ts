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
    assert.equal(one.give('a', 1), 1);
    assert.equal(other.give('b', 2), 2);
    await Promise.resolve();
    assert.deepEqual([one.given('a'), other.given('b'), other.given('a')], [1, 2, undefined]);
    await until(() => one.given('a') === undefined);
    assert.equal(other.given('b'), undefined);
    assert.equal(one.give('a', 3), 3);
    await until(() => one.given('a') === undefined);
  });

  it('is no more than so much', () => {
    const lately = rememberLately<number>();
    for (let n = 0; n < 10_000; n++) lately.give(String(n), n);
    assert.equal(lately.given('9999'), 9_999);
    assert.equal(lately.given('0'), undefined);
  });
});
