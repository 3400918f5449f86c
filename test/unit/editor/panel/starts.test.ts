import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { startsOf } from '../../../../src/editor/panel/starts.ts';
import { FromPanel } from '../../../../src/protocol.ts';
import { start } from '../../../../src/protocol/start.ts';
import { english } from '../../../../src/sentences/translate.ts';

const ids = (sends: boolean, tour: boolean): string[] =>
  startsOf({ sends, tour }, english).map(({ id }) => id);

describe('what an empty panel offers', () => {
  it('is an example, a destination and requirements, and the walkthrough until it was opened', () => {
    assert.deepEqual(ids(false, true), ['example', 'destination', 'requirements', 'tour']);
    assert.deepEqual(ids(false, false), ['example', 'destination', 'requirements']);
  });

  it('says that nothing leaves only where nothing does', () => {
    const said = (sends: boolean): string =>
      startsOf({ sends, tour: true }, english)
        .map(({ detail }) => detail)
        .join(' ');
    assert.match(said(false), /Nothing leaves/);
    assert.doesNotMatch(said(true), /Nothing leaves/i);
  });

  it('is what the panel takes, and what it may ask for', () => {
    for (const one of startsOf({ sends: true, tour: true }, english)) {
      assert.deepEqual(v.parse(start, one), one);
      assert.ok(v.safeParse(FromPanel, { type: 'begin', what: one.id }).success);
    }
    assert.ok(!v.safeParse(FromPanel, { type: 'begin', what: 'anything' }).success);
  });
});
