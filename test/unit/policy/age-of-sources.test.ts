import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ask } from './ask.ts';

describe('the age of sources', () => {
  it('is stale past 180 days, and undated is stale at once', () => {
    const of = (today: string, src: string) =>
      ask('openai/gpt-5', {}, today).facts.training.citations.find((citation) => citation.src === src);
    assert.equal(of('2027-03-26', 'oa-data')?.stale, false);
    assert.equal(of('2027-03-27', 'oa-data')?.stale, true);
    assert.equal(of('2026-11-21', 'openai-2023')?.stale, true);
    const policy = ask('openai/gpt-5');
    assert.equal(policy.oldestAsOf, '2023-07-21');
    assert.deepEqual([policy.undated, policy.stale], [false, true]);
    assert.deepEqual(
      policy.alsoRead.map(({ src, undated, primary }) => [src, undated, primary]),
      [
        ['discord-oa', true, false],
        ['oa-data-2511', false, true],
      ],
    );
  });

  it('cannot be told by a clock that is wrong: everything is stale then', () => {
    for (const today of ['2026-11-19', '1970-01-01', 'yesterday', '']) {
      const policy = ask('openai/gpt-5', {}, today);
      assert.equal(policy.clockDoubted, true, today);
      assert.ok(
        policy.facts.training.citations.every(({ stale }) => stale),
        today,
      );
    }
    assert.equal(ask('openai/gpt-5').clockDoubted, false);
  });
});
