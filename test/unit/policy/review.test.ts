import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reviewOn } from '../../provision/policy-review.ts';
import { parseCatalogue } from '../../../src/policy/catalogue.ts';
import { CATALOGUE, TODAY } from './ask.ts';
import { SOURCES } from './made-up.ts';

describe('the review of sources', () => {
  it('lists what is due, the undated first and then the oldest, with the address and who rests on it', () => {
    const { ok, lines } = reviewOn(CATALOGUE, TODAY);
    assert.ok(ok);
    const heads = lines.filter((line) => /^(?:undated|\d{4}-)/.test(line));
    const dates = heads.map((line) => (line.startsWith('undated') ? '' : line.slice(0, 10)));
    assert.deepEqual(dates, dates.toSorted());
    assert.equal(dates[0], '');
    const at = lines.findIndex((line) => line.includes('openai-2023:'));
    assert.match(lines[at] ?? '', /^2023-07-21/);
    assert.match(lines[at + 1] ?? '', /^ {2}read: {2}(?:https:|no address)/);
    assert.match(lines[at + 2] ?? '', /openai-api \(\d+\)/);
  });

  it('takes a source as due after 180 days, not on them', () => {
    const files = { sources: { ...SOURCES, asOf: '2026-11-01' }, providers: {} };
    const catalogue = parseCatalogue({ ...files });
    // The page is of 2026-11-01; loading where to read again needs the real sources, so these stand beside it.
    const both = {
      ...catalogue,
      sources: { ...CATALOGUE.sources, page: catalogue.sources['page'] ?? never() },
    };
    const due = (day: string): boolean =>
      reviewOn(both, day).lines.some((line) => line.includes('page: A page'));
    assert.deepEqual([due('2027-04-30'), due('2027-05-01')], [false, true]);
  });

  for (const day of ['2026-11-19', '1970-01-01', 'yesterday', '2026-02-30']) {
    it(`refuses ${day}`, () => {
      const { ok, lines } = reviewOn(CATALOGUE, day);
      assert.equal(ok, false);
      assert.match(lines.join('\n'), /clock is wrong|not a date/);
    });
  }
});

function never(): never {
  assert.fail('the made-up page is not there');
}
